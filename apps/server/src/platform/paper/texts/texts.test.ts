import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultsOfTexts } from '../../../../test/texts-faults.ts'
import { en } from './en.ts'
import { sw } from './sw.ts'

const src = join(import.meta.dirname, '../../..')
/** Paper's own parts, and the modules that hand it a word. */
const source = ['platform/paper', 'modules']
  .flatMap((from) =>
    readdirSync(join(src, from), { recursive: true, encoding: 'utf8' }).map((name) => join(src, from, name)),
  )
  .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && !/\/texts\/(en|sw)\.ts$/.test(name))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n')

describe('the words of paper', () => {
  test('are whole in Swahili, with the same values in each line [INV-36] [UX-26]', () => {
    // The tax office's own names, and a line of figures.
    expect(faultsOfTexts(en, sw, new Set(['tin', 'rate']))).toEqual([])
  })

  test('are all printed somewhere [UX-26]', () => {
    const unread = Object.keys(en).filter(
      (key) => !new RegExp(`[tT]exts(\\([a-z]+\\))?\\.${key}\\b`).test(source),
    )
    expect(unread).toEqual([])
  })
})
