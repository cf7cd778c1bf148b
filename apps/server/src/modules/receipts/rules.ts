import { formatDecimal, parseDecimal, taxShareOfPayment } from '@portico/money'

/** A tax group of an issued invoice, as printed. Amounts in minor units. */
export type InvoiceTaxGroup = {
  name: string
  category: string
  percent: string
  taxable: number
  tax: number
}

/** What one payment, or one use of credit, settles of one invoice. */
export type SettledPart = {
  invoiceId: string
  number: string
  gross: number
  /** Before this receipt. */
  settledBefore: number
  amount: number
  taxes: readonly InvoiceTaxGroup[]
}

export type ReceiptTax = { label: string; percent: string; taxable: number; tax: number }

/**
 * The tax that is in what was settled, over all invoices of a receipt: a row per name and rate, and their sum. Each invoice's share is
 * cumulative, so that the receipts of its instalments add up to the invoice's own breakdown to the unit.
 * What lies outside the scope of tax has no row. Credit has no tax yet: it is in the receipt of its use.
 */
export function taxesOfReceipt(parts: readonly SettledPart[]): { taxes: ReceiptTax[]; tax: number } {
  const rows = new Map<string, ReceiptTax>()
  for (const part of parts) {
    for (const group of taxShareOfPayment(wholeBreakdown(part), part.gross, part.settledBefore, part.amount)
      .groups) {
      if (group.category === 'out_of_scope') continue
      const percent = formatDecimal(parseDecimal(group.percent))
      const key = `${group.name} ${percent}`
      const row = rows.get(key) ?? { label: group.name, percent, taxable: 0, tax: 0 }
      row.taxable += group.taxable
      row.tax += group.tax
      rows.set(key, row)
    }
  }
  const taxes = [...rows.values()]
  return { taxes, tax: taxes.reduce((sum, row) => sum + row.tax, 0) }
}

/** The groups, and one more for lines without any tax where the invoice keeps none for them: the groups must come to the gross. */
function wholeBreakdown({ taxes, gross }: SettledPart): InvoiceTaxGroup[] {
  const rest = gross - taxes.reduce((sum, group) => sum + group.taxable + group.tax, 0)
  return rest === 0
    ? [...taxes]
    : [...taxes, { name: '', category: 'out_of_scope', percent: '0', taxable: rest, tax: 0 }]
}
