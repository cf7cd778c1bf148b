import { exponentOf, isCurrency } from './currencies.ts'
import { MoneyError } from './money-error.ts'
import { roundToTotal, toSafeNumber } from './rounding.ts'

/**
 * An amount of money: an integer count of the currency's minor units (cents, or whole yen), within
 * ±(2^53 − 1), and an ISO 4217 code. This is also its form in JSON.
 */
export type Money = { amount: number; currency: string }

/** Makes an amount. Throws `unknown_currency`, `not_an_amount` (not an integer) or `amount_out_of_range`. */
export function money(amount: number, currency: string): Money {
  if (!isCurrency(currency)) throw new MoneyError('unknown_currency', `${currency} is not a currency in use.`)
  return { amount: checkedAmount(amount), currency }
}

/** Throws `currency_mismatch` or `amount_out_of_range`. */
export function add(a: Money, b: Money): Money {
  mustShareCurrency(a, b)
  return { amount: checkedAmount(a.amount + b.amount), currency: a.currency }
}

/** `a` less `b`. Throws `currency_mismatch` or `amount_out_of_range`. */
export function subtract(a: Money, b: Money): Money {
  mustShareCurrency(a, b)
  return { amount: checkedAmount(a.amount - b.amount), currency: a.currency }
}

export function negate(value: Money): Money {
  // 0 − x rather than −x: there is no negative zero in a ledger.
  return { amount: 0 - value.amount, currency: value.currency }
}

/** The sum of a list, which may be empty: hence the currency. Throws as `add` does. */
export function sum(list: readonly Money[], currency: string): Money {
  return list.reduce(add, money(0, currency))
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. Throws `currency_mismatch`. */
export function compare(a: Money, b: Money): number {
  mustShareCurrency(a, b)
  return a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0
}

export function isZero(value: Money): boolean {
  return value.amount === 0
}

/**
 * Splits an amount by weights (integers ≥ 0, not all zero) into parts that sum to it exactly, by the
 * largest remainder; equal remainders go to the earlier part. A weight of 0 receives nothing.
 * Throws `nothing_to_allocate` where the weights say nothing.
 */
export function allocate(value: Money, weights: readonly number[]): Money[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new MoneyError('nothing_to_allocate', 'Weights are whole numbers from 0 up.')
  }
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total === 0n) throw new MoneyError('nothing_to_allocate', 'At least one weight must be more than 0.')
  const amount = BigInt(value.amount)
  const shares = roundToTotal(
    weights.map((weight) => amount * BigInt(weight)),
    total,
    amount,
  )
  return shares.map((share) => ({ amount: toSafeNumber(share), currency: value.currency }))
}

/** The amount in major units with all its decimals and a plain point: `-1200.50`, `1200`, `0.005`. */
export function toDecimalString(value: Money): string {
  const exponent = exponentOf(value.currency)
  const digits = String(Math.abs(value.amount)).padStart(exponent + 1, '0')
  const sign = value.amount < 0 ? '-' : ''
  if (exponent === 0) return sign + digits
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

/**
 * Reads what `toDecimalString` and other programs write: digits, at most one point, fewer decimals
 * than the currency has or more if they are zeros. For what a person types, see `parseAmount`.
 * Throws `not_an_amount`, `too_many_decimals`, `amount_out_of_range` or `unknown_currency`.
 */
export function fromDecimalString(text: string, currency: string): Money {
  const exponent = exponentOf(currency)
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new MoneyError('not_an_amount', `"${text}" is not a decimal number.`)
  const [, sign, whole = '', fraction = ''] = match
  if (/[1-9]/.test(fraction.slice(exponent))) {
    throw new MoneyError('too_many_decimals', `${currency} has ${exponent} decimals, "${text}" has more.`)
  }
  const minor = BigInt(whole + fraction.slice(0, exponent).padEnd(exponent, '0'))
  return { amount: toSafeNumber(sign === '-' ? -minor : minor), currency }
}

/** The amount itself if it is an integer that is exact in JSON. Throws `not_an_amount` or `amount_out_of_range`. */
export function checkedAmount(amount: number): number {
  if (!Number.isInteger(amount)) {
    throw new MoneyError('not_an_amount', `${amount} is not a whole number of minor units.`)
  }
  if (!Number.isSafeInteger(amount)) {
    throw new MoneyError('amount_out_of_range', `${amount} is beyond the largest exact amount.`)
  }
  return amount === 0 ? 0 : amount
}

function mustShareCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new MoneyError('currency_mismatch', `${a.currency} and ${b.currency} do not mix.`)
  }
}
