import { currencyOf } from './currencies.ts'
import type { Money } from './money.ts'
import { toDecimalString } from './money.ts'

/** What stands beside the figure: `TZS`, `TSh` or nothing (a column that names its currency in the heading). */
export type CurrencyDisplay = 'code' | 'symbol' | 'none'

const TRUE_MINUS = '\u2212'

/** Making a formatter costs some 50 µs, using one less than 1: a long list shares them. */
const formatters = new Map<string, Intl.NumberFormat>()

/**
 * The amount as a reader of this locale writes it, always with all the currency's decimals and grouped
 * digits, so that columns align, and with a true minus (U+2212). Formats from the exact decimal, never
 * through a float. Throws RangeError for a malformed locale, `unknown_currency` otherwise.
 */
export function formatMoney(
  value: Money,
  locale: string,
  { currency: display = 'code' }: { currency?: CurrencyDisplay } = {},
): string {
  const { code, symbol } = currencyOf(value.currency)
  return formatterOf(locale, code, display)
    .formatToParts(toDecimalString(value) as Intl.StringNumericLiteral)
    .map((part) => {
      if (part.type === 'minusSign') return part.value.replace('-', TRUE_MINUS)
      // Where the locale has no symbol for a foreign currency, Intl falls back to the code.
      if (part.type === 'currency' && display === 'symbol' && part.value === code) return symbol ?? code
      return part.value
    })
    .join('')
}

function formatterOf(locale: string, code: string, display: CurrencyDisplay): Intl.NumberFormat {
  const key = `${locale} ${code} ${display}`
  const known = formatters.get(key)
  if (known) return known
  const { exponent } = currencyOf(code)
  const made = new Intl.NumberFormat(locale, {
    // The standard's exponent, not the one the locale data holds.
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
    useGrouping: 'always',
    ...(display === 'none' ? {} : { style: 'currency', currency: code, currencyDisplay: display }),
  })
  formatters.set(key, made)
  return made
}
