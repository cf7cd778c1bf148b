import { z } from 'zod'
import { id } from './ids.ts'
import { clientRef, Invoice, invoiceParams } from './invoices.ts'
import { member, operation } from './operation.ts'
import {
  DateOnly,
  GivenDate,
  Instant,
  line,
  listOf,
  Money,
  pageQuery,
  paragraph,
  PositiveMoney,
} from './pieces.ts'

export const Payment = z
  .strictObject({
    id: id('payment'),
    client: clientRef,
    amount: Money,
    credited: Money,
    received_on: DateOnly,
    receiving_account: z.strictObject({
      id: id('receivingAccount'),
      name: z.string(),
      kind: z.enum(['bank', 'mobile_money', 'cash', 'other']),
    }),
    payer: z.string().nullable(),
    external_reference: z.string().nullable(),
    note: z.string().nullable(),
    proof_id: id('paymentProof').nullable(),
    allocations: z.array(
      z.strictObject({ invoice: z.strictObject({ id: id('invoice'), number: z.string() }), amount: Money }),
    ),
    receipt: z.strictObject({ id: id('receipt'), number: z.string() }).nullable(),
    created_at: Instant,
  })
  .meta({ id: 'Payment' })
export const recordPayment = operation({
  id: 'payments.record',
  method: 'POST',
  path: '/v1/payments',
  access: member('payments.payment.record'),
  createsMoney: true,
  status: 201,
  summary: 'Record money received: “mark as paid”, in full or in part, for one or several invoices',
  description: 'What is not allocated becomes the client’s credit.',
  body: z.strictObject({
    client_id: id('client'),
    receiving_account_id: id('receivingAccount'),
    amount: PositiveMoney,
    received_on: GivenDate,
    payer: line(120).nullable().optional(),
    external_reference: line(120).nullable().optional(),
    note: paragraph(1000).nullable().optional(),
    allocations: z.array(z.strictObject({ invoice_id: id('invoice'), amount: PositiveMoney })).max(50),
  }),
  answer: Payment,
  problems: [
    'currency_mismatch',
    'allocation_exceeds_payment',
    'invoice_not_open',
    'exchange_rate_missing',
    'amount_too_large',
  ],
})
export const applyCredit = operation({
  id: 'payments.apply_credit',
  method: 'POST',
  path: '/v1/invoices/{invoice_id}/credit-applications',
  access: member('payments.credit.apply'),
  createsMoney: true,
  status: 201,
  params: invoiceParams,
  answer: Invoice,
  summary: 'Settle an invoice with the client’s credit',
  body: z.strictObject({ amount: PositiveMoney }),
  problems: ['insufficient_credit', 'currency_mismatch', 'invoice_not_open', 'amount_too_large'],
})

export const listPayments = operation({
  id: 'payments.list',
  method: 'GET',
  path: '/v1/payments',
  access: member('payments.payment.read'),
  query: z.strictObject({ ...pageQuery, client_id: id('client').optional() }),
  answer: listOf(Payment),
  summary: 'Payments, newest first',
})
export const getPayment = operation({
  id: 'payments.get',
  method: 'GET',
  path: '/v1/payments/{payment_id}',
  access: member('payments.payment.read'),
  params: z.strictObject({ payment_id: id('payment') }),
  answer: Payment,
  summary: 'One payment',
})

export const ReceiptSummary = z
  .strictObject({
    id: id('receipt'),
    number: z.string(),
    client: clientRef,
    amount: Money,
    tax: Money,
    receipt_date: DateOnly,
    invoices: z.array(z.strictObject({ id: id('invoice'), number: z.string(), amount: Money })),
    payment_id: id('payment').nullable(),
    created_at: Instant,
  })
  .meta({ id: 'ReceiptSummary' })
const receiptParams = z.strictObject({ receipt_id: id('receipt') })
export const listReceipts = operation({
  id: 'receipts.list',
  method: 'GET',
  path: '/v1/receipts',
  access: member('receipts.receipt.read'),
  query: z.strictObject({ ...pageQuery, client_id: id('client').optional() }),
  answer: listOf(ReceiptSummary),
  summary: 'Receipts, newest first',
})
export const getReceipt = operation({
  id: 'receipts.get',
  method: 'GET',
  path: '/v1/receipts/{receipt_id}',
  access: member('receipts.receipt.read'),
  params: receiptParams,
  answer: ReceiptSummary,
  summary: 'One receipt',
})
export const downloadReceipt = operation({
  id: 'receipts.pdf',
  method: 'GET',
  path: '/v1/receipts/{receipt_id}/pdf',
  access: member('receipts.receipt.read'),
  params: receiptParams,
  query: z.strictObject({ disposition: z.enum(['inline', 'attachment']).optional() }),
  answer: { file: ['application/pdf'] },
  summary: 'The receipt as PDF, always the same bytes',
})
