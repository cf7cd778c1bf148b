import { CURRENCIES, exponentOf, isCurrency } from './currencies.ts'
import { DECIMAL_PLACES, formatDecimal, parseDecimal } from './decimal.ts'
import type { Money } from './money.ts'

/** Why a typed amount was not understood. Stable: screens have a sentence for each. */
export type ParseRefusal =
  | 'empty'
  | 'not_a_number'
  | 'ambiguous'
  | 'too_many_decimals'
  | 'other_currency'
  | 'out_of_range'

export type ParsedAmount = { ok: true; money: Money } | { ok: false; code: ParseRefusal }
export type ParsedDecimal = { ok: true; decimal: string } | { ok: false; code: ParseRefusal }

type Signed = { negative: boolean; rest: string }
type Figures = { whole: string; fraction: string }

/** More than any amount needs, and little enough that no pasted page costs time. */
const LONGEST = 60

/**
 * Reads an amount as a person types or pastes it: `1,200.50`, `1 200,50`, `1.200,50`, `(12.00)`,
 * `12.00-`, `TSh 2,450,000/=`, `USD -5`. A lone separator before three digits (`1.234`) may group or
 * divide; it is refused as `ambiguous` unless the currency, or the reader's `locale`, decides it.
 * Never guesses a factor of a thousand. Throws `unknown_currency` only.
 */
export function parseAmount(text: string, currency: string, options: { locale?: string } = {}): ParsedAmount {
  const exponent = exponentOf(currency)
  const typed = normalize(text)
  if (!typed) return { ok: false, code: 'empty' }
  if (typed.length > LONGEST) return { ok: false, code: 'not_a_number' }
  const outer = takeSign(typed)
  const bare = takeCurrency(outer.rest, currency)
  if (bare === 'other_currency' || bare === 'not_a_number') return { ok: false, code: bare }
  const inner = takeSign(bare)
  if (outer.negative && inner.negative) return { ok: false, code: 'not_a_number' }

  const figures = readFigures(inner.rest, exponent, options.locale)
  if (typeof figures === 'string') return { ok: false, code: figures }
  const minor = Number(figures.whole + figures.fraction.padEnd(exponent, '0'))
  if (!Number.isSafeInteger(minor)) return { ok: false, code: 'out_of_range' }
  return { ok: true, money: { amount: outer.negative || inner.negative ? 0 - minor : minor, currency } }
}

/** Reads a quantity, price or percentage as a person types it, into the exact decimal of the contract. */
export function parseTypedDecimal(text: string, options: { locale?: string } = {}): ParsedDecimal {
  const typed = normalize(text)
  if (!typed) return { ok: false, code: 'empty' }
  if (typed.length > LONGEST) return { ok: false, code: 'not_a_number' }
  const { negative, rest } = takeSign(typed)
  const figures = readFigures(rest, DECIMAL_PLACES, options.locale)
  if (typeof figures === 'string') return { ok: false, code: figures }
  if (figures.whole.length > 12) return { ok: false, code: 'out_of_range' }
  const plain = figures.fraction ? `${figures.whole}.${figures.fraction}` : figures.whole
  const scaled = parseDecimal(plain)
  return { ok: true, decimal: formatDecimal(negative ? 0n - scaled : scaled) }
}

/** One kind of space, minus, apostrophe and digit, whatever keyboard or spreadsheet it came from. */
function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[٠-٩۰-۹०-९০-৯]/g, (digit) => String(digitValue(digit)))
    .replace(/\u066b/g, '.')
    .replace(/[\u066c\u2019]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Arabic, Persian, Devanagari and Bengali digits: ten in a row from each of these zeros. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0
  const zero = [0x660, 0x6f0, 0x966, 0x9e6].find((start) => point >= start && point < start + 10)
  return point - (zero ?? point)
}

/** Takes off one sign: before, after (as ledgers print it) or brackets (as accountants write it). */
function takeSign(text: string): Signed {
  const brackets = /^\((.*)\)$/.exec(text)
  if (brackets) return { negative: true, rest: (brackets[1] ?? '').trim() }
  if (text.startsWith('-')) return { negative: true, rest: text.slice(1).trim() }
  if (text.endsWith('-') && !text.endsWith('/-')) return { negative: true, rest: text.slice(0, -1).trim() }
  if (text.startsWith('+')) return { negative: false, rest: text.slice(1).trim() }
  return { negative: false, rest: text }
}

