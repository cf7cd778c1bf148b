import {
  computeTotals,
  convert,
  dueDateOf,
  type PaymentTerms,
  type TaxRate,
  type Totals,
} from '@portico/money'
import { Refusal } from '../../platform/errors.ts'
import type { BillingContext, DatedTaxRate, InvoiceRow, LineRow, PayAccount, TaxRow } from './rows.ts'

/** A line as it is written, before anything is computed. */
export type WrittenLine = Omit<LineRow, 'position' | 'tax_name' | 'tax_category' | 'tax_percent' | 'net'>

export type DraftFigures = {
  lines: LineRow[]
  taxes: TaxRow[]
  net: number
  tax: number
  gross: number
  discount: number
  /** Positions (from 0) of lines whose tax rate does not exist on the day: counted without tax until somebody decides. */
  withoutRate: number[]
}

/** The rates of one day, at most one per key. */
export function ratesOn(rates: readonly DatedTaxRate[], day: string): Map<string, DatedTaxRate> {
  return new Map(
    rates
      .filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || valid_to >= day))
      .map((rate) => [rate.key, rate]),
  )
}

/**
 * What an invoice comes to: the one computation that drafts, issued documents and previews share. Tax by the rates of the day given.
 * @throws MoneyError amount_out_of_range and what else `computeTotals` throws
 */
export function draftFigures(
  lines: readonly WrittenLine[],
  by: {
    currency: string
    pricesIncludeTax: boolean
    taxRounding: 'document' | 'line'
    rates: ReadonlyMap<string, DatedTaxRate>
  },
): DraftFigures {
  const used = new Set(lines.map((line) => line.tax_rate_key))
  const taxRates = [...by.rates.values()]
    .filter(({ key }) => used.has(key))
    .map((rate): TaxRate => ({
      code: rate.key,
      name: rate.name,
      percent: rate.percent,
      category: rate.category,
      exemptionReason: rate.exemption_reason,
    }))
  const rateOf = (line: WrittenLine): DatedTaxRate | undefined =>
    line.tax_rate_key === null ? undefined : by.rates.get(line.tax_rate_key)
  const totals: Totals = computeTotals({
    currency: by.currency,
    pricesIncludeTax: by.pricesIncludeTax,
    taxRounding: by.taxRounding,
    taxRates,
    lines: lines.map((line) => ({
      quantity: line.quantity,
      unitPrice: line.unit_price,
      discountPercent: line.discount_percent,
      taxCode: rateOf(line)?.key ?? null,
    })),
  })
  return {
    lines: lines.map((line, index) => {
      const rate = rateOf(line)
      return {
        ...line,
        position: index + 1,
        tax_name: rate?.name ?? null,
        tax_category: rate?.category ?? null,
        tax_percent: rate?.percent ?? null,
        net: totals.lines[index]?.net ?? 0,
      }
    }),
    taxes: totals.groups.map((group, index) => ({
      position: index + 1,
      tax_rate_key: group.codes[0] ?? null,
      name: group.name ?? noTaxName,
      category: group.category,
      percent: group.percent,
      exemption_reason: group.exemptionReason,
      taxable: group.taxable,
      tax: group.tax,
    })),
    net: totals.net,
    tax: totals.tax,
    gross: totals.gross,
    discount: totals.discount,
    withoutRate: lines.flatMap((line, index) => (line.tax_rate_key !== null && !rateOf(line) ? [index] : [])),
  }
}

/** The row of the breakdown for lines to which no tax rate applies. */
export const noTaxName = 'No tax'

/** When payment is due: the client's own terms, else the organization's. */
export function termsOf(
  context: Pick<BillingContext, 'client_terms_days' | 'client_terms_kind' | 'payment_terms_days'>,
): PaymentTerms {
  return context.client_terms_days === null
    ? { kind: 'net', days: context.payment_terms_days }
    : { kind: context.client_terms_kind, days: context.client_terms_days }
}

/** The dates that the invoice gets if it is issued today. */
export function datesAtIssue(
  row: Pick<InvoiceRow, 'issue_date' | 'due_date'>,
  context: BillingContext,
): { issueDate: string; dueDate: string } {
  const issueDate = row.issue_date ?? context.today
  return { issueDate, dueDate: row.due_date ?? dueDateOf(issueDate, termsOf(context)) }
}

/**
 * The amount in the base currency, null where no rate is stored.
 * @throws MoneyError amount_out_of_range
 */
