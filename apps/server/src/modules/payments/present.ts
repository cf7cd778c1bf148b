import type { PaymentRow, ReferenceRow } from './reads.ts'

export const presentPayment = (row: PaymentRow) => ({
  id: row.id,
  client: { id: row.client_id, refid: row.client_refid, name: row.client_name },
  amount: { amount: row.amount, currency: row.currency },
  credited: { amount: row.credited, currency: row.currency },
  received_on: row.received_on,
  receiving_account: { id: row.account_id, name: row.account_name, kind: row.account_kind },
  payer: row.payer,
  external_reference: row.external_reference,
  note: row.note,
  proof_id: row.proof_id,
  allocations: row.allocations.map((allocation) => ({
    invoice: { id: allocation.invoice_id, number: allocation.number },
    amount: { amount: allocation.amount, currency: row.currency },
  })),
  receipt: row.receipt_id && row.receipt_number ? { id: row.receipt_id, number: row.receipt_number } : null,
  created_at: row.created_at,
})

export const presentReference = (row: ReferenceRow) => ({
  id: row.id,
  value: row.value,
  state: row.state,
  client: { id: row.client_id, refid: row.client_refid, name: row.client_name },
  invoice: {
    id: row.invoice_id,
    number: row.number,
    total: { amount: row.gross, currency: row.currency },
    due: { amount: row.due, currency: row.currency },
  },
  created_at: row.created_at,
})
