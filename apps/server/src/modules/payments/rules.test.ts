import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../platform/errors.ts'
import { allocatePayment, refuseRepeated } from './rules.ts'

const usd = (amount: number) => ({ amount, currency: 'USD' })
const invoice = (number: string, due: number, currency = 'USD') => ({ id: number, number, currency, due })
const wish = (id: string, amount: number | null) => ({
  invoiceId: id,
  amount: amount === null ? null : usd(amount),
})

describe('spreading a payment', () => {
  test('takes what is named and keeps the rest as credit [INV-34]', () => {
    expect(
      allocatePayment(usd(1_000), [wish('A', 300), wish('B', 200)], [invoice('A', 300), invoice('B', 500)]),
    ).toMatchObject({ allocations: [{ amount: 300 }, { amount: 200 }], credited: 500 })
    expect(allocatePayment(usd(1_000), [], [])).toEqual({ allocations: [], credited: 1_000 })
  })

  test('without an amount takes as much as is due and left [PAY-06]', () => {
    expect(allocatePayment(usd(1_000), [wish('A', null)], [invoice('A', 700)])).toMatchObject({
      allocations: [{ amount: 700 }],
      credited: 300,
    })
    expect(allocatePayment(usd(500), [wish('A', null)], [invoice('A', 700)])).toMatchObject({
      allocations: [{ amount: 500 }],
      credited: 0,
    })
    expect(
      allocatePayment(usd(500), [wish('A', 500), wish('B', null)], [invoice('A', 700), invoice('B', 10)]),
    ).toMatchObject({ allocations: [{ amount: 500 }], credited: 0 })
  })

  test('refuses what does not fit, with the figure [INV-34]', () => {
    expect(() => allocatePayment(usd(1_000), [wish('A', 301)], [invoice('A', 300)])).toThrow('3.00')
    expect(() =>
      allocatePayment(usd(400), [wish('A', 300), wish('B', 200)], [invoice('A', 300), invoice('B', 500)]),
    ).toThrow('1.00')
    expect(() => allocatePayment(usd(400), [wish('A', 100)], [invoice('A', 300, 'EUR')])).toThrow('EUR')
    expect(() => refuseRepeated([wish('A', 1), wish('B', 1), wish('A', 1)])).toThrow('twice')
  })

  test('whatever is asked, nothing is lost, nothing counted twice, nothing more than due [INV-34]', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 })
    const parts = fc.uniqueArray(fc.record({ id: fc.string(), due: amount, wanted: fc.option(amount) }), {
      selector: (part) => part.id,
      maxLength: 8,
    })
    fc.assert(
      fc.property(amount, parts, (paid, wanted) => {
        try {
          const invoices = wanted.map(({ id, due }) => invoice(id, due))
          const { allocations, credited } = allocatePayment(
            usd(paid),
            wanted.map(({ id, wanted: asked }) => wish(id, asked)),
            invoices,
          )
          expect(allocations.reduce((sum, part) => sum + part.amount, credited)).toBe(paid)
          expect(credited).toBeGreaterThanOrEqual(0)
          for (const part of allocations) expect(part.amount).toBeLessThanOrEqual(part.invoice.due)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }),
    )
  })
})
