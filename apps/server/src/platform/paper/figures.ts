/** Figures and dates as a document's locale writes them. */
import type { PaperDocument } from './document.ts'

export type Figures = ReturnType<typeof figuresFor>

const kept = new Map<string, Figures>()

/** Formatters are slow to make and few in kind, so each locale and currency has one set per process. */
export function figuresOf(document: Pick<PaperDocument, 'locale' | 'currency'>): Figures {
  const key = `${document.locale} ${document.currency}`
  const known = kept.get(key)
  if (known) return known
  const made = figuresFor(document.locale, document.currency)
  if (kept.size > 200) kept.clear()
  kept.set(key, made)
  return made
}

function figuresFor(requestedLocale: string, currency: string) {
  const locale = supported(requestedLocale)
  const digitsIn = (code: string) =>
    new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits ?? 2
  const amountsByCurrency = new Map<string, (minor: number) => string>()
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4, numberingSystem: 'latn' })
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 8, numberingSystem: 'latn' })
  const prices = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digitsIn(currency),
    maximumFractionDigits: 8,
    numberingSystem: 'latn',
  })
  const days = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  })

  function amountsIn(code: string) {
    const known = amountsByCurrency.get(code)
    if (known) return known
    const digits = digitsIn(code)
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      numberingSystem: 'latn',
    })
    const amount = (minor: number) => trueMinus(format.format(inUnits(minor, digits)))
    amountsByCurrency.set(code, amount)
    return amount
  }

  return {
    /** the character between whole and fraction */
    decimalMark: decimals.formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.',
    /** an amount without its currency */
    amount: amountsIn(currency),
    /** an amount followed by its currency code, for running text */
    money: (minor: number, code = currency) => `${code} ${amountsIn(code)(minor)}`,
    price: (decimal: string) => trueMinus(prices.format(exact(decimal))),
    decimal: (decimal: string) => trueMinus(decimals.format(exact(decimal))),
    /** `18` becomes `18%` */
    percent: (decimal: string) => trueMinus(percents.format(exact(`${decimal}E-2`))),
    day: (date: string) => days.format(new Date(`${date}T00:00:00Z`)),
  }
}

function supported(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** Intl formats decimal strings digit by digit, without a detour through floating point. */
function exact(decimal: string): Intl.StringNumericLiteral {
  return decimal as Intl.StringNumericLiteral
}

function inUnits(minor: number, digits: number): Intl.StringNumericLiteral {
  return exact(`${minor}E-${digits}`)
}

function trueMinus(text: string): string {
  return text.replace(/^-/, '\u2212')
}
