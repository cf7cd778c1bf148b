import { z } from 'zod'
import { id } from './ids.ts'
import { member, operation } from './operation.ts'
import {
  Currency,
  DateOnly,
  Decimal,
  Done,
  GivenDate,
  HistoryEntry,
  Instant,
  line,
  listOf,
  Locale,
  Money,
  pageQuery,
  paragraph,
  Percent,
  Version,
  wantsTotal,
} from './pieces.ts'

export const DocumentState = z.enum(['draft', 'final', 'void'])
export const SettlementState = z.enum(['open', 'partial', 'paid', 'written_off'])
export const DeliveryState = z.enum(['not_sent', 'sent', 'viewed'])
/** One word for three facts; precedence: void, paid, written off, overdue, partial, viewed, sent, final, draft. */
export const InvoiceBadge = z.enum([
  'void',
  'paid',
  'written_off',
  'overdue',
  'partial',
  'viewed',
  'sent',
  'final',
  'draft',
])

const facts = {
  badge: InvoiceBadge,
  document_state: DocumentState,
  settlement_state: SettlementState,
  delivery_state: DeliveryState,
  is_overdue: z.boolean(),
}
/** A client as other records name it. */
export const clientRef = z.strictObject({ id: id('client'), refid: z.string(), name: z.string() })
export const InvoiceSummary = z
  .strictObject({
    id: id('invoice'),
    number: z.string().nullable(),
    client: clientRef,
    ...facts,
    issue_date: DateOnly.nullable(),
    due_date: DateOnly.nullable(),
    purchase_order: z.string().nullable(),
    total: Money,
    due: Money,
    created_at: Instant,
  })
  .meta({ id: 'InvoiceSummary' })
export const InvoiceLine = z
  .strictObject({
    position: z.number().int(),
    price_item_id: id('priceItem').nullable(),
    description: z.string(),
    details: z.string().nullable(),
    quantity: Decimal,
    unit: z.string().nullable(),
    unit_price: Decimal,
    discount_percent: z.string().nullable(),
    tax_rate_key: z.string().nullable(),
    tax_name: z.string().nullable(),
    tax_percent: z.string().nullable(),
    net: Money,
  })
  .meta({ id: 'InvoiceLine' })
export const InvoiceTax = z
  .strictObject({
    name: z.string(),
    category: z.enum(['standard', 'zero', 'exempt', 'reverse', 'out_of_scope']),
    percent: z.string(),
    exemption_reason: z.string().nullable(),
    taxable: Money,
    tax: Money,
  })
  .meta({ id: 'InvoiceTax' })
export const Settlement = z
  .strictObject({
    id: id('allocation'),
    kind: z.enum(['payment', 'credit']),
    amount: Money,
    on: DateOnly,
    method: z.string().nullable(),
    payment_id: id('payment').nullable(),
    receipt: z.strictObject({ id: id('receipt'), number: z.string() }).nullable(),
  })
  .meta({ id: 'Settlement' })
/** Both sides of the document as they are printed: frozen at issue; for a draft as they would be printed today. */
export const PrintedSeller = z
  .strictObject({
    name: z.string(),
    legal_name: z.string().nullable(),
    address_lines: z.array(z.string()),
    tin: z.string().nullable(),
    vrn: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    website: z.string().nullable(),
  })
  .meta({ id: 'PrintedSeller' })
export const PrintedBuyer = z
  .strictObject({
    name: z.string(),
    address_lines: z.array(z.string()),
    tax_number: z.string().nullable(),
    refid: z.string(),
  })
  .meta({ id: 'PrintedBuyer' })
export const PreflightItem = z
  .strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    pointer: z.string(),
    detail: z.string(),
  })
  .meta({ id: 'PreflightItem' })
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 09:00')
  .meta({ example: '09:00' })
export const ScheduledSend = z
  .strictObject({
    send_on: DateOnly,
    send_time: ClockTime,
    send_at: Instant,
    timezone: z.string(),
    to: z.array(z.string()).nullable(),
    cc: z.array(z.string()).nullable(),
    message: z.string().nullable(),
    state: z.enum(['waiting', 'failed']),
    reason: z.string().nullable(),
    scheduled_by: z.string().nullable().meta({ description: 'Who planned it, by name' }),
  })
  .meta({ id: 'ScheduledSend' })
