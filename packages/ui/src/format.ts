import { readerLocale, textsOf } from './texts.ts'
import { uiTexts } from './ui-texts.ts'

/** Formatters are dear to make and cheap to use, so each is made once. */
const cache = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = cache.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  cache.set(key, made)
  return made
}

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/

/** A `date` of the API is a day without a zone; reading it as UTC and printing it as UTC keeps the day. */
function parse(iso: string): { date: Date; timeZone: string | undefined } {
  return DATE_ONLY.test(iso)
    ? { date: new Date(`${iso}T00:00:00Z`), timeZone: 'UTC' }
    : { date: new Date(iso), timeZone: undefined }
}

/** "3 Mar 2026" in the reader's order. Takes a date (`2026-03-03`) or an instant. */
export function formatDate(iso: string, locale = readerLocale()): string {
  const { date, timeZone } = parse(iso)
  return formatter(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(date)
}

/** "3 Mar 2026, 14:05" in the reader's own time zone. */
export function formatDateTime(iso: string, locale = readerLocale()): string {
  return formatter(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(iso))
}

/** "Tuesday, 3 March 2026 at 14:05:09 EAT": what stands behind a date on hover. */
export function formatExact(iso: string, locale = readerLocale()): string {
  const { date, timeZone } = parse(iso)
  return timeZone
    ? formatter(locale, { dateStyle: 'full', timeZone }).format(date)
    : formatter(locale, { dateStyle: 'full', timeStyle: 'long' }).format(date)
}

/** Today as `2026-03-03` in the reader's time zone. */
export function todayIso(now = new Date()): string {
  const month = String(now.getMonth() + 1).padStart(2, '0')
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`
}

function dayNumber(iso: string): number {
  const day = DATE_ONLY.test(iso) ? iso : todayIso(new Date(iso))
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

/** Whole days from today: 5 is in five days, -3 was three days ago. */
export function daysFromToday(iso: string, now = new Date()): number {
  return dayNumber(iso) - dayNumber(todayIso(now))
}

/** "Today", "in 5 days", "3 days ago", "2 months ago". */
export function formatRelativeDay(iso: string, locale = readerLocale(), now = new Date()): string {
  const days = daysFromToday(iso, now)
  const t = textsOf(uiTexts)
  if (days === 0) return t('today')
  if (days === 1) return t('tomorrow')
  if (days === -1) return t('yesterday')
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  const distance = Math.abs(days)
  if (distance < 45) return relative.format(days, 'day')
  if (distance < 700) return relative.format(Math.round(days / 30.44), 'month')
  return relative.format(Math.round(days / 365.25), 'year')
}

/** "5 minutes ago", then like `formatRelativeDay`. */
export function formatRelativeTime(iso: string, locale = readerLocale(), now = new Date()): string {
  const seconds = Math.round((new Date(iso).getTime() - now.getTime()) / 1000)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const distance = Math.abs(seconds)
  if (distance < 60) return relative.format(0, 'second')
  if (distance < 3600) return relative.format(Math.trunc(seconds / 60), 'minute')
  if (distance < 6 * 3600) return relative.format(Math.trunc(seconds / 3600), 'hour')
  return formatRelativeDay(iso, locale, now)
}

export function formatNumber(
  value: number,
  options: Intl.NumberFormatOptions = {},
  locale = readerLocale(),
): string {
  return new Intl.NumberFormat(locale, options).format(value)
}

/** "2.4 MB". */
export function formatFileSize(bytes: number, locale = readerLocale()): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1000 ** power)
}
