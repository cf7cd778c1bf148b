import { z } from 'zod'
import { id } from './ids.ts'
import { member, operation } from './operation.ts'
import { Currency, DateOnly, Decimal, Done, GivenDate, HistoryEntry, Instant, line, listOf, Locale, Money, pageQuery, paragraph, Percent, PositiveMoney, Version, wantsTotal } from './pieces.ts'

export const DocumentState = z.enum(['draft', 'final', 'void'])
export const SettlementState = z.enum(['open', 'partial', 'paid', 'written_off'])
export const DeliveryState = z.enum(['not_sent', 'sent', 'viewed'])
/** One word for three facts; precedence: void, paid, written off, overdue, partial, viewed, sent, final, draft. */
export const InvoiceBadge = z.enum(['void', 'paid', 'written_off', 'overdue', 'partial', 'viewed', 'sent', 'final', 'draft'])

const facts = {
  badge: InvoiceBadge, document_state: DocumentState, settlement_state: SettlementState, delivery_state: DeliveryState, is_overdue: z.boolean(),
}
const clientRef = z.strictObject({ id: id('client'), refid: z.string(), name: z.string() })
export const InvoiceSummary = z
  .strictObject({
    id: id('invoice'), number: z.string().nullable(), client: clientRef, ...facts, issue_date: DateOnly.nullable(), due_date: DateOnly.nullable(), purchase_order: z.string().nullable(),
    total: Money, due: Money, created_at: Instant,
  })
  .meta({ id: 'InvoiceSummary' })
export const InvoiceLine = z
  .strictObject({
    position: z.number().int(), price_item_id: id('priceItem').nullable(), description: z.string(), details: z.string().nullable(), quantity: Decimal, unit: z.string().nullable(), unit_price: Decimal,
    discount_percent: z.string().nullable(), tax_rate_key: z.string().nullable(), tax_name: z.string().nullable(), tax_percent: z.string().nullable(), net: Money,
  })
  .meta({ id: 'InvoiceLine' })
export const InvoiceTax = z
  .strictObject({ name: z.string(), category: z.enum(['standard', 'zero', 'exempt', 'reverse', 'out_of_scope']), percent: z.string(), exemption_reason: z.string().nullable(), taxable: Money, tax: Money })
  .meta({ id: 'InvoiceTax' })
export const Settlement = z
  .strictObject({
    id: id('allocation'), kind: z.enum(['payment', 'credit']), amount: Money, on: DateOnly, method: z.string().nullable(), payment_id: id('payment').nullable(),
    receipt: z.strictObject({ id: id('receipt'), number: z.string() }).nullable(),
  })
  .meta({ id: 'Settlement' })
/** Both sides of the document as they are printed: frozen at issue; for a draft as they would be printed today. */
export const PrintedSeller = z
  .strictObject({ name: z.string(), legal_name: z.string().nullable(), address_lines: z.array(z.string()), tin: z.string().nullable(), vrn: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable(), website: z.string().nullable() })
  .meta({ id: 'PrintedSeller' })
export const PrintedBuyer = z.strictObject({ name: z.string(), address_lines: z.array(z.string()), tax_number: z.string().nullable(), refid: z.string() }).meta({ id: 'PrintedBuyer' })
export const PreflightItem = z
  .strictObject({ code: z.string(), severity: z.enum(['error', 'warning']), pointer: z.string(), detail: z.string() })
  .meta({ id: 'PreflightItem' })
export const Invoice = z
  .strictObject({
    id: id('invoice'), number: z.string().nullable(), client: clientRef, ...facts, currency: Currency, issue_date: DateOnly.nullable(), due_date: DateOnly.nullable(), purchase_order: z.string().nullable(),
    seller: PrintedSeller.optional(), buyer: PrintedBuyer.optional(), locale: Locale, note: z.string().nullable(), terms: z.string().nullable(), prices_include_tax: z.boolean(), tax_rounding: z.enum(['document', 'line']),
    lines: z.array(InvoiceLine), taxes: z.array(InvoiceTax), totals: z.strictObject({ net: Money, tax: Money, gross: Money, settled: Money, due: Money }),
    base: z.strictObject({ currency: Currency, rate: z.string(), rate_date: DateOnly, source: z.string(), gross: Money }).nullable().meta({ description: 'Frozen at issue; for a draft what it would be today, null where no rate is stored' }),
    receiving_account_ids: z.array(id('receivingAccount')), payment_reference: z.strictObject({ label: z.string(), value: z.string(), state: z.enum(['pending', 'submitted', 'approved', 'rejected']) }).nullable(),
    settlements: z.array(Settlement), proofs_waiting: z.number().int(), client_credit: Money.nullable().meta({ description: 'Credit the client could settle this with; only for those who may see balances' }),
    content_hash: z.string().nullable(), created_at: Instant, issued_at: Instant.nullable(), sent_at: Instant.nullable(), viewed_at: Instant.nullable(), paid_at: Instant.nullable(), voided_at: Instant.nullable(), void_reason: z.string().nullable(),
    preflight: z.array(PreflightItem).meta({ description: 'What stands in the way of issuing (errors) or deserves a look (warnings)' }),
    abilities: z.strictObject({ edit: z.boolean(), issue: z.boolean(), send: z.boolean(), void: z.boolean(), duplicate: z.boolean(), delete: z.boolean(), record_payment: z.boolean(), apply_credit: z.boolean() }),
    version: Version,
  })
  .meta({ id: 'Invoice' })

