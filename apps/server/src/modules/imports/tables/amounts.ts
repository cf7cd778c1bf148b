import { CURRENCIES, isCurrency } from '@portico/money'

/**
 * Amounts, prices and quantities as other programs write them. The exact decimal is kept as text; nothing is guessed where a factor of a
 * thousand hangs on it: `1.234` alone is ambiguous until the file, or a person, says what its decimal mark is.
 */
export type Mark = '.' | ','
export type ReadNumber = {
  /** Canonical: `-1234.5`, at most eight decimals. */
  decimal: string
  /** Currency code or what its symbol stands for, where one is written and means one currency only. */
  currency: string | null
  /** What was mended, for people; null where nothing was. */
  repair: string | null
}
export type NumberProblem =
  | 'empty'
  | 'not_a_number'
  | 'ambiguous'
  | 'unknown_currency'
  | 'too_many_decimals'
  | 'out_of_range'
export type NumberResult = ({ ok: true } & ReadNumber) | { ok: false; problem: NumberProblem }

/** What the numbers of a file say together about its decimal mark. */
export type MarkEvidence = {
  point: number
  comma: number
  ambiguousPoint: string[]
  ambiguousComma: string[]
}
export const noMarkEvidence = (): MarkEvidence => ({
  point: 0,
  comma: 0,
  ambiguousPoint: [],
  ambiguousComma: [],
})

