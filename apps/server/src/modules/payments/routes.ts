import {
  applyCredit,
  getPayment,
  listPayments,
  listReferences,
  lookUpReference,
  recordPayment as recordOperation,
} from '@portico/contract'
import { normalizePaymentReference } from '@portico/money'
import type { AppParts } from '../../app-parts.ts'
import { statement } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import {
  presentInvoice,
  presentSummary,
  recordFrom,
  recordStatements,
  type SummaryRow,
} from '../invoices/index.ts'
import { presentPayment, presentReference } from './present.ts'
import {
  listOfPayments,
  paymentById,
  summaryByReference,
  type PaymentRow,
  listOfReferences,
  type ReferenceRow,
} from './reads.ts'
import { recordPayment } from './record-payment.ts'
import { useCredit } from './use-credit.ts'

const clientOfInvoice = statement<{ client_id: string }>(
  `select client_id from invoices where organization_id = $1 and id = $2 and document_state <> 'draft'`,
)

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(listPayments, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(
      listOfPayments(call.organizationId, { clientId: call.query.client_id }, page),
    )
    return edge.pages.answer(page, rows[0] as PaymentRow[], (row) => [row.id], presentPayment)
  })

  edge.handle(getPayment, async (call) => {
    const { rows } = await call.read(paymentById(call.organizationId, call.params.payment_id))
    const row = rows[0]?.[0] as PaymentRow | undefined
    if (!row) throw notFound('payment')
    return presentPayment(row)
  })

  edge.handle(recordOperation, async (call) =>
    call.command(async (tx) => {
      tx.allow('payments.payment.record')
      const { body } = call
      const { payment } = await recordPayment(parts, tx, {
        clientId: body.client_id,
        receivingAccountId: body.receiving_account_id,
        amount: body.amount,
        receivedOn: body.received_on,
        payer: body.payer,
        externalReference: body.external_reference,
        note: body.note,
        allocations: body.allocations.map(({ invoice_id, amount }) => ({ invoiceId: invoice_id, amount })),
      })
      return presentPayment(payment)
    }),
  )

  edge.handle(applyCredit, async (call) =>
    call.command(async (tx) => {
      tx.allow('payments.credit.apply')
      const { invoice_id: invoiceId } = call.params
      const owner = await tx.first(clientOfInvoice(tx.organizationId, invoiceId))
      if (!owner) throw notFound('invoice')
      await useCredit(parts, tx, { invoiceId, clientId: owner.client_id, amount: call.body.amount })
      return presentInvoice(
        recordFrom(await tx.readBack(recordStatements(tx.organizationId, invoiceId, tx.now))),
        tx.principal,
      )
    }),
  )

  edge.handle(listReferences, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(
      listOfReferences(call.organizationId, { clientId: call.query.client_id }, page),
    )
    return edge.pages.answer(page, rows[0] as ReferenceRow[], (row) => [row.id], presentReference)
  })

  edge.handle(lookUpReference, async (call) => {
    const reference = normalizePaymentReference(call.params.reference)
    const { rows } = await call.read(summaryByReference(call.organizationId, reference, call.now))
    const row = rows[0]?.[0] as
      | (SummaryRow & {
          value: string
          state: 'pending' | 'submitted' | 'approved' | 'rejected'
          today: string
        })
      | undefined
    if (!row) throw notFound('payment reference')
    return { value: row.value, state: row.state, invoice: presentSummary(row, row.today) }
  })
}
