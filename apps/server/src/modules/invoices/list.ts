import type { listInvoices } from '@portico/contract'
import { normalizePaymentReference } from '@portico/money'
import type { z } from 'zod'
import { statement, type Statement } from '../../platform/database/index.ts'
import { rowsToRead, totalCap, type PageRequest, type Position } from '../../platform/http/pages.ts'
import { mayMeet } from '../clients/index.ts'
import { hasExternalId } from '../external-ids/index.ts'
import { foldText } from '../../platform/search-text.ts'
import type { SummaryRow } from './present.ts'

export type InvoiceFilter = Omit<
  z.output<NonNullable<typeof listInvoices.query>>,
  'limit' | 'after' | 'before' | 'total'
>

/** A search brings at most this many, the nearest first. */
const mostMatches = 1000

const summaryColumns = `i.id, i.client_id, i.number, i.document_state, i.settlement_state, i.delivery_state, i.currency, i.issue_date, i.due_date, i.purchase_order, i.gross, i.settled, i.created_at`

/** The state of the document that a filter means: settlement and delivery are facts of issued ones. */
const documentStateOf = (filter: InvoiceFilter): InvoiceFilter['document_state'] =>
  filter.document_state ??
  (filter.settlement_state || filter.delivery_state || filter.overdue ? 'final' : undefined)

/** A row of a page; `due_key` is the due date, or the end of time for a draft without one, `today` the day in the organization's zone. */
export type ListedInvoice = SummaryRow & { due_key: string; today: string }

/** The column that due dates are sorted by: what is open has an index of its own, over the date itself. */
const dueColumn = (filter: InvoiceFilter): 'due_date' | 'due_key' =>
  documentStateOf(filter) === 'final' &&
  (filter.overdue !== undefined ||
    filter.settlement_state === 'open' ||
    filter.settlement_state === 'partial')
    ? 'due_date'
    : 'due_key'

/**
 * A page of invoices. Only plain columns are compared (under row-level security nothing else reaches an index), each filter has an index
 * whose order is the list's. A member limited to assigned clients reads client by client along the same kind of index: the branch
 * that does not apply costs nothing.
 *
 * Settlement and delivery are facts of issued documents, so that filtering by one leaves drafts out, and void ones unless they are asked for.
 */
export function listStatement(
  organizationId: string,
  now: string,
  filter: InvoiceFilter,
  page: PageRequest,
): Statement<ListedInvoice> {
  const values: unknown[] = [organizationId]
  const most = rowsToRead(page)
  const byDue = filter.sort === 'due_date'
  // The first page of a search alone is the newest that are found: no others have to be looked for.
  const isFirst = !page.position && !page.isBackwards && !byDue
  const isAlone = Object.entries(filter).every(
    ([name, value]) => name === 'q' || name === 'sort' || value === undefined,
  )
  const conditions = conditionsOf(filter, now, values, isFirst && isAlone ? most : mostMatches)
  const due = dueColumn(filter)
  // Due soonest first, newest first: each has one direction forwards.
  const rises = byDue ? !page.isBackwards : page.isBackwards
  if (page.position) {
    const [first, second] = page.position
    const [firstParameter, sign] = [values.push(first), rises ? '>' : '<']
    conditions.push(
      byDue
        ? `(i.${due}, i.id) ${sign} ($${firstParameter}::date, $${values.push(second)}::uuid)`
        : `i.id ${sign} $${firstParameter}::uuid`,
    )
  }
  const direction = rises ? 'asc' : 'desc'
  const instant = `$${values.push(now)}::timestamptz`
  const order = (table: string): string =>
    byDue ? `${table}.${due} ${direction}, ${table}.id ${direction}` : `${table}.id ${direction}`
  return statement<ListedInvoice>(
    `select p.*, c.refid as client_refid, c.name as client_name, (select (${instant} at time zone s.timezone)::date from organization_settings s where s.organization_id = $1) as today
     from (${branches(conditions.join(' and '), `${summaryColumns}, i.due_key`, order('i'), most)}) p join clients c on c.organization_id = $1 and c.id = p.client_id
     order by ${order('p')} limit ${most}`,
  )(...values)
}

/** How many there are, counted no further than a list shows. */
export function totalStatement(
  organizationId: string,
  now: string,
  filter: InvoiceFilter,
): Statement<{ count: number }> {
  const values: unknown[] = [organizationId]
  const conditions = conditionsOf(filter, now, values)
  return statement<{ count: number }>(
    `select count(*) as count from (select 1 from (${branches(conditions.join(' and '), '1', null, totalCap + 1)}) b limit ${totalCap + 1}) counted`,
  )(...values)
}

function branches(conditions: string, columns: string, order: string | null, most: number): string {
  const rows = (more: string): string =>
    `select ${columns} from invoices i where ${conditions} and ${more}${order ? ` order by ${order}` : ''} limit ${most}`
  return `(${rows('(select app.limited_member()) is null')})
    union all
    (select l.* from client_assignments a cross join lateral (${rows('i.client_id = a.client_id')}) l
      where a.organization_id = $1 and a.membership_id = (select app.limited_member()))`
}

