/** A source of random bytes, handed in: `crypto.randomBytes` in Node, `getRandomValues` in a browser. */
export type RandomBytes = (size: number) => Uint8Array

/**
 * Crockford's Base32 alphabet (crockford.com/base32.html): no I, L, O or U, so that what is read out
 * or copied by hand has one reading. 32 characters, so a byte picks one without bias.
 */
export const READABLE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** So many random characters, 5 bits each. */
export function drawReadable(length: number, random: RandomBytes): string {
  return Array.from(random(length), (byte) => READABLE_ALPHABET.charAt(byte & 31)).join('')
}

/** The one reading of a code as typed: capitals, no separators, O as 0, I and L as 1. */
export function foldReadable(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}._/\u2212]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

const MIXED_ATTEMPTS = 200

/** Draws until the code is acceptable. Throws Error if the source of randomness is broken. */
export function drawUntil(draw: () => string | null): string {
  for (let attempt = 0; attempt < MIXED_ATTEMPTS; attempt += 1) {
    const code = draw()
    if (code !== null) return code
  }
  throw new Error('The source of random bytes repeats itself.')
}
