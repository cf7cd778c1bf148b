import type { AppParts } from '../app-parts.ts'
import type { Clock } from '../platform/clock.ts'
import { systemClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { Database } from '../platform/database/index.ts'
import { migrate } from '../platform/database/migrate.ts'
import { readRunningMark } from '../platform/postgres/embedded.ts'
import { openFileStore } from '../platform/storage/index.ts'
import { openCommandDatabase } from './database.ts'
import { complain } from './terminal.ts'

/** What a command of the terminal works with. */
export interface CommandParts extends Pick<AppParts, 'config' | 'database' | 'files' | 'clock'> {
  /** A door to the same database by another clock; its caller closes it. */
  openDatabase(clock: Clock): Database
  /** The door of who set the database up, for maintenance in bulk; its caller closes it. */
  openMaintenance(): Database
}

/**
 * Opens what the command needs, with the rights of the application and no more, and closes it when the work is done.
 * Works beside a running Portico, and without one.
 */
export async function withCommandParts<Answer>(
  work: (parts: CommandParts) => Promise<Answer>,
): Promise<Answer> {
  const config = readConfig(process.env)
  // Links must lead to the server that runs, whatever port it was given.
  const running = readRunningMark(config.dataFolder)
  if (!config.isPublicUrlSet && running?.url) config.publicUrl = running.url
  const opened = await openCommandDatabase(config, complain)
  // A command may come before the first start.
  if (!running) await migrate({ adminUrl: opened.adminUrl, passwords: opened.rolePasswords })
  const openDatabase = (clock: Clock): Database =>
    new Database({
      connectionString: opened.appUrl,
      poolSize: 4,
      clock,
      applicationName: 'portico command',
      ...(opened.appRole ? { role: opened.appRole } : {}),
    })
  const openMaintenance = (): Database =>
    new Database({
      connectionString: opened.adminUrl,
      poolSize: 1,
      clock: systemClock,
      applicationName: 'portico maintenance',
    })
  const database = openDatabase(systemClock)
  try {
    const files = await openFileStore(config.files)
    return await work({ config, database, files, clock: systemClock, openDatabase, openMaintenance })
  } finally {
    await database.close()
    await opened.close()
  }
}
