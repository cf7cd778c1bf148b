import { formatMoney } from '@portico/money'
import type { Money } from '@portico/money'

/** How amounts, dates and spans are written for one reader. */
export interface MailFormats {
  locale: string
  /** With its code: `TZS 2,450,000.00`. */
  money(value: Money): string
  /** Without it, for a place that shows the code beside. */
  amount(value: Money): string
  /** A day, `2026-03-03`: "3 Mar 2026". */
  date(day: string): string
  /** An instant in the reader's zone: "3 Mar 2026, 14:05 EAT". */
  moment(instant: string, timeZone: string): string
  /** "15 minutes", "24 hours", "7 days". */
  span(minutes: number): string
  list(items: readonly string[]): string
}

const hour = 60
const day = 24 * hour

function unit(locale: string, name: 'minute' | 'hour' | 'day', count: number): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(count)
}

function makeFormats(locale: string): MailFormats {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    locale,
    money: (value) => formatMoney(value, locale),
    amount: (value) => formatMoney(value, locale, { currency: 'none' }),
    date: (text) => days.format(new Date(`${text}T00:00:00Z`)),
    moment: (instant, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
        timeZoneName: 'short',
      }).format(new Date(instant)),
    span: (minutes) =>
      minutes % day === 0 && minutes > day
        ? unit(locale, 'day', minutes / day)
        : minutes % hour === 0 && minutes > hour
          ? unit(locale, 'hour', minutes / hour)
          : unit(locale, 'minute', minutes),
    list: (items) => lists.format(items),
  }
}

const made = new Map<string, MailFormats>()

/** Formatters are dear to make, so a locale's are made once. */
export function formatsOf(locale: string): MailFormats {
  const known = made.get(locale)
  if (known) return known
  const formats = makeFormats(locale)
  made.set(locale, formats)
  return formats
}