export const DraftLine = z
  .strictObject({
    price_item_id: id('priceItem').nullable().optional(), description: line(500), details: paragraph(2000).nullable().optional(), quantity: Decimal, unit: line(20).nullable().optional(), unit_price: Decimal,
    discount_percent: Percent.nullable().optional(), tax_rate_key: z.string().max(32).nullable().optional().meta({ description: 'null: no tax on this line' }),
  })
  .meta({ id: 'DraftLine' })
const draftFields = {
  client_id: id('client'), currency: Currency.optional(), issue_date: GivenDate.nullable().optional(), due_date: GivenDate.nullable().optional(), purchase_order: line(60).nullable().optional(), locale: Locale.optional(),
  note: paragraph(2000).nullable().optional(), terms: paragraph(4000).nullable().optional(), prices_include_tax: z.boolean().optional(), receiving_account_ids: z.array(id('receivingAccount')).max(20).optional(),
  lines: z.array(DraftLine).max(1000).optional(),
}
const invoiceParams = z.strictObject({ invoice_id: id('invoice') })

export const listInvoices = operation({
  id: 'invoices.list', method: 'GET', path: '/v1/invoices', access: member('invoices.invoice.read'), summary: 'Invoices', answer: listOf(InvoiceSummary),
  query: z.strictObject({
    ...pageQuery, ...wantsTotal, q: z.string().max(120).optional().meta({ description: 'Number, purchase order, reference or client' }), client_id: id('client').optional(), document_state: DocumentState.optional(),
    settlement_state: SettlementState.optional(), delivery_state: DeliveryState.optional(), overdue: z.enum(['true']).optional(), currency: Currency.optional(), purchase_order: z.string().max(60).optional(),
    issued_from: GivenDate.optional(), issued_to: GivenDate.optional(), sort: z.enum(['-created', 'due_date']).optional(),
  }),
})
export const getOutstanding = operation({
  id: 'invoices.outstanding', method: 'GET', path: '/v1/invoices-outstanding', access: member('clients.balance.read'), summary: 'What is owed, per currency', query: z.strictObject({ client_id: id('client').optional() }),
  answer: z.strictObject({ data: z.array(z.strictObject({ currency: Currency, open: Money, overdue: Money, open_count: z.number().int(), overdue_count: z.number().int(), oldest_due_date: DateOnly.nullable() })) }),
})
export const createInvoice = operation({
  id: 'invoices.create', method: 'POST', path: '/v1/invoices', access: member('invoices.invoice.create'), createsMoney: true, status: 201, answer: Invoice, summary: 'Write a draft',
  description: 'What is left out comes from the client’s billing profile and the organization’s settings. A line that leaves out `tax_rate_key` gets the default rate.', body: z.strictObject(draftFields), problems: ['amount_too_large'],
})
export const getInvoice = operation({ id: 'invoices.get', method: 'GET', path: '/v1/invoices/{invoice_id}', access: member('invoices.invoice.read'), params: invoiceParams, answer: Invoice, summary: 'One invoice with lines, taxes and settlements' })
export const updateInvoice = operation({
  id: 'invoices.update', method: 'PATCH', path: '/v1/invoices/{invoice_id}', access: member('invoices.invoice.create'), versioned: true, params: invoiceParams, answer: Invoice, summary: 'Change a draft; `lines` replaces all lines',
  body: z.strictObject({ ...draftFields, client_id: id('client').optional() }), problems: ['invoice_not_draft', 'amount_too_large'],
})
export const deleteInvoice = operation({ id: 'invoices.delete', method: 'DELETE', path: '/v1/invoices/{invoice_id}', access: member('invoices.invoice.create'), params: invoiceParams, answer: Done, summary: 'Delete a draft', problems: ['invoice_not_draft'] })
export const issueInvoice = operation({
  id: 'invoices.issue', method: 'POST', path: '/v1/invoices/{invoice_id}/issue', access: member('invoices.invoice.issue'), createsMoney: true, versioned: true, params: invoiceParams, answer: Invoice,
  summary: 'Finalize: number, ledger posting, frozen content', body: z.strictObject({}), problems: ['invoice_not_draft', 'invoice_incomplete', 'purchase_order_required', 'exchange_rate_missing', 'amount_too_large'],
})
export const sendInvoice = operation({
  id: 'invoices.send', method: 'POST', path: '/v1/invoices/{invoice_id}/send', access: member('invoices.invoice.send'), params: invoiceParams, answer: Invoice, summary: 'Mail an issued invoice with its PDF and private link',
  body: z.strictObject({ to: z.array(z.email().max(254)).min(1).max(20).optional(), cc: z.array(z.email().max(254)).max(20).optional(), message: paragraph(4000).optional() }), problems: ['no_recipient', 'invoice_not_open'],
})
export const getSendPreview = operation({
  id: 'invoices.send_preview', method: 'GET', path: '/v1/invoices/{invoice_id}/send-preview', access: member('invoices.invoice.send'), params: invoiceParams, summary: 'To whom and with which words it would be sent',
  answer: z.strictObject({ to: z.array(z.strictObject({ name: z.string().nullable(), email: z.string() })), cc: z.array(z.strictObject({ name: z.string().nullable(), email: z.string() })), subject: z.string(), is_mail_configured: z.boolean() }),
})
export const voidInvoice = operation({
  id: 'invoices.void', method: 'POST', path: '/v1/invoices/{invoice_id}/void', access: member('invoices.invoice.void'), versioned: true, params: invoiceParams, answer: Invoice, summary: 'Void an issued invoice that nothing was paid on; its number stays in the register',
  body: z.strictObject({ reason: line(300) }), problems: ['invoice_not_open', 'invoice_has_payments', 'proof_pending'],
})
export const duplicateInvoice = operation({ id: 'invoices.duplicate', method: 'POST', path: '/v1/invoices/{invoice_id}/duplicate', access: member('invoices.invoice.create'), createsMoney: true, status: 201, params: invoiceParams, answer: Invoice, summary: 'Write a new draft with the same lines at today’s tax rates' })
export const downloadInvoice = operation({
  id: 'invoices.pdf', method: 'GET', path: '/v1/invoices/{invoice_id}/pdf', access: member('invoices.invoice.read'), params: invoiceParams, query: z.strictObject({ disposition: z.enum(['inline', 'attachment']).optional() }), answer: { file: ['application/pdf'] },
  summary: 'The invoice as PDF: of an issued one always the same bytes, of a draft a watermarked preview',
})
export const listInvoiceHistory = operation({ id: 'invoices.history', method: 'GET', path: '/v1/invoices/{invoice_id}/history', access: member('invoices.invoice.read'), params: invoiceParams, query: z.strictObject(pageQuery), answer: listOf(HistoryEntry), summary: 'What happened to an invoice, newest first' })
export const InvoiceLink = z.strictObject({ id: id('documentLink'), name: z.string(), url: z.string(), is_revoked: z.boolean(), first_viewed_at: Instant.nullable(), last_viewed_at: Instant.nullable(), created_at: Instant }).meta({ id: 'InvoiceLink' })
export const listInvoiceLinks = operation({ id: 'invoices.links', method: 'GET', path: '/v1/invoices/{invoice_id}/links', access: member('invoices.invoice.send'), params: invoiceParams, answer: z.strictObject({ data: z.array(InvoiceLink) }), summary: 'The private links of an invoice' })
export const rotateInvoiceLink = operation({
  id: 'invoices.rotate_link', method: 'POST', path: '/v1/invoices/{invoice_id}/links/{document_link_id}/rotate', access: member('invoices.invoice.send'), params: z.strictObject({ invoice_id: id('invoice'), document_link_id: id('documentLink') }), answer: InvoiceLink,
  summary: 'Revoke the link in circulation and make a new one',
})
export const Payment = z
  .strictObject({
    id: id('payment'), client: clientRef, amount: Money, credited: Money, received_on: DateOnly, receiving_account: z.strictObject({ id: id('receivingAccount'), name: z.string(), kind: z.enum(['bank', 'mobile_money', 'cash', 'other']) }),
    payer: z.string().nullable(), external_reference: z.string().nullable(), note: z.string().nullable(), proof_id: id('paymentProof').nullable(),
    allocations: z.array(z.strictObject({ invoice: z.strictObject({ id: id('invoice'), number: z.string() }), amount: Money })), receipt: z.strictObject({ id: id('receipt'), number: z.string() }).nullable(), created_at: Instant,
  })
  .meta({ id: 'Payment' })
