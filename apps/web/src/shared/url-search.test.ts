import { describe, expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './url-search.ts'

describe('the address of a list', () => {
  test('keeps filters, sorting and page as plain words [UX-22]', () => {
    const values = { status: 'overdue', sort: '-due_date', q: 'Kilimo & Søn', after: '2026' }
    const text = stringifySearch(values)
    expect(text).toBe('?status=overdue&sort=-due_date&q=Kilimo+%26+S%C3%B8n&after=2026')
    expect(parseSearch(text)).toEqual(values)
  })

  test('has no trace of what is not set [UX-22]', () => {
    expect(stringifySearch({ status: undefined, q: '' })).toBe('')
    expect(parseSearch('')).toEqual({})
  })
})
