import { describe, expect, test } from 'vitest'
import { decidedMark, needsMark, noMarkEvidence, observeMark, readNumber, type Mark } from './amounts.ts'

const read = (text: string, mark: Mark | null = null): string => {
  const found = readNumber(text, mark)
  return found.ok ? found.decimal : found.problem
}

describe('a number as other programs write it', () => {
  test.each([
    ['$13.50 ', '13.5'],
    ['($400.00)', '-400'],
    ['$(400.00)', '-400'],
    ['$-142.85', '-142.85'],
    ['-$142.85', '-142.85'],
    ['12.00-', '-12'],
    ['12.00 USD-', '-12'],
    ['−5', '-5'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234,56', '1234.56'],
    ["1'234.50", '1234.5'],
    ['1’234.50', '1234.5'],
    ['1,23,456.78', '123456.78'],
    ['1,020.00', '1020'],
    ['12,50', '12.5'],
    ['EUR 12', '12'],
    ['12 EUR', '12'],
    ['€1.200,5', '1200.5'],
    ['TSh 2,450,000/=', '2450000'],
    ['kr 12,50', '12.5'],
    ['10.00000000', '10'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['0', '0'],
    ['-0.00', '0'],
  ])('%s is %s [OPS-32]', (text, decimal) => expect(read(text)).toBe(decimal))

  test.each([
    ['', 'empty'],
    ['abc', 'not_a_number'],
    ['12abc34', 'not_a_number'],
    ['1.2.3', 'not_a_number'],
    ['1,2,3', 'not_a_number'],
    ['--5', 'not_a_number'],
    ['(-5)', 'not_a_number'],
    ['1e5', 'not_a_number'],
    ['$', 'not_a_number'],
    ['XQZ 5', 'unknown_currency'],
    ['1.234', 'ambiguous'],
    ['1234567890123', 'out_of_range'],
    ['0.123456789', 'too_many_decimals'],
  ])('%s is none: %s [OPS-32]', (text, problem) => expect(read(text)).toBe(problem))

  test('what a computer made of a decimal is what was meant, and said so [OPS-32]', () => {
    expect(readNumber('9.779999999999999')).toEqual({
      ok: true,
      decimal: '9.78',
      currency: null,
      repair: '9.779999999999999 was read as 9.78',
    })
    for (const [text, decimal] of [
      ['8.960000000000001', '8.96'],
      ['0.30000000000000004', '0.3'],
      ['-8.859999999999999', '-8.86'],
      ['19.999999999999996', '20'],
    ] as const)
      expect(read(text)).toBe(decimal)
  })

  test('any sum of cents that went through floating point comes back to the cent [OPS-32]', () => {
    let seed = 42
    const next = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)
    for (let run = 0; run < 5000; run++) {
      const cents = next() % 1_000_000
      const parts = 1 + (next() % 9)
      let sum = 0
      for (let part = 0; part < parts; part++) sum += cents / 100 / parts
      const found = readNumber(String(sum), '.')
      expect(found.ok && Math.round(Number(found.decimal) * 100), String(sum)).toBe(cents)
    }
  })

  test('whatever way an amount is written, it is the same amount [OPS-32]', () => {
    let seed = 7
    const next = (most: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % most
    const group = (digits: string, mark: string): string => digits.replace(/\B(?=(\d{3})+$)/g, mark)
    for (let run = 0; run < 5000; run++) {
      const whole = String(next(10 ** (1 + next(9))))
      const cents = String(next(100)).padStart(2, '0')
      const [thousands, decimal] = (
        [
          [',', '.'],
          ['.', ','],
          [' ', ','],
          ["'", '.'],
          ['', '.'],
          ['', ','],
        ] as const
      )[next(6)] as readonly [string, string]
      const figures = `${thousands === '' ? whole : group(whole, thousands)}${decimal}${cents}`
      const isNegative = next(2) === 1
      const written = (
        [
          (f: string) => f,
          (f: string) => `$${f}`,
          (f: string) => `${f} EUR`,
          (f: string) => `USD ${f} `,
        ] as const
      )[next(4)]?.(figures) as string
      const signed = isNegative
        ? ((
            [
              (f: string) => `-${f}`,
              (f: string) => `(${f})`,
              (f: string) => `${f}-`,
              (f: string) => `−${f}`,
            ] as const
          )[next(4)]?.(written) as string)
        : written
      const found = readNumber(signed)
      const value = Number(`${whole}.${cents}`) * (isNegative ? -1 : 1)
      expect(
        found.ok && Number(found.decimal) === (value === 0 ? 0 : value),
        `${signed} → ${JSON.stringify(found)}`,
      ).toBe(true)
    }
  })
})

describe('the decimal mark of a file', () => {
  const evidenceOf = (...texts: string[]) => {
    const evidence = noMarkEvidence()
    for (const text of texts) observeMark(evidence, text)
    return evidence
  }
  test('is decided by any number that is certain of it [OPS-32]', () => {
    expect(decidedMark(evidenceOf('1.234', '12,50'))).toBe(',')
    expect(decidedMark(evidenceOf('1,234', '12.50'))).toBe('.')
    expect(decidedMark(evidenceOf('1.234.567'))).toBe(',')
    expect(read('1.234', ',')).toBe('1234')
    expect(read('1.234', '.')).toBe('1.234')
  })
  test('is asked for where none is [OPS-32]', () => {
    expect(needsMark(evidenceOf('1.234', '5'))).toBe(true)
    expect(needsMark(evidenceOf('1.234', '12,50'))).toBe(false)
    expect(needsMark(evidenceOf('12', '7'))).toBe(false)
    expect(needsMark(evidenceOf('1.234', '1,50', '1.50'))).toBe(true)
  })
})
