import { exponentOf, formatMoney, toDecimalString, type Money } from '@portico/money'

export interface SplitMoney {
  isNegative: boolean
  /** Grouped digits without sign and currency, exact. */
  figure: string
}

/** `trim` leaves ".00" away when the amount is whole. */
export function splitMoney(value: Money, locale: string, trim: boolean): SplitMoney {
  const size = { amount: Math.abs(value.amount), currency: value.currency }
  const isWhole = size.amount % 10 ** exponentOf(size.currency) === 0
  const figure =
    trim && isWhole
      ? new Intl.NumberFormat(locale, { useGrouping: 'always', maximumFractionDigits: 0 }).format(
          BigInt(toDecimalString(size).split('.')[0] ?? '0'),
        )
      : formatMoney(size, locale, { currency: 'none' })
  return { isNegative: value.amount < 0, figure }
}
