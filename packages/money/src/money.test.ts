import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Money } from './money.ts'
import {
  add,
  allocate,
  compare,
  fromDecimalString,
  isZero,
  money,
  negate,
  subtract,
  sum,
  toDecimalString,
} from './money.ts'

const currency = fc.constantFrom('TZS', 'USD', 'JPY', 'KWD')
const amount = fc.maxSafeInteger()
const anyMoney = fc.record({ amount, currency })
const weights = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 30 })

describe('money', () => {
  test('is a whole number of minor units within what JSON keeps exact [CUR-08]', () => {
    expect(money(12345, 'USD')).toEqual({ amount: 12345, currency: 'USD' })
    expect(() => money(0.5, 'USD')).toThrow(expect.objectContaining({ code: 'not_an_amount' }))
    expect(() => money(Number.NaN, 'USD')).toThrow(expect.objectContaining({ code: 'not_an_amount' }))
    expect(() => money(2 ** 53, 'USD')).toThrow(expect.objectContaining({ code: 'amount_out_of_range' }))
    expect(() => money(1, 'ZZZ')).toThrow(expect.objectContaining({ code: 'unknown_currency' }))
  })

  test('never mixes currencies [CUR-08]', () => {
    const refusal = expect.objectContaining({ code: 'currency_mismatch' })
    for (const mix of [add, subtract, compare]) {
      expect(() => mix(money(1, 'USD'), money(1, 'TZS'))).toThrow(refusal)
    }
    expect(() => sum([money(1, 'USD')], 'TZS')).toThrow(refusal)
  })

  test('refuses a sum beyond the exact range instead of losing a unit [CUR-08]', () => {
    const largest = money(Number.MAX_SAFE_INTEGER, 'JPY')
    expect(() => add(largest, money(1, 'JPY'))).toThrow(
      expect.objectContaining({ code: 'amount_out_of_range' }),
    )
  })

  test('adds, takes away, compares and has no negative zero [CUR-08]', () => {
    const zero = negate(money(0, 'USD'))
    expect(Object.is(zero.amount, 0)).toBe(true)
    expect(isZero(subtract(money(5, 'USD'), money(5, 'USD')))).toBe(true)
    expect(compare(money(1, 'USD'), money(2, 'USD'))).toBeLessThan(0)
    expect(sum([], 'KWD')).toEqual(money(0, 'KWD'))
  })

  test('writes and reads decimals of every exponent [CUR-08]', () => {
    const written: [Money, string][] = [
      [money(245000000, 'TZS'), '2450000.00'],
      [money(-5, 'USD'), '-0.05'],
      [money(1200, 'JPY'), '1200'],
      [money(5, 'KWD'), '0.005'],
    ]
    for (const [value, text] of written) {
      expect(toDecimalString(value)).toBe(text)
      expect(fromDecimalString(text, value.currency)).toEqual(value)
    }
    expect(fromDecimalString('1.5000', 'USD')).toEqual(money(150, 'USD'))
    expect(() => fromDecimalString('1.5', 'JPY')).toThrow(
      expect.objectContaining({ code: 'too_many_decimals' }),
    )
    expect(() => fromDecimalString('1e3', 'USD')).toThrow(expect.objectContaining({ code: 'not_an_amount' }))
  })

  test('reads back what it writes, for any amount [CUR-08]', () => {
    fc.assert(
      fc.property(anyMoney, (value) => {
        expect(fromDecimalString(toDecimalString(value), value.currency)).toEqual(value)
      }),
    )
  })
})

describe('allocation', () => {
  test('gives the odd units to the largest remainders, earlier first [INV-16]', () => {
    const parts = (value: Money, by: number[]) => allocate(value, by).map((part) => part.amount)
    expect(parts(money(100, 'USD'), [1, 1, 1])).toEqual([34, 33, 33])
    expect(parts(money(-100, 'USD'), [1, 1, 1])).toEqual([-34, -33, -33])
    expect(parts(money(5, 'JPY'), [3, 7])).toEqual([2, 3])
    expect(parts(money(7, 'KWD'), [0, 1, 0])).toEqual([0, 7, 0])
    expect(() => allocate(money(1, 'USD'), [0, 0])).toThrow(
      expect.objectContaining({ code: 'nothing_to_allocate' }),
    )
    expect(() => allocate(money(1, 'USD'), [])).toThrow(
      expect.objectContaining({ code: 'nothing_to_allocate' }),
    )
    expect(() => allocate(money(1, 'USD'), [1, -1])).toThrow(
      expect.objectContaining({ code: 'nothing_to_allocate' }),
    )
  })

  test('sums exactly, mirrors, and is never a unit away from the exact share [INV-16]', () => {
    fc.assert(
      fc.property(anyMoney, weights, (value, by) => {
        const total = by.reduce((all, weight) => all + weight, 0)
        fc.pre(total > 0)
        const parts = allocate(value, by)
        expect(parts.reduce((all, part) => all + BigInt(part.amount), 0n)).toBe(BigInt(value.amount))
        expect(allocate(negate(value), by)).toEqual(parts.map(negate))
        parts.forEach((part, index) => {
          const exact = BigInt(value.amount) * BigInt(by[index] ?? 0)
          const off = BigInt(part.amount) * BigInt(total) - exact
          expect(off < BigInt(total) && off > -BigInt(total)).toBe(true)
        })
      }),
    )
  })
})
