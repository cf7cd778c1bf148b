import {
  computeTotals,
  dueDateOf,
  MoneyError,
  type PaymentTerms,
  type TaxRate as RateOfTotals,
  type Totals,
} from '@portico/money'
import type { Invoice, InvoiceBody } from '../invoices-data.ts'
import type { Client, PriceItem, TaxRate } from '../lookups.ts'

/** A line while it is being written. Decimals are those of the contract, or empty while nothing is understood. */
export interface DraftLine {
  /** Stays with the line wherever it moves. */
  key: string
  price_item_id: string | null
  description: string
  details: string
  quantity: string
  unit: string
  unit_price: string
  discount_percent: string
  tax_rate_key: string | null
}

export interface DraftClient {
  id: string
  name: string
  refid: string
  currency: string | null
  address_lines: string[]
  tax_number: string | null
  terms: PaymentTerms | null
  requires_purchase_order: boolean
}

export interface Draft {
  client: DraftClient | null
  currency: string
  issue_date: string
  due_date: string
  /** How the due date follows the issue date; null where it was chosen by hand. */
  due_terms: PaymentTerms | null
  purchase_order: string
  locale: Invoice['locale']
  note: string
  terms: string
  prices_include_tax: boolean
  tax_rounding: 'document' | 'line'
  /** Null: those that fit the currency. */
  receiving_account_ids: string[] | null
  lines: DraftLine[]
}

export const newKey = (): string => crypto.randomUUID()

export function emptyLine(taxRateKey: string | null): DraftLine {
  return {
    key: newKey(),
    price_item_id: null,
    description: '',
    details: '',
    quantity: '1',
    unit: '',
    unit_price: '',
    discount_percent: '',
    tax_rate_key: taxRateKey,
  }
}

/** A line that nobody wrote anything into is not sent. */
export function isBlank(line: DraftLine): boolean {
  return !line.description.trim() && !line.details.trim() && line.unit_price === ''
}

export function draftClientOf(client: Client): DraftClient {
  const { line1, line2, city, region, postal_code } = client.address
  const town = [postal_code, city].filter(Boolean).join(' ')
  return {
    id: client.id,
    name: client.legal_name ?? client.name,
    refid: client.refid,
    currency: client.currency,
    address_lines: [line1, line2, town, region].filter((line): line is string => Boolean(line)),
    tax_number: client.tax_number,
    terms:
      client.payment_terms_days === null
        ? null
        : { kind: client.payment_terms_kind, days: client.payment_terms_days },
    requires_purchase_order: client.requires_purchase_order,
  }
}

export interface DraftDefaults {
  today: string
  currency: string
  locale: Invoice['locale']
  terms_days: number
  note: string | null
  terms: string | null
  prices_include_tax: boolean
  tax_rounding: 'document' | 'line'
  tax_rate_key: string | null
}

export function newDraft(defaults: DraftDefaults): Draft {
  const due_terms: PaymentTerms = { kind: 'net', days: defaults.terms_days }
  return {
    client: null,
    currency: defaults.currency,
    issue_date: defaults.today,
    due_date: dueDateOf(defaults.today, due_terms),
    due_terms,
    purchase_order: '',
    locale: defaults.locale,
    note: defaults.note ?? '',
    terms: defaults.terms ?? '',
    prices_include_tax: defaults.prices_include_tax,
    tax_rounding: defaults.tax_rounding,
    receiving_account_ids: null,
    lines: [emptyLine(defaults.tax_rate_key)],
  }
}

/** The client's own currency, terms and rules come with it; what was already written stays. */
export function withClient(draft: Draft, client: Client, defaults: DraftDefaults): Draft {
  const chosen = draftClientOf(client)
  const due_terms: PaymentTerms = chosen.terms ?? { kind: 'net', days: defaults.terms_days }
  const currency = chosen.currency ?? defaults.currency
  return {
    ...draft,
    client: chosen,
    currency,
    receiving_account_ids: currency === draft.currency ? draft.receiving_account_ids : null,
    locale: client.locale ?? defaults.locale,
    due_terms,
    due_date: dueDateOf(draft.issue_date || defaults.today, due_terms),
  }
}

