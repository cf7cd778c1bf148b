/** Figures and dates as a document's locale writes them. */
import { exponentOf, formatMoney } from '@portico/money'
import type { PaperBasics } from './document.ts'
import { languageOf } from './texts/texts.ts'

export type Figures = ReturnType<typeof figuresFor>

const kept = new Map<string, Figures>()

/** Formatters are slow to make and few in kind, so each locale and currency has one set per process. */
export function figuresOf({ locale, currency }: Pick<PaperBasics, 'locale' | 'currency'>): Figures {
  const key = `${locale} ${currency}`
  const known = kept.get(key)
  if (known) return known
  const made = figuresFor(locale, currency)
  if (kept.size > 200) kept.clear()
  kept.set(key, made)
  return made
}

function figuresFor(requestedLocale: string, currency: string) {
  const locale = numbersLocale(requestedLocale)
  const words = wordsLocale(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 8 })
  const prices = new Intl.NumberFormat(locale, {
    minimumFractionDigits: exponentOf(currency),
    maximumFractionDigits: 8,
  })
  const days = new Intl.DateTimeFormat(words, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const countries = new Intl.DisplayNames([words], { type: 'region', fallback: 'code' })
  const amount = (minor: number, code = currency) =>
    formatMoney({ amount: minor, currency: code }, locale.toString(), { currency: 'none' })

  return {
    /** the character between whole and fraction */
    decimalMark: decimals.formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.',
    /** an amount without its currency */
    amount,
    /** an amount after its currency code, for running text */
    money: (minor: number, code = currency) => `${code} ${amount(minor, code)}`,
    price: (decimal: string) => trueMinus(prices.format(exact(decimal))),
    decimal: (decimal: string) => trueMinus(decimals.format(exact(decimal))),
    /** `18` becomes `18%` */
    percent: (decimal: string) => trueMinus(percents.format(exact(`${decimal}E-2`))),
    day: (date: string) => days.format(new Date(`${date}T00:00:00Z`)),
    /** `TZ` becomes `Tanzania`; a name stays as it is */
    country: (country: string) => (/^[A-Z]{2}$/.test(country) ? (countries.of(country) ?? country) : country),
  }
}

/** The locale with the digits that the typeface has; English where it makes no sense. */
function numbersLocale(locale: string): Intl.Locale {
  try {
    return new Intl.Locale(locale, { numberingSystem: 'latn' })
  } catch {
    return new Intl.Locale('en-GB')
  }
}

/** Months and countries are words: they follow the language the rest of the paper is written in. */
function wordsLocale(locale: Intl.Locale): Intl.Locale {
  const language = languageOf(locale.language)
  return language === locale.language ? locale : new Intl.Locale(language, { region: locale.region ?? 'GB' })
}

/** Intl formats decimal strings digit by digit, without a detour through floating point. */
function exact(decimal: string): Intl.StringNumericLiteral {
  return decimal as Intl.StringNumericLiteral
}

function trueMinus(text: string): string {
  return text.replace(/^-/, '\u2212')
}
