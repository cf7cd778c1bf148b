import { readConfig } from '../platform/config.ts'
import { migrate } from '../platform/database/migrate.ts'
import { rehearseMigrations } from '../platform/database/rehearse.ts'
import { openCommandDatabase } from './database.ts'
import { say, styled } from './terminal.ts'

/** Brings the database to this version, or does so on a copy and says how it went. Returns the exit code. */
export async function runMigrate(options: { rehearse?: boolean } = {}): Promise<number> {
  const database = await openCommandDatabase(readConfig(process.env), say)
  const target = {
    adminUrl: database.adminUrl,
    ...(database.rolePasswords ? { passwords: database.rolePasswords } : {}),
  }
  try {
    if (options.rehearse) return await rehearse(target)
    const { applied } = await migrate({ ...target, log: say })
    say(applied.length > 0 ? `${applied.length} migrations applied.` : 'The database is up to date.')
    return 0
  } finally {
    await database.close()
  }
}

async function rehearse(target: Parameters<typeof rehearseMigrations>[0]): Promise<number> {
  const { bytes, copyMs, steps, totalMs, findings } = await rehearseMigrations(target)
  say(`Copied ${(bytes / 1_000_000).toFixed(0)} MB in ${seconds(copyMs)}; the copy is dropped again.`)
  for (const { name, ms } of steps) say(`  ${name.padEnd(44)} ${styled('dim', seconds(ms))}`)
  say(
    steps.length > 0
      ? `${steps.length} migrations would be applied, in ${seconds(totalMs)}.`
      : 'The database is up to date: a start would change nothing.',
  )
  for (const { rule, object, detail } of findings) say(styled('red', `  ${rule}: ${object} ${detail}`))
  say(
    findings.length === 0
      ? styled('green', 'Every table of the copy is locked to its organization.')
      : styled('red', `${findings.length} locks of the copy are not whole.`),
  )
  return findings.length === 0 ? 0 : 1
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
