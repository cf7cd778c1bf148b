import { exponentOf, formatMoney, type Money } from '@portico/money'
import { formatDate } from '@portico/ui'

/** Figures and dates as the document's own locale writes them, which may not be the reader's. */
export interface PaperFormat {
  amount: (value: Money) => string
  withCurrency: (value: Money) => string
  price: (decimal: string, currency: string) => string
  decimal: (decimal: string) => string
  percent: (decimal: string) => string
  day: (iso: string) => string
}

const made = new Map<string, PaperFormat>()
const trueMinus = (text: string): string => text.replace('-', '\u2212')

export function paperFormat(locale: string): PaperFormat {
  const known = made.get(locale)
  if (known) return known
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 8 })
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  const prices = new Map<string, Intl.NumberFormat>()
  const exact = (text: string) => text as Intl.StringNumericLiteral
  const format: PaperFormat = {
    amount: (value) => formatMoney(value, locale, { currency: 'none' }),
    withCurrency: (value) => `${value.currency} ${formatMoney(value, locale, { currency: 'none' })}`,
    price(decimal, currency) {
      const formatter =
        prices.get(currency) ??
        new Intl.NumberFormat(locale, {
          minimumFractionDigits: exponentOf(currency),
          maximumFractionDigits: 8,
        })
      prices.set(currency, formatter)
      return trueMinus(formatter.format(exact(decimal)))
    },
    decimal: (decimal) => trueMinus(decimals.format(exact(decimal))),
    percent: (decimal) => percents.format(exact(`${decimal}E-2`)),
    day: (iso) => formatDate(iso, locale),
  }
  made.set(locale, format)
  return format
}
