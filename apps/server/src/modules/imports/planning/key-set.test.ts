import { expect, test } from 'vitest'
import { KeySet } from './key-set.ts'

test('never misses a text that was added, and hardly takes one for another [OPS-32]', () => {
  const set = new KeySet()
  const texts = Array.from({ length: 20_000 }, (_, at) => `client ${at} of many`)
  for (const text of texts) set.add(text)
  expect(texts.every((text) => set.mayHave(text))).toBe(true)
  expect(texts.filter((text) => set.mayHave(`${text} more`)).length).toBeLessThan(5)
})