export const Invoice = z
  .strictObject({
    id: id('invoice'),
    external_id: z
      .string()
      .nullable()
      .meta({ description: 'The id of the record in another system; see the PUT by external id' }),
    number: z.string().nullable(),
    client: clientRef,
    ...facts,
    currency: Currency,
    issue_date: DateOnly.nullable(),
    due_date: DateOnly.nullable(),
    purchase_order: z.string().nullable(),
    seller: PrintedSeller.optional(),
    buyer: PrintedBuyer.optional(),
    locale: Locale,
    note: z.string().nullable(),
    terms: z.string().nullable(),
    prices_include_tax: z.boolean(),
    tax_rounding: z.enum(['document', 'line']),
    lines: z.array(InvoiceLine),
    taxes: z.array(InvoiceTax),
    totals: z.strictObject({ net: Money, tax: Money, gross: Money, settled: Money, due: Money }),
    base: z
      .strictObject({
        currency: Currency,
        rate: z.string(),
        rate_date: DateOnly,
        source: z.string(),
        gross: Money,
      })
      .nullable()
      .meta({
        description: 'Frozen at issue; for a draft what it would be today, null where no rate is stored',
      }),
    receiving_account_ids: z.array(id('receivingAccount')),
    payment_reference: z
      .strictObject({
        label: z.string(),
        value: z.string(),
        state: z.enum(['pending', 'submitted', 'approved', 'rejected']),
      })
      .nullable(),
    settlements: z.array(Settlement),
    proofs_waiting: z.number().int(),
    client_credit: Money.nullable().meta({
      description: 'Credit the client could settle this with; only for those who may see balances',
    }),
    content_hash: z.string().nullable(),
    created_at: Instant,
    issued_at: Instant.nullable(),
    sent_at: Instant.nullable(),
    viewed_at: Instant.nullable(),
    paid_at: Instant.nullable(),
    voided_at: Instant.nullable(),
    void_reason: z.string().nullable(),
    mails: z
      .array(
        z.strictObject({
          kind: z.enum(['invoice', 'reminder']),
          to: z.string(),
          status: z.enum(['queued', 'sent', 'kept', 'failed']).meta({
            description:
              'sent: a mail server took it, which is all that can be known; kept: no mail server is set up',
          }),
          error: z.string().nullable(),
          created_at: Instant,
          sent_at: Instant.nullable(),
        }),
      )
      .meta({ description: 'Its mails, the newest first, and what became of each; at most 20' }),
    scheduled_send: ScheduledSend.nullable(),
    reminders: z.strictObject({
      is_on: z.boolean(),
      sent: z.array(z.strictObject({ days: z.number().int(), at: Instant })),
      next_on: DateOnly.nullable().meta({
        description: 'When the next one goes out if it is still open then',
      }),
    }),
    preflight: z
      .array(PreflightItem)
      .meta({ description: 'What stands in the way of issuing (errors) or deserves a look (warnings)' }),
    abilities: z.strictObject({
      edit: z.boolean(),
      issue: z.boolean(),
      send: z.boolean(),
      void: z.boolean(),
      duplicate: z.boolean(),
      delete: z.boolean(),
      record_payment: z.boolean(),
      apply_credit: z.boolean(),
    }),
    version: Version,
  })
  .meta({ id: 'Invoice' })

export const DraftLine = z
  .strictObject({
    price_item_id: id('priceItem').nullable().optional(),
    description: line(500),
    details: paragraph(2000).nullable().optional(),
    quantity: Decimal,
    unit: line(20).nullable().optional(),
    unit_price: Decimal,
    discount_percent: Percent.nullable().optional(),
    tax_rate_key: z.string().max(32).nullable().optional().meta({ description: 'null: no tax on this line' }),
  })
  .meta({ id: 'DraftLine' })
const draftFields = {
  client_id: id('client'),
  currency: Currency.optional(),
  issue_date: GivenDate.nullable().optional(),
  due_date: GivenDate.nullable().optional(),
  purchase_order: line(60).nullable().optional(),
  locale: Locale.optional(),
  note: paragraph(2000).nullable().optional(),
  terms: paragraph(4000).nullable().optional(),
  prices_include_tax: z.boolean().optional(),
  receiving_account_ids: z.array(id('receivingAccount')).max(20).optional(),
  lines: z.array(DraftLine).max(1000).optional(),
}
export const invoiceParams = z.strictObject({ invoice_id: id('invoice') })