export function inBase(
  amount: number,
  context: Pick<BillingContext, 'currency' | 'base_currency' | 'base_rate'>,
): number | null {
  return context.base_rate === null
    ? null
    : convert({ amount, currency: context.currency }, context.base_rate, context.base_currency).amount
}

/** Where the client can pay: the accounts chosen on the invoice, else all of its currency that are shown to clients. */
export function accountsToPay(
  accounts: readonly PayAccount[],
  currency: string,
  chosen: readonly string[],
): PayAccount[] {
  const fitting = accounts.filter((account) => account.currency === currency)
  return chosen.length > 0
    ? fitting.filter(({ id }) => chosen.includes(id))
    : fitting.filter((account) => account.is_shown_to_clients)
}

export type PreflightItem = { code: string; severity: 'error' | 'warning'; pointer: string; detail: string }

/** What stands in the way of issuing a draft (errors), or deserves a look before (warnings), in the order of the form. */
export function preflight(
  row: InvoiceRow,
  figures: DraftFigures,
  context: BillingContext,
  accounts: readonly PayAccount[],
): PreflightItem[] {
  const items: PreflightItem[] = []
  const error = (code: string, pointer: string, detail: string): unknown =>
    items.push({ code, severity: 'error', pointer, detail })
  const warning = (code: string, pointer: string, detail: string): unknown =>
    items.push({ code, severity: 'warning', pointer, detail })
  const { issueDate, dueDate } = datesAtIssue(row, context)

  if (context.client_is_deleted)
    error(
      'client_deleted',
      '/client_id',
      `${context.client_name} is deleted. Restore the client, or choose another.`,
    )
  if (context.client_status === 'inactive')
    warning('client_inactive', '/client_id', `${context.client_name} is inactive.`)
  if (!context.client_email && !context.has_document_contact)
    warning(
      'no_client_email',
      '/client_id',
      `${context.client_name} has no email address, so the invoice cannot be mailed.`,
    )
  if (context.requires_purchase_order && !row.purchase_order)
    error(
      'purchase_order_required',
      '/purchase_order',
      `${context.client_name} requires a purchase-order number on its invoices.`,
    )
  if (dueDate < issueDate)
    error('due_before_issue', '/due_date', 'It would be due before it is issued. Choose a later due date.')
  if (context.base_rate === null) {
    error(
      'exchange_rate_missing',
      '/currency',
      `There is no exchange rate from ${context.currency} to ${context.base_currency} on or before ${context.rate_on}. Add one under currencies.`,
    )
  }
  if (figures.lines.length === 0) error('no_lines', '/lines', 'Add at least one line.')
  figures.lines.forEach((line, index) => {
    if (Number(line.unit_price) === 0)
      warning('price_zero', `/lines/${index}/unit_price`, `Line ${index + 1} has a price of zero.`)
  })
  for (const index of figures.withoutRate) {
    error(
      'tax_rate_missing',
      `/lines/${index}/tax_rate_key`,
      `The tax rate “${figures.lines[index]?.tax_rate_key}” of line ${index + 1} does not hold on ${context.rate_on}. Choose another.`,
    )
  }
  if (figures.gross < 0)
    error(
      'total_negative',
      '/lines',
      'The total is less than zero. An invoice asks for money; to give some back, write a credit note.',
    )
  if (figures.tax !== 0 && !context.vrn && !context.tin)
    warning('no_tax_number', '', 'Tax is charged, but the organization has no tax number in its settings.')
  if (accountsToPay(accounts, row.currency, row.receiving_account_ids).length === 0) {
    warning(
      'no_receiving_account',
      '/receiving_account_ids',
      `No receiving account in ${row.currency}: the client will not see how to pay.`,
    )
  }
  return items
}

/** What lists search an invoice by. */
export const searchParts = (
  row: Pick<InvoiceRow, 'number' | 'purchase_order' | 'payment_reference'>,
  clientName: string,
): (string | null)[] => [row.number, row.purchase_order, row.payment_reference, clientName]

/** @throws Refusal invoice_not_draft */
export function requireDraft(row: InvoiceRow): void {
  if (row.document_state !== 'draft')
    throw new Refusal(
      'invoice_not_draft',
      `${row.number} is issued and cannot be changed. Void it and write a new one, or duplicate it.`,
    )
}

/** @throws Refusal version_mismatch */
export function requireVersion(row: InvoiceRow, expected: number): void {
  if (row.version !== expected)
    throw new Refusal(
      'version_mismatch',
      'Somebody changed this invoice in the meantime. Look at the new version and make your change again.',
      { currentVersion: row.version },
    )
}
