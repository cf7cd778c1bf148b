import { downloadReceipt, getReceipt, listReceipts } from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import { notFound } from '../../platform/errors.ts'
import { FileAnswer } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { documentPdf } from '../documents/index.ts'
import { presentReceipt } from './present.ts'
import { listOfReceipts, receiptById, type ReceiptRow } from './reads.ts'

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(listReceipts, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(
      listOfReceipts(call.organizationId, { clientId: call.query.client_id }, page),
    )
    return edge.pages.answer(page, rows[0] as ReceiptRow[], (row) => [row.id], presentReceipt)
  })

  edge.handle(getReceipt, async (call) => {
    const { rows } = await call.read(receiptById(call.organizationId, call.params.receipt_id))
    const row = rows[0]?.[0] as ReceiptRow | undefined
    if (!row) throw notFound('receipt')
    return presentReceipt(row)
  })

  edge.handle(downloadReceipt, async (call) => {
    const { rows } = await call.read(receiptById(call.organizationId, call.params.receipt_id))
    if (!rows[0]?.[0]) throw notFound('receipt')
    const pdf = await documentPdf(parts, call.organizationId, 'receipt', call.params.receipt_id)
    return new FileAnswer({ ...pdf, disposition: call.query.disposition ?? 'attachment' })
  })
}
