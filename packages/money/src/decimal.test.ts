import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  convert,
  convertByInverse,
  formatDecimal,
  multiplyToMinor,
  parseDecimal,
  percentOf,
  percentWithin,
} from './decimal.ts'
import { money, negate } from './money.ts'
import { divideRounded, roundToTotal } from './rounding.ts'

const scaled = fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n })
const small = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }).map(formatDecimal)
const rates = fc.bigInt({ min: 10n ** 5n, max: 10n ** 12n }).map(formatDecimal)
const positive = fc.bigInt({ min: 1n, max: 10n ** 13n }).map(formatDecimal)

describe('exact decimals', () => {
  test('read the forms of JSON and of numeric(20,8) [INV-16]', () => {
    expect(parseDecimal('12.5')).toBe(1_250_000_000n)
    expect(parseDecimal('-0.00000001')).toBe(-1n)
    expect(formatDecimal(parseDecimal('18.00000000'))).toBe('18')
    expect(formatDecimal(parseDecimal('-0.10'))).toBe('-0.1')
    expect(formatDecimal(parseDecimal('-0'))).toBe('0')
  })

  test('refuse what the column cannot hold and what is no number [INV-16]', () => {
    const codeOf = (text: string) => {
      try {
        return String(parseDecimal(text))
      } catch (error) {
        return error instanceof Error && 'code' in error ? error.code : error
      }
    }
    expect(codeOf('0.000000001')).toBe('too_many_decimals')
    expect(codeOf('1000000000000')).toBe('amount_out_of_range')
    for (const text of ['', '.', '1.', '.5', '+1', '1e5', '0x10', ' 1', '1,5', 'NaN', 'Infinity', '١']) {
      expect(codeOf(text)).toBe('not_a_decimal')
    }
  })

  test('parse ∘ format is the identity [INV-16]', () => {
    fc.assert(
      fc.property(scaled, (value) => {
        expect(parseDecimal(formatDecimal(value))).toBe(value)
      }),
    )
  })
})

describe('rounding', () => {
  test('is half away from zero [TAX-04]', () => {
    expect([5n, -5n, 15n, -15n, 14n, -14n, 0n].map((value) => divideRounded(value, 10n))).toEqual([
      1n,
      -1n,
      2n,
      -2n,
      1n,
      -1n,
      0n,
    ])
  })

  test('is within half a unit, away from zero at the half, and mirrors [TAX-04]', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 30n }), (dividend, divisor) => {
        const rounded = divideRounded(dividend, divisor)
        const off = 2n * (rounded * divisor - dividend)
        expect(off <= divisor && off >= -divisor).toBe(true)
        if (off === divisor || off === -divisor) expect(off > 0n).toBe(dividend > 0n)
        expect(divideRounded(-dividend, divisor)).toBe(-rounded)
      }),
    )
  })
})

describe('rounding shares to a total', () => {
  test('refuses a total that is not theirs instead of spreading it [TAX-04]', () => {
    expect(roundToTotal([15n, 15n, -5n], 10n, 3n)).toEqual([2n, 1n, 0n])
    const refusal = expect.objectContaining({ code: 'totals_disagree' })
    expect(() => roundToTotal([15n, 15n], 10n, 30n)).toThrow(refusal)
    expect(() => roundToTotal([], 10n, 1n)).toThrow(refusal)
    expect(roundToTotal([], 10n, 0n)).toEqual([])
  })
})

describe('figures from decimals', () => {
  test('quantity × price is rounded once, in minor units of the currency [CUR-08]', () => {
    expect(multiplyToMinor('2.5', '980000', 'TZS')).toBe(245_000_000)
    expect(multiplyToMinor('0.333', '9.99', 'USD')).toBe(333)
    expect(multiplyToMinor('3', '333.5', 'JPY')).toBe(1001)
    expect(multiplyToMinor('1.5', '0.333', 'KWD')).toBe(500)
    expect(multiplyToMinor('-1.5', '0.333', 'KWD')).toBe(-500)
    expect(multiplyToMinor('3', '10', 'USD', '33.333')).toBe(2000)
  })

  test('the float trap 1.005 × 100 rounds up [CUR-08]', () => {
    expect(multiplyToMinor('1', '1.005', 'USD')).toBe(101)
    expect(multiplyToMinor('-1', '1.005', 'USD')).toBe(-101)
  })

  test('a product beyond the exact range is refused [CUR-08]', () => {
    expect(() => multiplyToMinor('999999999999', '999999999999', 'USD')).toThrow(
      expect.objectContaining({ code: 'amount_out_of_range' }),
    )
    expect(() => multiplyToMinor('1', '1', 'USD', '100.01')).toThrow(
      expect.objectContaining({ code: 'percent_out_of_range' }),
    )
  })

  test('VAT of 18 percent on, and within, an amount [TAX-04]', () => {
    expect(percentOf(245_000_000, '18')).toBe(44_100_000)
    expect(percentWithin(289_100_000, '18')).toBe(44_100_000)
    expect(percentOf(25, '18')).toBe(5)
    expect(percentOf(-25, '18')).toBe(-5)
    expect(percentOf(999, '0')).toBe(0)
    expect(() => percentOf(1, '-1')).toThrow(expect.objectContaining({ code: 'percent_out_of_range' }))
  })

  test('conversion goes between exponents 0, 2 and 3 by a stored rate, with no key or network [CUR-07]', () => {
    expect(convert(money(100_00, 'USD'), '2650.5', 'TZS')).toEqual(money(265_050_00, 'TZS'))
    expect(convert(money(100_00, 'USD'), '149.255', 'JPY')).toEqual(money(14_926, 'JPY'))
    expect(convert(money(1_000, 'JPY'), '0.00205', 'KWD')).toEqual(money(2_050, 'KWD'))
    expect(convert(money(265_000_000_00, 'TZS'), '0.000377358491', 'USD')).toEqual(money(100_000_00, 'USD'))
    expect(convertByInverse(money(265_050_00, 'TZS'), '2650.5', 'USD')).toEqual(money(100_00, 'USD'))
    expect(() => convert(money(1, 'USD'), '0', 'TZS')).toThrow(
      expect.objectContaining({ code: 'rate_not_positive' }),
    )
  })

  test('a document shows the base amount beside the display amount at one frozen rate [CUR-03, INV-16]', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom('TZS', 'JPY', 'KWD'),
        rates,
        (amount, to, rate) => {
          const value = money(amount, 'USD')
          expect(convert(negate(value), rate, to)).toEqual(negate(convert(value, rate, to)))
          expect(convertByInverse(negate(value), rate, to)).toEqual(negate(convertByInverse(value, rate, to)))
        },
      ),
    )
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (amount) => {
        const value = money(amount, 'USD')
        expect(convert(value, '1', 'USD')).toEqual(value)
        // A finer currency loses nothing on the way there and back.
        expect(convertByInverse(convert(value, '2650.5', 'TZS'), '2650.5', 'USD')).toEqual(value)
      }),
    )
  })

  test('products mirror [CUR-08]', () => {
    fc.assert(
      fc.property(
        small,
        positive,
        fc.constantFrom('TZS', 'USD', 'JPY', 'KWD'),
        (quantity, price, currency) => {
          const mirrored = quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}`
          expect(multiplyToMinor(mirrored, price, currency)).toBe(
            0 - multiplyToMinor(quantity, price, currency),
          )
        },
      ),
    )
  })
})
