import { downloadPortalReceipt, listPortalPayments, listPortalReceipts, toPublicId } from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import { notFound } from '../../platform/errors.ts'
import { FileAnswer } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { documentPdf } from '../documents/index.ts'
import { documentUrl } from '../files/index.ts'
import { historyOfCaller, type HistoryRow } from '../payments/index.ts'
import {
  presentPortalReceipt,
  receiptOfCaller,
  receiptsOfCaller,
  type ReceiptRow,
} from '../receipts/index.ts'

export function registerPayments(edge: Edge, parts: AppParts): void {
  edge.handle(listPortalPayments, async (call) => {
    const { organizationId, now } = call
    const page = call.page(call.query)
    const { rows } = await call.read(historyOfCaller(organizationId, page))
    const urlOf = (receiptId: string): string =>
      documentUrl(parts.keyring, organizationId, 'receipt', receiptId, now)
    return edge.pages.answer(
      page,
      rows[0] as HistoryRow[],
      (row) => [row.id],
      (row) => presentHistory(row, urlOf),
    )
  })

  edge.handle(listPortalReceipts, async (call) => {
    const { organizationId, now } = call
    const page = call.page(call.query)
    const { rows } = await call.read(receiptsOfCaller(organizationId, page))
    return edge.pages.answer(
      page,
      rows[0] as ReceiptRow[],
      (row) => [row.id],
      (row) => presentPortalReceipt(row, documentUrl(parts.keyring, organizationId, 'receipt', row.id, now)),
    )
  })

  edge.handle(downloadPortalReceipt, async (call) => {
    const { rows } = await call.read(receiptOfCaller(call.organizationId, call.params.receipt_id))
    if (!rows[0]?.[0]) throw notFound('receipt')
    const pdf = await documentPdf(parts, call.organizationId, 'receipt', call.params.receipt_id)
    return new FileAnswer({ ...pdf, disposition: call.query.disposition ?? 'attachment' })
  })
}

function presentHistory(row: HistoryRow, receiptUrl: (receiptId: string) => string) {
  const money = (amount: number) => ({ amount, currency: row.currency })
  return {
    id: toPublicId(row.kind === 'payment' ? 'payment' : 'allocation', row.id),
    kind: row.kind,
    on: row.on_date,
    amount: money(row.amount),
    credited: money(row.credited),
    method: row.method ?? '',
    invoices: row.invoices.map(({ number, amount }) => ({ number, amount: money(amount) })),
    receipt:
      row.receipt_id && row.receipt_number
        ? { number: row.receipt_number, download_url: receiptUrl(row.receipt_id) }
        : null,
  }
}
