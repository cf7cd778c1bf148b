import { MoneyError } from '@portico/money'
import { Refusal } from '../../platform/errors.ts'
import { draftFigures, ratesOn, type DraftFigures, type WrittenLine } from './rules.ts'
import type { BillingContext, DatedTaxRate, InvoiceRow } from './rows.ts'

/** The figures of a draft, with amounts beyond the exact range as a refusal that names the field. */
export function figuresFor(
  row: Pick<InvoiceRow, 'currency' | 'prices_include_tax' | 'tax_rounding'>,
  lines: readonly WrittenLine[],
  basis: { context: BillingContext; rates: readonly DatedTaxRate[] },
): DraftFigures {
  try {
    return draftFigures(lines, {
      currency: row.currency,
      pricesIncludeTax: row.prices_include_tax,
      taxRounding: row.tax_rounding,
      rates: ratesOn(basis.rates, basis.context.rate_on),
    })
  } catch (error) {
    throw amountRefusal(error)
  }
}

/** An amount beyond the exact range as a refusal; any other error as it is. */
export function amountRefusal(error: unknown): unknown {
  if (!(error instanceof MoneyError) || error.code !== 'amount_out_of_range') return error
  return new Refusal('amount_too_large', 'The amounts of this invoice are too large to be kept exactly.', {
    errors: [
      {
        pointer: '/lines',
        code: 'amount_too_large',
        detail: 'Split the invoice, or check quantities and prices.',
      },
    ],
  })
}