export const recordPayment = operation({
  id: 'payments.record', method: 'POST', path: '/v1/payments', access: member('payments.payment.record'), createsMoney: true, status: 201, summary: 'Record money received: “mark as paid”, in full or in part, for one or several invoices', description: 'What is not allocated becomes the client’s credit.',
  body: z.strictObject({
    client_id: id('client'), receiving_account_id: id('receivingAccount'), amount: PositiveMoney, received_on: GivenDate, payer: line(120).nullable().optional(), external_reference: line(120).nullable().optional(), note: paragraph(1000).nullable().optional(),
    allocations: z.array(z.strictObject({ invoice_id: id('invoice'), amount: PositiveMoney })).max(50),
  }),
  answer: Payment, problems: ['currency_mismatch', 'allocation_exceeds_payment', 'invoice_not_open', 'exchange_rate_missing', 'amount_too_large'],
})
export const applyCredit = operation({
  id: 'payments.apply_credit', method: 'POST', path: '/v1/invoices/{invoice_id}/credit-applications', access: member('payments.credit.apply'), createsMoney: true, status: 201, params: invoiceParams, answer: Invoice,
  summary: 'Settle an invoice with the client’s credit', body: z.strictObject({ amount: PositiveMoney }), problems: ['insufficient_credit', 'currency_mismatch', 'invoice_not_open', 'amount_too_large'],
})

