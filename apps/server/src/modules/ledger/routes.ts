import { listClientLedger, toPublicId } from '@portico/contract'
import { statement } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'

/** Older entries than these are summed up in the opening balance. */
const mostEntries = 500

type EntryRow = {
  entry_id: string
  kind: 'invoice_issued' | 'invoice_voided' | 'payment_received' | 'credit_applied'
  occurred_on: string
  source_kind: string
  source_id: string
  invoice_number: string | null
  receipt_id: string | null
  receipt_number: string | null
  postings: { debit: string; credit: string; amount: number; base_amount: number; base_currency: string }[]
  change: number
  balance: number
  closing: number
}

export function ledgerRoutes(edge: Edge): void {
  edge.handle(listClientLedger, async (call) => {
    const { currency, account, as_of } = call.query
    const kind = account === 'receivable' ? 'receivable' : 'client_credit'
    const sign = account === 'receivable' ? 1 : -1
    const { rows } = await call.read(
      visibleClient(call.organizationId, call.params.client_id),
      entriesOfClient(
        call.organizationId,
        call.params.client_id,
        currency,
        kind,
        sign,
        as_of ?? null,
        mostEntries + 1,
      ),
    )
    if (!rows[0]?.[0]) throw notFound('client')
    const newestFirst = (rows[1] ?? []) as EntryRow[]
    const shown = newestFirst.slice(0, mostEntries).toReversed()
    const money = (amount: number, code = currency) => ({ amount, currency: code })
    const first = shown[0]
    return {
      currency,
      opening: money(first ? first.balance - first.change : 0),
      closing: money(first ? first.closing : 0),
      data: shown.map((row) => ({
        entry_id: row.entry_id,
        kind: row.kind,
        occurred_on: row.occurred_on,
        document: documentOf(row),
        change: money(row.change),
        balance: money(row.balance),
        postings: row.postings.map((posting) => ({
          debit: posting.debit,
          credit: posting.credit,
          amount: money(posting.amount),
          base_amount: money(posting.base_amount, posting.base_currency),
        })),
      })),
      is_truncated: newestFirst.length > mostEntries,
    }
  })
}

function documentOf(
  row: EntryRow,
): { kind: 'invoice' | 'payment' | 'receipt'; id: string; number: string | null } | null {
  if (row.source_kind === 'invoice')
    return { kind: 'invoice', id: toPublicId('invoice', row.source_id), number: row.invoice_number }
  if (row.receipt_id)
    return { kind: 'receipt', id: toPublicId('receipt', row.receipt_id), number: row.receipt_number }
  return row.source_kind === 'payment'
    ? { kind: 'payment', id: toPublicId('payment', row.source_id), number: null }
    : null
}

const visibleClient = statement<{ id: string }>(
  `select c.id from clients c where c.organization_id = $1 and c.id = (select app.living_client($2))
   and ((select app.limited_member()) is null or exists (
     select 1 from client_assignments a where a.organization_id = c.organization_id and a.membership_id = (select app.limited_member()) and a.client_id = c.id))`,
)

const entriesOfClient = statement<EntryRow>(
  `with entries as (
     select p.entry_id, (sum(case when d.kind = $4 then p.amount else 0 end - case when c.kind = $4 then p.amount else 0 end) * $5)::bigint as change,
       json_agg(json_build_object('debit', d.kind, 'credit', c.kind, 'amount', p.amount, 'base_amount', p.base_amount, 'base_currency', p.base_currency) order by p.position) as postings
     from postings p
       join ledger_accounts d on d.organization_id = p.organization_id and d.id = p.debit_account_id
       join ledger_accounts c on c.organization_id = p.organization_id and c.id = p.credit_account_id
     where p.organization_id = $1 and p.client_id = any (app.clients_of((select app.living_client($2)))) and p.currency = $3
     group by p.entry_id
     having bool_or(d.kind = $4 or c.kind = $4)
   ), ordered as (
     select e.id as entry_id, e.kind, e.occurred_on, e.source_kind, e.source_id, n.postings, n.change,
       (sum(n.change) over (order by e.occurred_on, e.id))::bigint as balance, (sum(n.change) over ())::bigint as closing
     from entries n join journal_entries e on e.organization_id = $1 and e.id = n.entry_id
     where ($6::date is null or e.occurred_on <= $6)
     order by e.occurred_on desc, e.id desc
     limit $7
   )
   select o.*, i.number as invoice_number, r.id as receipt_id, r.number as receipt_number
   from ordered o
     left join invoices i on i.organization_id = $1 and i.id = o.source_id and o.source_kind = 'invoice'
     left join receipts r on r.organization_id = $1 and (r.payment_id = o.source_id and o.source_kind = 'payment' or r.allocation_id = o.source_id and o.source_kind = 'allocation')
   order by o.occurred_on desc, o.entry_id desc`,
)
