import {
  applyPortalCredit,
  downloadPortalInvoice,
  getPortalInvoice,
  listPortalInvoices,
  lookUpPortalReference,
  submitPortalProof,
} from '@portico/contract'
import { normalizePaymentReference } from '@portico/money'
import type { AppParts } from '../../app-parts.ts'
import type { Tx } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { FileAnswer } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import type { Principal } from '../../platform/principal.ts'
import { documentPdf } from '../documents/index.ts'
import { documentUrl, withStoredFile } from '../files/index.ts'
import { submitProof } from '../payment-proofs/index.ts'
import { useCredit } from '../payments/index.ts'
import { byReferenceOfCaller, detail, listOfCaller, type ClientInvoiceRow } from './invoice-reads.ts'
import { presentSummary } from './present-invoice.ts'
import { invoiceFrom, invoiceStatements } from './whole-invoice.ts'

export function registerInvoices(edge: Edge, parts: AppParts): void {
  /** The invoice with links that work without headers, for this caller. */
  const presentFor = (
    principal: Principal,
    organizationId: string,
    invoiceId: string,
    now: string,
    rows: readonly unknown[][],
  ) =>
    invoiceFrom(rows, {
      now,
      mayPay: principal.kind === 'contact' && principal.rights.has('invoices.pay'),
      seesCredit: true,
      downloadUrl: documentUrl(parts.keyring, organizationId, 'invoice', invoiceId, now),
      receiptUrl: (receiptId) => documentUrl(parts.keyring, organizationId, 'receipt', receiptId, now),
    })
  const readBack = async (tx: Tx, invoiceId: string) =>
    presentFor(
      tx.principal,
      tx.organizationId,
      invoiceId,
      tx.now,
      await tx.readBack(invoiceStatements(tx.organizationId, invoiceId, 'of_caller')),
    )

  edge.handle(listPortalInvoices, async (call) => {
    const { settled } = call.query
    const page = call.page(call.query)
    const { rows } = await call.read(
      listOfCaller(call.organizationId, settled === undefined ? null : settled === 'true', page),
    )
    return edge.pages.answer(
      page,
      rows[0] as ClientInvoiceRow[],
      (row) => [row.id],
      (row) => presentSummary(row, call.now),
    )
  })

  edge.handle(getPortalInvoice, async (call) => {
    const { organizationId, params, now } = call
    const { principal, rows } = await call.read(
      ...invoiceStatements(organizationId, params.invoice_id, 'of_caller'),
    )
    return presentFor(principal, organizationId, params.invoice_id, now, rows)
  })

  edge.handle(downloadPortalInvoice, async (call) => {
    const { organizationId, params, query } = call
    const { rows } = await call.read(detail(organizationId, params.invoice_id, 'of_caller'))
    if (!rows[0]?.[0]) throw notFound('invoice')
    return new FileAnswer({
      ...(await documentPdf(parts, organizationId, 'invoice', params.invoice_id)),
      disposition: query.disposition ?? 'attachment',
    })
  })

  edge.handle(lookUpPortalReference, async (call) => {
    const reference = normalizePaymentReference(call.params.reference)
    const { rows } = await call.read(byReferenceOfCaller(call.organizationId, reference ?? ''))
    const row = rows[0]?.[0] as ClientInvoiceRow | undefined
    if (!row) throw notFound('invoice with this reference')
    return presentSummary(row, call.now)
  })

  edge.handle(submitPortalProof, async (call) =>
    withStoredFile(parts, call.organizationId, call.file, 'proof', (file, keep) =>
      call.command(async (tx) => {
        const { clientId } = tx.allowContact('invoices.pay')
        const statements = invoiceStatements(tx.organizationId, call.params.invoice_id, 'of_caller')
        const rows = await submitProof(
          parts,
          tx,
          { ...call.body, invoiceId: call.params.invoice_id, clientId, file },
          statements,
        )
        const answer = presentFor(tx.principal, tx.organizationId, call.params.invoice_id, tx.now, rows)
        keep()
        return answer
      }),
    ),
  )

  edge.handle(applyPortalCredit, async (call) =>
    call.command(async (tx) => {
      const { clientId } = tx.allowContact('invoices.pay')
      await useCredit(parts, tx, { invoiceId: call.params.invoice_id, clientId, amount: call.body.amount })
      return readBack(tx, call.params.invoice_id)
    }),
  )
}