export const listPayments = operation({ id: 'payments.list', method: 'GET', path: '/v1/payments', access: member('payments.payment.read'), query: z.strictObject({ ...pageQuery, client_id: id('client').optional() }), answer: listOf(Payment), summary: 'Payments, newest first' })
export const getPayment = operation({ id: 'payments.get', method: 'GET', path: '/v1/payments/{payment_id}', access: member('payments.payment.read'), params: z.strictObject({ payment_id: id('payment') }), answer: Payment, summary: 'One payment' })

export const ReceiptSummary = z
  .strictObject({ id: id('receipt'), number: z.string(), client: clientRef, amount: Money, tax: Money, receipt_date: DateOnly, invoices: z.array(z.strictObject({ id: id('invoice'), number: z.string(), amount: Money })), payment_id: id('payment').nullable(), created_at: Instant })
  .meta({ id: 'ReceiptSummary' })
const receiptParams = z.strictObject({ receipt_id: id('receipt') })
export const listReceipts = operation({ id: 'receipts.list', method: 'GET', path: '/v1/receipts', access: member('receipts.receipt.read'), query: z.strictObject({ ...pageQuery, client_id: id('client').optional() }), answer: listOf(ReceiptSummary), summary: 'Receipts, newest first' })
export const getReceipt = operation({ id: 'receipts.get', method: 'GET', path: '/v1/receipts/{receipt_id}', access: member('receipts.receipt.read'), params: receiptParams, answer: ReceiptSummary, summary: 'One receipt' })
export const downloadReceipt = operation({ id: 'receipts.pdf', method: 'GET', path: '/v1/receipts/{receipt_id}/pdf', access: member('receipts.receipt.read'), params: receiptParams, query: z.strictObject({ disposition: z.enum(['inline', 'attachment']).optional() }), answer: { file: ['application/pdf'] }, summary: 'The receipt as PDF, always the same bytes' })

export const ProofState = z.enum(['submitted', 'approved', 'rejected'])
export const PaymentProof = z
  .strictObject({
    id: id('paymentProof'), state: ProofState, client: clientRef,
    invoice: z.strictObject({ id: id('invoice'), number: z.string(), total: Money, due: Money, badge: InvoiceBadge }), payment_reference: z.strictObject({ label: z.string(), value: z.string() }),
    file: z.strictObject({ name: z.string(), media_type: z.string(), size: z.number().int(), url: z.string().meta({ description: 'Signed, expires in 15 minutes' }) }).nullable(), pasted_text: z.string().nullable(),
    claimed: z.strictObject({ amount: Money.nullable(), on: DateOnly.nullable(), payer: z.string().nullable(), reference: z.string().nullable(), receiving_account_id: id('receivingAccount').nullable() }), note: z.string().nullable(),
    submitter: z.strictObject({ kind: z.enum(['contact', 'link', 'member']), name: z.string().nullable() }), submitted_at: Instant, decided_at: Instant.nullable(), decided_by: z.string().nullable(), rejection_reason: z.string().nullable(), payment_id: id('payment').nullable(),
    warnings: z.array(z.strictObject({ code: z.enum(['same_file', 'same_reference', 'amount_differs', 'date_in_future']), detail: z.string() })), version: Version,
  })
  .meta({ id: 'PaymentProof' })
