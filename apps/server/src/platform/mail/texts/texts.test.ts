import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultsOfTexts, leavesOf } from '../../../../test/texts-faults.ts'
import { en } from './en.ts'
import { sw } from './sw.ts'

const folder = join(import.meta.dirname, '..')
const sources = [join(folder, 'templates'), join(folder, 'texts'), folder].flatMap((from) =>
  readdirSync(from)
    .filter((name) => /^(?!en|sw).*\.ts$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(join(from, name), 'utf8')),
)

describe('the words of mails', () => {
  test('are whole in Swahili, with the same values in each sentence [EML-37] [UX-26]', () => {
    expect(faultsOfTexts(en, sw, new Set(['language', 'direction', 'formats']))).toEqual([])
  })

  test('are all read by a template [UX-26]', () => {
    const unread = leavesOf(en).filter(([path]) => {
      const [area = '', key] = path.split('.')
      return !sources.some((source) =>
        key === undefined
          ? source.includes(`.${area}`)
          : source.includes(`texts.${area}`) && new RegExp(`\\.${key}\\b`).test(source),
      )
    })
    expect(unread.map(([path]) => path)).toEqual([])
  })
})
