import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate } from '../format.ts'
import { parseTypedDate } from './parse-date.ts'

const today = '2026-03-03'

describe('a typed date', () => {
  test.each([
    ['2026-03-03', 'en-US', '2026-03-03'],
    ['3/4/2026', 'en-GB', '2026-04-03'],
    ['3/4/2026', 'en-US', '2026-03-04'],
    ['03.04.26', 'de', '2026-04-03'],
    ['3 Mar 2026', 'en-US', '2026-03-03'],
    ['3rd march', 'en-GB', '2026-03-03'],
    ['Mar 3, 2027', 'en-US', '2027-03-03'],
    ['3 mai 2026', 'fr', '2026-05-03'],
    ['3.4.', 'de', null],
    ['3/4', 'en-GB', '2026-04-03'],
    ['29 Feb 2028', 'en', '2028-02-29'],
  ])('%s in %s is %s [UX-26]', (typed, locale, expected) => {
    expect(parseTypedDate(typed, locale, today)).toBe(expected)
  })

  test.each(['', 'soon', '31/2/2026', '29 Feb 2027', '1/2/3/4', '2026-13-01', '99999', 'ma 3'])(
    'refuses %j rather than guess [UX-23]',
    (typed) => {
      expect(parseTypedDate(typed, 'en-GB', today)).toBeNull()
    },
  )

  test('understands what it prints, in every locale we offer [UX-26]', () => {
    const day = fc.date({
      min: new Date('1950-01-01'),
      max: new Date('2150-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, fc.constantFrom('en-GB', 'en-US', 'en', 'fr', 'sw', 'de', 'nb'), (date, locale) => {
        const iso = date.toISOString().slice(0, 10)
        expect(parseTypedDate(formatDate(iso, locale), locale, today)).toBe(iso)
      }),
    )
  })
})
