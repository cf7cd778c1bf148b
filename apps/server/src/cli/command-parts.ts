import type { AppParts } from '../app-parts.ts'
import { systemClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { Database } from '../platform/database/index.ts'
import { readRunningMark } from '../platform/postgres/embedded.ts'
import { openFileStore } from '../platform/storage/index.ts'
import { openCommandDatabase } from './database.ts'
import { complain } from './terminal.ts'

/** What a command of the terminal works with. */
export type CommandParts = Pick<AppParts, 'config' | 'database' | 'files' | 'clock'>

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
  const database = new Database({
    connectionString: opened.appUrl,
    poolSize: 2,
    clock: systemClock,
    applicationName: 'portico command',
    ...(opened.appRole ? { role: opened.appRole } : {}),
  })
  try {
    return await work({ config, database, files: await openFileStore(config.files), clock: systemClock })
  } finally {
    await database.close()
    await opened.close()
  }
}
