import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkCharacter,
  isValidPaymentReference,
  makePaymentReference,
  normalizePaymentReference,
  paymentReferencePart,
} from './payment-reference.ts'
import { READABLE_ALPHABET } from './readable-code.ts'

/** Bytes as random as the seed: reproducible, where the program hands in the system's own. */
const seeded = (seed: number) => {
  let state = seed >>> 0
  return (size: number) =>
    Uint8Array.from({ length: size }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state >>> 24
    })
}
const reference = fc.integer().map((seed) => makePaymentReference(seeded(seed)))
const compact = (text: string) => text.replaceAll('-', '')

describe('a payment reference', () => {
  test('has the check character of ISO/IEC 7064 MOD 37-2 [PAY-33]', () => {
    // Donation numbers of ISBT 128 carry this check character; these are published examples.
    expect(checkCharacter('A999914123456')).toBe('N')
    expect(checkCharacter('G123498654321')).toBe('H')
  })

  test('has letters and digits, none ambiguous, and is no government control number [PAY-33]', () => {
    fc.assert(
      fc.property(reference, (made) => {
        expect(made).toMatch(/^PAY-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
        const body = compact(made).slice(3)
        expect(body.replace(/\D/g, '').length).toBeLessThanOrEqual(10)
        expect(body.replace(/\D/g, '').length).toBeGreaterThanOrEqual(2)
        expect(isValidPaymentReference(made)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('is found in any case, with spaces or none, with O for 0 and I or L for 1, without PAY [PAY-33]', () => {
    const made = makePaymentReference(seeded(7))
    const typed = fc
      .tuple(reference, fc.array(fc.nat({ max: 5 }), { minLength: 15, maxLength: 15 }), fc.boolean())
      .map(([full, choices, isBare]) => ({
        full,
        text: [...compact(full)]
          .map((character, index) => {
            const choice = choices[index] ?? 0
            if (isBare && index < 3) return ''
            if (character === '0' && choice > 1) return choice > 3 ? 'o' : 'O'
            if (character === '1' && choice > 1) return 'IiLl'.charAt(choice - 2)
            const spaced = choice === 1 ? ` ${character}` : choice === 2 ? `${character}\u2013` : character
            return choice > 2 ? spaced.toLowerCase() : spaced
          })
          .join(''),
      }))
    fc.assert(
      fc.property(typed, ({ full, text }) => {
        expect([text, normalizePaymentReference(text)]).toEqual([text, full])
        expect(isValidPaymentReference(text)).toBe(true)
      }),
    )
    expect(normalizePaymentReference(` ${made.toLowerCase()} `)).toBe(made)
  })

  test('every single substitution is caught [PAY-33]', () => {
    fc.assert(
      fc.property(reference, (made) => {
        const text = compact(made)
        for (let at = 0; at < text.length; at += 1) {
          for (const other of READABLE_ALPHABET) {
            if (other === text.charAt(at)) continue
            expect(isValidPaymentReference(text.slice(0, at) + other + text.slice(at + 1))).toBe(false)
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  test('every transposition of two neighbours is caught [PAY-33]', () => {
    fc.assert(
      fc.property(reference, (made) => {
        const text = compact(made)
        for (let at = 0; at + 1 < text.length; at += 1) {
          if (text.charAt(at) === text.charAt(at + 1)) continue
          const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
          expect(isValidPaymentReference(swapped)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what cannot be one is refused: a control number, a piece, an essay [PAY-33]', () => {
    expect(isValidPaymentReference('991234567890')).toBe(false)
    const made = makePaymentReference(seeded(7))
    for (const text of [
      '',
      'PAY',
      made.slice(0, -1),
      `${made}0`,
      `${made.slice(0, -1)}*`,
      'U'.repeat(12),
      ' '.repeat(1e6),
    ]) {
      expect(normalizePaymentReference(text)).toBeNull()
      expect(isValidPaymentReference(text)).toBe(false)
    }
  })

  test('a broken source of randomness is an error, not a reference [PAY-33]', () => {
    expect(() => makePaymentReference((size) => new Uint8Array(size))).toThrow('repeats itself')
  })
})

describe('a part of a reference', () => {
  test('is read as a whole one is, with or without PAY [SRCH-05]', () => {
    expect(paymentReferencePart('7kq4 m2xd')).toBe('7KQ4M2XD')
    expect(paymentReferencePart('pay-7kq4')).toBe('7KQ4')
    expect(paymentReferencePart('9rtO')).toBe('9RT0')
  })

  test('is long enough to tell one from another, and no longer than a whole one', () => {
    for (const text of ['', '7kq', 'pay', 'PAY-7K', '7KQ4M2XD9RTC1', 'umbrella'])
      expect(paymentReferencePart(text)).toBeNull()
  })
})
