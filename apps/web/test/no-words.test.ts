import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The house's lint rule, with planted words, in a folder of its own that is named as the screens' is. */
const root = join(import.meta.dirname, '../../..')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-words-'))
  mkdirSync(join(folder, 'apps/web/src'), { recursive: true })
  const rules = { 'house/no-words': 'error' }
  const jsPlugins = [join(root, 'scripts/lint/house-rules.mjs')]
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({ jsPlugins, rules }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function complaints(component: string): number {
  const file = join(folder, 'apps/web/src/planted.tsx')
  writeFileSync(file, `export function Planted({ t, isOpen }) {\n  return ${component}\n}\n`)
  let output: string
  try {
    output = execFileSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), file], {
      cwd: folder,
      encoding: 'utf8',
    })
  } catch (error) {
    output = (error as { stdout: string }).stdout
  }
  return output.match(/house\(no-words\)/g)?.length ?? 0
}

test.each([
  ['<p>Pay now</p>', 1],
  ['<p>{isOpen ? "Open" : t("closed")}</p>', 1],
  ['<p>{isOpen && `Open since ${t("x")}`}</p>', 1],
  ['<button aria-label="Close">×</button>', 1],
  ['<input placeholder="Amount" title={"Amount"} />', 2],
  ['<p className="wide" data-kind="sum">{t("paid")} · 1 × {"—"} &nbsp;</p>', 0],
])('words in a component are refused: %s [UX-26]', (component, count) => {
  expect(complaints(component)).toBe(count)
})
