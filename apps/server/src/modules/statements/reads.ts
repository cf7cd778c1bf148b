import { statement, type Statement } from '../../platform/database/index.ts'
import { mayMeet } from '../clients/index.ts'
import type { PartiesRow } from '../documents/index.ts'

/** What is asked for; null where it is not said. `client` null: the client that the calling contact acts for. */
export type Asked = {
  client: string | null
  from: string | null
  asOf: string | null
  currency: string | null
}

export type StatementHead = PartiesRow & {
  client_id: string
  slug: string
  as_of: string
  locale: string
  brand_color: string
  paper: 'A4' | 'Letter'
  logo_file_id: string | null
}
export type TotalsRow = {
  currency: string
  receivable: number
  credit: number
  opening: number
  charged: number
  settled: number
}
export type LineRow = {
  currency: string
  entry_id: string
  occurred_on: string
  kind: string
  source_kind: string
  source_id: string
  change: number
  balance: number
  place: number
  invoice_number: string | null
  due_date: string | null
  purchase_order: string | null
  method: string | null
  external_reference: string | null
  receipt_id: string | null
  receipt_number: string | null
  credited_invoice: string | null
}
export type AgeingRow = {
  currency: string
  not_due: number
  days_1_30: number
  days_31_60: number
  days_61_90: number
  days_over_90: number
}

const client = '(select app.living_client(coalesce($2::uuid, (select app.client()))))'
const day = `day as (select coalesce($3::date, ($4::timestamptz at time zone s.timezone)::date) as as_of from organization_settings s where s.organization_id = $1)`
const side = (sign: string, account: 'd' | 'c', kind: string): string =>
  `${sign} case when ${account}.kind = '${kind}' then p.amount else 0 end`
const receivable = `sum(${side('', 'd', 'receivable')} ${side('-', 'c', 'receivable')})::bigint`
const credit = `sum(${side('', 'c', 'client_credit')} ${side('-', 'd', 'client_credit')})::bigint`
const postings = `postings p join journal_entries e on e.organization_id = $1 and e.id = p.entry_id
       join ledger_accounts d on d.organization_id = $1 and d.id = p.debit_account_id
       join ledger_accounts c on c.organization_id = $1 and c.id = p.credit_account_id`
const booked = `p.organization_id = $1 and p.client_id = any (app.clients_of(${client})) and ($5::text is null or p.currency = $5) and e.occurred_on <= (select as_of from day)`
/** Every entry that touches the client's account, with what it did to what is owed and to the credit. */
const moves = `moves as (
     select p.currency, p.entry_id, e.kind, e.occurred_on, e.source_kind, e.source_id, ${receivable} as receivable, ${credit} as credit
     from ${postings} where ${booked}
     group by p.currency, p.entry_id, e.kind, e.occurred_on, e.source_kind, e.source_id)`

const head = statement<StatementHead>(
  `with ${day}
   select c.id as client_id, c.refid, c.name as client_name, c.legal_name as client_legal_name, c.email as client_email, c.address as client_address, c.country as client_country, c.tax_number as client_tax_number,
     coalesce(c.locale, s.locale) as locale, o.slug, o.name as organization_name, s.legal_name, s.email, s.phone, s.website, s.address, s.country, s.registration_number, s.tin, s.vrn, s.brand_color, s.paper, s.logo_file_id,
     (select as_of from day) as as_of
   from clients c join organizations o on o.id = $1 join organization_settings s on s.organization_id = $1
   where c.organization_id = $1 and c.id = ${client} and c.deleted_at is null and ${mayMeet('c.id')}`,
)
const totals = statement<TotalsRow>(
  `with ${day}, ${moves}
   select m.currency, sum(m.receivable)::bigint as receivable, sum(m.credit)::bigint as credit,
     coalesce(sum(m.receivable - m.credit) filter (where m.occurred_on < $6::date), 0)::bigint as opening,
     coalesce(sum(greatest(m.receivable - m.credit, 0)) filter (where $6::date is null or m.occurred_on >= $6::date), 0)::bigint as charged,
     coalesce(sum(greatest(m.credit - m.receivable, 0)) filter (where $6::date is null or m.occurred_on >= $6::date), 0)::bigint as settled
   from moves m group by m.currency order by m.currency`,
)
const lines = statement<LineRow>(
  `with ${day}, ${moves}, ordered as (
     select m.*, m.receivable - m.credit as change, (sum(m.receivable - m.credit) over (partition by m.currency order by m.occurred_on, m.entry_id))::bigint as balance,
       row_number() over (partition by m.currency order by m.occurred_on desc, m.entry_id desc) as place
     from moves m)
   select o.currency, o.entry_id, o.occurred_on, o.kind, o.source_kind, o.source_id, o.change, o.balance, o.place,
     i.number as invoice_number, i.due_date, i.purchase_order, y.method, y.external_reference, r.id as receipt_id, r.number as receipt_number, ci.number as credited_invoice
   from ordered o
     left join invoices i on i.organization_id = $1 and o.source_kind = 'invoice' and i.id = o.source_id
     left join payments y on y.organization_id = $1 and o.source_kind = 'payment' and y.id = o.source_id
     left join receipts r on r.organization_id = $1 and (o.source_kind = 'payment' and r.payment_id = o.source_id or o.source_kind = 'allocation' and r.allocation_id = o.source_id)
     left join allocations a on a.organization_id = $1 and o.source_kind = 'allocation' and a.id = o.source_id
     left join invoices ci on ci.organization_id = $1 and ci.id = a.invoice_id
   where ($6::date is null or o.occurred_on >= $6::date) and o.place <= $7
   order by o.currency, o.occurred_on, o.entry_id`,
)
/** What each invoice still owed on the day, by how long it had been due then. */
const ageing = statement<AgeingRow>(
  `with ${day}, open as (
     select p.currency, p.invoice_id, ${receivable} as amount
     from ${postings} where ${booked} and (d.kind = 'receivable' or c.kind = 'receivable')
     group by p.currency, p.invoice_id having ${receivable} <> 0),
   aged as (select o.currency, o.amount, (select as_of from day) - coalesce(i.due_date, (select as_of from day)) as days
     from open o left join invoices i on i.organization_id = $1 and i.id = o.invoice_id)
   select currency, coalesce(sum(amount) filter (where days <= 0), 0)::bigint as not_due, coalesce(sum(amount) filter (where days between 1 and 30), 0)::bigint as days_1_30,
     coalesce(sum(amount) filter (where days between 31 and 60), 0)::bigint as days_31_60, coalesce(sum(amount) filter (where days between 61 and 90), 0)::bigint as days_61_90,
     coalesce(sum(amount) filter (where days > 90), 0)::bigint as days_over_90
   from aged group by currency`,
)

export type StatementRows = readonly [StatementHead[], TotalsRow[], AgeingRow[], LineRow[]]

/** All that a statement is made of, in one round trip and of one moment. @param most lines of a currency, the newest */
export function statementReads(organizationId: string, asked: Asked, now: string, most: number): Statement[] {
  const { client: of, asOf, currency, from } = asked
  return [
    head(organizationId, of, asOf, now),
    totals(organizationId, of, asOf, now, currency, from),
    ageing(organizationId, of, asOf, now, currency),
    lines(organizationId, of, asOf, now, currency, from, most + 1),
  ]
}
