import { describe, expect, test } from 'vitest'
import { decidedOrder, needsOrder, noOrderEvidence, observeOrder, readDate, type Order } from './dates.ts'

const read = (text: string, order: Order | null = null): string => {
  const found = readDate(text, order)
  return found.ok ? found.date : found.problem
}

const worded = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

describe('a date as other programs write it', () => {
  test.each([
    ['2021-01-28', '2021-01-28'],
    ['2021/1/8', '2021-01-08'],
    ['20210128', '2021-01-28'],
    ['2021-01-28 05:14:15', '2021-01-28'],
    ['2021-01-28T05:14:15Z', '2021-01-28'],
    ['10/20/2019', '2019-10-20'],
    ['13/02/2020', '2020-02-13'],
    ['3/3/2021', '2021-03-03'],
    ['1/28/21 10:00 PM', '2021-01-28'],
    ['Jan 28 2021', '2021-01-28'],
    ['January 5, 2020', '2020-01-05'],
    ['Thu, 28 Jan 2021', '2021-01-28'],
    ['28-Jan-2021', '2021-01-28'],
    ['28. Mai 2021', '2021-05-28'],
    ['28.01.2021', '2021-01-28'],
    ['3.4.21', '2021-04-03'],
    ['2/29/2020', '2020-02-29'],
  ])('%s is %s [OPS-32]', (text, date) => expect(read(text)).toBe(date))

  test.each([
    ['', 'empty'],
    ['foo', 'not_a_date'],
    ['2021-02-30', 'not_a_date'],
    ['2/29/2021', 'not_a_date'],
    ['31/31/2021', 'not_a_date'],
    ['0000-01-01', 'not_a_date'],
    ['2/3/2020', 'ambiguous'],
  ])('%s is none: %s [OPS-32]', (text, problem) => expect(read(text)).toBe(problem))

  test('the order that is decided counts for every date of the file [OPS-32]', () => {
    expect(read('2/3/2020', 'mdy')).toBe('2020-02-03')
    expect(read('2/3/2020', 'dmy')).toBe('2020-03-02')
    expect(read('13/2/2020', 'mdy')).toBe('not_a_date')
  })

  test('any day, written in any order, is read back with that order [OPS-32]', () => {
    for (let day = Date.UTC(1999, 0, 1); day < Date.UTC(2032, 0, 1); day += 86_400_000 * 7) {
      const iso = new Date(day).toISOString().slice(0, 10)
      const [year, month, date] = iso.split('-').map(Number) as [number, number, number]
      expect(read(`${month}/${date}/${year}`, 'mdy')).toBe(iso)
      expect(read(`${String(date).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`, 'dmy')).toBe(
        iso,
      )
      expect(read(`${date}.${month}.${year}`)).toBe(iso)
      expect(read(worded.format(day))).toBe(iso)
      // Without an order it is the right day or no day, never another one.
      expect(read(`${month}/${date}/${year}`)).toBe(date <= 12 && date !== month ? 'ambiguous' : iso)
    }
  })
})

describe('the order of a file', () => {
  const evidenceOf = (...texts: string[]) => {
    const evidence = noOrderEvidence()
    for (const text of texts) observeOrder(evidence, text)
    return evidence
  }
  test('one row decides for all [OPS-32]', () => {
    expect(decidedOrder(evidenceOf('2/3/2020', '10/20/2019'))).toBe('mdy')
    expect(decidedOrder(evidenceOf('2/3/2020', '20/10/2019'))).toBe('dmy')
  })
  test('is asked for where no row does, or rows contradict each other [OPS-32]', () => {
    expect(needsOrder(evidenceOf('2/3/2020', '4/5/2020'))).toBe(true)
    expect(needsOrder(evidenceOf('13/3/2020', '3/13/2020'))).toBe(true)
    expect(needsOrder(evidenceOf('2020-03-04', '3/3/2020', '4.5.2020'))).toBe(false)
  })
})