/** Takes off the code or symbol of this currency; another's is a refusal, not a nuisance. */
function takeCurrency(text: string, currency: string): string | 'other_currency' | 'not_a_number' {
  // "/=" and "/-" close an amount in East African handwriting.
  const withoutTail = text.replace(/\s*\/[=-]$/, '')
  const match = /^([^\d]*?)\s*(-?\s*[.,]?\d.*?)\s*([^\d]*)$/.exec(withoutTail)
  if (!match) return 'not_a_number'
  const [, before = '', figures = '', afterwards = ''] = match
  const closing = /^[.,-]/.exec(afterwards)?.[0] ?? ''
  const after = afterwards.slice(closing.length).trim()
  for (const word of [before.trim(), after]) {
    if (!word) continue
    const meaning = currencyWord(word, currency)
    if (meaning !== 'own') return meaning
  }
  if (before.trim() && after) return 'not_a_number'
  return figures + closing
}

function currencyWord(word: string, currency: string): 'own' | 'other_currency' | 'not_a_number' {
  const plain = fold(word)
  const named = CURRENCIES.filter(
    ({ code, symbol }) => fold(code) === plain || (symbol !== null && fold(symbol) === plain),
  )
  if (named.some(({ code }) => code === currency)) return 'own'
  if (SHILLINGS.has(currency) && /^(sh|shs|ush|ksh|tsh|tshs|kshs|ushs)$/.test(plain)) {
    const country = /^[tku]/.exec(plain)?.[0]
    return !country || fold(currency).startsWith(country) ? 'own' : 'other_currency'
  }
  return named.length > 0 || isCurrency(word.toUpperCase()) ? 'other_currency' : 'not_a_number'
}

const SHILLINGS: ReadonlySet<string> = new Set(['TZS', 'KES', 'UGX'])

function fold(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/[.\s]/g, '')
}

/** Splits figures into whole and fraction once it is certain which separator divides them. */
function readFigures(text: string, places: number, locale: string | undefined): Figures | ParseRefusal {
  const lastPoint = text.lastIndexOf('.')
  const lastComma = text.lastIndexOf(',')
  const last = Math.max(lastPoint, lastComma)
  const mark = text.charAt(last)
  const other = mark === '.' ? ',' : '.'
  const isRepeated = last >= 0 && text.indexOf(mark) !== last
  const isFollowed = /[ ']/.test(text.slice(last + 1))
  let whole = text
  let fraction = ''
  if (last >= 0 && !isRepeated && !isFollowed) {
    const digits = text.slice(last + 1)
    const lead = text.slice(0, last)
    const couldGroup = digits.length === 3 && /^[1-9]\d{0,2}$/.test(lead)
    const role = couldGroup && !lead.includes(other) ? roleOfLoneMark(mark, places, locale) : 'divides'
    if (role === 'ambiguous') return 'ambiguous'
    if (role === 'divides') {
      whole = lead
      fraction = digits
    }
  }
  const digits = ungroup(whole)
  if (digits === null || !/^\d*$/.test(fraction) || digits + fraction === '') return 'not_a_number'
  if (/[1-9]/.test(fraction.slice(places))) return 'too_many_decimals'
  return { whole: digits.replace(/^0+(?=\d)/, '') || '0', fraction: fraction.slice(0, places) }
}

/** Whether a single mark before exactly three digits groups thousands or divides decimals. */
function roleOfLoneMark(
  mark: string,
  places: number,
  locale: string | undefined,
): 'groups' | 'divides' | 'ambiguous' {
  if (locale !== undefined) {
    const marks = marksOf(locale)
    if (mark === marks.decimal) return 'divides'
    if (mark === marks.group) return 'groups'
  }
  if (places === 0) return 'groups'
  // Where three decimals are too many, a comma can only group; a point is what a slip of the keyboard gives.
  return places < 3 && mark === ',' ? 'groups' : 'ambiguous'
}

const marksByLocale = new Map<string, { decimal: string; group: string }>()

function marksOf(locale: string): { decimal: string; group: string } {
  const known = marksByLocale.get(locale)
  if (known) return known
  const parts = new Intl.NumberFormat(locale, {
    useGrouping: 'always',
    minimumFractionDigits: 1,
  }).formatToParts(12345.5)
  const markOf = (type: string) => normalize(parts.find((part) => part.type === type)?.value ?? '')
  const marks = { decimal: markOf('decimal'), group: markOf('group') }
  marksByLocale.set(locale, marks)
  return marks
}

/** The digits of a whole number without its grouping (by three, or 3-2-2 as in India), null if it is malformed. */
function ungroup(text: string): string | null {
  if (/^\d*$/.test(text)) return text
  const mark = /[^\d]/.exec(text)?.[0] ?? ''
  if (!" ',.".includes(mark)) return null
  const groups = text.split(mark)
  const first = groups[0] ?? ''
  const middle = groups.slice(1, -1)
  const tail = groups.at(-1) ?? ''
  const isWestern = /^\d{1,3}$/.test(first) && middle.every((group) => /^\d{3}$/.test(group))
  const isIndian = /^\d{1,2}$/.test(first) && middle.every((group) => /^\d{2}$/.test(group))
  return /^\d{3}$/.test(tail) && (isWestern || isIndian) ? groups.join('') : null
}
