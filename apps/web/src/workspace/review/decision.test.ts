import { makePaymentReference } from '@portico/money'
import { describe, expect, test } from 'vitest'
import { acceptedOf, differencesOf, outcomeOf, spokenMoney } from './decision.ts'
import type { Proof } from './review-data.ts'

const reference = makePaymentReference((count) => crypto.getRandomValues(new Uint8Array(count)))
const proofOf = (claimed: Partial<Proof['claimed']>): Proof =>
  ({
    client: { id: 'cli_1', refid: 'CL-1', name: 'Pwani Logistics Ltd' },
    invoice: { number: 'INV-2026-014', due: { amount: 118_000_000, currency: 'TZS' } },
    payment_reference: { label: 'Payment reference', value: reference },
    claimed: { amount: null, on: null, payer: null, reference: null, receiving_account_id: null, ...claimed },
  }) as Proof
const accounts = [
  { id: 'racc_1', name: 'CRDB' },
  { id: 'racc_2', name: 'M-Pesa' },
]
const differences = (claimed: Partial<Proof['claimed']>) => [
  ...differencesOf(proofOf(claimed), accounts, '2026-03-03'),
]

describe('what the review desk says about a proof', () => {
  test('begins with what was claimed and never guesses [PAY-05] [PAY-08]', () => {
    expect(acceptedOf(proofOf({}), accounts)).toEqual({
      amount: null,
      received_on: '',
      external_reference: '',
      payer: '',
      receiving_account_id: null,
    })
    expect(acceptedOf(proofOf({}), accounts.slice(0, 1)).receiving_account_id).toBe('racc_1')
    expect(acceptedOf(proofOf({ receiving_account_id: 'racc_9' }), accounts).receiving_account_id).toBeNull()
  })

  test('colours only what contradicts [PAY-05]', () => {
    expect(differences({})).toEqual([])
    expect(
      differences({
        amount: { amount: 118_000_000, currency: 'TZS' },
        on: '2026-03-03',
        payer: 'PWANI LOG.',
      }),
    ).toEqual([])
    expect(differences({ amount: { amount: 100_000_000, currency: 'TZS' }, on: '2026-03-04' })).toEqual([
      'amount',
      'date',
    ])
    expect(differences({ payer: 'Mara Holdings Ltd', receiving_account_id: 'racc_9' })).toEqual([
      'payer',
      'account',
    ])
    expect(differences({ reference: 'QCK7H2M9XA' })).toEqual([])
    expect(differences({ reference: reference.toLowerCase() })).toEqual([])
  })

  test('names the deed: in full, in part or over [PAY-06]', () => {
    const due = { amount: 118_000_000, currency: 'TZS' }
    expect(outcomeOf({ amount: 100_000_000, currency: 'TZS' }, due)).toEqual({
      kind: 'leaves',
      left: { amount: 18_000_000, currency: 'TZS' },
    })
    expect(outcomeOf(due, due)).toEqual({ kind: 'in_full' })
    expect(outcomeOf({ amount: 118_003_500, currency: 'TZS' }, due)).toEqual({
      kind: 'over',
      over: { amount: 3500, currency: 'TZS' },
    })
  })

  test('speaks amounts shortly and never loses a thousand [UX-26]', () => {
    expect(spokenMoney({ amount: 100_000_000, currency: 'TZS' }, 'en')).toBe('TSh\u00a01,000,000')
    expect(spokenMoney({ amount: 100_000_050, currency: 'USD' }, 'en')).toBe('$1,000,000.50')
    expect(spokenMoney({ amount: 1_000_000, currency: 'KWD' }, 'en')).toMatch(/1,000$/)
    expect(spokenMoney({ amount: 1000, currency: 'JPY' }, 'en')).toBe('¥1,000')
    expect(spokenMoney({ amount: 500_000, currency: 'EUR' }, 'de')).toBe('5.000\u00a0€')
  })
})