const proofParams = z.strictObject({ payment_proof_id: id('paymentProof') })
export const listProofs = operation({ id: 'payment_proofs.list', method: 'GET', path: '/v1/payment-proofs', access: member('payments.proof.review'), query: z.strictObject({ ...pageQuery, state: ProofState.optional(), invoice_id: id('invoice').optional(), client_id: id('client').optional() }), answer: listOf(PaymentProof), summary: 'Payment proofs; those waiting oldest first' })
export const getProof = operation({ id: 'payment_proofs.get', method: 'GET', path: '/v1/payment-proofs/{payment_proof_id}', access: member('payments.proof.review'), params: proofParams, answer: PaymentProof, summary: 'One proof' })
export const approveProof = operation({
  id: 'payment_proofs.approve', method: 'POST', path: '/v1/payment-proofs/{payment_proof_id}/approve', access: member('payments.proof.review'), createsMoney: true, params: proofParams, answer: PaymentProof, summary: 'Approve a proof in full or in part: records the payment and issues the receipt', description: 'The amount goes to the proof’s invoice first; what is over becomes credit.',
  body: z.strictObject({ amount: PositiveMoney, received_on: GivenDate, receiving_account_id: id('receivingAccount'), payer: line(120).nullable().optional(), external_reference: line(120).nullable().optional(), note: paragraph(1000).nullable().optional() }),
  problems: ['proof_decided', 'currency_mismatch', 'invoice_not_open', 'exchange_rate_missing', 'amount_too_large'],
})
export const rejectProof = operation({ id: 'payment_proofs.reject', method: 'POST', path: '/v1/payment-proofs/{payment_proof_id}/reject', access: member('payments.proof.review'), params: proofParams, answer: PaymentProof, summary: 'Reject a proof with a reason; the client is told', body: z.strictObject({ reason: line(500) }), problems: ['proof_decided'] })
export const lookUpReference = operation({
  id: 'payment_references.look_up', method: 'GET', path: '/v1/payment-references/{reference}', access: member('payments.payment.read'), params: z.strictObject({ reference: z.string().max(60) }), summary: 'What a payment reference is for; forgives case, spaces, O/0 and I/1',
  answer: z.strictObject({ value: z.string(), state: z.enum(['pending', 'submitted', 'approved', 'rejected']), invoice: InvoiceSummary }),
})

export const EmailSummary = z
  .strictObject({ id: id('email'), template: z.string(), to: z.array(z.string()), cc: z.array(z.string()), subject: z.string(), status: z.enum(['queued', 'sent', 'kept', 'failed']), error: z.string().nullable(), attempts: z.number().int(), client_id: id('client').nullable(), created_at: Instant, sent_at: Instant.nullable() })
  .meta({ id: 'EmailSummary' })
export const StoredEmail = EmailSummary.extend({ html: z.string(), text: z.string(), attachments: z.array(z.strictObject({ name: z.string() })) }).meta({ id: 'StoredEmail' })
export const listEmails = operation({ id: 'emails.list', method: 'GET', path: '/v1/emails', access: member('emails.email.read'), query: z.strictObject({ ...pageQuery, status: z.enum(['queued', 'sent', 'kept', 'failed']).optional() }), answer: listOf(EmailSummary), summary: 'Mail of this organization, newest first' })
export const getEmail = operation({ id: 'emails.get', method: 'GET', path: '/v1/emails/{email_id}', access: member('emails.email.read'), params: z.strictObject({ email_id: id('email') }), answer: StoredEmail, summary: 'One mail as the recipient sees it' })
export const listSystemEmails = operation({
  id: 'system_emails.list', method: 'GET', path: '/v1/system-emails', access: { who: 'platform' }, query: z.strictObject(pageQuery), summary: 'Mail of the installation itself (verification, reset, portal sign-in)',
  answer: listOf(z.strictObject({ id: id('email'), template: z.string(), to: z.string(), status: z.enum(['queued', 'sent', 'kept', 'failed']), error: z.string().nullable(), created_at: Instant, sent_at: Instant.nullable(), text: z.string().nullable().meta({ description: 'Kept only while no mail provider is set up' }) })),
})

