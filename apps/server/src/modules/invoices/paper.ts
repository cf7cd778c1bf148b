import type { InvoicePaper, PayTo } from '../../platform/paper/index.ts'
import { printedParties } from '../documents/index.ts'
import type { DraftFigures } from './rules.ts'
import type { BillingContext, InvoiceRow, LineRow, PayAccount, TaxRow } from './rows.ts'

export type PaperGiven = {
  row: InvoiceRow
  context: BillingContext
  figures: DraftFigures
  issueDate: string
  dueDate: string
  accounts: readonly PayAccount[]
  /** In minor units of the base currency; null where no rate is stored. */
  baseGross: number | null
}

/** What is known only once the invoice is issued. */
export type Issued = { number: string; reference: string; payUrl: string }

/** The invoice as it is printed: frozen when it is issued, and the same for the preview of a draft. */
export function invoicePaper(
  { row, context, figures, issueDate, dueDate, accounts, baseGross }: PaperGiven,
  issued: Issued | null,
): InvoicePaper {
  const isForeign = row.currency !== context.base_currency
  const isTaxed = figures.taxes.some(({ tax_rate_key }) => tax_rate_key !== null)
  return {
    kind: 'invoice',
    number: issued?.number ?? '',
    issueDate,
    dueDate,
    currency: row.currency,
    locale: row.locale,
    paper: context.paper,
    brandColor: context.brand_color,
    ...printedParties(context, row.locale),
    ...optional('purchaseOrder', row.purchase_order),
    reference: { label: context.reference_label, value: issued?.reference ?? '—' },
    lines: figures.lines.map((line) => ({
      position: line.position,
      description: line.description,
      ...optional('details', line.details),
      quantity: line.quantity,
      ...optional('unit', line.unit),
      unitPrice: line.unit_price,
      ...optional('discountPercent', line.discount_percent),
      taxLabel: taxLabel(line),
      net: line.net,
    })),
    ...(row.prices_include_tax && { pricesIncludeTax: true }),
    // Where no rate applies to anything, there is no tax to speak of.
    taxes: isTaxed ? figures.taxes.map(paperTax) : [],
    totals: {
      net: figures.net,
      ...(figures.discount !== 0 && { discount: figures.discount }),
      tax: figures.tax,
      gross: figures.gross,
      paid: 0,
      due: figures.gross,
    },
    ...(isForeign &&
      baseGross !== null && {
        base: {
          currency: context.base_currency,
          rate: context.base_rate ?? '',
          rateDate: context.base_rate_date ?? '',
          gross: baseGross,
        },
      }),
    payTo: accounts.map(payTo),
    ...optional('note', row.note),
    ...optional('terms', row.terms),
    ...(issued ? { links: { pay: issued.payUrl } } : { draft: true }),
  }
}

function paperTax(tax: TaxRow): InvoicePaper['taxes'][number] {
  return {
    label: tax.name,
    percent: tax.percent,
    category: tax.category,
    taxable: tax.taxable,
    tax: tax.tax,
    ...optional('exemptionReason', tax.exemption_reason),
  }
}

/** `VAT 18%`; the name alone where nothing is charged, empty where no rate applies. */
export function taxLabel(line: Pick<LineRow, 'tax_name' | 'tax_category' | 'tax_percent'>): string {
  if (!line.tax_name) return ''
  return line.tax_category === 'standard' ? `${line.tax_name} ${line.tax_percent}%` : line.tax_name
}

function payTo(account: PayAccount): PayTo {
  return {
    name: account.name,
    kind: account.kind,
    lines: account.details.map(({ label, value }) => ({ label, value })),
    ...(account.steps.length > 0 && { steps: [...account.steps] }),
    ...optional('qr', account.qr_payload),
  }
}

const optional = <Key extends string>(
  key: Key,
  value: string | null | undefined,
): Partial<Record<Key, string>> => (value ? ({ [key]: value } as Record<Key, string>) : {})
