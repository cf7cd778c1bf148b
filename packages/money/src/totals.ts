import { formatDecimal, multiplyToMinor, parseDecimal, percentOf, percentWithin } from './decimal.ts'
import { checkedAmount } from './money.ts'
import { MoneyError } from './money-error.ts'
import { roundToTotal, toSafeNumber } from './rounding.ts'
import type { TotalsStep } from './totals-steps.ts'
import { explainTotals } from './totals-steps.ts'

/** Only `standard` bears tax; the others say why there is none (EN 16931 keeps them apart). */
export type TaxCategory = 'standard' | 'zero' | 'exempt' | 'reverse' | 'out_of_scope'

export type TaxRate = {
  code: string
  name: string
  /** A decimal: "18", "7.7". Counts only in the category `standard`. */
  percent: string
  category: TaxCategory
  exemptionReason?: string | null
}

export type TotalsLineInput = {
  /** A decimal, negative to take something back. */
  quantity: string
  /** A decimal in major units of the currency. */
  unitPrice: string
  /** A decimal from 0 to 100. */
  discountPercent?: string | null
  /** The code of one of the rates, or null where tax does not apply. */
  taxCode: string | null
}

export type TotalsInput = {
  lines: readonly TotalsLineInput[]
  taxRates: readonly TaxRate[]
  pricesIncludeTax: boolean
  /** Tax on the sum of each group (`document`), or line by line. */
  taxRounding: 'document' | 'line'
  currency: string
}

/** Amounts of one line in minor units. `subtotal − discount = amount` and `net + tax = gross`, always. */
export type LineTotals = {
  /** Quantity × price, before the discount, as the prices are (with or without tax). */
  subtotal: number
  discount: number
  /** What the line prints: the net, or the gross where prices include tax. */
  amount: number
  net: number
  /** The line's own tax, or its share of the group's where tax is rounded on the document. */
  tax: number
  gross: number
  /** Position in `groups`. */
  group: number
}

/** One row of the tax breakdown: all lines of one category and rate. Amounts in minor units. */
export type TaxGroup = {
  category: TaxCategory
  /** Shortest decimal; "0" outside the category `standard`. */
  percent: string
  /** Name of the first rate in the group; null for lines without one. */
  name: string | null
  codes: string[]
  exemptionReason: string | null
  taxable: number
  tax: number
}

export type Totals = {
  currency: string
  lines: LineTotals[]
  groups: TaxGroup[]
  net: number
  tax: number
  gross: number
  discount: number
  /** How each figure came about, for a screen to show beside it. */
  steps: TotalsStep[]
}

type GroupInProgress = TaxGroup & { lines: number[] }

/**
 * Lines, tax breakdown and totals of a document, the same for an invoice and (with negative
 * quantities) its credit note, which mirrors it to the unit.
 *
 * The line amount is the first figure that is rounded. Tax is computed per category and rate on the
 * sum of rounded amounts, or per line; from prices that include tax it is taken out of them. Every
 * total is the sum of what is printed: net of the line nets, tax of the group taxes, gross of both.
 * Where tax is rounded on the document, the lines' shares of it are spread so that they sum to it.
 *
 * Throws `unknown_tax_code`, `duplicate_tax_code`, `percent_out_of_range`, `amount_out_of_range`,
 * `not_a_decimal`, `too_many_decimals` or `unknown_currency`.
 */
export function computeTotals(input: TotalsInput): Totals {
  const { pricesIncludeTax, currency } = input
  const groups = groupLines(input)
  const lines: LineTotals[] = input.lines.map((line) => {
    const subtotal = multiplyToMinor(line.quantity, line.unitPrice, currency)
    const amount = multiplyToMinor(line.quantity, line.unitPrice, currency, line.discountPercent ?? '0')
    const discount = checkedAmount(subtotal - amount)
    return { subtotal, discount, amount, net: amount, tax: 0, gross: amount, group: 0 }
  })

  groups.forEach((group, position) => {
    const own = group.lines.flatMap((index) => lines[index] ?? [])
    const taxes = taxesOf(own, group.percent, input)
    own.forEach((line, index) => {
      const tax = taxes[index] ?? 0
      line.tax = tax
      line.net = pricesIncludeTax ? checkedAmount(line.amount - tax) : line.amount
      line.gross = pricesIncludeTax ? line.amount : checkedAmount(line.amount + tax)
      line.group = position
    })
    group.taxable = total(own.map((line) => line.net))
    group.tax = total(taxes)
  })

  const net = total(lines.map((line) => line.net))
  const tax = total(groups.map((group) => group.tax))
  const figures = {
    currency,
    lines,
    groups: groups.map(({ lines: _lines, ...group }) => group),
    net,
    tax,
    gross: checkedAmount(net + tax),
    discount: total(lines.map((line) => line.discount)),
  }
  return { ...figures, steps: explainTotals(input, figures) }
}

/** The tax of each line of a group, summing to the tax of the group. */
function taxesOf(lines: readonly LineTotals[], percent: string, input: TotalsInput): number[] {
  const taxOf = input.pricesIncludeTax ? percentWithin : percentOf
  if (input.taxRounding === 'line') return lines.map((line) => taxOf(line.amount, percent))
  const scaled = parseDecimal(percent)
  const hundred = parseDecimal('100')
  const shares = roundToTotal(
    lines.map((line) => BigInt(line.amount) * scaled),
    input.pricesIncludeTax ? hundred + scaled : hundred,
    BigInt(taxOf(total(lines.map((line) => line.amount)), percent)),
  )
  return shares.map(toSafeNumber)
}

/** Groups in the order in which the lines first mention them. */
function groupLines({ lines, taxRates }: TotalsInput): GroupInProgress[] {
  const rates = new Map<string, TaxRate>()
  for (const rate of taxRates) {
    if (rates.has(rate.code))
      throw new MoneyError('duplicate_tax_code', `Two rates have the code ${rate.code}.`)
    rates.set(rate.code, rate)
  }

  const groups = new Map<string, GroupInProgress>()
  lines.forEach((line, index) => {
    const rate = line.taxCode === null ? null : rates.get(line.taxCode)
    if (rate === undefined) throw new MoneyError('unknown_tax_code', `No rate has the code ${line.taxCode}.`)
    const category = rate?.category ?? 'out_of_scope'
    const percent = rate && category === 'standard' ? formatDecimal(parseDecimal(rate.percent)) : '0'
    const key = `${category} ${percent}`
    const group = groups.get(key) ?? {
      category,
      percent,
      name: rate?.name ?? null,
      codes: [],
      exemptionReason: null,
      taxable: 0,
      tax: 0,
      lines: [],
    }
    groups.set(key, group)
    group.lines.push(index)
    if (!rate) return
    group.name ??= rate.name
    if (group.codes.includes(rate.code)) return
    group.codes.push(rate.code)
    const reason = rate.exemptionReason
    if (reason && !group.exemptionReason?.split('; ').includes(reason)) {
      group.exemptionReason = group.exemptionReason ? `${group.exemptionReason}; ${reason}` : reason
    }
  })
  return [...groups.values()]
}

function total(amounts: readonly number[]): number {
  return toSafeNumber(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n))
}
