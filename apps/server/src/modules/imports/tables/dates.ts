/**
 * Dates as other programs write them. `3/4/2021` is the third of April to one and the fourth of March to another: one row with a day above
 * twelve decides for its file, and where none does, a person is asked.
 */
export type Order = 'ymd' | 'mdy' | 'dmy'
export type DateProblem = 'empty' | 'not_a_date' | 'ambiguous'
export type DateResult = { ok: true; date: string } | { ok: false; problem: DateProblem }

export type OrderEvidence = { mdy: number; dmy: number; ambiguous: string[] }
export const noOrderEvidence = (): OrderEvidence => ({ mdy: 0, dmy: 0, ambiguous: [] })

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Months that other languages begin differently. */
const otherMonths: Record<string, number> = {
  mai: 5,
  mär: 3,
  mrz: 3,
  okt: 10,
  dez: 12,
  des: 12,
  fév: 2,
  avr: 4,
  aoû: 8,
  déc: 12,
  juin: 6,
  juil: 7,
}

type Parts =
  | { certain: [year: number, month: number, day: number] }
  | { numbers: [first: number, second: number, year: number] }

function partsOf(text: string): Parts | null {
  // A time of day behind the date says nothing about the day.
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\d)[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]m)?\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?$/i, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  let match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(bare)
  if (match) return { certain: [Number(match[1]), Number(match[2]), Number(match[3])] }
  match = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(bare)
  // Whoever writes points writes the day first.
  if (match) return { certain: [fullYear(match[3] as string), Number(match[2]), Number(match[1])] }
  match = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(bare)
  if (match) return { numbers: [Number(match[1]), Number(match[3]), fullYear(match[4] as string)] }
  match = /^(?:\p{L}{2,9}\.?,? )?(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(bare)
  if (match) return named(match[3], match[1], match[2])
  match = /^(?:\p{L}{2,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th|\.)?[ -](\p{L}{3,9})\.?,?[ -](\d{4}|\d{2})$/u.exec(
    bare,
  )
  if (match) return named(match[3], match[2], match[1])
  return null
}

function named(year = '', month = '', day = ''): Parts | null {
  const start = month.toLowerCase().slice(0, 3)
  const at = months.indexOf(start) + 1 || otherMonths[month.toLowerCase().slice(0, 4)] || otherMonths[start]
  return at ? { certain: [fullYear(year), at, Number(day)] } : null
}

function fullYear(text: string): number {
  const year = Number(text)
  return text.length === 2 ? (year < 70 ? 2000 : 1900) + year : year
}

function iso(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

/** Notes what a date says about the order in which its file writes days and months. */
export function observeOrder(evidence: OrderEvidence, text: string): void {
  const parts = partsOf(text)
  if (!parts || 'certain' in parts) return
  const [first, second, year] = parts.numbers
  const asMdy = iso(year, first, second)
  const asDmy = iso(year, second, first)
  if (asMdy && asDmy) {
    // The third of March is the third of March either way.
    if (asMdy !== asDmy && evidence.ambiguous.length < 3) evidence.ambiguous.push(text.trim())
  } else if (asMdy) evidence.mdy++
  else if (asDmy) evidence.dmy++
}

/** The order that the dates of a file decide on; null where none does, or they contradict each other. */
export function decidedOrder(evidence: OrderEvidence): Order | null {
  if (evidence.mdy > 0 && evidence.dmy === 0) return 'mdy'
  if (evidence.dmy > 0 && evidence.mdy === 0) return 'dmy'
  return null
}
export const needsOrder = (evidence: OrderEvidence): boolean =>
  decidedOrder(evidence) === null && (evidence.ambiguous.length > 0 || (evidence.mdy > 0 && evidence.dmy > 0))

/** @param order in which the file writes days and months, where it is decided */
export function readDate(text: string, order: Order | null = null): DateResult {
  if (text.trim() === '') return { ok: false, problem: 'empty' }
  const parts = partsOf(text)
  if (!parts) return { ok: false, problem: 'not_a_date' }
  if ('certain' in parts) return dated(iso(...parts.certain))
  const [first, second, year] = parts.numbers
  const asMdy = iso(year, first, second)
  const asDmy = iso(year, second, first)
  if (order === 'mdy') return dated(asMdy)
  if (order === 'dmy') return dated(asDmy)
  if (asMdy && asDmy && asMdy !== asDmy) return { ok: false, problem: 'ambiguous' }
  return dated(asMdy ?? asDmy)
}

const dated = (date: string | null): DateResult =>
  date ? { ok: true, date } : { ok: false, problem: 'not_a_date' }
