import { z } from 'zod'
import { id } from './ids.ts'
import { clientRef, InvoiceBadge, InvoiceSummary } from './invoices.ts'
import { member, operation } from './operation.ts'
import {
  DateOnly,
  GivenDate,
  Instant,
  line,
  listOf,
  Locale,
  Money,
  pageQuery,
  paragraph,
  PositiveMoney,
  Version,
} from './pieces.ts'

export const ProofState = z.enum(['submitted', 'approved', 'rejected'])
export const PaymentProof = z
  .strictObject({
    id: id('paymentProof'),
    state: ProofState,
    client: clientRef,
    invoice: z.strictObject({
      id: id('invoice'),
      number: z.string(),
      locale: Locale.meta({ description: 'What the client reads: mails about the proof are written in it' }),
      total: Money,
      due: Money,
      badge: InvoiceBadge,
    }),
    payment_reference: z.strictObject({ label: z.string(), value: z.string() }),
    file: z
      .strictObject({
        name: z.string(),
        media_type: z.string(),
        size: z.number().int(),
        url: z.string().meta({ description: 'Signed, expires in 15 minutes' }),
      })
      .nullable(),
    pasted_text: z.string().nullable(),
    claimed: z.strictObject({
      amount: Money.nullable(),
      on: DateOnly.nullable(),
      payer: z.string().nullable(),
      reference: z.string().nullable(),
      receiving_account_id: id('receivingAccount').nullable(),
    }),
    note: z.string().nullable(),
    submitter: z.strictObject({ kind: z.enum(['contact', 'link', 'member']), name: z.string().nullable() }),
    submitted_at: Instant,
    decided_at: Instant.nullable(),
    decided_by: z.string().nullable(),
    rejection_reason: z.string().nullable(),
    payment_id: id('payment').nullable(),
    warnings: z.array(
      z.strictObject({
        code: z.enum(['same_file', 'same_reference', 'amount_differs', 'date_in_future']),
        detail: z.string(),
      }),
    ),
    version: Version,
  })
  .meta({ id: 'PaymentProof' })
const proofParams = z.strictObject({ payment_proof_id: id('paymentProof') })
export const listProofs = operation({
  id: 'payment_proofs.list',
  method: 'GET',
  path: '/v1/payment-proofs',
  access: member('payments.proof.review'),
  query: z.strictObject({
    ...pageQuery,
    state: ProofState.optional(),
    invoice_id: id('invoice').optional(),
    client_id: id('client').optional(),
  }),
  answer: listOf(PaymentProof),
  summary: 'Payment proofs; those waiting oldest first',
})
export const getProof = operation({
  id: 'payment_proofs.get',
  method: 'GET',
  path: '/v1/payment-proofs/{payment_proof_id}',
  access: member('payments.proof.review'),
  params: proofParams,
  answer: PaymentProof,
  summary: 'One proof',
})
export const approveProof = operation({
  id: 'payment_proofs.approve',
  method: 'POST',
  path: '/v1/payment-proofs/{payment_proof_id}/approve',
  access: member('payments.proof.review'),
  createsMoney: true,
  params: proofParams,
  answer: PaymentProof,
  summary: 'Approve a proof in full or in part: records the payment and issues the receipt',
  description: 'The amount goes to the proof’s invoice first; what is over becomes credit.',
  body: z.strictObject({
    amount: PositiveMoney,
    received_on: GivenDate,
    receiving_account_id: id('receivingAccount'),
    payer: line(120).nullable().optional(),
    external_reference: line(120).nullable().optional(),
    note: paragraph(1000).nullable().optional(),
  }),
  problems: [
    'proof_decided',
    'currency_mismatch',
    'invoice_not_open',
    'exchange_rate_missing',
    'amount_too_large',
  ],
})
export const rejectProof = operation({
  id: 'payment_proofs.reject',
  method: 'POST',
  path: '/v1/payment-proofs/{payment_proof_id}/reject',
  access: member('payments.proof.review'),
  params: proofParams,
  answer: PaymentProof,
  summary: 'Reject a proof with a reason; the client is told',
  body: z.strictObject({ reason: line(500) }),
  problems: ['proof_decided'],
})
export const lookUpReference = operation({
  id: 'payment_references.look_up',
  method: 'GET',
  path: '/v1/payment-references/{reference}',
  access: member('payments.payment.read'),
  params: z.strictObject({ reference: z.string().max(60) }),
  summary: 'What a payment reference is for; forgives case, spaces, O/0 and I/1',
  answer: z.strictObject({
    value: z.string(),
    state: z.enum(['pending', 'submitted', 'approved', 'rejected']),
    invoice: InvoiceSummary,
  }),
})

export const PaymentReference = z
  .strictObject({
    id: id('paymentReference'),
    value: z.string().meta({ example: 'PAY-7KQ4-M2XD-9RTC' }),
    state: z.enum(['pending', 'submitted', 'approved', 'rejected']),
    client: clientRef,
    invoice: z.strictObject({
      id: id('invoice'),
      number: z.string(),
      total: Money,
      due: Money,
    }),
    created_at: Instant,
  })
  .meta({ id: 'PaymentReference' })
export const listReferences = operation({
  id: 'payment_references.list',
  method: 'GET',
  path: '/v1/payment-references',
  access: member('payments.payment.read'),
  query: z.strictObject({ ...pageQuery, client_id: id('client').optional() }),
  answer: listOf(PaymentReference),
  summary: 'Payment references, newest first',
})
