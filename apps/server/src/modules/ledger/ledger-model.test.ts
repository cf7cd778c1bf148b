import { convert } from '@portico/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patience, sizesOf, tell } from '../../../prove/proofs.ts'
import { MoneyModel } from '../../../test/money-model.ts'
import {
  balanceChange,
  creditLegs,
  invoiceLegs,
  paymentLegs,
  planPostings,
  type FrozenRate,
  type Leg,
  type PlannedPosting,
} from './rules.ts'

/** The ledger in memory: entries and two balances, made by the same rules as the stored one. */
class PaperLedger {
  readonly postings: PlannedPosting[] = []
  receivable = 0
  credit = 0
  readonly currency: string

  constructor(currency: string) {
    this.currency = currency
  }

  post(legs: readonly Leg[], base: FrozenRate): PlannedPosting[] {
    const planned = planPostings(legs, this.currency, base)
    this.#book(planned)
    return planned
  }

  mirror(planned: readonly PlannedPosting[]): void {
    this.#book(planned.map((posting) => ({ ...posting, debit: posting.credit, credit: posting.debit })))
  }

  /** What the accounts come to, from the postings alone. */
  balanceOf(kind: string, of: 'amount' | 'baseAmount' = 'amount'): number {
    return this.postings.reduce(
      (sum, posting) =>
        sum +
        (posting.debit.kind === kind ? posting[of] : 0) -
        (posting.credit.kind === kind ? posting[of] : 0),
      0,
    )
  }

  #book(planned: readonly PlannedPosting[]): void {
    const change = balanceChange(planned)
    this.receivable += change.receivable
    this.credit += change.credit
    this.postings.push(...planned)
  }
}

const pick = fc.nat({ max: 5 })
const share = fc.nat({ max: 130 })
const step = fc.oneof(
  fc.record({
    do: fc.constant('issue' as const),
    net: fc.integer({ min: 0, max: 1_000_000_000 }),
    tax: fc.nat({ max: 200_000_000 }),
    takenBack: fc.nat({ max: 1000 }),
  }),
  fc.record({
    do: fc.constant('pay' as const),
    invoices: fc.uniqueArray(pick, { minLength: 0, maxLength: 3 }),
    percent: share,
    over: fc.nat({ max: 500_000 }),
  }),
  fc.record({ do: fc.constant('credit' as const), invoice: pick, percent: share }),
  fc.record({ do: fc.constant('void' as const), invoice: pick }),
)
const world = fc.record({
  currency: fc.constantFrom('TZS', 'JPY', 'KWD', 'USD'),
  rate: fc.constantFrom('0.000377358491', '0.0067', '3.25', '1'),
  steps: fc.array(step, { maxLength: 25 }),
})

const size = sizesOf('money')

test('any sequence of issuing, paying, overpaying, using credit and voiding agrees with a model that knows no accounts [PAY-21] [INV-34]', { timeout: patience }, () => {
  fc.assert(
    fc.property(world, ({ currency, rate, steps }) => {
      const base = { currency: 'USD', rate }
      const model = new MoneyModel()
      const ledger = new PaperLedger(currency)
      const issued: PlannedPosting[][] = []
      for (const now of steps) {
        if (now.do === 'issue') {
          const back = Math.min(now.takenBack, now.net)
          model.issue(now.net + now.tax - back)
          issued.push(
            ledger.post(
              invoiceLegs({
                id: String(issued.length),
                net: now.net,
                taxes: [
                  { key: 'vat', tax: now.tax },
                  { key: 'back', tax: 0 - back },
                ],
              }),
              base,
            ),
          )
        } else if (now.do === 'pay') {
          const parts = now.invoices.map((invoice) => ({
            invoice,
            amount: Math.floor(
              (((model.invoices[invoice]?.gross ?? 0) - (model.invoices[invoice]?.settled ?? 0)) *
                now.percent) /
                100,
            ),
          }))
          const amount = parts.reduce((sum, part) => sum + part.amount, 0) + now.over
          if (amount > 0 && model.pay(amount, parts))
            ledger.post(
              paymentLegs({
                id: 'p',
                receivingAccountId: 'bank',
                allocations: parts.map((part) => ({ invoiceId: String(part.invoice), amount: part.amount })),
                credited: now.over,
              }),
              base,
            )
        } else if (now.do === 'credit') {
          const amount = Math.floor((model.credit * now.percent) / 100)
          if (model.applyCredit(now.invoice, amount))
            ledger.post(creditLegs(String(now.invoice), amount), base)
        } else if (model.void(now.invoice)) ledger.mirror(issued[now.invoice] ?? [])

        expect([ledger.receivable, ledger.credit]).toEqual([model.receivable, model.credit])
        expect([ledger.balanceOf('receivable'), 0 - ledger.balanceOf('client_credit')]).toEqual([
          model.receivable,
          model.credit,
        ])
        expect(ledger.postings.every(({ amount, baseAmount }) => amount > 0 && baseAmount >= 0)).toBe(true)
        expect(Math.min(ledger.receivable, ledger.credit)).toBeGreaterThanOrEqual(0)
      }
      const accounts = ['receivable', 'client_credit', 'revenue', 'tax', 'cash']
      expect(accounts.reduce((sum, kind) => sum + ledger.balanceOf(kind), 0)).toBe(0)
      expect(accounts.reduce((sum, kind) => sum + ledger.balanceOf(kind, 'baseAmount'), 0)).toBe(0)
      // Each entry's base amounts come to the converted total of the entry.
      for (const entry of issued) {
        const total = balanceChange(entry).receivable
        const inBase = entry.reduce(
          (sum, { debit, baseAmount }) => sum + (debit.kind === 'receivable' ? baseAmount : -baseAmount),
          0,
        )
        expect(inBase).toBe(convert({ amount: total, currency }, rate, 'USD').amount)
      }
    }),
    { numRuns: size.sequences, seed: size.seed },
  )
  tell('sequences through the rules', size.sequences)
})
