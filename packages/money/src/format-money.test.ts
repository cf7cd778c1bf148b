import { describe, expect, test } from 'vitest'
import { formatMoney } from './format-money.ts'
import { money } from './money.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('formatted money', () => {
  test('has the decimals of its currency and groups its digits [CUR-08]', () => {
    expect(plain(formatMoney(money(245000000, 'TZS'), 'en'))).toBe('TZS 2,450,000.00')
    expect(plain(formatMoney(money(245000000, 'TZS'), 'fr'))).toBe('2 450 000,00 TZS')
    expect(plain(formatMoney(money(1200, 'JPY'), 'en'))).toBe('JPY 1,200')
    expect(plain(formatMoney(money(1200, 'KWD'), 'en'))).toBe('KWD 1.200')
    expect(plain(formatMoney(money(1500, 'UGX'), 'en'))).toBe('UGX 1,500')
    expect(plain(formatMoney(money(1500, 'IQD'), 'en', { currency: 'none' }))).toBe('1.500')
  })

  test('groups four digits too where the locale would not, so that columns align [CUR-03]', () => {
    expect(formatMoney(money(123456, 'EUR'), 'es', { currency: 'none' })).toBe('1.234,56')
  })

  test('shows a symbol, ours where the locale has none [CUR-03]', () => {
    expect(plain(formatMoney(money(50000, 'TZS'), 'en', { currency: 'symbol' }))).toBe('TSh 500.00')
    expect(formatMoney(money(50000, 'USD'), 'en', { currency: 'symbol' })).toBe('$500.00')
  })

  test('has a true minus [CUR-08]', () => {
    expect(formatMoney(money(-1200, 'USD'), 'en', { currency: 'none' })).toBe('\u221212.00')
    expect(plain(formatMoney(money(-1200, 'USD'), 'en'))).toBe('\u2212USD 12.00')
    expect(formatMoney(money(0, 'USD'), 'en', { currency: 'none' })).toBe('0.00')
  })

  test('is exact at the largest amount, where a float is not [CUR-08]', () => {
    expect(formatMoney(money(Number.MAX_SAFE_INTEGER, 'USD'), 'en', { currency: 'none' })).toBe(
      '90,071,992,547,409.91',
    )
  })
})
