import { expect, test } from 'vitest'
import { inWords } from './questions.tsx'

test('an ambiguous date order is asked with what their own dates would mean [OPS-32]', () => {
  expect(inWords(['03/04/2020', '11.12.19'], 'dmy', 'en-GB')).toBe('3 Apr 2020, 11 Dec 2019')
  expect(inWords(['03/04/2020', '11.12.19'], 'mdy', 'en-GB')).toBe('4 Mar 2020, 12 Nov 2019')
  expect(inWords(['next week'], 'dmy', 'en-GB')).toBeNull()
  expect(inWords([], 'dmy', 'en-GB')).toBeNull()
})
