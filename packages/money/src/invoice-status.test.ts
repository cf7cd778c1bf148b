import { describe, expect, test } from 'vitest'
import type { InvoiceFacts } from './invoice-status.ts'
import { badgeOf, INVOICE_BADGES } from './invoice-status.ts'

const facts = (changes: Partial<InvoiceFacts> = {}): InvoiceFacts => ({
  document: 'final',
  settlement: 'open',
  delivery: 'not_sent',
  dueDate: '2026-06-30',
  today: '2026-06-30',
  ...changes,
})
const late = { today: '2026-07-01' }

describe('the badge of an invoice', () => {
  test('follows the published precedence [INV-39]', () => {
    expect(INVOICE_BADGES.filter((badge) => badge !== 'written_off')).toEqual([
      'void',
      'paid',
      'overdue',
      'partial',
      'viewed',
      'sent',
      'final',
      'draft',
    ])
    expect(badgeOf(facts({ document: 'void', settlement: 'paid', delivery: 'viewed', ...late }))).toBe('void')
    expect(badgeOf(facts({ settlement: 'paid', delivery: 'viewed', ...late }))).toBe('paid')
    expect(badgeOf(facts({ settlement: 'written_off', ...late }))).toBe('written_off')
    expect(badgeOf(facts({ settlement: 'partial', delivery: 'viewed', ...late }))).toBe('overdue')
    expect(badgeOf(facts({ settlement: 'partial', delivery: 'viewed' }))).toBe('partial')
    expect(badgeOf(facts({ delivery: 'viewed' }))).toBe('viewed')
    expect(badgeOf(facts({ delivery: 'sent' }))).toBe('sent')
  })

  test('an issued but unsent invoice is not a draft [INV-39]', () => {
    expect(badgeOf(facts())).toBe('final')
    expect(badgeOf(facts({ document: 'draft' }))).toBe('draft')
  })

  test('an unpaid invoice is overdue from the day after its due date [INV-09]', () => {
    expect(badgeOf(facts({ delivery: 'sent' }))).toBe('sent')
    expect(badgeOf(facts({ delivery: 'sent', ...late }))).toBe('overdue')
    expect(badgeOf(facts({ dueDate: null, ...late }))).toBe('final')
  })

  test('a draft is never overdue [INV-09]', () => {
    expect(badgeOf(facts({ document: 'draft', ...late }))).toBe('draft')
  })
})
