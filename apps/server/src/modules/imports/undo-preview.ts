import type { ImportUndoPreview } from '@portico/contract'
import type { z } from 'zod'
import { statement, type Statement } from '../../platform/database/index.ts'
import { touchedClient } from '../clients/index.ts'
import { touchedInvoice } from '../invoices/index.ts'
import { touchedItem } from '../prices/index.ts'
import type { Kind } from './fields.ts'
import { invoiceOfRecord, presentRecord, recordColumns, type RecordRow } from './list-reads.ts'
import { stays } from './undo-reasons.ts'

const mostShown = 50

/**
 * What the undo of a batch would decide, asked about all of it at once and without a lock: invoices as they were touched, payments with their
 * invoices, credit in the order in which the undo takes it back, then what stands on what stays. A test holds it against the undo.
 */
const judged = `items as materialized (
     select id, kind, entity_id from import_items where organization_id = $1 and batch_id = $2 and action = 'create' and state in ('brought_in', 'blocked')),
   touched_invoices as materialized (
     select t.id as item_id, i.id, i.currency, i.gross, i.document_state, i.deleted_at,
       case when i.deleted_at is null then ${touchedInvoice("a.payment_id in (select entity_id from items where kind = 'payments')")} end as reason
     from items t left join invoices i on i.organization_id = $1 and i.id = t.entity_id where t.kind = 'invoices'),
   paid as materialized (
     select t.id as item_id, p.id, p.client_id, p.currency, p.amount, p.credited, p.withdrawn_at, v.item_id as invoice_item_id, v.reason as invoice_reason,
       case when v.item_id is null and o.document_state <> 'final' then '${stays.invoiceVoided}' end as reason
     from items t left join payments p on p.organization_id = $1 and p.id = t.entity_id
       left join allocations a on a.organization_id = $1 and a.payment_id = p.id and a.withdrawn_at is null
       left join touched_invoices v on v.id = a.invoice_id and v.deleted_at is null
       left join invoices o on o.organization_id = $1 and o.id = a.invoice_id
     where t.kind = 'payments'),
   credits as materialized (
     select r.item_id, r.invoice_item_id, r.taken > coalesce(b.credit, 0) as is_used from (
       select item_id, invoice_item_id, client_id, currency,
         sum(credited) over (partition by client_id, currency order by invoice_item_id nulls last, item_id) as taken
       from paid where credited > 0 and withdrawn_at is null and invoice_reason is null and reason is null) r
     left join client_balances b on b.organization_id = $1 and b.client_id = r.client_id and b.currency = r.currency),
   invoice_verdicts as materialized (
     select v.*, coalesce(v.reason, case when v.item_id in (select invoice_item_id from credits where is_used and invoice_item_id is not null) then '${stays.creditOfInvoice}' end) as why
     from touched_invoices v),
   payment_verdicts as materialized (
     select p.*, case when p.id is null or p.withdrawn_at is not null then null
       when p.invoice_item_id in (select item_id from invoice_verdicts where why is not null) then '${stays.withItsInvoice}'
       when p.reason is not null then p.reason
       when p.item_id in (select item_id from credits where is_used and invoice_item_id is null) then '${stays.creditOfPayment}' end as why
     from paid p),
   staying_invoices as materialized (
     select distinct i.client_id from invoices i where i.organization_id = $1 and i.deleted_at is null and i.client_id in (select entity_id from items where kind = 'clients')
       and not exists (select 1 from invoice_verdicts v where v.id = i.id and v.why is null)),
   staying_payments as materialized (
     select distinct p.client_id from payments p where p.organization_id = $1 and p.withdrawn_at is null and p.client_id in (select entity_id from items where kind = 'clients')
       and not exists (select 1 from payment_verdicts v where v.id = p.id and v.why is null)),
   verdicts as materialized (
     select item_id, 'invoices' as kind, why, case when document_state = 'final' and deleted_at is null then currency end as currency, gross as invoiced, 0::bigint as received from invoice_verdicts
     union all
     select item_id, 'payments', why, case when withdrawn_at is null then currency end, 0, amount from payment_verdicts
     union all
     select t.id, t.kind, ${touchedItem('i.id not in (select v.id from invoice_verdicts v where v.why is null and v.id is not null)')}, null, 0, 0
     from items t left join price_items p on p.organization_id = $1 and p.id = t.entity_id where t.kind = 'price_items'
     union all
     select t.id, t.kind, ${touchedClient('c.id in (select client_id from staying_invoices)', 'c.id in (select client_id from staying_payments)')}, null, 0, 0
     from items t left join clients c on c.organization_id = $1 and c.id = t.entity_id where t.kind = 'clients')`

type SummaryRow = {
  counts: { kind: Kind; is_blocked: boolean; count: number }[]
  sums: { currency: string; invoiced: number; received: number }[]
  blocked: (RecordRow & { reason: string })[]
}
const preview = statement<SummaryRow>(
  `with ${judged}
   select
     (select coalesce(json_agg(n), '[]') from (select kind, why is not null as is_blocked, count(*) as count from verdicts group by 1, 2) n) as counts,
     (select coalesce(json_agg(s order by s.currency), '[]') from (
        select currency, sum(invoiced) as invoiced, sum(received) as received from verdicts where why is null and currency is not null group by currency) s) as sums,
     (select coalesce(json_agg(r order by r.id), '[]') from (
        select ${recordColumns}, v.why as reason from (select item_id, why from verdicts where why is not null order by item_id limit ${mostShown}) v
          join import_items t on t.organization_id = $1 and t.batch_id = $2 and t.id = v.item_id ${invoiceOfRecord}) r) as blocked`,
)

export const undoPreview = (organizationId: string, batchId: string): Statement<SummaryRow> =>
  preview(organizationId, batchId)

export function presentUndoPreview({
  counts,
  sums,
  blocked,
}: SummaryRow): z.output<typeof ImportUndoPreview> {
  const of = (isBlocked: boolean): Record<Kind, number> => {
    const all = { clients: 0, price_items: 0, invoices: 0, payments: 0 }
    for (const { kind, is_blocked, count } of counts) if (is_blocked === isBlocked) all[kind] += count
    return all
  }
  return {
    withdrawn: of(false),
    sums: sums.map(({ currency, invoiced, received }) => ({
      invoiced: { amount: invoiced, currency },
      received: { amount: received, currency },
    })),
    blocked: of(true),
    blocked_records: blocked.map(presentRecord),
  }
}
