import { describe, expect, test } from 'vitest'
import { CURRENCIES, currencyOf, exponentOf, isCurrency } from './currencies.ts'

describe('currencies', () => {
  test('know the exponent of the standard, 0, 2 and 3 [CUR-08]', () => {
    expect(['TZS', 'USD', 'JPY', 'UGX', 'KWD', 'IQD', 'XOF', 'KES'].map(exponentOf)).toEqual([
      2, 2, 0, 0, 3, 3, 0, 2,
    ])
  })

  test('list each code once, in order, with three capitals [CUR-08]', () => {
    const codes = CURRENCIES.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect([...codes].sort()).toEqual(codes)
    expect(codes.length).toBeGreaterThan(150)
    for (const { code, exponent } of CURRENCIES) {
      expect(code).toMatch(/^[A-Z]{3}$/)
      expect([0, 2, 3]).toContain(exponent)
    }
  })

  test('leave out what was withdrawn, metals and codes for testing [CUR-08]', () => {
    expect(['HRK', 'BGN', 'ANG', 'ZWL', 'XAU', 'XXX', 'XTS', 'usd', ''].filter(isCurrency)).toEqual([])
    expect(['XCG', 'ZWG', 'SLE', 'VES'].every(isCurrency)).toBe(true)
  })

  test('name the Tanzanian shilling and refuse the unknown [CUR-08]', () => {
    expect(currencyOf('TZS')).toEqual({
      code: 'TZS',
      exponent: 2,
      symbol: 'TSh',
    })
    expect(() => exponentOf('ABC')).toThrow(expect.objectContaining({ code: 'unknown_currency' }))
  })
})
