import { readPublicId, recordKinds, type IdKind, type Permission, type RecordKind } from '@portico/contract'
import {
  historyOf,
  newestEntries,
  statement,
  type HistoryRow,
  type Statement,
} from '../../platform/database/index.ts'
import type { PageRequest } from '../../platform/http/pages.ts'
import type { Principal } from '../../platform/principal.ts'
import { mayMeet } from '../clients/index.ts'
import { wholeEntries, withinDays, type EntryRow } from './entries.ts'

export type ActivityFilters = {
  from?: string | undefined
  to?: string | undefined
  kind?: string | undefined
  client_id?: string | undefined
}

const shown = (
  Object.entries(recordKinds) as [RecordKind, { id: IdKind; permission: Permission | null }][]
).flatMap(([kind, { id, permission }]) => (permission ? [[kind, { id, permission }] as const] : []))
/** What stands in the audit log and in each record's history, and is no news to the team: an import is one deed, wishes are one's own. */
const noNews = [
  'clients.imported',
  'clients.import_withdrawn',
  'invoices.imported',
  'invoices.import_withdrawn',
  'payments.imported',
  'payments.import_withdrawn',
  'prices.item_imported',
  'prices.item_import_withdrawn',
  'notifications.preferences_changed',
  'notifications.mails_ended',
]
const kindNames = shown.map(([kind]) => kind)
const kindPermissions = shown.map(([, { permission }]) => permission)

/** The kinds that the caller may see, found in the same round trip that brings the caller: `$2` kinds, `$3` their permissions. */
const visibleKinds = `with mine as materialized (
    select rp.permission from memberships m join role_permissions rp on rp.organization_id = $1 and rp.role_id = m.role_id
      where m.organization_id = $1 and m.user_id = substring(app.caller() from '^staff:(.*)$')::uuid
    union select o.permission from memberships m join membership_overrides o on o.organization_id = $1 and o.membership_id = m.id and o.effect = 'grant'
      where m.organization_id = $1 and m.user_id = substring(app.caller() from '^staff:(.*)$')::uuid
    except select o.permission from memberships m join membership_overrides o on o.organization_id = $1 and o.membership_id = m.id and o.effect = 'deny'
      where m.organization_id = $1 and m.user_id = substring(app.caller() from '^staff:(.*)$')::uuid
  ), kinds as materialized (
    select k.kind from unnest($2::text[], $3::text[]) k (kind, permission) where k.permission in (select permission from mine)
  )`

/**
 * A page of what the team did. Who sees all clients reads kind by kind along one index, who is limited client by client along another, so
 * that neither pays for what is not shown; the branch that does not apply costs nothing.
 */
export function listActivity(
  organizationId: string,
  { from, to, kind, client_id: clientId }: ActivityFilters,
  page: PageRequest,
): Statement<EntryRow> {
  const values: unknown[] = [
    organizationId,
    kind === undefined ? kindNames : kindNames.filter((name) => (name as string) === kind),
    kind === undefined ? kindPermissions : kindPermissions.filter((_, at) => kindNames[at] === kind),
  ]
  const bind = (value: unknown): string => `$${values.push(value)}`
  const { after, order, most } = newestEntries(page, bind)
  const rowsOf = (more: string) =>
    `select e.* from audit_entries e where e.organization_id = $1 and ${more}${withinDays({ from, to }, bind)}${after} ${order} limit ${most}`
  const rows = (more: string) => rowsOf(`${more} and e.action <> all ('{${noNews.join()}}'::text[])`)
  const inKinds = 'e.entity_kind in (select kind from kinds)'
  const found = clientId
    ? `(select e.* from unnest(app.clients_of(app.living_client(${bind(clientId)}::uuid))) family (id) cross join lateral (${rows(`e.client_id = family.id and ${inKinds} and ${mayMeet('e.client_id')}`)}) e)`
    : `(select e.* from kinds k cross join lateral (${rows('(select app.limited_member()) is null and e.entity_kind = k.kind')}) e)
       union all
       (select e.* from client_assignments a cross join lateral (${rows(`e.client_id = a.client_id and ${inKinds}`)}) e
         where a.organization_id = $1 and a.membership_id = (select app.limited_member()))
       union all
       (select e.* from kinds k cross join lateral (${rows('(select app.limited_member()) is not null and e.client_id is null and e.entity_kind = k.kind')}) e
         where k.kind in ('price_item', 'tax_rate', 'exchange_rate', 'receiving_account', 'membership', 'invitation', 'organization', 'import_batch'))`
  return statement<EntryRow>(
    `${visibleKinds} ${wholeEntries(`select * from (${found}) e ${order} limit ${most}`, order)}`,
  )(...values)
}

/** The record that a public id names, of the kind asked for where the id names several. */
export function readRecord(text: string, kind?: string): { id: string; kind: RecordKind } | null {
  const named = readPublicId(text)
  const found = shown.find(
    ([name, { id }]) => id === named?.kind && (kind === undefined ? true : name === kind),
  )
  return named && found ? { id: named.id, kind: found[0] } : null
}

export const recordHistory = (
  organizationId: string,
  record: { id: string; kind: RecordKind },
  page: PageRequest,
): Statement<HistoryRow> =>
  historyOf(
    organizationId,
    page,
    (bind) =>
      `e.entity_kind = ${bind(record.kind)} and e.entity_id = ${bind(record.id)}::uuid and (e.client_id is null or ${mayMeet('e.client_id')})`,
  )

export const maySee = (principal: Principal, kind: RecordKind): boolean => {
  const { permission } = recordKinds[kind]
  return principal.kind === 'member' && permission !== null && principal.permissions.has(permission)
}
