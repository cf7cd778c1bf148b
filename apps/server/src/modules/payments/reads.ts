import { sql, type RawBuilder } from 'kysely'
import { db, fromCompiled, type Statement } from '../../platform/database/index.ts'
import { rowsToRead, type PageRequest } from '../../platform/http/pages.ts'
import { mayMeetClient, visibleRows } from '../clients/index.ts'
import type { SummaryRow } from '../invoices/index.ts'

export type AccountKind = 'bank' | 'mobile_money' | 'cash' | 'other'
export type PaymentRow = {
  id: string
  client_id: string
  client_refid: string
  client_name: string
  currency: string
  amount: number
  credited: number
  received_on: string
  account_id: string
  account_name: string
  account_kind: AccountKind
  payer: string | null
  external_reference: string | null
  note: string | null
  proof_id: string | null
  allocations: { invoice_id: string; number: string; amount: number }[]
  receipt_id: string | null
  receipt_number: string | null
  created_at: string
}

function select(
  organizationId: string,
  source: RawBuilder<unknown>,
  conditions: RawBuilder<unknown>[],
  tail: RawBuilder<unknown> = sql``,
): Statement<PaymentRow> {
  const query = sql<PaymentRow>`select p.id, c.id as client_id, c.refid as client_refid, c.name as client_name, p.currency, p.amount, p.credited, p.received_on, p.receiving_account_id as account_id, ra.name as account_name, ra.kind as account_kind,
      p.payer, p.external_reference, p.note, p.proof_id, p.created_at, r.id as receipt_id, r.number as receipt_number,
      (select coalesce(json_agg(json_build_object('invoice_id', i.id, 'number', i.number, 'amount', a.amount) order by a.id), '[]')
        from allocations a join invoices i on i.organization_id = ${organizationId} and i.id = a.invoice_id where a.organization_id = ${organizationId} and a.payment_id = p.id) as allocations
    from ${source}
      join clients c on c.organization_id = ${organizationId} and c.id = app.living_client(p.client_id)
      join receiving_accounts ra on ra.organization_id = ${organizationId} and ra.id = p.receiving_account_id
      left join receipts r on r.organization_id = ${organizationId} and r.payment_id = p.id
    where ${sql.join([sql`p.organization_id = ${organizationId}`, ...conditions], sql` and `)} ${tail}`
  return fromCompiled(query.compile(db))
}

export const paymentById = (organizationId: string, paymentId: string): Statement<PaymentRow> =>
  select(organizationId, sql`payments p`, [
    sql`p.id = ${paymentId}`,
    sql`p.withdrawn_at is null`,
    mayMeetClient(organizationId, 'p.client_id'),
  ])

/** Newest first. */
export function listOfPayments(
  organizationId: string,
  filter: { clientId?: string | undefined },
  page: PageRequest,
): Statement<PaymentRow> {
  const id = page.position?.[0]
  const conditions = [
    sql`p.withdrawn_at is null`,
    ...(id === undefined ? [] : [page.isBackwards ? sql`p.id > ${id}` : sql`p.id < ${id}`]),
  ]
  const most = rowsToRead(page)
  const source = visibleRows({
    organizationId,
    table: 'payments',
    alias: 'p',
    conditions,
    clientId: filter.clientId,
    ascending: page.isBackwards,
    most,
  })
  return select(
    organizationId,
    source,
    [],
    sql`order by p.id ${page.isBackwards ? sql`asc` : sql`desc`} limit ${sql.lit(most)}`,
  )
}

export type HistoryRow = {
  kind: 'payment' | 'credit'
  id: string
  on_date: string
  currency: string
  amount: number
  credited: number
  /** The account's name as it was at the payment; null where credit was used. */
  method: string | null
  invoices: { number: string; amount: number }[]
  receipt_id: string | null
  receipt_number: string | null
}

/**
 * What settled the invoices of the client that a contact acts for: payments and uses of credit as one list, newest first. Both
 * arms are read in the order of their ids from an index, so that a page costs a page.
 */
