/** Why a numbering pattern is refused. */
export type NumberPatternProblem =
  | 'missing_number'
  | 'several_numbers'
  | 'missing_year'
  | 'unknown_placeholder'
  | 'bad_character'
  | 'too_long'

export type NumberReset = 'yearly' | 'never'

const LONGEST = 40
const PLACEHOLDER = /\{([^{}]*)\}/g

/**
 * A document number from a pattern such as `INV-{YYYY}-{NNN}`: `{YYYY}` and `{YY}` are the year of the
 * series, `{MM}` the month, `{NNN}` the number with at least as many digits as there are letters; it
 * grows past them (`INV-2026-1000`). Throws RangeError for a number that is not a positive integer, or
 * a placeholder that is unknown or has no value.
 */
export function formatDocumentNumber(
  pattern: string,
  values: { number: number; year: number; month?: number },
): string {
  if (!Number.isSafeInteger(values.number) || values.number < 1) {
    throw new RangeError('A document number counts from 1.')
  }
  const year = String(values.year).padStart(4, '0')
  return pattern.replace(PLACEHOLDER, (whole, name: string) => {
    if (name === 'YYYY') return year
    if (name === 'YY') return year.slice(-2)
    if (name === 'MM' && values.month !== undefined) return String(values.month).padStart(2, '0')
    if (/^N+$/.test(name)) return String(values.number).padStart(name.length, '0')
    throw new RangeError(`${whole} has no value in "${pattern}".`)
  })
}

/**
 * What is wrong with a pattern, nothing if it can be used. One number must be in it; where counting
 * starts again each year the year must be too, or two documents would carry one number.
 */
export function validateNumberPattern(pattern: string, reset: NumberReset): NumberPatternProblem[] {
  const names = [...pattern.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')
  const numbers = names.filter((name) => /^N+$/.test(name))
  const isKnown = (name: string) => /^(YYYY|YY|MM|N{1,12})$/.test(name)
  const problems: NumberPatternProblem[] = []
  if (numbers.length === 0) problems.push('missing_number')
  if (numbers.length > 1) problems.push('several_numbers')
  if (reset === 'yearly' && !names.some((name) => name === 'YYYY' || name === 'YY')) {
    problems.push('missing_year')
  }
  if (!names.every(isKnown)) problems.push('unknown_placeholder')
  // Braces left over are half a placeholder; the rest is what file names, bank fields and people can take.
  if (!/^[\p{L}\p{Nd} ._/#-]*$/u.test(pattern.replace(PLACEHOLDER, ''))) problems.push('bad_character')
  if (pattern.length > LONGEST) problems.push('too_long')
  return problems
}
