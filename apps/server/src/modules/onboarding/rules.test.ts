import type { Permission } from '@portico/contract'
import { expect, test } from 'vitest'
import { onboardingOf, type Facts } from './rules.ts'

const now = '2026-03-10T09:00:00.000Z'
const nothing: Facts = {
  has_identity: false,
  has_brand: false,
  has_tax: false,
  has_account: false,
  has_client: false,
  has_invoice: false,
  joined_at: now,
  skipped: [],
  seen: [],
  is_hidden: false,
}
const owner = new Set<Permission>([
  'organizations.settings.edit',
  'taxes.rate.manage',
  'accounts.account.manage',
  'clients.client.create',
  'invoices.invoice.create',
])
const statesOf = (facts: Partial<Facts>, permissions: ReadonlySet<Permission> = owner) => {
  const { steps, is_shown } = onboardingOf({ ...nothing, ...facts }, permissions, now)
  return { is_shown, ...Object.fromEntries(steps.map(({ key, state }) => [key, state])) }
}

test('a step is done by what is there, else skipped, else open [AUTH-06]', () => {
  expect(statesOf({ has_client: true, skipped: ['brand', 'client'] })).toEqual({
    is_shown: true,
    identity: 'open',
    brand: 'skipped',
    money: 'open',
    account: 'open',
    client: 'done',
    invoice: 'open',
  })
})

test('it goes away when nothing is open, when it was put away, and after a month [AUTH-06]', () => {
  const skipped = ['identity', 'brand', 'money', 'account', 'client', 'invoice']
  expect(statesOf({ skipped }).is_shown).toBe(false)
  expect(statesOf({ is_hidden: true }).is_shown).toBe(false)
  expect(statesOf({ joined_at: '2026-02-01T00:00:00.000Z' }).is_shown).toBe(false)
})

test('who joins sees what they may see, and nothing to set up [AUTH-06]', () => {
  const support = new Set<Permission>(['clients.client.read'])
  expect(statesOf({ seen: ['profile'] }, support)).toEqual({
    is_shown: true,
    profile: 'done',
    see_clients: 'open',
  })
})
