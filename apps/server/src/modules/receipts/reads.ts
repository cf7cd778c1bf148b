import { sql, type RawBuilder } from 'kysely'
import { db, fromCompiled, type Statement } from '../../platform/database/index.ts'
import type { PageRequest } from '../../platform/http/pages.ts'

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

/** Whether a caller who is limited to assigned clients may meet the client of this column. */
export const mayMeet = (organizationId: string, clientColumn: string): RawBuilder<boolean> =>
  sql`((select app.limited_member()) is null or exists (select 1 from client_assignments reach where reach.organization_id = ${organizationId}
    and reach.membership_id = (select app.limited_member()) and reach.client_id = ${sql.ref(clientColumn)}))`

const settledBy = (organizationId: string, condition: RawBuilder<boolean>): RawBuilder<SettledInvoice[]> =>
  sql`(select coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'amount', a.amount) order by a.id), '[]')
    from allocations a join invoices i on i.organization_id = ${organizationId} and i.id = a.invoice_id where a.organization_id = ${organizationId} and ${condition})`

function select(
  organizationId: string,
  conditions: RawBuilder<unknown>[],
  tail: RawBuilder<unknown> = sql``,
): Statement<ReceiptRow> {
  const query = sql<ReceiptRow>`select r.id, r.number, r.client_id, c.refid as client_refid, c.name as client_name, r.currency, r.amount, r.tax, r.receipt_date, r.payment_id, r.created_at,
      case when r.payment_id is not null then ${settledBy(organizationId, sql`a.payment_id = r.payment_id`)} else ${settledBy(organizationId, sql`a.id = r.allocation_id`)} end as invoices
    from receipts r join clients c on c.organization_id = ${organizationId} and c.id = r.client_id
    where ${sql.join([sql`r.organization_id = ${organizationId}`, ...conditions], sql` and `)} ${tail}`
  return fromCompiled(query.compile(db))
}

function onPage(page: PageRequest): { conditions: RawBuilder<unknown>[]; tail: RawBuilder<unknown> } {
  const id = page.position?.[0]
  const conditions = id === undefined ? [] : [page.isBackwards ? sql`r.id > ${id}` : sql`r.id < ${id}`]
  return {
    conditions,
    tail: sql`order by r.id ${page.isBackwards ? sql`asc` : sql`desc`} limit ${page.limit + 1}`,
  }
}

/** For members: the receipts of the organization, or of one client, newest first. */
export function listOfReceipts(
  organizationId: string,
  filter: { clientId?: string | undefined },
  page: PageRequest,
): Statement<ReceiptRow> {
  const { conditions, tail } = onPage(page)
  return select(
    organizationId,
    [
      mayMeet(organizationId, 'r.client_id'),
      ...(filter.clientId ? [sql`r.client_id = ${filter.clientId}`] : []),
      ...conditions,
    ],
    tail,
  )
}

export const receiptById = (organizationId: string, receiptId: string): Statement<ReceiptRow> =>
  select(organizationId, [sql`r.id = ${receiptId}`, mayMeet(organizationId, 'r.client_id')])

/** For contacts: the receipts of the client that they act for, newest first. */
export function receiptsOfCaller(organizationId: string, page: PageRequest): Statement<ReceiptRow> {
  const { conditions, tail } = onPage(page)
  return select(organizationId, [sql`r.client_id = (select app.client())`, ...conditions], tail)
}

export const latestReceiptsOfCaller = (organizationId: string, most: number): Statement<ReceiptRow> =>
  select(organizationId, [sql`r.client_id = (select app.client())`], sql`order by r.id desc limit ${most}`)

export const receiptOfCaller = (organizationId: string, receiptId: string): Statement<ReceiptRow> =>
  select(organizationId, [sql`r.id = ${receiptId}`, sql`r.client_id = (select app.client())`])

/** The receipts of whatever settled an invoice; whoever asks has been allowed to see the invoice. */
export const receiptsOfInvoice = (
  organizationId: string,
  invoiceId: string | RawBuilder<string>,
): Statement<ReceiptRow> =>
  select(
    organizationId,
    [
      sql`exists (select 1 from allocations of_it where of_it.organization_id = ${organizationId} and of_it.invoice_id = ${invoiceId}
        and (of_it.payment_id = r.payment_id or of_it.id = r.allocation_id))`,
    ],
    sql`order by r.id desc`,
  )