export const listInvoices = operation({
  id: 'invoices.list',
  method: 'GET',
  path: '/v1/invoices',
  access: member('invoices.invoice.read'),
  summary: 'Invoices',
  answer: listOf(InvoiceSummary),
  query: z.strictObject({
    ...pageQuery,
    ...wantsTotal,
    q: z.string().max(120).optional().meta({ description: 'Number, purchase order, reference or client' }),
    external_id: z.string().max(200).optional(),
    client_id: id('client').optional(),
    document_state: DocumentState.optional(),
    settlement_state: SettlementState.optional(),
    delivery_state: DeliveryState.optional(),
    overdue: z.enum(['true']).optional(),
    currency: Currency.optional(),
    purchase_order: z.string().max(60).optional(),
    issued_from: GivenDate.optional(),
    issued_to: GivenDate.optional(),
    sort: z.enum(['-created', 'due_date']).optional(),
  }),
})
export const getOutstanding = operation({
  id: 'invoices.outstanding',
  method: 'GET',
  path: '/v1/invoices-outstanding',
  access: member('clients.balance.read'),
  summary: 'What is owed, per currency',
  query: z.strictObject({ client_id: id('client').optional() }),
  answer: z.strictObject({
    data: z.array(
      z.strictObject({
        currency: Currency,
        open: Money,
        overdue: Money,
        open_count: z.number().int(),
        overdue_count: z.number().int(),
        oldest_due_date: DateOnly.nullable(),
      }),
    ),
  }),
})
export const createInvoice = operation({
  id: 'invoices.create',
  method: 'POST',
  path: '/v1/invoices',
  access: member('invoices.invoice.create'),
  createsMoney: true,
  status: 201,
  answer: Invoice,
  summary: 'Write a draft',
  description:
    'What is left out comes from the client’s billing profile and the organization’s settings. A line that leaves out `tax_rate_key` gets the default rate.',
  body: z.strictObject(draftFields),
  problems: ['amount_too_large'],
})
export const getInvoice = operation({
  id: 'invoices.get',
  method: 'GET',
  path: '/v1/invoices/{invoice_id}',
  access: member('invoices.invoice.read'),
  params: invoiceParams,
  answer: Invoice,
  summary: 'One invoice with lines, taxes and settlements',
})
export const updateInvoice = operation({
  id: 'invoices.update',
  method: 'PATCH',
  path: '/v1/invoices/{invoice_id}',
  access: member('invoices.invoice.create'),
  versioned: true,
  params: invoiceParams,
  answer: Invoice,
  summary: 'Change a draft; `lines` replaces all lines',
  body: z.strictObject({ ...draftFields, client_id: id('client').optional() }),
  problems: ['invoice_not_draft', 'amount_too_large'],
})
export const deleteInvoice = operation({
  id: 'invoices.delete',
  method: 'DELETE',
  path: '/v1/invoices/{invoice_id}',
  access: member('invoices.invoice.create'),
  params: invoiceParams,
  answer: Done,
  summary: 'Delete a draft',
  problems: ['invoice_not_draft'],
})
export const issueInvoice = operation({
  id: 'invoices.issue',
  method: 'POST',
  path: '/v1/invoices/{invoice_id}/issue',
  access: member('invoices.invoice.issue'),
  createsMoney: true,
  versioned: true,
  params: invoiceParams,
  answer: Invoice,
  summary: 'Finalize: number, ledger posting, frozen content',
  body: z.strictObject({}),
  problems: [
    'invoice_not_draft',
    'invoice_incomplete',
    'purchase_order_required',
    'exchange_rate_missing',
    'amount_too_large',
  ],
})
export const voidInvoice = operation({
  id: 'invoices.void',
  method: 'POST',
  path: '/v1/invoices/{invoice_id}/void',
  access: member('invoices.invoice.void'),
  versioned: true,
  params: invoiceParams,
  answer: Invoice,
  summary: 'Void an issued invoice that nothing was paid on; its number stays in the register',
  body: z.strictObject({ reason: line(300) }),
  problems: ['invoice_not_open', 'invoice_has_payments', 'proof_pending'],
})
export const duplicateInvoice = operation({
  id: 'invoices.duplicate',
  method: 'POST',
  path: '/v1/invoices/{invoice_id}/duplicate',
  access: member('invoices.invoice.create'),
  createsMoney: true,
  status: 201,
  params: invoiceParams,
  answer: Invoice,
  summary: 'Write a new draft with the same lines at today’s tax rates',
})
export const downloadInvoice = operation({
  id: 'invoices.pdf',
  method: 'GET',
  path: '/v1/invoices/{invoice_id}/pdf',
  access: member('invoices.invoice.read'),
  params: invoiceParams,
  query: z.strictObject({ disposition: z.enum(['inline', 'attachment']).optional() }),
  answer: { file: ['application/pdf'] },
  summary: 'The invoice as PDF: of an issued one always the same bytes, of a draft a watermarked preview',
})
export const listInvoiceHistory = operation({
  id: 'invoices.history',
  method: 'GET',
  path: '/v1/invoices/{invoice_id}/history',
  access: member('invoices.invoice.read'),
  params: invoiceParams,
  query: z.strictObject(pageQuery),
  answer: listOf(HistoryEntry),
  summary: 'What happened to an invoice, newest first',
})
export const InvoiceLink = z
  .strictObject({
    id: id('documentLink'),
    name: z.string(),
    url: z.string(),
    is_revoked: z.boolean(),
    first_viewed_at: Instant.nullable(),
    last_viewed_at: Instant.nullable(),
    created_at: Instant,
  })
  .meta({ id: 'InvoiceLink' })
export const listInvoiceLinks = operation({
  id: 'invoices.links',
  method: 'GET',
  path: '/v1/invoices/{invoice_id}/links',
  access: member('invoices.invoice.send'),
  params: invoiceParams,
  answer: z.strictObject({ data: z.array(InvoiceLink) }),
  summary: 'The private links of an invoice',
})
export const rotateInvoiceLink = operation({
  id: 'invoices.rotate_link',
  method: 'POST',
  path: '/v1/invoices/{invoice_id}/links/{document_link_id}/rotate',
  access: member('invoices.invoice.send'),
  params: z.strictObject({ invoice_id: id('invoice'), document_link_id: id('documentLink') }),
  answer: InvoiceLink,
  summary: 'Revoke the link in circulation and make a new one',
})
