import type { DeliveryState, DocumentState, SettlementState, TaxCategory } from '@portico/money'

/** An invoice with what belongs beside it wherever it is shown. Amounts are minor units of `currency`. */
export type InvoiceRow = {
  id: string
  external_id: string | null
  client_id: string
  number: string | null
  document_state: DocumentState
  settlement_state: SettlementState
  delivery_state: DeliveryState
  currency: string
  issue_date: string | null
  due_date: string | null
  purchase_order: string | null
  locale: string
  note: string | null
  terms: string | null
  prices_include_tax: boolean
  tax_rounding: 'document' | 'line'
  net: number
  tax: number
  gross: number
  settled: number
  base_currency: string
  base_rate: string | null
  base_rate_date: string | null
  base_rate_source: string | null
  base_gross: number | null
  receiving_account_ids: string[]
  payment_reference: string | null
  content_hash: Buffer | null
  created_at: string
  issued_at: string | null
  sent_at: string | null
  viewed_at: string | null
  paid_at: string | null
  voided_at: string | null
  void_reason: string | null
  version: number
  reference_state: 'pending' | 'submitted' | 'approved' | 'rejected' | null
  proofs_waiting: number
  client_credit: number
  /** The content that was frozen, as it is kept; absent while nothing is. */
  frozen?: string | null
}

export type Address = { line1?: string; line2?: string; city?: string; region?: string; postal_code?: string }

/** The client and the organization as they are today, and what follows from them for one invoice. */
export type BillingContext = {
  client_id: string
  refid: string
  client_name: string
  client_legal_name: string | null
  client_kind: 'company' | 'person'
  client_email: string | null
  client_status: 'pending' | 'active' | 'suspended' | 'inactive'
  client_is_deleted: boolean
  client_address: Address
  client_country: string | null
  client_tax_number: string | null
  client_locale: string | null
  client_terms_days: number | null
  client_terms_kind: 'net' | 'end_of_month'
  requires_purchase_order: boolean
  has_document_contact: boolean
  organization_name: string
  legal_name: string | null
  email: string | null
  phone: string | null
  website: string | null
  address: Address
  country: string | null
  registration_number: string | null
  tin: string | null
  vrn: string | null
  logo_file_id: string | null
  brand_color: string
  timezone: string
  base_currency: string
  locale: string
  paper: 'A4' | 'Letter'
  prices_include_tax: boolean
  tax_rounding: 'document' | 'line'
  default_tax_rate_key: string | null
  invoice_number_pattern: string
  payment_terms_days: number
  invoice_note: string | null
  invoice_terms: string | null
  reference_label: string
  /** `YYYY-MM-DD` in the organization's zone. */
  today: string
  /** What the document is written in: as asked, else the document's own, the client's, the organization's. */
  currency: string
  /** The day whose rates count: the issue date, today where there is none yet. */
  rate_on: string
  /** One unit of the currency in the base currency; null where nothing is stored for that day. */
  base_rate: string | null
  base_rate_date: string | null
  base_rate_source: string | null
}

/** What is shown of today beside an invoice that is issued. */
export type IssuedContext = Pick<BillingContext, 'refid' | 'client_name' | 'reference_label' | 'today'>

export type LineRow = {
  position: number
  price_item_id: string | null
  description: string
  details: string | null
  quantity: string
  unit: string | null
  unit_price: string
  discount_percent: string | null
  tax_rate_key: string | null
  tax_name: string | null
  tax_category: TaxCategory | null
  tax_percent: string | null
  net: number
}

export type TaxRow = {
  position: number
  tax_rate_key: string | null
  name: string
  category: TaxCategory
  percent: string
  exemption_reason: string | null
  taxable: number
  tax: number
}

export type SettlementRow = {
  id: string
  kind: 'payment' | 'credit'
  amount: number
  on: string
  method: string | null
  payment_id: string | null
  receipt_id: string | null
  receipt_number: string | null
}

/** A row of the tax table as it is dated; which of them counts depends on the day. */
export type DatedTaxRate = {
  key: string
  name: string
  category: TaxCategory
  percent: string
  exemption_reason: string | null
  valid_from: string
  valid_to: string | null
}

export type PayAccount = {
  id: string
  kind: 'bank' | 'mobile_money' | 'cash' | 'other'
  name: string
  currency: string
  details: { label: string; value: string }[]
  steps: string[]
  qr_payload: string | null
  is_shown_to_clients: boolean
}

/** What was and will be mailed of an invoice, in one row. */
export type DeliveryRow = {
  mails: {
    kind: 'invoice' | 'reminder'
    to: string
    status: 'queued' | 'sent' | 'kept' | 'failed'
    error: string | null
    created_at: string
    sent_at: string | null
  }[]
  scheduled: {
    send_on: string
    send_time: string
    send_at: string
    timezone: string
    to: string[] | null
    cc: string[] | null
    message: string | null
    state: 'waiting' | 'failed'
    reason: string | null
    scheduled_by: string | null
  } | null
  is_reminding: boolean
  reminder_days: number[]
  reminders: { step: number; state: 'noted' | 'sent' | 'skipped'; at: string }[]
}
