import { describe, expect, test } from 'vitest'
import { changeDraft } from './draft-changes.ts'
import { errorsByLine, errorsOfRefusal, fieldOfPointer, withoutErrors } from './draft-errors.ts'
import {
  bodyOf,
  emptyLine,
  isBlank,
  newDraft,
  totalsOf,
  withClient,
  type Draft,
  type DraftLine,
} from './draft.ts'
import type { Client } from '../lookups.ts'

const defaults = {
  today: '2026-03-03',
  currency: 'TZS',
  locale: 'en' as const,
  terms_days: 14,
  note: null,
  terms: 'Payment within 14 days.',
  prices_include_tax: false,
  tax_rounding: 'document' as const,
  tax_rate_key: 'vat',
}
const line = (values: Partial<DraftLine>): DraftLine => ({ ...emptyLine('vat'), ...values })
const rates = [{ code: 'vat', name: 'VAT', percent: '18', category: 'standard' as const }]
const client = {
  id: 'cli_1',
  name: 'Serengeti',
  legal_name: null,
  refid: 'CL-1',
  address: { line1: 'Camp Road 1', city: 'Arusha', postal_code: '23100' },
  tax_number: '118',
  currency: 'USD',
  locale: 'sw',
  payment_terms_days: 30,
  payment_terms_kind: 'end_of_month',
  requires_purchase_order: true,
} as Client
const withLines = (...lines: DraftLine[]): Draft => ({
  ...withClient(newDraft(defaults), client, defaults),
  lines,
})

describe('a draft while it is written', () => {
  test('takes currency, terms, language and rules from its client [INV-01] [CLI-15]', () => {
    const draft = withClient(newDraft(defaults), client, defaults)
    expect(draft).toMatchObject({ currency: 'USD', due_date: '2026-04-30', locale: 'sw' })
    expect(draft.client).toMatchObject({
      address_lines: ['Camp Road 1', '23100 Arusha'],
      requires_purchase_order: true,
    })
  })

  test('moves the due date with the issue date until a date is chosen by hand [INV-01]', () => {
    let draft = changeDraft(newDraft(defaults), {
      kind: 'set_issue_date',
      date: '2026-03-10',
      today: defaults.today,
    })
    expect(draft.due_date).toBe('2026-03-24')
    draft = changeDraft(draft, { kind: 'set', values: { due_date: '2026-05-01' } })
    draft = changeDraft(draft, { kind: 'set_issue_date', date: '2026-03-20', today: defaults.today })
    expect(draft).toMatchObject({ due_date: '2026-05-01', due_terms: null })
  })

  test('computes totals by the rules of the server; unfinished figures count as nothing [INV-04] [INV-29]', () => {
    const draft = withLines(
      line({ quantity: '22.5', unit_price: '65000' }),
      line({ quantity: '2', unit_price: '100', discount_percent: '10', tax_rate_key: null }),
      line({ quantity: '', unit_price: '' }),
      line({ quantity: '1', unit_price: '50', tax_rate_key: 'a rate that has ended' }),
    )
    const { totals } = totalsOf({ ...draft, currency: 'TZS' }, rates)
    expect(totals).toMatchObject({ net: 146_273_000, tax: 26_325_000, gross: 172_598_000 })
    expect(
      totalsOf(withLines(line({ quantity: '999999999999', unit_price: '999999999999' })), rates),
    ).toEqual({
      totals: null,
      problem: 'amount_out_of_range',
    })
  })

  test('sends what was written and leaves out lines that nobody wrote [INV-01] [INV-04]', () => {
    const draft = withLines(
      line({ description: ' Work ', quantity: '2', unit_price: '5', discount_percent: '0' }),
      line({}),
    )
    expect(isBlank(draft.lines[1] as DraftLine)).toBe(true)
    expect(bodyOf(draft).lines).toEqual([
      {
        price_item_id: null,
        description: 'Work',
        details: null,
        quantity: '2',
        unit: null,
        unit_price: '5',
        discount_percent: null,
        tax_rate_key: 'vat',
      },
    ])
  })

  test('keeps untouched lines the same objects, so that only what changed is drawn again [INV-04]', () => {
    const draft = withLines(
      line({ description: 'a' }),
      line({ description: 'b' }),
      line({ description: 'c' }),
    )
    const [a, b, c] = draft.lines as [DraftLine, DraftLine, DraftLine]
    const changed = changeDraft(draft, { kind: 'change_line', key: b.key, values: { quantity: '3' } })
    expect([changed.lines[0] === a, changed.lines[1] === b, changed.lines[2] === c]).toEqual([
      true,
      false,
      true,
    ])
    const moved = changeDraft(draft, { kind: 'move_line', key: c.key, by: -1 })
    expect(moved.lines.map(({ description }) => description)).toEqual(['a', 'c', 'b'])
    expect(changeDraft(draft, { kind: 'move_line', key: a.key, by: -1 })).toBe(draft)
  })

  test('shows a refusal beside its field, also after lines were moved or left out [INV-02] [UX-23]', () => {
    const draft = withLines(
      line({}),
      line({ description: 'a', unit_price: '1' }),
      line({ description: 'b', unit_price: '2' }),
    )
    const problem = {
      title: 'Some values are not right',
      status: 422,
      detail: '',
      errors: [{ pointer: '/lines/1/unit_price', code: 'x', detail: 'Too many decimals' }],
    }
    const field = `lines.${draft.lines[2]?.key}.unit_price`
    const errors = errorsOfRefusal({ problem }, draft)
    expect(errors).toEqual({ [field]: 'Too many decimals' })
    expect(errorsByLine(errors ?? {}).get(draft.lines[2]?.key ?? '')).toEqual({
      unit_price: 'Too many decimals',
    })
    expect(withoutErrors(errors ?? {}, [field])).toEqual({})
    expect(fieldOfPointer('/due_date', draft.lines)).toBe('due_date')
  })
})
