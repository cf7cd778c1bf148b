import type { Onboarding, OnboardingStep, Permission } from '@portico/contract'
import type { z } from 'zod'

/** What there is of the organization and the member, as the steps ask for it. */
export type Facts = {
  has_identity: boolean
  has_brand: boolean
  has_tax: boolean
  has_account: boolean
  has_client: boolean
  has_invoice: boolean
  joined_at: string
  skipped: string[]
  seen: string[]
  is_hidden: boolean
}

const lastsMs = 30 * 86_400_000

/** Steps that follow from what is there; the others are done when they were seen. */
const starting: { key: OnboardingStep; needs: Permission; isDone(facts: Facts): boolean }[] = [
  { key: 'identity', needs: 'organizations.settings.edit', isDone: (facts) => facts.has_identity },
  { key: 'brand', needs: 'organizations.settings.edit', isDone: (facts) => facts.has_brand },
  { key: 'money', needs: 'taxes.rate.manage', isDone: (facts) => facts.has_tax },
  { key: 'account', needs: 'accounts.account.manage', isDone: (facts) => facts.has_account },
  { key: 'client', needs: 'clients.client.create', isDone: (facts) => facts.has_client },
  { key: 'invoice', needs: 'invoices.invoice.create', isDone: (facts) => facts.has_invoice },
]
const joining: { key: OnboardingStep; needs: Permission | null; isDone?(facts: Facts): boolean }[] = [
  { key: 'profile', needs: null },
  { key: 'see_clients', needs: 'clients.client.read' },
  { key: 'see_invoices', needs: 'invoices.invoice.read' },
  { key: 'see_review', needs: 'payments.proof.review' },
]

/** The first steps of a member: whoever may change the settings sets the organization up, the others find their way in it. */
export function onboardingOf(
  facts: Facts,
  permissions: ReadonlySet<Permission>,
  now: string,
): z.output<typeof Onboarding> {
  const path = permissions.has('organizations.settings.edit') ? 'starting' : 'joining'
  const steps = (path === 'starting' ? starting : joining)
    .filter(({ needs }) => needs === null || permissions.has(needs))
    .map(({ key, isDone }) => ({
      key,
      state:
        (isDone?.(facts) ?? facts.seen.includes(key))
          ? ('done' as const)
          : facts.skipped.includes(key)
            ? ('skipped' as const)
            : ('open' as const),
    }))
  const isNew = Date.parse(now) - Date.parse(facts.joined_at) < lastsMs
  return {
    path,
    steps,
    is_shown: isNew && !facts.is_hidden && steps.some(({ state }) => state === 'open'),
  }
}
