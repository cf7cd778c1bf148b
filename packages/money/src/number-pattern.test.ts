import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDocumentNumber, validateNumberPattern } from './number-pattern.ts'

describe('document numbers', () => {
  test('take the form INV-YYYY-NNN and grow past their digits [INV-05]', () => {
    const format = (number: number) => formatDocumentNumber('INV-{YYYY}-{NNN}', { year: 2026, number })
    expect([1, 42, 999, 1000, 123456].map(format)).toEqual([
      'INV-2026-001',
      'INV-2026-042',
      'INV-2026-999',
      'INV-2026-1000',
      'INV-2026-123456',
    ])
  })

  test('follow the pattern of the organization [INV-24]', () => {
    const values = { year: 2026, month: 3, number: 7 }
    expect(formatDocumentNumber('CN{YY}{MM}/{NNNN}', values)).toBe('CN2603/0007')
    expect(formatDocumentNumber('{N} of {YYYY}', values)).toBe('7 of 2026')
    expect(() => formatDocumentNumber('{MM}-{N}', { year: 2026, number: 1 })).toThrow(RangeError)
    expect(() => formatDocumentNumber('{X}-{N}', values)).toThrow(RangeError)
    expect(() => formatDocumentNumber('{N}', { year: 2026, number: 0 })).toThrow(RangeError)
  })

  test('a pattern is refused for what would make numbers wrong or alike [INV-24]', () => {
    expect(validateNumberPattern('INV-{YYYY}-{NNN}', 'yearly')).toEqual([])
    expect(validateNumberPattern('INV-{NNN}', 'never')).toEqual([])
    expect(validateNumberPattern('INV-{NNN}', 'yearly')).toEqual(['missing_year'])
    expect(validateNumberPattern('INV-{YYYY}', 'yearly')).toEqual(['missing_number'])
    expect(validateNumberPattern('{N}-{NN}', 'never')).toEqual(['several_numbers'])
    expect(validateNumberPattern('{N}-{DD}', 'never')).toEqual(['unknown_placeholder'])
    expect(validateNumberPattern('{N}-{YYYY', 'never')).toEqual(['bad_character'])
    expect(validateNumberPattern('{N}\n<b>', 'never')).toEqual(['bad_character'])
    expect(validateNumberPattern(`{N}${'x'.repeat(40)}`, 'never')).toEqual(['too_long'])
  })

  test('no two documents of a yearly series get one number [INV-24]', () => {
    const pattern = fc.constantFrom('INV-{YYYY}-{NNN}', '{YY}{NN}', '{N}{YYYY}', 'A{N}{MM}{YY}')
    const values = fc.record({
      year: fc.integer({ min: 2000, max: 2099 }),
      month: fc.integer({ min: 1, max: 12 }),
      number: fc.integer({ min: 1, max: 20_000 }),
    })
    fc.assert(
      fc.property(pattern, values, values, (form, a, b) => {
        expect(validateNumberPattern(form, 'yearly')).toEqual([])
        const isSame = a.year === b.year && a.number === b.number
        if (!isSame) expect(formatDocumentNumber(form, a)).not.toBe(formatDocumentNumber(form, b))
      }),
      { numRuns: 1000 },
    )
  })
})
