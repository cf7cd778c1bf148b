import { z } from 'zod'
import { id } from './ids.ts'
import { NewPassword, PortalMe } from './identity.ts'
import { InvoiceBadge, InvoiceTax, PrintedBuyer, PrintedSeller } from './invoices.ts'
import { contact, operation } from './operation.ts'
import { portalRightKeys } from './portal-rights.ts'
import {
  Address,
  Country,
  Currency,
  DateOnly,
  Done,
  Email,
  GivenDate,
  Instant,
  line,
  listOf,
  Locale,
  Money,
  pageQuery,
  paragraph,
  Phone,
  PositiveMoney,
  Version,
  Website,
} from './pieces.ts'

/** The client's side. Every operation acts for the one client named by `Portico-Client`, and sees only its rows. */

export const PortalInvoiceSummary = z
  .strictObject({
    id: id('invoice'),
    number: z.string(),
    badge: InvoiceBadge,
    issue_date: DateOnly,
    due_date: DateOnly,
    purchase_order: z.string().nullable(),
    total: Money,
    due: Money,
    proof: z.strictObject({ state: z.enum(['submitted', 'rejected']), submitted_at: Instant }).nullable(),
  })
  .meta({ id: 'PortalInvoiceSummary' })
export const PayMethod = z
  .strictObject({
    id: id('receivingAccount'),
    kind: z.enum(['bank', 'mobile_money', 'cash', 'other']),
    name: z.string(),
    details: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    steps: z.array(z.string()),
    qr_payload: z.string().nullable(),
  })
  .meta({ id: 'PayMethod' })
export const PortalProof = z
  .strictObject({
    id: id('paymentProof'),
    state: z.enum(['submitted', 'approved', 'rejected']),
    submitted_at: Instant,
    decided_at: Instant.nullable(),
    amount: Money.nullable(),
    file_name: z.string().nullable(),
    rejection_reason: z.string().nullable(),
  })
  .meta({ id: 'PortalProof' })
export const PortalReceipt = z
  .strictObject({
    id: id('receipt'),
    number: z.string(),
    amount: Money,
    tax: Money,
    receipt_date: DateOnly,
    invoices: z.array(z.strictObject({ number: z.string(), amount: Money })),
    download_url: z.string(),
  })
  .meta({ id: 'PortalReceipt' })
/** One invoice as the client sees it, in the portal and through the private link alike. */
export const PortalInvoice = z
  .strictObject({
    ...PortalInvoiceSummary.shape,
    settlement_state: z.enum(['open', 'partial', 'paid', 'written_off']),
    currency: Currency,
    note: z.string().nullable(),
    terms: z.string().nullable(),
    seller: PrintedSeller,
    buyer: PrintedBuyer,
    lines: z.array(
      z.strictObject({
        position: z.number().int(),
        description: z.string(),
        details: z.string().nullable(),
        quantity: z.string(),
        unit: z.string().nullable(),
        unit_price: z.string(),
        discount_percent: z.string().nullable(),
        tax_label: z.string().nullable(),
        net: Money,
      }),
    ),
    taxes: z.array(InvoiceTax),
    totals: z.strictObject({ net: Money, tax: Money, gross: Money, settled: Money, due: Money }),
    payment_reference: z.strictObject({ label: z.string(), value: z.string() }),
    pay_methods: z.array(PayMethod),
    proofs: z.array(PortalProof),
    receipts: z.array(PortalReceipt),
    client_credit: Money.nullable(),
    can_pay: z.boolean(),
    proof_review_hours: z.number().int(),
    download_url: z.string(),
  })
  .meta({ id: 'PortalInvoice' })

export const PortalHome = z
  .strictObject({
    owed: z.array(
      z.strictObject({
        currency: Currency,
        open: Money,
        overdue: Money,
        oldest_due_date: DateOnly.nullable(),
        open_count: z.number().int(),
      }),
    ),
    credit: z.array(Money),
    open_invoices: z.array(PortalInvoiceSummary),
    waiting: z.array(
      z.strictObject({
        kind: z.enum(['proof_rejected', 'proof_submitted']),
        invoice_id: id('invoice'),
        invoice_number: z.string(),
        at: Instant,
        detail: z.string().nullable(),
      }),
    ),
    recent_receipts: z.array(PortalReceipt),
    today: DateOnly,
  })
  .meta({ id: 'PortalHome' })

