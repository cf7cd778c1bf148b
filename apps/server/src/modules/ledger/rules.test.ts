import { convert } from '@portico/money'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accountsOf,
  balanceChange,
  creditLegs,
  invoiceLegs,
  paymentLegs,
  planPostings,
  type Leg,
} from './rules.ts'

const usd = { currency: 'USD', rate: '0.000377358491' }
const legs = fc.array(
  fc
    .integer({ min: -1e9, max: 1e9 })
    .map((amount): Leg => ({ debit: { kind: 'receivable' }, credit: { kind: 'revenue' }, amount })),
  { minLength: 1, maxLength: 12 },
)

describe('postings', () => {
  test('of an invoice name what is owed by revenue and by tax [PAY-21]', () => {
    const postings = planPostings(
      invoiceLegs({
        id: 'i',
        net: 1000,
        taxes: [
          { key: 'vat', tax: 180 },
          { key: null, tax: 0 },
        ],
      }),
      'USD',
      { currency: 'USD', rate: '1' },
    )
    expect(
      postings.map(({ debit, credit, amount, baseAmount }) => [
        debit.kind,
        credit.kind,
        credit.subject,
        amount,
        baseAmount,
      ]),
    ).toEqual([
      ['receivable', 'revenue', '', 1000, 1000],
      ['receivable', 'tax', 'vat', 180, 180],
    ])
    expect(balanceChange(postings)).toEqual({ receivable: 1180, credit: 0 })
  })

  test('of a payment settle invoices and keep the rest as credit [PAY-21]', () => {
    const postings = planPostings(
      paymentLegs({
        id: 'p',
        receivingAccountId: 'bank',
        allocations: [
          { invoiceId: 'a', amount: 700 },
          { invoiceId: 'b', amount: 200 },
        ],
        credited: 100,
      }),
      'KWD',
      { currency: 'USD', rate: '3.25' },
    )
    expect(balanceChange(postings)).toEqual({ receivable: -900, credit: 100 })
    expect(accountsOf(postings)).toEqual([
      { kind: 'cash', subject: 'bank' },
      { kind: 'client_credit', subject: '' },
      { kind: 'receivable', subject: '' },
    ])
    expect(balanceChange(planPostings(creditLegs('a', 60), 'USD', { currency: 'USD', rate: '1' }))).toEqual({
      receivable: -60,
      credit: -60,
    })
  })

  test('never hold a negative amount: what is taken back moves the other way [PAY-21]', () => {
    const [posting] = planPostings(
      [{ debit: { kind: 'receivable' }, credit: { kind: 'tax', subject: 'vat' }, amount: -18 }],
      'USD',
      { currency: 'USD', rate: '1' },
    )
    expect(posting).toMatchObject({
      debit: { kind: 'tax', subject: 'vat' },
      credit: { kind: 'receivable' },
      amount: 18,
      baseAmount: 18,
    })
  })

  test('have base amounts that sum to the converted total, to the unit, each on the side of its leg [PAY-21] [CUR-01]', () => {
    fc.assert(
      fc.property(legs, fc.constantFrom('TZS', 'JPY', 'KWD'), (given, currency) => {
        const postings = planPostings(given, currency, usd)
        const total = given.reduce((sum, { amount }) => sum + amount, 0)
        const baseTotal = postings.reduce(
          (sum, { debit, baseAmount }) => sum + (debit.kind === 'receivable' ? baseAmount : -baseAmount),
          0,
        )
        expect(baseTotal).toBe(convert({ amount: total, currency }, usd.rate, 'USD').amount)
        expect(postings.every(({ amount, baseAmount }) => amount > 0 && baseAmount >= 0)).toBe(true)
        expect(balanceChange(postings).receivable).toBe(total)
      }),
    )
  })
})
