import type { DeliveryState, DocumentState, SettlementState } from '@portico/money'
import { sql, type RawBuilder } from 'kysely'
import { db, fromCompiled, statement, type Statement } from '../../platform/database/index.ts'
import { rowsToRead, type PageRequest } from '../../platform/http/pages.ts'

/** An id, or an expression that says it: the invoice behind a private link is found in the same round trip. */
export type InvoiceId = string | RawBuilder<string>

export type LatestProof = {
  state: 'submitted' | 'approved' | 'rejected'
  at: string
  decided_at: string | null
  reason: string | null
}

export type ClientInvoiceRow = {
  id: string
  number: string
  document_state: DocumentState
  settlement_state: SettlementState
  delivery_state: DeliveryState
  issue_date: string
  due_date: string
  purchase_order: string | null
  currency: string
  gross: number
  settled: number
  proof: LatestProof | null
  timezone: string
}

const summaryColumns = (
  organizationId: string,
): RawBuilder<unknown> => sql`i.id, i.number, i.document_state, i.settlement_state, i.delivery_state, i.issue_date, i.due_date, i.purchase_order, i.currency, i.gross, i.settled,
  s.timezone,
  (select json_build_object('state', p.state, 'at', p.submitted_at, 'decided_at', p.decided_at, 'reason', p.rejection_reason) from payment_proofs p
    where p.organization_id = ${organizationId} and p.invoice_id = i.id order by p.id desc limit 1) as proof`

/** Issued invoices of the client that the contact acts for: a draft is nobody's business yet. */
function ofCaller(
  organizationId: string,
  conditions: RawBuilder<unknown>[],
  tail: RawBuilder<unknown>,
): Statement<ClientInvoiceRow> {
  const query = sql<ClientInvoiceRow>`select ${summaryColumns(organizationId)} from invoices i join organization_settings s on s.organization_id = ${organizationId}
    where ${sql.join([sql`i.organization_id = ${organizationId} and i.client_id = (select app.client()) and i.document_state <> 'draft' and i.deleted_at is null`, ...conditions], sql` and `)} ${tail}`
  return fromCompiled(query.compile(db))
}

const isOpen = sql`i.document_state = 'final' and i.settlement_state in ('open', 'partial')`

/** Newest first. `isSettled` false: what is still to be paid; true: everything else. */
export function listOfCaller(
  organizationId: string,
  isSettled: boolean | null,
  page: PageRequest,
): Statement<ClientInvoiceRow> {
  const id = page.position?.[0]
  const conditions = [
    ...(isSettled === null ? [] : [isSettled ? sql`not (${isOpen})` : isOpen]),
    ...(id === undefined ? [] : [page.isBackwards ? sql`i.id > ${id}` : sql`i.id < ${id}`]),
  ]
  return ofCaller(
    organizationId,
    conditions,
    sql`order by i.id ${page.isBackwards ? sql`asc` : sql`desc`} limit ${sql.lit(rowsToRead(page))}`,
  )
}

/** What is to be paid, the oldest due first. */
export const openOfCaller = (organizationId: string, most: number): Statement<ClientInvoiceRow> =>
  ofCaller(organizationId, [isOpen], sql`order by i.due_date, i.id limit ${most}`)

/** The invoice behind a payment reference in its written form, if it is the caller's own. */
export const byReferenceOfCaller = (organizationId: string, reference: string): Statement<ClientInvoiceRow> =>
  ofCaller(
    organizationId,
    [
      sql`i.id = (select pr.invoice_id from payment_references pr where pr.organization_id = ${organizationId} and pr.value = ${reference})`,
    ],
    sql``,
  )

export type OwedRow = {
  currency: string
  open: number
  overdue: number
  oldest_due_date: string | null
  open_count: number
}
/** What the caller's client owes, per currency: `owedByCaller(organizationId, now)`. */
export const owedByCaller = statement<OwedRow>(
  `select i.currency, sum(i.gross - i.settled)::bigint as open, min(i.due_date) as oldest_due_date, count(*) as open_count,
     coalesce(sum(i.gross - i.settled) filter (where i.due_date < ($2::timestamptz at time zone s.timezone)::date), 0)::bigint as overdue
   from invoices i join organization_settings s on s.organization_id = $1
   where i.organization_id = $1 and i.client_id = (select app.client()) and i.document_state = 'final' and i.settlement_state in ('open', 'partial')
   group by i.currency order by open desc, i.currency`,
)
/** The client's credit: `creditOfCaller(organizationId)`. */
export const creditOfCaller = statement<{ currency: string; credit: number }>(
  'select b.currency, b.credit from client_balances b where b.organization_id = $1 and b.client_id = (select app.client()) and b.credit > 0 order by b.currency',
)
export const timeZoneOf = statement<{ timezone: string }>(
  'select timezone from organization_settings where organization_id = $1',
)

export type ClientInvoiceDetailRow = ClientInvoiceRow & {
  client_id: string
  content: string
  proof_review_hours: number
  credit: number
}
const detailColumns = (
  organizationId: string,
): RawBuilder<unknown> => sql`${summaryColumns(organizationId)}, i.client_id, d.content, s.proof_review_hours,
  coalesce((select b.credit from client_balances b where b.organization_id = ${organizationId} and b.client_id = i.client_id and b.currency = i.currency), 0) as credit`

/** One issued invoice with what was printed on it. `whose`: the invoice must be the caller's, or be the one that a private link leads to. */
export function detail(
  organizationId: string,
  invoiceId: InvoiceId,
  whose: 'of_caller' | 'of_link',
): Statement<ClientInvoiceDetailRow> {
  const query = sql<ClientInvoiceDetailRow>`select ${detailColumns(organizationId)}
    from invoices i
      join organization_settings s on s.organization_id = ${organizationId}
      join document_contents d on d.organization_id = ${organizationId} and d.document_kind = 'invoice' and d.document_id = i.id
    where i.organization_id = ${organizationId} and i.id = ${invoiceId} and i.document_state <> 'draft' ${whose === 'of_caller' ? sql`and i.client_id = (select app.client())` : sql``}`
  return fromCompiled(query.compile(db))
}

export type PayMethodRow = {
  id: string
  kind: 'bank' | 'mobile_money' | 'cash' | 'other'
  name: string
  details: { label: string; value: string }[]
  steps: string[]
  qr_payload: string | null
  is_chosen: boolean
  is_shown_to_clients: boolean
}
/** The accounts in use that fit the invoice's currency. Which of them are shown says `methodsToShow`. */
export function payMethods(organizationId: string, invoiceId: InvoiceId): Statement<PayMethodRow> {
  const query = sql<PayMethodRow>`select a.id, a.kind, a.name, a.details, a.steps, a.qr_payload, a.is_shown_to_clients, a.id = any(i.receiving_account_ids) as is_chosen
    from invoices i join receiving_accounts a on a.organization_id = ${organizationId} and a.currency = i.currency and a.is_active
    where i.organization_id = ${organizationId} and i.id = ${invoiceId} order by a.position, lower(a.name), a.id`
  return fromCompiled(query.compile(db))
}