/** A draft that leaves its dates out gets them when it is issued, by the client's terms or the organization's. */
export function draftOf(invoice: Invoice, client: DraftClient, defaults: DraftDefaults): Draft {
  const issue_date = invoice.issue_date ?? ''
  const due_date = invoice.due_date ?? ''
  const terms: PaymentTerms = client.terms ?? { kind: 'net', days: defaults.terms_days }
  const follows = due_date === '' || dueDateOf(issue_date || defaults.today, terms) === due_date
  return {
    client,
    currency: invoice.currency,
    issue_date,
    due_date,
    due_terms: follows ? terms : null,
    purchase_order: invoice.purchase_order ?? '',
    locale: invoice.locale,
    note: invoice.note ?? '',
    terms: invoice.terms ?? '',
    prices_include_tax: invoice.prices_include_tax,
    tax_rounding: invoice.tax_rounding,
    receiving_account_ids: invoice.receiving_account_ids.length > 0 ? invoice.receiving_account_ids : null,
    lines: invoice.lines.map((line) => ({
      key: newKey(),
      price_item_id: line.price_item_id,
      description: line.description,
      details: line.details ?? '',
      quantity: line.quantity,
      unit: line.unit ?? '',
      unit_price: line.unit_price,
      discount_percent: line.discount_percent ?? '',
      tax_rate_key: line.tax_rate_key,
    })),
  }
}

/** What the price list says about a line; a price in another currency is not taken over. */
export function lineFromItem(line: DraftLine, item: PriceItem, currency: string): DraftLine {
  const price = item.prices.find((one) => one.currency === currency)?.price
  return {
    ...line,
    price_item_id: item.id,
    description: item.name,
    details: item.description ?? '',
    unit: item.unit ?? '',
    unit_price: price ?? line.unit_price,
    tax_rate_key: item.tax_rate_key ?? line.tax_rate_key,
  }
}

const orNull = (text: string): string | null => text.trim() || null

/** The lines that are sent, with the keys of their rows so that a refusal finds its field again. */
export function sentLines(draft: Draft): DraftLine[] {
  return draft.lines.filter((line) => !isBlank(line))
}

export function bodyOf(draft: Draft): InvoiceBody {
  if (!draft.client) throw new Error('a draft is saved for a client')
  return {
    client_id: draft.client.id,
    currency: draft.currency,
    issue_date: draft.issue_date || null,
    due_date: draft.due_date || null,
    purchase_order: orNull(draft.purchase_order),
    locale: draft.locale,
    note: orNull(draft.note),
    terms: orNull(draft.terms),
    prices_include_tax: draft.prices_include_tax,
    ...(draft.receiving_account_ids && { receiving_account_ids: draft.receiving_account_ids }),
    lines: sentLines(draft).map((line) => ({
      price_item_id: line.price_item_id,
      description: line.description.trim(),
      details: orNull(line.details),
      quantity: line.quantity,
      unit: orNull(line.unit),
      unit_price: line.unit_price,
      discount_percent:
        line.discount_percent === '' || line.discount_percent === '0' ? null : line.discount_percent,
      tax_rate_key: line.tax_rate_key,
    })),
  }
}

export type DraftTotals = { totals: Totals; problem: null } | { totals: null; problem: string }

export function ratesForTotals(rates: readonly TaxRate[]): RateOfTotals[] {
  return rates.map((rate) => ({
    code: rate.key,
    name: rate.name,
    percent: rate.percent,
    category: rate.category,
    exemptionReason: rate.exemption_reason,
  }))
}

/** The same money rules as the server's. A field that is still empty counts as nothing; a rate that is gone bears no tax. */
export function totalsOf(
  draft: Pick<Draft, 'lines' | 'currency' | 'prices_include_tax' | 'tax_rounding'>,
  rates: RateOfTotals[],
): DraftTotals {
  const known = new Set(rates.map((rate) => rate.code))
  try {
    const totals = computeTotals({
      currency: draft.currency,
      pricesIncludeTax: draft.prices_include_tax,
      taxRounding: draft.tax_rounding,
      taxRates: rates,
      lines: draft.lines.map((line) => ({
        quantity: line.quantity || '0',
        unitPrice: line.unit_price || '0',
        discountPercent: isPercent(line.discount_percent) ? line.discount_percent : null,
        taxCode: line.tax_rate_key !== null && known.has(line.tax_rate_key) ? line.tax_rate_key : null,
      })),
    })
    return { totals, problem: null }
  } catch (error) {
    if (error instanceof MoneyError) return { totals: null, problem: error.code }
    throw error
  }
}

export function isPercent(text: string): boolean {
  return /^\d{1,3}(\.\d+)?$/.test(text) && Number(text) <= 100
}
