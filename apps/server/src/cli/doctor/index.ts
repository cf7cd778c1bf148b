import { readConfig } from '../../platform/config.ts'
import { say, styled } from '../terminal.ts'
import type { Check } from './check.ts'
import { checkDatabase } from './database-checks.ts'
import { checkMachine } from './machine-checks.ts'
import { checkSettings } from './settings-checks.ts'

/** Looks at everything that Portico needs and prints what was found. Returns the exit code: 1 with a problem. */
export async function runDoctor(options: { json?: boolean }): Promise<number> {
  const config = readConfig(process.env)
  const checks = [...checkMachine(config), ...(await checkDatabase(config)), ...(await checkSettings(config))]
  if (options.json) say(JSON.stringify(checks, null, 2))
  else print(checks)
  return checks.some((check) => check.state === 'problem') ? 1 : 0
}

const marks = {
  good: styled('green', '✓'),
  warning: styled('yellow', '!'),
  problem: styled('red', '✗'),
}

function print(checks: Check[]): void {
  const width = Math.max(...checks.map((check) => check.title.length))
  for (const { title, state, finding, fix } of checks) {
    say(`${marks[state]} ${title.padEnd(width)}  ${finding}`)
    if (fix) for (const line of fix.split('\n')) say(`${' '.repeat(width + 4)}${styled('dim', '→')} ${line}`)
  }
  const problems = checks.filter((check) => check.state === 'problem').length
  const warnings = checks.filter((check) => check.state === 'warning').length
  say()
  if (problems > 0) say(styled('red', `${count(problems, 'problem')}, ${count(warnings, 'warning')}`))
  else say(warnings > 0 ? `Portico can run; ${count(warnings, 'warning')}.` : styled('green', 'All is well.'))
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
