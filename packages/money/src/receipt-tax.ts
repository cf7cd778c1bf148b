import { checkedAmount } from './money.ts'
import { MoneyError } from './money-error.ts'
import { divideRounded, roundToTotal, toSafeNumber } from './rounding.ts'

/** The tax breakdown of one payment, in minor units; `net + tax` is the payment. */
export type PaymentTax<T> = { net: number; tax: number; groups: T[] }

/**
 * The part of an invoice's tax breakdown that a payment settles, for its receipt. Computed as what is
 * settled with this payment less what was settled before it, so that the parts of all payments sum to
 * the invoice's own figures, group by group, whatever the instalments were.
 *
 * `invoiceTaxes` are the groups of `computeTotals` (or any rows with `taxable` and `tax`); the result
 * repeats them with this payment's figures. `amount` is what the payment settles of this invoice, not an
 * overpayment; a negative one takes a settlement back. All in minor units of the invoice's currency.
 * Throws `amount_out_of_range` beyond the invoice, `totals_disagree` if the groups are not the gross.
 */
export function taxShareOfPayment<T extends { taxable: number; tax: number }>(
  invoiceTaxes: readonly T[],
  invoiceGross: number,
  alreadySettled: number,
  amount: number,
): PaymentTax<T> {
  const sum = invoiceTaxes.reduce((all, group) => all + BigInt(group.taxable) + BigInt(group.tax), 0n)
  if (sum !== BigInt(invoiceGross)) {
    throw new MoneyError('totals_disagree', `The tax groups sum to ${sum}, the invoice to ${invoiceGross}.`)
  }
  const before = settledTaxes(invoiceTaxes, invoiceGross, alreadySettled)
  const after = settledTaxes(invoiceTaxes, invoiceGross, checkedAmount(alreadySettled + amount))
  const groups = invoiceTaxes.map((group, index) => ({
    ...group,
    taxable: (after[index]?.taxable ?? 0) - (before[index]?.taxable ?? 0),
    tax: (after[index]?.tax ?? 0) - (before[index]?.tax ?? 0),
  }))
  const tax = groups.reduce((all, group) => all + group.tax, 0)
  return { net: checkedAmount(amount - tax), tax, groups }
}

/** The breakdown of the first `settled` units of the invoice. */
function settledTaxes(
  groups: ReadonlyArray<{ taxable: number; tax: number }>,
  gross: number,
  settled: number,
): { taxable: number; tax: number }[] {
  const isWithin = gross < 0 ? settled >= gross && settled <= 0 : settled >= 0 && settled <= gross
  if (!isWithin) {
    throw new MoneyError('amount_out_of_range', `${settled} is not a part of an invoice of ${gross}.`)
  }
  if (gross === 0) return groups.map(() => ({ taxable: 0, tax: 0 }))
  // Both negated for a credit, since the divisor must be positive.
  const divisor = BigInt(Math.abs(gross))
  const part = gross < 0 ? BigInt(0 - settled) : BigInt(settled)
  const taxes = groups.map((group) => divideRounded(BigInt(group.tax) * part, divisor))
  const taxables = roundToTotal(
    groups.map((group) => BigInt(group.taxable) * part),
    divisor,
    BigInt(settled) - taxes.reduce((all, tax) => all + tax, 0n),
  )
  return groups.map((_group, index) => ({
    taxable: toSafeNumber(taxables[index] ?? 0n),
    tax: toSafeNumber(taxes[index] ?? 0n),
  }))
}
