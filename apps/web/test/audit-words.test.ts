import { recordKinds } from '@portico/contract'
import { expect, test } from 'vitest'
import { entryTexts } from '../src/workspace/activity/entry-texts.ts'

/** Deeds of platform admins stand in a table of their own, with pages of their own. */
const server = import.meta.glob<string>(
  ['../../server/src/modules/**/*.ts', '!../../server/src/modules/installation/**', '!**/*.test.*'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
)
const text = Object.values(server).join('\n')
const words: Record<string, string> = entryTexts.messages

/** What stands behind `key:` as a text, or as one of two. */
function saidFor(key: string): string[] {
  const values = new Set<string>()
  for (const [, value = ''] of text.matchAll(new RegExp(`\\b${key}:([^\\n]*(?:\\n\\s+[?:][^\\n]*)*)`, 'g')))
    for (const [, name = ''] of value.matchAll(/'([a-z_]+(?:\.[a-z_]+)?)'/g)) values.add(name)
  return [...values]
}

test('every action that is recorded is told in words [AUD-01] [AUD-04]', () => {
  const actions = saidFor('action').filter((action) => action.includes('.'))
  expect(actions.length).toBeGreaterThan(40)
  const silent = actions.filter(
    (action) => !(action in words) && !Object.keys(words).some((key) => key.startsWith(`${action}_`)),
  )
  expect(silent).toEqual([])
})

test('every kind of record has its id, its permission and its name [AUD-08] [AUD-12]', () => {
  const kinds = saidFor('entityKind')
  expect(kinds.length).toBeGreaterThan(8)
  expect(kinds.filter((kind) => !(kind in recordKinds))).toEqual([])
  expect(Object.keys(recordKinds).filter((kind) => !(`kind_${kind}` in words))).toEqual([])
})
