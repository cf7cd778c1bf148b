import { exponentOf } from './currencies.ts'
import type { Money } from './money.ts'
import { MoneyError } from './money-error.ts'
import { divideRounded, toSafeNumber } from './rounding.ts'

/** Digits after the point of prices, quantities, percentages and rates: `numeric(20,8)` in the database. */
export const DECIMAL_PLACES = 8

/** Digits after the point of an exchange rate: `numeric(28,12)` in the database. One shilling is 0.000377358491 dollars. */
const RATE_PLACES = 12
const RATE_SCALE = 10n ** BigInt(RATE_PLACES)

const WHOLE_PLACES = 12
const SCALE = 10n ** BigInt(DECIMAL_PLACES)
const HUNDRED = 100n * SCALE

/**
 * An exact decimal from its JSON and database form (`"12.5"`, `"-0.00000001"`, `"18.00000000"`) as a
 * bigint counted in units of 1e-8. Throws `not_a_decimal`, `too_many_decimals` (more than 8) or
 * `amount_out_of_range` (more than 12 digits before the point).
 */
export function parseDecimal(text: string): bigint {
  return parseScaled(text, DECIMAL_PLACES)
}

function parseScaled(text: string, places: number): bigint {
  const match = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(text)
  if (!match) throw new MoneyError('not_a_decimal', `"${text.slice(0, 60)}" is not a decimal.`)
  const [, sign, whole = '', fraction = ''] = match
  if (/[1-9]/.test(fraction.slice(places))) {
    throw new MoneyError('too_many_decimals', `"${text}" has more than ${places} decimals.`)
  }
  if (whole.replace(/^0+/, '').length > WHOLE_PLACES) {
    throw new MoneyError(
      'amount_out_of_range',
      `"${text}" has more than ${WHOLE_PLACES} digits before the point.`,
    )
  }
  const scaled = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'))
  return sign === '-' ? -scaled : scaled
}

/** The shortest text of an exact decimal: `12.5`, never `12.50000000`. */
export function formatDecimal(scaled: bigint): string {
  const magnitude = (scaled < 0n ? -scaled : scaled).toString().padStart(DECIMAL_PLACES + 1, '0')
  const whole = magnitude.slice(0, -DECIMAL_PLACES)
  const fraction = magnitude.slice(-DECIMAL_PLACES).replace(/0+$/, '')
  return (scaled < 0n ? '-' : '') + whole + (fraction ? `.${fraction}` : '')
}

/**
 * Quantity × price in minor units of the currency, less a discount in percent if one is given, rounded
 * once, half away from zero. The price is in major units. Throws `not_a_decimal`, `too_many_decimals`,
 * `amount_out_of_range` or `percent_out_of_range` (a discount outside 0 to 100).
 */
export function multiplyToMinor(
  quantity: string,
  price: string,
  currency: string,
  discountPercent = '0',
): number {
  const discount = parseDecimal(discountPercent)
  if (discount < 0n || discount > HUNDRED) {
    throw new MoneyError('percent_out_of_range', 'A discount lies between 0 and 100 percent.')
  }
  const exact =
    parseDecimal(quantity) * parseDecimal(price) * (HUNDRED - discount) * 10n ** BigInt(exponentOf(currency))
  return toSafeNumber(divideRounded(exact, SCALE * SCALE * HUNDRED))
}

/** So many percent of an amount in minor units, rounded half away from zero. */
export function percentOf(minor: number, percent: string): number {
  return toSafeNumber(divideRounded(BigInt(minor) * parseTaxPercent(percent), HUNDRED))
}

/** The tax contained in an amount (minor units) that includes it at this percentage, rounded half away from zero. */
export function percentWithin(minor: number, percent: string): number {
  const scaled = parseTaxPercent(percent)
  return toSafeNumber(divideRounded(BigInt(minor) * scaled, HUNDRED + scaled))
}

/**
 * An amount in another currency at a rate of so many units of `toCurrency` for one unit of the
 * amount's own, rounded half away from zero; a rate has at most 12 decimals. Throws `rate_not_positive`,
 * `unknown_currency` and what `parseDecimal` throws.
 */
export function convert(value: Money, rate: string, toCurrency: string): Money {
  const exact = BigInt(value.amount) * parseRate(rate) * 10n ** BigInt(exponentOf(toCurrency))
  const minor = divideRounded(exact, RATE_SCALE * 10n ** BigInt(exponentOf(value.currency)))
  return { amount: toSafeNumber(minor), currency: toCurrency }
}

/**
 * The same by a rate quoted the other way round: so many units of the amount's own currency for one
 * unit of `toCurrency` (2650.5 to take TZS to USD). Dividing keeps digits that a reciprocal rate would
 * lose.
 */
export function convertByInverse(value: Money, rate: string, toCurrency: string): Money {
  const exact = BigInt(value.amount) * RATE_SCALE * 10n ** BigInt(exponentOf(toCurrency))
  const minor = divideRounded(exact, parseRate(rate) * 10n ** BigInt(exponentOf(value.currency)))
  return { amount: toSafeNumber(minor), currency: toCurrency }
}

function parseTaxPercent(percent: string): bigint {
  const scaled = parseDecimal(percent)
  if (scaled < 0n) throw new MoneyError('percent_out_of_range', 'A percentage is not negative.')
  return scaled
}

function parseRate(rate: string): bigint {
  const scaled = parseScaled(rate, RATE_PLACES)
  if (scaled <= 0n) throw new MoneyError('rate_not_positive', 'An exchange rate is more than 0.')
  return scaled
}