export function historyOfCaller(organizationId: string, page: PageRequest): Statement<HistoryRow> {
  const id = page.position?.[0]
  const order = page.isBackwards ? sql`asc` : sql`desc`
  const beyond = (column: string): RawBuilder<unknown> =>
    id === undefined
      ? sql`true`
      : page.isBackwards
        ? sql`${sql.ref(column)} > ${id}`
        : sql`${sql.ref(column)} < ${id}`
  const most = rowsToRead(page)
  const query = sql<HistoryRow>`
    with payment_page as (
      select p.id, p.received_on as on_date, p.currency, p.amount, p.credited, p.method from payments p
      where p.organization_id = ${organizationId} and p.client_id = any (app.clients_of((select app.client()))) and p.withdrawn_at is null and ${beyond('p.id')} order by p.id ${order} limit ${sql.lit(most)}),
    credit_page as (
      select a.id, a.currency, a.amount, a.invoice_id from allocations a
      where a.organization_id = ${organizationId} and a.client_id = any (app.clients_of((select app.client()))) and a.kind = 'credit' and ${beyond('a.id')} order by a.id ${order} limit ${sql.lit(most)})
    select * from (
      select 'payment' as kind, p.id, p.on_date, p.currency, p.amount, p.credited, p.method, r.id as receipt_id, r.number as receipt_number,
        (select coalesce(json_agg(json_build_object('number', i.number, 'amount', a.amount) order by a.id), '[]')
          from allocations a join invoices i on i.organization_id = ${organizationId} and i.id = a.invoice_id where a.organization_id = ${organizationId} and a.payment_id = p.id) as invoices
      from payment_page p left join receipts r on r.organization_id = ${organizationId} and r.payment_id = p.id
      union all
      select 'credit', a.id, r.receipt_date, a.currency, a.amount, 0, null, r.id, r.number, json_build_array(json_build_object('number', i.number, 'amount', a.amount))
      from credit_page a
        join invoices i on i.organization_id = ${organizationId} and i.id = a.invoice_id
        join receipts r on r.organization_id = ${organizationId} and r.allocation_id = a.id) history
    order by id ${order} limit ${sql.lit(most)}`
  return fromCompiled(query.compile(db))
}

/** What a payment reference in its written form is for; a text that cannot be one finds nothing. */
export function summaryByReference(
  organizationId: string,
  reference: string | null,
  now: string,
): Statement<SummaryRow & { value: string; state: string; today: string }> {
  const query = sql<
    SummaryRow & { value: string; state: string; today: string }
  >`select pr.value, pr.state, (${now}::timestamptz at time zone s.timezone)::date as today,
      i.id, i.client_id, i.number, i.document_state, i.settlement_state, i.delivery_state, i.currency, i.issue_date, i.due_date, i.purchase_order, i.gross, i.settled, i.created_at,
      c.refid as client_refid, c.name as client_name
    from payment_references pr
      join invoices i on i.organization_id = ${organizationId} and i.id = pr.invoice_id
      join clients c on c.organization_id = ${organizationId} and c.id = i.client_id
      join organization_settings s on s.organization_id = ${organizationId}
    where pr.organization_id = ${organizationId} and pr.value = ${reference} and ${mayMeetClient(organizationId, 'i.client_id')}`
  return fromCompiled(query.compile(db))
}

export type ReferenceRow = {
  id: string
  value: string
  state: 'pending' | 'submitted' | 'approved' | 'rejected'
  client_id: string
  client_refid: string
  client_name: string
  invoice_id: string
  number: string
  currency: string
  gross: number
  due: number
  created_at: string
}

/** Newest first, of the clients that the caller may meet. */
export function listOfReferences(
  organizationId: string,
  filter: { clientId?: string | undefined },
  page: PageRequest,
): Statement<ReferenceRow> {
  const id = page.position?.[0]
  const most = rowsToRead(page)
  const source = visibleRows({
    organizationId,
    table: 'payment_references',
    alias: 'r',
    conditions: id === undefined ? [] : [page.isBackwards ? sql`r.id > ${id}` : sql`r.id < ${id}`],
    clientId: filter.clientId,
    ascending: page.isBackwards,
    most,
  })
  const query = sql<ReferenceRow>`select r.id, r.value, r.state, r.client_id, c.refid as client_refid, c.name as client_name, r.invoice_id, i.number, i.currency, i.gross,
      case when i.document_state = 'void' then 0 else i.gross - i.settled end as due, r.created_at
    from ${source}
      join invoices i on i.organization_id = ${organizationId} and i.id = r.invoice_id
      join clients c on c.organization_id = ${organizationId} and c.id = r.client_id
    order by r.id ${page.isBackwards ? sql`asc` : sql`desc`} limit ${sql.lit(most)}`
  return fromCompiled(query.compile(db))
}
