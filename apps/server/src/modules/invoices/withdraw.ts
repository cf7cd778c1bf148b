import { statement, type Tx } from '../../platform/database/index.ts'
import { mirrorEntry } from '../ledger/index.ts'
import { movingOwed } from './owed.ts'

/** An invoice that came with an import, as its undo judges it. Payments are those that are not withdrawn. */
export type ImportedInvoice = {
  id: string
  client_id: string
  number: string | null
  document_state: 'draft' | 'final' | 'void'
  currency: string
  gross: number
  settled: number
  version: number
  sent_at: string | null
  viewed_at: string | null
  deleted_at: string | null
  proofs: number
  payment_ids: string[]
  credits: number
}

/** Locks the clients, then the invoices: `importedInvoices(organizationId, ids)` behind `lockClientsOf` in one batch. */
export const importedInvoices = statement<ImportedInvoice>(
  `select i.id, i.client_id, i.number, i.document_state, i.currency, i.gross, i.settled, i.version, i.sent_at, i.viewed_at, i.deleted_at,
     (select count(*) from payment_proofs p where p.organization_id = $1 and p.invoice_id = i.id) as proofs,
     array(select a.payment_id from allocations a where a.organization_id = $1 and a.invoice_id = i.id and a.kind = 'payment' and a.withdrawn_at is null) as payment_ids,
     (select count(*) from allocations a where a.organization_id = $1 and a.invoice_id = i.id and a.kind = 'credit' and a.withdrawn_at is null) as credits
   from invoices i where i.organization_id = $1 and i.id = any ($2::uuid[]) order by i.id for update of i`,
)
export const lockClientsOf = statement<{ id: string }>(
  'select c.id from clients c where c.organization_id = $1 and c.id in (select i.client_id from invoices i where i.organization_id = $1 and i.id = any ($2::uuid[])) order by c.id for update',
)

/** Why an imported invoice stays. */
export const touched = {
  draft: 'The draft was changed since.',
  void: 'It was voided since.',
  paid: 'Something was paid on it since.',
  proof: 'The client sent a proof of payment for it.',
  sent: 'It was sent since.',
  viewed: 'The client has looked at it since.',
} as const

/** `touchedSince` as SQL, of the invoice `i`: for asking about all of a batch. @param isOfBatch of the allocation `a`, whether its payment came with it */
export const touchedInvoice = (isOfBatch: string): string => `case
     when i.document_state = 'draft' then case when i.version > 1 then '${touched.draft}' end
     when i.document_state = 'void' then '${touched.void}'
     when exists (select 1 from allocations a where a.organization_id = $1 and a.invoice_id = i.id and a.withdrawn_at is null and (a.kind = 'credit' or not ${isOfBatch})) then '${touched.paid}'
     when exists (select 1 from payment_proofs f where f.organization_id = $1 and f.invoice_id = i.id) then '${touched.proof}'
     when i.sent_at is not null then '${touched.sent}'
     when i.viewed_at is not null then '${touched.viewed}' end`

/** What was done with it since it came; null where nothing was. */
export function touchedSince(
  invoice: ImportedInvoice,
  isOfBatch: (paymentId: string) => boolean,
): string | null {
  if (invoice.document_state === 'draft') return invoice.version > 1 ? touched.draft : null
  if (invoice.document_state === 'void') return touched.void
  if (invoice.credits > 0 || invoice.payment_ids.some((id) => !isOfBatch(id))) return touched.paid
  if (invoice.proofs > 0) return touched.proof
  if (invoice.sent_at !== null) return touched.sent
  if (invoice.viewed_at !== null) return touched.viewed
  return null
}

/** Takes invoices away again that came with an import: the posting is mirrored, the document void, its number free. Payments come first. */
export function withdrawInvoices(
  tx: Tx,
  invoices: readonly ImportedInvoice[],
  today: string,
  reason: string,
): void {
  if (invoices.length === 0) return
  for (const invoice of invoices.filter(({ document_state }) => document_state === 'final'))
    mirrorEntry(tx, {
      kind: 'invoice_voided',
      mirrors: 'invoice_issued',
      sourceKind: 'invoice',
      sourceId: invoice.id,
      clientId: invoice.client_id,
      occurredOn: today,
      currency: invoice.currency,
      change: { receivable: invoice.gross, credit: 0 },
    })
  tx.later(
    removeInvoices(
      tx.organizationId,
      invoices.map(({ id }) => id),
      tx.now,
      reason,
    ),
  )
  tx.recordMany(
    invoices.map((invoice) => ({
      action: 'invoices.import_withdrawn',
      entityKind: 'invoice',
      entityId: invoice.id,
      clientId: invoice.client_id,
      before: { document_state: invoice.document_state, number: invoice.number },
      after: { document_state: invoice.document_state === 'draft' ? 'draft' : 'void', deleted: true },
    })),
  )
}

/** Settles parts of locked invoices, and says nothing to anybody: for payments that are brought in, or withdrawn (a negative amount). */
export function settleQuietly(
  tx: Tx,
  parts: readonly { invoiceId: string; amount: number; on: string }[],
): void {
  if (parts.length === 0) return
  const sums = [...Map.groupBy(parts, ({ invoiceId }) => invoiceId)].map(([id, list]) => ({
    id,
    amount: list.reduce((sum, { amount }) => sum + amount, 0),
    // Paid on the day of the last payment, at noon: the hour is not known.
    paidAt: `${list
      .map(({ on }) => on)
      .toSorted()
      .at(-1)}T12:00:00.000Z`,
  }))
  tx.later(
    moveSettled(
      tx.organizationId,
      sums.map(({ id }) => id),
      sums.map(({ amount }) => amount),
      sums.map(({ paidAt }) => paidAt),
      tx.now,
    ),
  )
  tx.later(
    followReferences(
      tx.organizationId,
      sums.map(({ id }) => id),
      tx.now,
    ),
  )
}

const removeInvoices = statement(
  movingOwed(
    `update invoices set document_state = case document_state when 'draft' then 'draft' else 'void' end, void_reason = case document_state when 'draft' then void_reason else $4 end,
     voided_at = case document_state when 'draft' then voided_at else $3::timestamptz end, deleted_at = $3, updated_at = $3, version = version + 1
   where organization_id = $1 and id = any ($2::uuid[]) and deleted_at is null`,
  ),
)
const moveSettled = statement(
  movingOwed(
    `update invoices i set settled = i.settled + t.amount, settlement_state = case when i.settled + t.amount >= i.gross then 'paid' when i.settled + t.amount > 0 then 'partial' else 'open' end,
     paid_at = case when i.settled + t.amount >= i.gross then t.paid_at end, updated_at = $5, version = i.version + 1
   from unnest($2::uuid[], $3::bigint[], $4::timestamptz[]) as t (id, amount, paid_at) where i.organization_id = $1 and i.id = t.id`,
  ),
)
const followReferences = statement(
  `update payment_references r set state = case i.settlement_state when 'paid' then 'approved' else 'pending' end, updated_at = $3
   from invoices i where r.organization_id = $1 and i.organization_id = $1 and i.id = r.invoice_id and i.id = any ($2::uuid[]) and r.state in ('pending', 'approved')`,
)
