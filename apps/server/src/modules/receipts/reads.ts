import { sql, type RawBuilder } from 'kysely'
import { db, fromCompiled, type Statement } from '../../platform/database/index.ts'
import { rowsToRead, type PageRequest } from '../../platform/http/pages.ts'
import { mayMeetClient, visibleRows } from '../clients/index.ts'

export type SettledInvoice = { id: string; number: string; amount: number }
export type ReceiptRow = {
  id: string
  number: string
  client_id: string
  client_refid: string
  client_name: string
  currency: string
  amount: number
  tax: number
  receipt_date: string
  payment_id: string | null
  invoices: SettledInvoice[]
  created_at: string
}

const settledBy = (organizationId: string, condition: RawBuilder<boolean>): RawBuilder<SettledInvoice[]> =>
  sql`(select coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'amount', a.amount) order by a.id), '[]')
    from allocations a join invoices i on i.organization_id = ${organizationId} and i.id = a.invoice_id where a.organization_id = ${organizationId} and ${condition})`

function select(
  organizationId: string,
  source: RawBuilder<unknown>,
  conditions: RawBuilder<unknown>[],
  tail: RawBuilder<unknown> = sql``,
): Statement<ReceiptRow> {
  const query = sql<ReceiptRow>`select r.id, r.number, c.id as client_id, c.refid as client_refid, c.name as client_name, r.currency, r.amount, r.tax, r.receipt_date, r.payment_id, r.created_at,
      case when r.payment_id is not null then ${settledBy(organizationId, sql`a.payment_id = r.payment_id`)} else ${settledBy(organizationId, sql`a.id = r.allocation_id`)} end as invoices
    from ${source} join clients c on c.organization_id = ${organizationId} and c.id = app.living_client(r.client_id)
    where ${sql.join([sql`r.organization_id = ${organizationId}`, ...conditions], sql` and `)} ${tail}`
  return fromCompiled(query.compile(db))
}

const allReceipts = sql`receipts r`
const inOrder = (page: PageRequest): RawBuilder<unknown> =>
  sql`order by r.id ${page.isBackwards ? sql`asc` : sql`desc`} limit ${sql.lit(rowsToRead(page))}`
function beyond(page: PageRequest): RawBuilder<unknown>[] {
  const id = page.position?.[0]
  return id === undefined ? [] : [page.isBackwards ? sql`r.id > ${id}` : sql`r.id < ${id}`]
}

/** For members: the receipts of the organization, or of one client, newest first. */
export function listOfReceipts(
  organizationId: string,
  filter: { clientId?: string | undefined },
  page: PageRequest,
): Statement<ReceiptRow> {
  const conditions = beyond(page)
  const most = rowsToRead(page)
  const source = visibleRows({
    organizationId,
    table: 'receipts',
    alias: 'r',
    conditions,
    clientId: filter.clientId,
    ascending: page.isBackwards,
    most,
  })
  return select(organizationId, source, [], inOrder(page))
}

export const receiptById = (organizationId: string, receiptId: string): Statement<ReceiptRow> =>
  select(organizationId, allReceipts, [
    sql`r.id = ${receiptId}`,
    mayMeetClient(organizationId, 'r.client_id'),
  ])

const ofCaller = sql`r.client_id = any (app.clients_of((select app.client())))`

/** For contacts: the receipts of the client that they act for, newest first. */
export const receiptsOfCaller = (organizationId: string, page: PageRequest): Statement<ReceiptRow> =>
  select(organizationId, allReceipts, [ofCaller, ...beyond(page)], inOrder(page))

export const latestReceiptsOfCaller = (organizationId: string, most: number): Statement<ReceiptRow> =>
  select(organizationId, allReceipts, [ofCaller], sql`order by r.id desc limit ${most}`)

export const receiptOfCaller = (organizationId: string, receiptId: string): Statement<ReceiptRow> =>
  select(organizationId, allReceipts, [sql`r.id = ${receiptId}`, ofCaller])

/** The receipts of whatever settled an invoice, newest first; whoever asks has been allowed to see the invoice. */
export function receiptsOfInvoice(
  organizationId: string,
  invoiceId: string | RawBuilder<string>,
): Statement<ReceiptRow> {
  const joined = (on: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`select given.* from allocations a join receipts given on given.organization_id = ${organizationId} and ${on}
      where a.organization_id = ${organizationId} and a.invoice_id = ${invoiceId}`
  // Two arms rather than one condition with `or`, which no index would serve.
  const source = sql`(${joined(sql`given.payment_id = a.payment_id`)} union all ${joined(sql`given.allocation_id = a.id`)}) r`
  return select(organizationId, source, [], sql`order by r.id desc`)
}
