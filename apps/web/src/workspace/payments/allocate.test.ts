import { expect, test } from 'vitest'
import { shareOut } from './allocate.ts'

test('one payment settles several invoices in order, and what is over belongs to none [INV-34] [INV-12]', () => {
  const invoices = [
    { id: 'a', due: 1000 },
    { id: 'b', due: 500 },
  ]
  expect(shareOut(1200, invoices)).toEqual({
    shares: [
      { id: 'a', amount: 1000, left: 0 },
      { id: 'b', amount: 200, left: 300 },
    ],
    over: 0,
  })
  expect(shareOut(1535, invoices).over).toBe(35)
  expect(shareOut(0, invoices).shares.map(({ amount }) => amount)).toEqual([0, 0])
  expect(shareOut(100, [])).toEqual({ shares: [], over: 100 })
})
