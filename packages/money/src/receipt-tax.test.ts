import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { taxShareOfPayment } from './receipt-tax.ts'

const invoice = [
  { category: 'standard', percent: '18', taxable: 100_000, tax: 18_000 },
  { category: 'exempt', percent: '0', taxable: 50_000, tax: 0 },
]
const grossOf = (groups: readonly { taxable: number; tax: number }[]) =>
  groups.reduce((sum, group) => sum + group.taxable + group.tax, 0)
const total = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

describe('the tax breakdown of a receipt', () => {
  test("a full payment has the invoice's own breakdown [RCP-03, TAX-05]", () => {
    expect(taxShareOfPayment(invoice, 168_000, 0, 168_000)).toEqual({
      net: 150_000,
      tax: 18_000,
      groups: invoice,
    })
  })

  test('a half payment has half of each [RCP-03]', () => {
    expect(taxShareOfPayment(invoice, 168_000, 0, 84_000)).toEqual({
      net: 75_000,
      tax: 9_000,
      groups: [
        { category: 'standard', percent: '18', taxable: 50_000, tax: 9_000 },
        { category: 'exempt', percent: '0', taxable: 25_000, tax: 0 },
      ],
    })
  })

  test('three thirds lose no unit, in a currency without decimals [RCP-03, CUR-08]', () => {
    const groups = [{ taxable: 85, tax: 15 }]
    const parts = [33, 33, 34].map((amount, index) => taxShareOfPayment(groups, 100, index * 33, amount))
    expect(parts.map(({ tax }) => tax)).toEqual([5, 5, 5])
    expect(parts.map(({ net }) => net)).toEqual([28, 28, 29])
  })

  test('more than the invoice, or groups of another invoice, are refused [RCP-03]', () => {
    expect(() => taxShareOfPayment(invoice, 168_000, 168_000, 1)).toThrow(
      expect.objectContaining({ code: 'amount_out_of_range' }),
    )
    expect(() => taxShareOfPayment(invoice, 168_001, 0, 1)).toThrow(
      expect.objectContaining({ code: 'totals_disagree' }),
    )
    expect(taxShareOfPayment([], 0, 0, 0)).toEqual({ net: 0, tax: 0, groups: [] })
  })

  test('the parts of all payments sum to the invoice, group by group, and each to its payment [RCP-03, TAX-05]', () => {
    const groups = fc.array(fc.record({ taxable: fc.nat({ max: 10 ** 9 }), tax: fc.nat({ max: 10 ** 8 }) }), {
      minLength: 1,
      maxLength: 5,
    })
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 })
    fc.assert(
      fc.property(groups, cuts, fc.boolean(), (positive, at, isCredit) => {
        const sign = isCredit ? -1 : 1
        const own = positive.map(({ taxable, tax }) => ({ taxable: 0 + sign * taxable, tax: 0 + sign * tax }))
        const gross = grossOf(own)
        const points = [0, ...at.map((cut) => 0 + Math.round(cut * gross)), gross].sort(
          (a, b) => sign * (a - b),
        )
        const parts = points.slice(1).map((point, index) => {
          const before = points[index] ?? 0
          const part = taxShareOfPayment(own, gross, before, point - before)
          expect(part.net + part.tax).toBe(point - before)
          expect(grossOf(part.groups)).toBe(point - before)
          return part
        })
        own.forEach((group, index) => {
          expect(total(parts.map((part) => part.groups[index]?.tax ?? 0)) - group.tax).toBe(0)
          expect(total(parts.map((part) => part.groups[index]?.taxable ?? 0)) - group.taxable).toBe(0)
          for (const part of parts) expect(sign * (part.groups[index]?.tax ?? 0)).toBeGreaterThanOrEqual(0)
        })
      }),
      { numRuns: 500 },
    )
  })

  test('taking a payment back is its negative [RCP-03]', () => {
    const paid = taxShareOfPayment(invoice, 168_000, 10_001, 5_555)
    const back = taxShareOfPayment(invoice, 168_000, 15_556, -5_555)
    expect([back.net, back.tax]).toEqual([-paid.net, -paid.tax])
  })
})
