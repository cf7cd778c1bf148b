import { describe, expect, test } from 'vitest'
import { warningsOf, type ProofFacts } from './warnings.ts'

const facts = (change: Partial<ProofFacts> = {}): ProofFacts => ({
  isWaiting: true,
  claimed: { amount: null, on: null },
  due: { amount: 11_800, currency: 'TZS' },
  today: '2026-03-10',
  sameFile: null,
  sameReference: null,
  ...change,
})

describe('what the desk warns of', () => {
  test('is nothing where nothing is claimed, or all of it fits [PAY-05]', () => {
    expect(warningsOf(facts())).toEqual([])
    expect(
      warningsOf(facts({ claimed: { amount: { amount: 11_800, currency: 'TZS' }, on: '2026-03-10' } })),
    ).toEqual([])
  })

  test('says what it compares with [PAY-05]', () => {
    expect(
      warningsOf(facts({ claimed: { amount: { amount: 20_000, currency: 'TZS' }, on: '2026-03-11' } })).map(
        ({ code, detail }) => [code, detail.replaceAll('\u00a0', ' ')],
      ),
    ).toEqual([
      ['amount_differs', 'TZS 200.00 is TZS 82.00 more than the TZS 118.00 that is due.'],
      ['date_in_future', 'The date, 11 Mar 2026, is still to come.'],
    ])
    const earlier = { on: '2026-03-01T10:00:00+00:00', number: 'INV-2026-003', state: 'approved' as const }
    expect(
      warningsOf(
        facts({ sameFile: earlier, sameReference: { on: '2026-02-28', number: null, state: 'recorded' } }),
      ).map(({ detail }) => detail),
    ).toEqual([
      'The same file was sent on 1 Mar 2026 for INV-2026-003, and approved.',
      'The same reference was given on 28 Feb 2026 for an invoice of another client, with a payment that is recorded.',
    ])
  })

  test('of a decided proof only what it shares with others [PAY-05]', () => {
    expect(
      warningsOf(
        facts({
          isWaiting: false,
          claimed: { amount: { amount: 1, currency: 'TZS' }, on: '2027-01-01' },
          sameFile: { on: '2026-03-01', number: 'INV-1', state: 'rejected' },
        }),
      ),
    ).toMatchObject([{ code: 'same_file' }])
  })
})
