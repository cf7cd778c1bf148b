/** A calendar date as people mean it, `YYYY-MM-DD`, without time or zone. */
export type PlainDate = string

/**
 * When payment is due: so many days after the issue date (0 is on receipt), or so many days after the
 * end of the month of issue ("30 days end of month": issued 10 January, due 2 March).
 */
export type PaymentTerms = { kind: 'net'; days: number } | { kind: 'end_of_month'; days: number }

/** Throws RangeError for a date that is not on the calendar. */
export function dueDateOf(issueDate: PlainDate, terms: PaymentTerms): PlainDate {
  const start = terms.kind === 'end_of_month' ? endOfMonth(issueDate) : issueDate
  return addDays(start, terms.days)
}

/** Overdue from the day after the due date. Dates of this form compare as text. */
export function isOverdue(dueDate: PlainDate | null, today: PlainDate): boolean {
  return dueDate !== null && dueDate < today
}

/** True for a day on the calendar from year 1 to 9999, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false
  const time = Date.parse(`${text}T00:00:00Z`)
  // Some engines roll 30 February over to March instead of refusing it.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Throws RangeError for a date that is not on the calendar or a count that is not whole. */
export function addDays(date: PlainDate, days: number): PlainDate {
  if (!Number.isInteger(days)) throw new RangeError(`${days} is not a number of days.`)
  return toPlainDate(timeOf(date) + days * DAY)
}

/** Days from the first date to the second, negative if it lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (timeOf(to) - timeOf(from)) / DAY
}

export function endOfMonth(date: PlainDate): PlainDate {
  const first = new Date(timeOf(date))
  first.setUTCDate(1)
  first.setUTCMonth(first.getUTCMonth() + 1)
  return toPlainDate(first.getTime() - DAY)
}

const calendars = new Map<string, Intl.DateTimeFormat>()

/** The date it is in this IANA time zone at this instant. Throws RangeError for an unknown zone. */
export function todayIn(timeZone: string, instant: Date): PlainDate {
  const known = calendars.get(timeZone)
  const calendar =
    known ??
    new Intl.DateTimeFormat('en-US', {
      calendar: 'iso8601',
      numberingSystem: 'latn',
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
  if (!known) calendars.set(timeZone, calendar)
  const parts = calendar.formatToParts(instant)
  const valueOf = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${valueOf('year').padStart(4, '0')}-${valueOf('month')}-${valueOf('day')}`
}

const DAY = 86_400_000

function timeOf(date: PlainDate): number {
  if (!isPlainDate(date)) throw new RangeError(`"${date}" is not a date.`)
  return Date.parse(`${date}T00:00:00Z`)
}

function toPlainDate(time: number): PlainDate {
  const date = new Date(time).toISOString().slice(0, 10)
  if (!isPlainDate(date)) throw new RangeError('The date is beyond the calendar.')
  return date
}
