import { describe, expect, test } from 'vitest'
import {
  amountToCopy,
  detailToCopy,
  latestProof,
  stageOf,
  sumsByCurrency,
  type PortalProof,
} from './invoice.ts'

const proof = (state: PortalProof['state'], submitted_at: string): PortalProof => ({
  id: `ppf_${submitted_at}`,
  state,
  submitted_at,
  decided_at: null,
  amount: null,
  file_name: null,
  rejection_reason: null,
})
const invoice = (proofs: PortalProof[]) => ({
  badge: 'sent' as const,
  settlement_state: 'open' as const,
  proofs,
})

describe('the stage of an invoice', () => {
  test('follows the newest proof, in whatever order they come [PAY-03]', () => {
    const older = proof('rejected', '2026-03-01T08:00:00.000Z')
    const newer = proof('submitted', '2026-03-02T08:00:00.000Z')
    expect(stageOf(invoice([]))).toBe('open')
    expect(stageOf(invoice([older]))).toBe('rejected')
    expect(stageOf(invoice([newer, older]))).toBe('checking')
    expect(stageOf(invoice([older, newer]))).toBe('checking')
    expect(latestProof(invoice([older, newer]))).toBe(newer)
  })

  test('a partial payment that was approved leaves the rest open [PAY-06]', () => {
    const approved = invoice([proof('approved', '2026-03-02T08:00:00.000Z')])
    expect(stageOf({ ...approved, settlement_state: 'partial' })).toBe('open')
    expect(stageOf({ ...approved, settlement_state: 'paid' })).toBe('paid')
  })

  test('void says more than anything else', () => {
    expect(stageOf({ ...invoice([proof('submitted', '2026-03-02T08:00:00.000Z')]), badge: 'void' })).toBe(
      'void',
    )
  })
})

describe('what is copied', () => {
  test('an amount without grouping, and without decimals that say nothing', () => {
    expect(amountToCopy({ amount: 245_000_000, currency: 'TZS' })).toBe('2450000')
    expect(amountToCopy({ amount: 120_050, currency: 'USD' })).toBe('1200.50')
    expect(amountToCopy({ amount: 48_000, currency: 'JPY' })).toBe('48000')
    expect(amountToCopy({ amount: 1_500, currency: 'KWD' })).toBe('1.500')
  })

  test('numbers without their spaces, names with theirs', () => {
    expect(detailToCopy('5544 210')).toBe('5544210')
    expect(detailToCopy('NO93 8601 1117 947')).toBe('NO9386011117947')
    expect(detailToCopy('Holland House')).toBe('Holland House')
    expect(detailToCopy('Plot 14, Ohio Street')).toBe('Plot 14, Ohio Street')
  })
})

test('sums stay apart by currency [POR-11]', () => {
  const sums = sumsByCurrency([
    { amount: 100, currency: 'TZS' },
    { amount: 5, currency: 'USD' },
    { amount: 20, currency: 'TZS' },
  ])
  expect(sums).toEqual([
    { amount: 120, currency: 'TZS' },
    { amount: 5, currency: 'USD' },
  ])
})
