import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney } from './format-money.ts'
import { money } from './money.ts'
import { parseAmount, parseTypedDecimal } from './parse-amount.ts'

const amountOf = (text: string, currency: string, locale?: string) => {
  const parsed = parseAmount(text, currency, locale === undefined ? {} : { locale })
  return parsed.ok ? parsed.money.amount : parsed.code
}

describe('a typed amount', () => {
  test.each([
    ['1,200.50', 120050],
    ['1 200,50', 120050],
    ['1\u202f200,50', 120050],
    ['1.200,50', 120050],
    ["1'200.50", 120050],
    ['1’200.50', 120050],
    ['12,34,567.80', 123456780],
    ['(12.00)', -1200],
    ['(12)', -1200],
    ['12.00-', -1200],
    ['-12', -1200],
    ['\u221212.5', -1250],
    ['12.', 1200],
    ['.5', 50],
    ['0.50', 50],
    ['1.2000', 120],
    ['1,200', 120000],
    ['1,234,567', 123456700],
    ['1.234.567', 123456700],
    ['USD 5', 500],
    ['5 usd', 500],
    ['$5.00', 500],
    ['-$5', -500],
    ['$-5', -500],
    ['($5.00)', -500],
    ['٥٫٥', 550],
    ['0', 0],
    ['-0', 0],
  ])('%s is read in USD [CUR-08]', (text, amount) => {
    expect(amountOf(text, 'USD')).toBe(amount)
  })

  test.each([
    ['TSh 2,450,000', 245000000],
    ['Tshs 2,450,000/=', 245000000],
    ['2,450,000/-', 245000000],
    ['TZS2450000', 245000000],
    ['Sh. 500', 50000],
  ])('%s is read in TZS [CUR-03]', (text, amount) => {
    expect(amountOf(text, 'TZS')).toBe(amount)
  })

  test('a mark that may group or divide is refused, not guessed [CUR-08]', () => {
    expect(amountOf('1.234', 'USD')).toBe('ambiguous')
    expect(amountOf('1.234', 'KWD')).toBe('ambiguous')
    expect(amountOf('1,234', 'KWD')).toBe('ambiguous')
    expect(amountOf('1234.567', 'KWD')).toBe(1234567)
    expect(amountOf('0.123', 'KWD')).toBe(123)
    expect(amountOf('1.234', 'JPY')).toBe(1234)
  })

  test('the locale of the reader decides it [CUR-08]', () => {
    expect(amountOf('1.234', 'USD', 'de')).toBe(123400)
    expect(amountOf('1.234', 'USD', 'en')).toBe('too_many_decimals')
    expect(amountOf('1.234', 'KWD', 'en')).toBe(1234)
    expect(amountOf('1.234', 'KWD', 'de')).toBe(1234000)
    expect(amountOf('1,234', 'KWD', 'sw')).toBe(1234000)
    expect(amountOf('1.200,50', 'USD', 'en')).toBe(120050)
  })

  test('refusals say why [CUR-08]', () => {
    expect(amountOf('', 'USD')).toBe('empty')
    expect(amountOf('  ', 'USD')).toBe('empty')
    expect(amountOf('12.345,678', 'USD')).toBe('too_many_decimals')
    expect(amountOf('12.5', 'JPY')).toBe('too_many_decimals')
    expect(amountOf('EUR 5', 'USD')).toBe('other_currency')
    expect(amountOf('€5', 'USD')).toBe('other_currency')
    expect(amountOf('KSh 5', 'TZS')).toBe('other_currency')
    expect(amountOf('99999999999999999', 'USD')).toBe('out_of_range')
    const nonsense = [
      'abc',
      '-',
      '1e5',
      '1-2',
      '--1',
      '(-1)',
      '1,2,3',
      '12 50',
      '1..2',
      '1,,2',
      '$',
      'USD',
      '1 200.300,50',
      '5 USD $',
      '1,23.45',
      '0x12',
      ',',
      '.',
    ]
    for (const text of nonsense) expect([text, amountOf(text, 'USD')]).toEqual([text, 'not_a_number'])
  })

  test('what is formatted is read back, for every locale, currency and display [CUR-08]', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom('TZS', 'USD', 'JPY', 'KWD', 'EUR', 'INR'),
        fc.constantFrom('en', 'sw', 'fr', 'de', 'de-CH', 'es', 'pt-PT', 'en-IN', 'sv', 'ar-EG', 'fa', 'pl'),
        fc.constantFrom('code', 'none'),
        (amount, currency, locale, display) => {
          const value = money(amount, currency)
          const text = formatMoney(value, locale, { currency: display as 'code' | 'none' })
          expect([text, parseAmount(text, currency, { locale })]).toEqual([text, { ok: true, money: value }])
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('a pasted page is refused at once [CUR-08]', () => {
    expect(amountOf('1'.repeat(61), 'USD')).toBe('not_a_number')
    const start = Date.now()
    expect(amountOf('1 '.repeat(500_000), 'USD')).toBe('not_a_number')
    expect(Date.now() - start).toBeLessThan(1000)
  })

  test('no text makes it throw or return an inexact amount [CUR-08]', () => {
    const typed = fc.string({ unit: fc.constantFrom(..."0123456789.,-() '/=+TSh$") })
    fc.assert(
      fc.property(fc.oneof(fc.string(), typed), (text) => {
        const parsed = parseAmount(text, 'TZS')
        if (parsed.ok) expect(Number.isSafeInteger(parsed.money.amount)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a typed decimal', () => {
  test('is read into the exact form, for quantities, prices and percentages [INV-16]', () => {
    expect(parseTypedDecimal('2,5')).toEqual({ ok: true, decimal: '2.5' })
    expect(parseTypedDecimal('1,234.5678')).toEqual({ ok: true, decimal: '1234.5678' })
    expect(parseTypedDecimal('-0.10')).toEqual({ ok: true, decimal: '-0.1' })
    expect(parseTypedDecimal('1,200', { locale: 'en' })).toEqual({ ok: true, decimal: '1200' })
    expect(parseTypedDecimal('1,200')).toEqual({ ok: false, code: 'ambiguous' })
    expect(parseTypedDecimal('0.123456789')).toEqual({ ok: false, code: 'too_many_decimals' })
    expect(parseTypedDecimal('1234567890123')).toEqual({ ok: false, code: 'out_of_range' })
    expect(parseTypedDecimal('')).toEqual({ ok: false, code: 'empty' })
  })
})