function conditionsOf(
  filter: InvoiceFilter,
  now: string,
  values: unknown[],
  matches = mostMatches,
): string[] {
  const bind = (value: unknown, type: string): string => `$${values.push(value)}::${type}`
  const conditions = ['i.organization_id = $1', 'i.deleted_at is null']
  const documentState = documentStateOf(filter)
  // Written out, not bound: partial indexes are found by the literal. The contract lets through nothing but these words.
  if (documentState) conditions.push(`i.document_state = '${documentState}'`)
  if (filter.settlement_state) conditions.push(`i.settlement_state = '${filter.settlement_state}'`)
  if (filter.delivery_state) conditions.push(`i.delivery_state = ${bind(filter.delivery_state, 'text')}`)
  if (filter.client_id)
    conditions.push(`i.client_id = (select app.living_client(${bind(filter.client_id, 'uuid')}))`)
  if (filter.external_id) conditions.push(hasExternalId('invoice', 'i.id', bind(filter.external_id, 'text')))
  if (filter.currency) conditions.push(`i.currency = ${bind(filter.currency, 'text')}`)
  if (filter.purchase_order) conditions.push(`i.purchase_order = ${bind(filter.purchase_order, 'text')}`)
  if (filter.issued_from) conditions.push(`i.issue_date >= ${bind(filter.issued_from, 'date')}`)
  if (filter.issued_to) conditions.push(`i.issue_date <= ${bind(filter.issued_to, 'date')}`)
  if (filter.overdue) {
    conditions.push(
      `i.settlement_state in ('open', 'partial') and i.due_date < (select (${bind(now, 'timestamptz')} at time zone s.timezone)::date from organization_settings s where s.organization_id = $1)`,
    )
  }
  const term = foldText(filter.q ?? '')
  if (term) {
    const reference = normalizePaymentReference(term)
    conditions.push(
      `i.id in (select s.id from app.search_invoices(${bind(reference ? foldText(reference) : term, 'text')}, ${matches}) s)`,
    )
  }
  return conditions
}

export const positionOf =
  (filter: InvoiceFilter) =>
  (row: ListedInvoice): Position =>
    filter.sort === 'due_date' ? [row.due_key, row.id] : [row.id]

/** One row of a list by id, for answers of neighbours: `summaryById(organizationId, invoiceId)`. */
export const summaryById = statement<SummaryRow>(
  `select ${summaryColumns}, c.refid as client_refid, c.name as client_name from invoices i join clients c on c.organization_id = $1 and c.id = i.client_id
   where i.organization_id = $1 and i.id = $2 and i.deleted_at is null
     and ((select app.limited_member()) is null or exists (select 1 from client_assignments a where a.organization_id = $1 and a.membership_id = (select app.limited_member()) and a.client_id = i.client_id))`,
)

export type OutstandingRow = {
  currency: string
  open: number
  overdue: number
  open_count: number
  overdue_count: number
  oldest_due_date: string | null
}
/**
 * What is owed, per currency and never added across them: `outstanding(organizationId, now, clientId | null)`. Of all clients it is added up
 * from the sums of each due date, for a limited member and of one client from a covering index over the open invoices.
 */
export const outstanding = (
  organizationId: string,
  now: string,
  clientId: string | null,
): Statement<OutstandingRow> =>
  clientId === null
    ? outstandingOfAll(organizationId, now)
    : outstandingOfClient(organizationId, now, clientId)

/** Of rows `m` with a currency, a due date, an amount and a number of invoices; `d` is the day in the organization's zone. */
const sums = `m.currency, sum(m.amount)::bigint as open, sum(m.invoices) as open_count,
     coalesce(sum(m.amount) filter (where m.due_date < d.today), 0)::bigint as overdue, coalesce(sum(m.invoices) filter (where m.due_date < d.today), 0) as overdue_count`
const day = `(select ($2::timestamptz at time zone s.timezone)::date as today from organization_settings s where s.organization_id = $1) d`
const openInvoices = `select i.currency, i.due_date, i.gross - i.settled as amount, 1 as invoices from invoices i
   where i.organization_id = $1 and i.document_state = 'final' and i.settlement_state in ('open', 'partial')`
const outstandingOfAll = statement<OutstandingRow>(
  `select ${sums}, (
       select x.due_date from owed_moves x where x.organization_id = $1 and x.currency = m.currency group by x.due_date having sum(x.invoices) > 0 order by x.due_date limit 1) as oldest_due_date
   from owed_moves m, ${day} where m.organization_id = $1 and (select app.limited_member()) is null group by m.currency having sum(m.invoices) > 0
   union all
   select ${sums}, min(m.due_date) from client_assignments a cross join lateral (${openInvoices} and i.client_id = a.client_id) m, ${day}
   where a.organization_id = $1 and a.membership_id = (select app.limited_member()) group by m.currency
   order by open desc, currency`,
)
const outstandingOfClient = statement<OutstandingRow>(
  `select ${sums}, min(m.due_date) as oldest_due_date from (${openInvoices} and i.client_id = $3 and ${mayMeet('i.client_id')}) m, ${day}
   group by m.currency order by open desc, m.currency`,
)