/** Fields of a proof; the file, where there is one, is the multipart part `file`. Either a file or pasted text is needed. */
export const proofFields = {
  pasted_text: paragraph(4000).optional(),
  amount: z
    .string()
    .max(40)
    .optional()
    .meta({ description: 'As printed on the slip: a decimal number in the invoice’s currency' }),
  paid_on: GivenDate.optional(),
  payer: line(120, 0).optional(),
  reference: line(120, 0).optional(),
  receiving_account_id: id('receivingAccount').optional(),
  note: paragraph(1000).optional(),
}
const invoiceParams = z.strictObject({ invoice_id: id('invoice') })
export const fileQuery = z.strictObject({ disposition: z.enum(['inline', 'attachment']).optional() })
export const proofProblems = [
  'invoice_not_open',
  'proof_pending',
  'file_too_large',
  'file_type_not_allowed',
  'file_empty',
  'token_invalid',
] as const

export const getPortalMe = operation({
  id: 'portal.me',
  method: 'GET',
  path: '/v1/portal/me',
  access: { who: 'contact', right: null, evenSuspended: true },
  answer: PortalMe,
  summary: 'Who is signed in to the portal, and for which clients',
  description: 'Needs neither organization nor client.',
})
export const getPortalHome = operation({
  id: 'portal.home',
  method: 'GET',
  path: '/v1/portal/home',
  access: contact('invoices.read', { evenSuspended: true }),
  answer: PortalHome,
  summary: 'What is owed, what waits, what was paid',
})
export const listPortalInvoices = operation({
  id: 'portal_invoices.list',
  method: 'GET',
  path: '/v1/portal/invoices',
  access: contact('invoices.read', { evenSuspended: true }),
  query: z.strictObject({ ...pageQuery, settled: z.enum(['true', 'false']).optional() }),
  answer: listOf(PortalInvoiceSummary),
  summary: 'The client’s invoices',
})
export const getPortalInvoice = operation({
  id: 'portal_invoices.get',
  method: 'GET',
  path: '/v1/portal/invoices/{invoice_id}',
  access: contact('invoices.read', { evenSuspended: true }),
  params: invoiceParams,
  answer: PortalInvoice,
  summary: 'One invoice with how to pay it',
})
export const downloadPortalInvoice = operation({
  id: 'portal_invoices.pdf',
  method: 'GET',
  path: '/v1/portal/invoices/{invoice_id}/pdf',
  access: contact('invoices.read', { evenSuspended: true }),
  params: invoiceParams,
  query: fileQuery,
  answer: { file: ['application/pdf'] },
  summary: 'The invoice as PDF',
})
export const submitPortalProof = operation({
  id: 'portal_invoices.submit_proof',
  method: 'POST',
  path: '/v1/portal/invoices/{invoice_id}/proofs',
  access: contact('invoices.pay', { evenSuspended: true }),
  params: invoiceParams,
  upload: { accept: 'image-or-pdf', limit: 'proof', isRequired: false },
  body: z.strictObject(proofFields),
  status: 201,
  answer: PortalInvoice,
  summary: 'Say “I have paid”, with an image, a PDF or the pasted message',
  problems: proofProblems,
})
export const applyPortalCredit = operation({
  id: 'portal_invoices.apply_credit',
  method: 'POST',
  path: '/v1/portal/invoices/{invoice_id}/credit-applications',
  access: contact('invoices.pay', { evenSuspended: true }),
  createsMoney: true,
  status: 201,
  params: invoiceParams,
  body: z.strictObject({ amount: PositiveMoney }),
  answer: PortalInvoice,
  summary: 'Pay with the client’s credit',
  problems: ['insufficient_credit', 'currency_mismatch', 'invoice_not_open', 'amount_too_large'],
})
export const lookUpPortalReference = operation({
  id: 'portal.look_up_reference',
  method: 'GET',
  path: '/v1/portal/payment-references/{reference}',
  access: contact('invoices.read', { evenSuspended: true }),
  params: z.strictObject({ reference: z.string().max(60) }),
  answer: PortalInvoiceSummary,
  summary: 'The invoice behind a payment reference, among the client’s own',
})
export const PortalPayment = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['payment', 'credit']),
    on: DateOnly,
    amount: Money,
    credited: Money,
    method: z.string(),
    invoices: z.array(z.strictObject({ number: z.string(), amount: Money })),
    receipt: z.strictObject({ number: z.string(), download_url: z.string() }).nullable(),
  })
  .meta({ id: 'PortalPayment' })
