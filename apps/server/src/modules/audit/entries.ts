import { readPublicId, recordKinds, type RecordKind } from '@portico/contract'
import { newestEntries, statement, type Statement } from '../../platform/database/index.ts'
import type { PageRequest } from '../../platform/http/pages.ts'
import { foldText } from '../../platform/search-text.ts'
import { mayMeet } from '../clients/index.ts'

export type AuditFilters = {
  from?: string | undefined
  to?: string | undefined
  action?: string | undefined
  kind?: string | undefined
  record?: string | undefined
  actor?: string | undefined
  q?: string | undefined
}
export type EntryRow = {
  id: string
  at: string
  actor_kind: 'member' | 'contact' | 'link' | 'system' | 'platform'
  actor_id: string | null
  actor_name: string | null
  action: string
  entity_kind: string
  entity_id: string
  label: string | null
  client_id: string | null
  client_name: string | null
  request_id: string | null
  ip: string | null
  user_agent: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  is_erased: boolean
  seq: number | null
  hash: string | null
}
type Bind = (value: unknown) => string

/** How people call a record now, by its kind: one look by primary key for each row that is shown. */
const labels: Record<RecordKind, string | null> = {
  client: 'select c.name from clients c where c.organization_id = $1 and c.id = e.entity_id',
  contact: 'select c.name from contacts c where c.organization_id = $1 and c.id = e.entity_id',
  invoice: 'select i.number from invoices i where i.organization_id = $1 and i.id = e.entity_id',
  payment:
    'select r.number from receipts r where r.organization_id = $1 and r.payment_id = e.entity_id limit 1',
  payment_proof:
    'select i.number from payment_proofs f join invoices i on i.organization_id = $1 and i.id = f.invoice_id where f.organization_id = $1 and f.id = e.entity_id',
  receipt: 'select r.number from receipts r where r.organization_id = $1 and r.id = e.entity_id',
  price_item: 'select i.name from price_items i where i.organization_id = $1 and i.id = e.entity_id',
  tax_rate: 'select t.name from tax_rates t where t.organization_id = $1 and t.id = e.entity_id',
  exchange_rate: null,
  receiving_account:
    'select r.name from receiving_accounts r where r.organization_id = $1 and r.id = e.entity_id',
  membership:
    'select u.name from memberships m join users u on u.id = m.user_id where m.organization_id = $1 and m.id = e.entity_id',
  invitation: 'select i.email from invitations i where i.organization_id = $1 and i.id = e.entity_id',
  import_batch: null,
  organization: 'select o.name from organizations o where o.id = e.entity_id',
  account:
    'select u.name from memberships m join users u on u.id = m.user_id where m.organization_id = $1 and m.id = e.entity_id',
}
const label = `case e.entity_kind ${Object.entries(labels)
  .filter(([, sql]) => sql !== null)
  .map(([kind, sql]) => `when '${kind}' then (${sql})`)
  .join(' ')} end`

/** A page of entries (`found`) with everything that is shown of one. */
export const wholeEntries = (found: string, order: string): string =>
  `select e.id, e.at, e.actor_kind, e.actor_id, p.actor_name, e.action, e.entity_kind, e.entity_id, ${label} as label, e.client_id, c.name as client_name,
     e.request_id, p.ip, p.user_agent, p.before, p.after, p.entry_id is null as is_erased, s.seq, encode(s.hash, 'hex') as hash
   from (${found}) e
     left join audit_payloads p on p.organization_id = $1 and p.entry_id = e.id
     left join audit_seals s on s.organization_id = $1 and s.entry_id = e.id
     left join clients c on c.organization_id = $1 and c.id = e.client_id
   ${order}`

export const entryById = statement<EntryRow>(
  wholeEntries('select e.* from audit_entries e where e.organization_id = $1 and e.id = $2', ''),
)

/** The days of a filter as the organization counts them, both included. */
export function withinDays(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  bind: Bind,
): string {
  const start = (day: string) =>
    `(select (${day})::timestamp at time zone s.timezone from organization_settings s where s.organization_id = $1)`
  return [
    from ? ` and e.at >= ${start(`${bind(from)}::date`)}` : '',
    to ? ` and e.at < ${start(`${bind(to)}::date + 1`)}` : '',
  ].join('')
}

/** The kinds of records that ids of this kind name. */
const kindsOfId = (idKind: string): string[] =>
  Object.entries(recordKinds)
    .filter(([, { id }]) => id === idKind)
    .map(([kind]) => kind)

/**
 * A page of the audit log. Every filter has an index that ends in (at, id); what is typed is turned into such filters, each read along
 * its own index up to a page, because a search in the payloads would read all of them.
 */
