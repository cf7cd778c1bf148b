import type { RandomBytes } from './readable-code.ts'
import { drawReadable, drawUntil, foldReadable, READABLE_ALPHABET } from './readable-code.ts'

const PREFIX = 'PAY'
const RANDOM_LENGTH = 11
const BODY = new RegExp(`^[${READABLE_ALPHABET}]{${RANDOM_LENGTH + 1}}$`)
const LEAST_PART = 4
const PART = new RegExp(`^[${READABLE_ALPHABET}]{${LEAST_PART},${RANDOM_LENGTH + 1}}$`)

/**
 * A new payment reference, such as `PAY-7KQ4-M2XD-9RTC`: 11 random characters (55 bits) and a check
 * character over the whole, 15 without the hyphens, which fits the 16 of a SWIFT statement line.
 * At least two letters and two digits, so it is never taken for a government control number, which is
 * twelve digits. Uniqueness is the caller's constraint; a collision is drawn again.
 */
export function makePaymentReference(random: RandomBytes): string {
  return drawUntil(() => {
    const body = drawReadable(RANDOM_LENGTH, random)
    const full = body + checkCharacter(PREFIX + body)
    const isMixed = /[A-Z].*[A-Z]/.test(full) && /\d.*\d/.test(full)
    // The check character can be one that people misread, or an asterisk; a body that begins like the
    // prefix would make a cut-off reference look whole.
    return BODY.test(full) && isMixed && !full.startsWith(PREFIX) ? hyphenate(full) : null
  })
}

/**
 * The written form of a reference as somebody typed it: forgives case, spaces, hyphens and dots, O for
 * 0, I or L for 1, and a missing `PAY`. Null for what cannot be one. Look up what this returns; whether
 * it is mistyped says `isValidPaymentReference`.
 */
export function normalizePaymentReference(text: string): string | null {
  if (text.length > 100) return null
  const folded = foldReadable(text)
  const isWhole = folded.startsWith(PREFIX) && folded.length > RANDOM_LENGTH + 1
  const body = isWhole ? folded.slice(PREFIX.length) : folded
  return BODY.test(body) && !body.startsWith(PREFIX) ? hyphenate(body) : null
}

/**
 * A part of a reference as somebody typed or reads it out, to be looked for in references without `PAY` and hyphens: the same forgiveness as
 * above. Null for what cannot be a part of one, or is too short to tell one from another.
 */
export function paymentReferencePart(text: string): string | null {
  if (text.length > 100) return null
  const folded = foldReadable(text)
  const part = folded.startsWith(PREFIX) ? folded.slice(PREFIX.length) : folded
  return PART.test(part) ? part : null
}

/** True if the text, read as `normalizePaymentReference` does, carries the right check character. */
export function isValidPaymentReference(text: string): boolean {
  const normal = normalizePaymentReference(text)
  if (normal === null) return false
  const compact = normal.replaceAll('-', '')
  return checkCharacter(compact.slice(0, -1)) === compact.slice(-1)
}

const CHECK_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*'

/**
 * The check character of ISO/IEC 7064, MOD 37-2, over capitals and digits; it may be `*`. Unlike the
 * hybrid MOD 37,36, which lets some slip, this system finds every single substitution and every
 * transposition of two neighbours.
 */
export function checkCharacter(text: string): string {
  let product = 0
  for (const character of text) {
    const value = CHECK_ALPHABET.indexOf(character)
    if (value < 0 || value > 35) throw new RangeError(`"${character}" has no place in a reference.`)
    product = ((product + value) * 2) % 37
  }
  return CHECK_ALPHABET.charAt((38 - product) % 37)
}

function hyphenate(body: string): string {
  return [PREFIX, body.slice(0, 4), body.slice(4, 8), body.slice(8)].join('-')
}
