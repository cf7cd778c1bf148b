import { readConfig } from '../platform/config.ts'
import { migrate } from '../platform/database/migrate.ts'
import { openCommandDatabase } from './database.ts'
import { say } from './terminal.ts'

export async function runMigrate(): Promise<void> {
  const database = await openCommandDatabase(readConfig(process.env), say)
  try {
    const { applied } = await migrate({
      adminUrl: database.adminUrl,
      ...(database.rolePasswords ? { passwords: database.rolePasswords } : {}),
      log: say,
    })
    say(applied.length > 0 ? `${applied.length} migrations applied.` : 'The database is up to date.')
  } finally {
    await database.close()
  }
}