export function listEntries(
  organizationId: string,
  filters: AuditFilters,
  page: PageRequest,
): Statement<EntryRow> {
  const values: unknown[] = [organizationId]
  const bind: Bind = (value) => `$${values.push(value)}`
  const { after, order, most } = newestEntries(page, bind)
  const conditions = `e.organization_id = $1${filtersOf(filters, bind)}${withinDays(filters, bind)} and (e.client_id is null or ${mayMeet('e.client_id')})${after}`
  const rows = (more = '') =>
    `select e.* from audit_entries e where ${conditions}${more} ${order} limit ${most}`
  const found = filters.q?.trim() ? typed(filters.q.trim(), rows, bind) : rows()
  return statement<EntryRow>(wholeEntries(`select * from (${found}) e ${order} limit ${most}`, order))(
    ...values,
  )
}

function filtersOf({ action, kind, record, actor }: AuditFilters, bind: Bind): string {
  const parts: string[] = []
  if (action !== undefined) parts.push(`e.action = ${bind(action)}`)
  if (kind !== undefined) parts.push(`e.entity_kind = ${bind(kind)}`)
  if (record !== undefined) {
    const named = readPublicId(record)
    parts.push(named ? isRecord(named, bind) : 'false')
  }
  if (actor !== undefined) {
    const named = readPublicId(actor)
    parts.push(named ? `e.actor_id = ${bind(named.id)}::uuid` : 'false')
  }
  return parts.map((part) => ` and ${part}`).join('')
}

function isRecord(named: { kind: string; id: string }, bind: Bind): string {
  const kinds = kindsOfId(named.kind)
  const id = `e.entity_id = ${bind(named.id)}::uuid`
  // One kind at a time reads the index in its order.
  return kinds.length === 0
    ? 'false'
    : kinds.length === 1
      ? `e.entity_kind = ${bind(kinds[0])} and ${id}`
      : `e.entity_kind = any(${bind(kinds)}::text[]) and ${id}`
}

const occurring = (column: 'action' | 'entity_kind'): string =>
  `(with recursive found as (
      (select e.${column} as value from audit_entries e where e.organization_id = $1 order by e.${column} limit 1)
      union all
      select (select e.${column} from audit_entries e where e.organization_id = $1 and e.${column} > f.value order by e.${column} limit 1) from found f where f.value is not null
    ) select value from found where value is not null)`

function typed(q: string, rows: (more?: string) => string, bind: Bind): string {
  const named = readPublicId(q)
  if (named)
    return named.kind === 'auditEntry'
      ? rows(` and e.id = ${bind(named.id)}::uuid`)
      : `(${rows(` and ${isRecord(named, bind)}`)}) union (${rows(` and e.actor_id = ${bind(named.id)}::uuid`)})`
  if (/^req_[0-9a-f]{32}$/.test(q)) return rows(` and e.request_id = ${bind(q)}`)
  const term = foldText(q)
  const words = bind(term.split(' ').filter(Boolean))
  const number = bind(q.toUpperCase())
  const along = (keys: string, condition: string) =>
    `(select e.* from (${keys}) k cross join lateral (${rows(` and ${condition}`)}) e)`
  return [
    along(
      `select value from ${occurring('action')} a where not exists (select 1 from unnest(${words}::text[]) w where position(w in translate(a.value, '._', '  ')) = 0)`,
      'e.action = k.value',
    ),
    along(
      `select m.id as value from memberships m join users u on u.id = m.user_id where m.organization_id = $1 and not exists (select 1 from unnest(${words}::text[]) w where position(w in lower(u.name)) = 0)`,
      'e.actor_id = k.value',
    ),
    along(
      `select i.id as value from invoices i where i.organization_id = $1 and i.number = ${number}`,
      `e.entity_kind = 'invoice' and e.entity_id = k.value`,
    ),
    along(
      `select r.id as value from receipts r where r.organization_id = $1 and r.number = ${number}`,
      `e.entity_kind = 'receipt' and e.entity_id = k.value`,
    ),
    // Fewer letters than a trigram has cannot be searched by likeness.
    ...(term.length >= 3
      ? [along(`select id as value from app.search_clients(${bind(term)}, 20)`, 'e.client_id = k.value')]
      : []),
  ].join(' union ')
}

export const filterChoices = {
  actions: statement<{ value: string }>(`select value from ${occurring('action')} a`),
  kinds: statement<{ value: string }>(`select value from ${occurring('entity_kind')} k`),
  actors: statement<{ id: string; name: string }>(
    'select m.id, u.name from memberships m join users u on u.id = m.user_id where m.organization_id = $1 order by lower(u.name), m.id limit 500',
  ),
}
