import { toPublicId, type HistoryEntry } from '@portico/contract'
import type { z } from 'zod'
import { statement, type Statement } from '../../platform/database/index.ts'
import type { PageRequest } from '../../platform/http/pages.ts'
import type { Principal } from '../../platform/principal.ts'

export type HistoryRow = {
  id: string
  at: string
  actor_kind: 'member' | 'contact' | 'link' | 'system' | 'platform'
  actor_name: string | null
  action: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/**
 * What happened to a client, newest first. `withMoney` includes its documents and payments; without it only the client itself and its
 * people speak, so that who may not see amounts meets none here.
 */
export function historyOf(
  organizationId: string,
  clientId: string,
  page: PageRequest,
  withMoney: boolean,
): Statement<HistoryRow> {
  const values: unknown[] = [organizationId, clientId, page.limit + 1]
  const after = page.position
    ? ` and e.id ${page.isBackwards ? '>' : '<'} $${values.push(page.position[0])}::uuid`
    : ''
  const kinds = withMoney ? '' : ` and e.entity_kind in ('client', 'contact')`
  return statement<HistoryRow>(
    `select e.id, e.at, e.actor_kind, p.actor_name, e.action, p.before, p.after
     from audit_entries e left join audit_payloads p on p.organization_id = e.organization_id and p.entry_id = e.id
     where e.organization_id = $1 and e.client_id = $2${kinds}${after} order by e.id ${page.isBackwards ? 'asc' : 'desc'} limit $3`,
  )(...values)
}

/** Amounts stand in the entries of documents, payments and balances. */
export const mayReadMoney = (principal: Principal): boolean =>
  principal.kind === 'member' &&
  (['invoices.invoice.read', 'payments.payment.read', 'clients.balance.read'] as const).every((permission) =>
    principal.permissions.has(permission),
  )

export const presentHistory = ({
  id,
  at,
  actor_kind,
  actor_name,
  action,
  before,
  after,
}: HistoryRow): z.output<typeof HistoryEntry> => ({
  id: toPublicId('auditEntry', id),
  at,
  actor: { kind: actor_kind, name: actor_name },
  action,
  before,
  after,
})
