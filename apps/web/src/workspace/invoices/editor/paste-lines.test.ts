import { describe, expect, test } from 'vitest'
import { isTable, linesOfRows, readRows } from './paste-lines.ts'

const options = { locale: 'en-GB', taxRateKey: 'vat' }
const read = (text: string, locale = 'en-GB') =>
  linesOfRows(readRows(text), { ...options, locale }).map((line) => ({
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unit_price: line.unit_price,
  }))

describe('rows from a spreadsheet', () => {
  test('are cut at tabs and line ends, with quoted cells kept whole [INV-40]', () => {
    expect(readRows('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(readRows('"two\nlines"\t"a ""quote"""\n')).toEqual([['two\nlines', 'a "quote"']])
    expect(readRows('\n\n a \t\n')).toEqual([['a', '']])
  })

  test('are told from a text that is merely pasted [INV-40]', () => {
    expect(['a\tb', 'a\nb'].map(isTable)).toEqual([true, true])
    expect(['just words', 'one line with its end\n'].map(isTable)).toEqual([false, false])
  })

  test('become lines by their headings, in any order [INV-40]', () => {
    expect(read('Unit price\tQty\tService\tUnit\n65,000.00\t22.5\tFront-end development\th')).toEqual([
      { description: 'Front-end development', quantity: '22.5', unit: 'h', unit_price: '65000' },
    ])
  })

  test('become lines without headings: text, quantity, price, and an amount that only repeats them [INV-40]', () => {
    expect(read('Brochure\t100\t1,500\t150,000\nPosters\t20\t12,000.50\t240,010')).toEqual([
      { description: 'Brochure', quantity: '100', unit: '', unit_price: '1500' },
      { description: 'Posters', quantity: '20', unit: '', unit_price: '12000.5' },
    ])
    expect(read('Logo\t250000')).toEqual([
      { description: 'Logo', quantity: '1', unit: '', unit_price: '250000' },
    ])
    expect(read('Hosting\t3\tmonths\tTSh 95,000')).toEqual([
      { description: 'Hosting', quantity: '3', unit: 'months', unit_price: '95000' },
    ])
  })

  test('are read in the reader’s own notation [INV-40] [UX-26]', () => {
    expect(read('Beratung\t1,5\t1.250,00', 'de')).toEqual([
      { description: 'Beratung', quantity: '1.5', unit: '', unit_price: '1250' },
    ])
  })

  test('lose nothing when nothing is understood [INV-40]', () => {
    expect(read('only\ntexts')).toEqual([
      { description: 'only', quantity: '1', unit: '', unit_price: '' },
      { description: 'texts', quantity: '1', unit: '', unit_price: '' },
    ])
  })
})
