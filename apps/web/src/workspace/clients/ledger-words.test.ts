import { describe, expect, test } from 'vitest'
import { ledgerSentence, type LedgerRow } from './ledger-words.ts'

const money = (amount: number) => ({ amount, currency: 'TZS' })
const row = (kind: LedgerRow['kind'], change: number): LedgerRow => ({
  entry_id: 'jen_1',
  kind,
  occurred_on: '2026-03-01',
  document: null,
  change: money(change),
  balance: money(0),
  postings: [],
})

/** Figures are formatted for the reader; only the words around them are of interest here. */
const wordsOf = (sentence: string) => sentence.split(' = ')[1]

describe('the sentence above a ledger', () => {
  test('adds first and takes away after [PAY-21]', () => {
    const data = [
      row('payment_received', -1_000_00),
      row('invoice_issued', 1_180_00),
      row('invoice_issued', 20_00),
    ]
    expect(wordsOf(ledgerSentence({ opening: money(0), closing: money(200_00), data }))).toBe(
      '2 invoices − 1 payment',
    )
  })

  test('names what was before, and entries that change nothing are not counted', () => {
    const data = [row('credit_applied', -5), row('payment_received', 0)]
    expect(wordsOf(ledgerSentence({ opening: money(10), closing: money(5), data }))).toBe(
      'what was before − 1 use of credit',
    )
  })

  test('says so where nothing was booked', () => {
    expect(ledgerSentence({ opening: money(0), closing: money(0), data: [] })).toBe(
      'Nothing was booked up to this date.',
    )
  })
})