export const listPortalPayments = operation({
  id: 'portal_payments.list',
  method: 'GET',
  path: '/v1/portal/payments',
  access: contact('invoices.read', { evenSuspended: true }),
  query: z.strictObject(pageQuery),
  answer: listOf(PortalPayment),
  summary: 'The payment history',
})
export const listPortalReceipts = operation({
  id: 'portal_receipts.list',
  method: 'GET',
  path: '/v1/portal/receipts',
  access: contact('invoices.read', { evenSuspended: true }),
  query: z.strictObject(pageQuery),
  answer: listOf(PortalReceipt),
  summary: 'My receipts',
})
export const downloadPortalReceipt = operation({
  id: 'portal_receipts.pdf',
  method: 'GET',
  path: '/v1/portal/receipts/{receipt_id}/pdf',
  access: contact('invoices.read', { evenSuspended: true }),
  params: z.strictObject({ receipt_id: id('receipt') }),
  query: fileQuery,
  answer: { file: ['application/pdf'] },
  summary: 'A receipt as PDF',
})

export const PortalProfile = z
  .strictObject({
    contact: z.strictObject({
      id: id('contact'),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      job_title: z.string().nullable(),
      locale: Locale,
      version: Version,
    }),
    company: z.strictObject({
      name: z.string(),
      legal_name: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      website: z.string().nullable(),
      address: Address,
      country: z.string().nullable(),
      tax_number: z.string().nullable(),
      version: Version,
    }),
    contacts: z.array(
      z.strictObject({
        id: id('contact'),
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        job_title: z.string().nullable(),
        is_primary: z.boolean(),
      }),
    ),
    rights: z.array(z.enum(portalRightKeys)),
  })
  .meta({ id: 'PortalProfile' })
export const getPortalProfile = operation({
  id: 'portal_profile.get',
  method: 'GET',
  path: '/v1/portal/profile',
  access: contact(null),
  answer: PortalProfile,
  summary: 'Own details and the company’s',
})
export const updatePortalContact = operation({
  id: 'portal_profile.update_contact',
  method: 'PATCH',
  path: '/v1/portal/profile/contact',
  access: contact(null),
  versioned: true,
  answer: PortalProfile,
  summary: 'Change one’s own name, phone, title or language',
  body: z.strictObject({
    name: line(200).optional(),
    phone: Phone.nullable().optional(),
    job_title: line(120).nullable().optional(),
    locale: Locale.optional(),
  }),
})
export const updatePortalCompany = operation({
  id: 'portal_profile.update_company',
  method: 'PATCH',
  path: '/v1/portal/profile/company',
  access: contact('company.edit'),
  versioned: true,
  answer: PortalProfile,
  summary: 'Change the company’s details; issued documents keep theirs',
  body: z.strictObject({
    legal_name: line(200).nullable().optional(),
    email: Email.nullable().optional(),
    phone: Phone.nullable().optional(),
    website: Website.nullable().optional(),
    address: Address.optional(),
    country: Country.nullable().optional(),
    tax_number: line(60).nullable().optional(),
  }),
  problems: ['duplicate_email'],
})
export const setPortalPassword = operation({
  id: 'portal_profile.set_password',
  method: 'POST',
  path: '/v1/portal/profile/password',
  access: { who: 'contact', right: null, evenSuspended: true },
  limit: 'auth',
  answer: Done,
  summary: 'Set or change the portal password; ends the other sessions',
  body: z.strictObject({ current_password: z.string().max(200).optional(), new_password: NewPassword }),
  problems: ['wrong_credentials', 'password_too_weak', 'account_locked'],
})
