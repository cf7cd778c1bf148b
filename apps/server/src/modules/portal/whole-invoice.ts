import { notFound } from '../../platform/errors.ts'
import type { Statement } from '../../platform/database/index.ts'
import { proofsOfInvoice, type ClientProofRow } from '../payment-proofs/index.ts'
import { receiptsOfInvoice, type ReceiptRow } from '../receipts/index.ts'
import {
  detail,
  payMethods,
  type ClientInvoiceDetailRow,
  type InvoiceId,
  type PayMethodRow,
} from './invoice-reads.ts'
import { presentInvoice, type InvoiceView } from './present-invoice.ts'

/** All that the page of one invoice shows, for one round trip; `invoiceFrom` puts the rows together. */
export const invoiceStatements = (
  organizationId: string,
  invoiceId: InvoiceId,
  whose: 'of_caller' | 'of_link',
): Statement[] => [
  detail(organizationId, invoiceId, whose),
  payMethods(organizationId, invoiceId),
  proofsOfInvoice(organizationId, invoiceId),
  receiptsOfInvoice(organizationId, invoiceId),
]

/** @throws notFound where the invoice is not the caller's, not issued or not there: nothing of the other rows is shown then */
export function invoiceFrom(rows: readonly unknown[][], view: InvoiceView) {
  const [found, methods, proofs, receipts] = rows as [
    ClientInvoiceDetailRow[],
    PayMethodRow[],
    ClientProofRow[],
    ReceiptRow[],
  ]
  const row = found[0]
  if (!row) throw notFound('invoice')
  return presentInvoice(row, { methods, proofs, receipts }, view)
}