const symbols = new Map<string, string>()
for (const { code, symbol } of CURRENCIES) {
  if (!symbol) continue
  const key = symbol.toLowerCase().replaceAll(/[.\s]/g, '')
  symbols.set(key, symbols.has(key) && symbols.get(key) !== code ? '' : code)
}
// A bare sign that several currencies share says that it is money and not which.
for (const shared of ['$', '¥', 'kr', '£', 'fr', 'r', 'rs']) if (shared !== '£') symbols.set(shared, '')
for (const [symbol, code] of [
  ['us$', 'USD'],
  ['usd$', 'USD'],
  ['a$', 'AUD'],
  ['au$', 'AUD'],
  ['c$', 'CAD'],
  ['ca$', 'CAD'],
  ['nz$', 'NZD'],
  ['hk$', 'HKD'],
  ['s$', 'SGD'],
  ['r$', 'BRL'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₦', 'NGN'],
  ['₵', 'GHS'],
  ['₺', 'TRY'],
  ['₽', 'RUB'],
  ['zł', 'PLN'],
  ['tsh', 'TZS'],
  ['tshs', 'TZS'],
  ['ksh', 'KES'],
  ['kshs', 'KES'],
  ['ush', 'UGX'],
] as const)
  symbols.set(symbol, code)

const minus = '-'
const longest = 60
const plainNumber = /^-?\d{1,12}(\.\d{1,8})?$/

/** One kind of space, minus, apostrophe and digit, whatever program wrote it. */
function plainSigns(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replaceAll(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, minus)
    .replaceAll(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Takes signs and currency off, in whatever order they stand: `$-142.85`, `($400.00)`, `12.00- EUR`. */
function bare(
  text: string,
): { isNegative: boolean; figures: string; currency: string | null } | NumberProblem {
  let rest = plainSigns(text)
  if (rest === '') return 'empty'
  if (rest.length > longest || !/\d/.test(rest)) return 'not_a_number'
  let negatives = 0
  let currency: string | null = null
  for (let turn = 0; turn < 6 && !/^[\d.,](?:[\d., ']*[\d.,])?$/.test(rest); turn++) {
    const before = rest
    const brackets = /^\((.*)\)$/.exec(rest) ?? /^([^\d(]*)\(([^()]*)\)([^\d)]*)$/.exec(rest)
    if (brackets) {
      negatives++
      rest = brackets.slice(1).join('').trim()
      continue
    }
    if (rest.startsWith(minus)) {
      negatives++
      rest = rest.slice(1).trim()
    } else if (rest.endsWith(minus) && !rest.endsWith('/-')) {
      negatives++
      rest = rest.slice(0, -1).trim()
    } else if (rest.startsWith('+')) rest = rest.slice(1).trim()
    rest = rest.replace(/\s*\/[=-]$/, '')
    const word = /^([^\d.,()+-]+)/.exec(rest)?.[1] ?? /([^\d.,()+-]+)$/.exec(rest)?.[1]
    if (word !== undefined && word.trim() !== '') {
      const meaning = currencyOf(word)
      if (meaning === undefined)
        return /^[A-Za-z]{3}$/.test(word.trim()) ? 'unknown_currency' : 'not_a_number'
      if (currency && meaning && currency !== meaning) return 'not_a_number'
      currency = meaning || currency
      rest = rest.startsWith(word)
        ? rest.slice(word.length).trim()
        : rest.slice(0, rest.length - word.length).trim()
    }
    if (rest === before) return 'not_a_number'
  }
  if (!/^[\d., ']+$/.test(rest) || !/\d/.test(rest) || negatives > 1) return 'not_a_number'
  return { isNegative: negatives === 1, figures: rest, currency }
}

/** The code of a symbol or code; empty where it is money of some currency; undefined where it is none. */
function currencyOf(word: string): string | undefined {
  const key = word.trim().toLowerCase().replaceAll(/[.\s]/g, '')
  const known = symbols.get(key)
  if (known !== undefined) return known
  const code = key.replaceAll('$', '').toUpperCase()
  return /^[A-Z]{3}$/.test(code) && isCurrency(code) ? code : undefined
}

type Split = { whole: string; fraction: string; mark: Mark | null } | { ambiguous: Mark } | null

/** Whole and fraction where the figures themselves are certain about it. */
function split(figures: string): Split {
  const point = figures.lastIndexOf('.')
  const comma = figures.lastIndexOf(',')
  const last = Math.max(point, comma)
  if (last < 0) return ungrouped(figures, '')
  const mark = figures[last] as Mark
  const other: Mark = mark === '.' ? ',' : '.'
  const isRepeated = figures.indexOf(mark) !== last
  const before = figures.slice(0, last)
  const after = figures.slice(last + 1)
  if (isRepeated) return before.includes(other) || /[ ']/.test(figures) ? null : ungrouped(figures, '')
  if (/[ ']/.test(after)) return null
  if (before.includes(other) || /[ ']/.test(before)) return ungrouped(before, after, mark)
  if (after.length === 3 && /^[1-9]\d{0,2}$/.test(before)) return { ambiguous: mark }
  return ungrouped(before, after, mark)
}

function ungrouped(whole: string, fraction: string, mark: Mark | null = null): Split {
  if (!/^\d*$/.test(fraction)) return null
  const separators = whole.replaceAll(/\d/g, '')
  if (new Set(separators).size > 1) return null
  if (separators !== '') {
    const groups = whole.split(separators[0] as string)
    const isWestern =
      /^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => /^\d{3}$/.test(group))
    const isIndian =
      /^\d{1,2}$/.test(groups[0] ?? '') &&
      groups.slice(1, -1).every((group) => /^\d{2}$/.test(group)) &&
      /^\d{3}$/.test(groups.at(-1) ?? '')
    if (!isWestern && !isIndian) return null
  }
  return { whole: whole.replaceAll(/\D/g, ''), fraction, mark }
}

/** Notes what a number says about the decimal mark of its file. Texts that are no numbers say nothing. */
export function observeMark(evidence: MarkEvidence, text: string): void {
  if (plainNumber.test(text)) {
    const at = text.indexOf('.')
    if (at < 0) return
    if (text.length - at - 1 !== 3 || /^-?0|^-?\d{4,}/.test(text)) {
      evidence.point++
      return
    }
  }
  const found = bare(text)
  if (typeof found === 'string') return
  const parts = split(found.figures)
  if (parts === null) return
  if ('ambiguous' in parts) {
    const list = parts.ambiguous === '.' ? evidence.ambiguousPoint : evidence.ambiguousComma
    if (list.length < 3) list.push(text.trim())
  } else if (parts.mark === '.' && parts.fraction !== '') evidence.point++
  else if (parts.mark === ',' && parts.fraction !== '') evidence.comma++
  else if (parts.mark === null && found.figures.includes(',')) evidence.point++
  else if (parts.mark === null && found.figures.includes('.')) evidence.comma++
}

/** The mark that the numbers of a file decide on; null where they say nothing, or both. */
export function decidedMark(evidence: MarkEvidence): Mark | null {
  if (evidence.point > 0 && evidence.comma === 0) return '.'
  if (evidence.comma > 0 && evidence.point === 0) return ','
  return null
}

/** Whether a person has to say what the mark is. A comma before three digits groups: money has no three decimals in most currencies. */
export const needsMark = (evidence: MarkEvidence): boolean =>
  decidedMark(evidence) === null && evidence.ambiguousPoint.length > 0

/** @param mark the decimal mark of the file, where it is decided */
export function readNumber(text: string, mark: Mark | null = null): NumberResult {
  if (plainNumber.test(text) && (mark === '.' || !/^-?[1-9]\d{0,2}\.\d{3}$/.test(text)))
    return {
      ok: true,
      decimal: canonical(
        text.startsWith('-'),
        text.replace('-', '').split('.')[0] ?? '',
        text.split('.')[1] ?? '',
      ),
      currency: null,
      repair: null,
    }
  const found = bare(text)
  if (typeof found === 'string') return { ok: false, problem: found }
  const { isNegative, figures, currency } = found
  let parts = split(figures)
  if (parts && 'ambiguous' in parts) {
    const one = parts.ambiguous
    if (mark === null && one === '.') return { ok: false, problem: 'ambiguous' }
    const divides = mark === one
    const [whole = '', fraction = ''] = figures.split(one)
    parts = divides ? { whole, fraction, mark: one } : { whole: whole + fraction, fraction: '', mark: null }
  }
  if (!parts) return { ok: false, problem: 'not_a_number' }
  const { whole, fraction } = parts as { whole: string; fraction: string }
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  if (digits.length > 12) return { ok: false, problem: 'out_of_range' }
  if (!/[1-9]/.test(fraction.slice(8)))
    return { ok: true, decimal: canonical(isNegative, digits, fraction.slice(0, 8)), currency, repair: null }
  const sane = withoutNoise(digits, fraction)
  if (sane === null) return { ok: false, problem: 'too_many_decimals' }
  const decimal = isNegative && sane !== '0' ? `-${sane}` : sane
  return { ok: true, decimal, currency, repair: `${text.trim()} was read as ${decimal}` }
}

function canonical(isNegative: boolean, whole: string, fraction: string): string {
  const kept = fraction.replace(/0+$/, '')
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  const text = kept === '' ? digits : `${digits}.${kept}`
  return isNegative && /[1-9]/.test(text) ? `-${text}` : text
}

/**
 * `9.779999999999999` is what a computer makes of 9.78. Where the digits end in such a run of nines or zeros, the number that was meant is
 * the nearest one with few decimals; anything else with more than eight decimals is not touched, and refused.
 */
function withoutNoise(whole: string, fraction: string): string | null {
  const run = /^(\d{0,6}?)(9{5,}\d{0,3}|0{5,}\d{1,3})$/.exec(fraction)
  if (!run) return null
  const kept = run[1] as string
  const isUp = (run[2] as string).startsWith('9')
  const scaled = BigInt(whole + kept) + (isUp ? 1n : 0n)
  const digits = scaled.toString().padStart(kept.length + 1, '0')
  return canonical(
    false,
    digits.slice(0, digits.length - kept.length),
    digits.slice(digits.length - kept.length),
  )
}
