import type { Config } from '../platform/config.ts'
import type { LoginRole } from '../platform/postgres/embedded.ts'
import { borrowOrStartEmbedded } from '../platform/postgres/embedded.ts'

/** The database that a command works on. */
export interface CommandDatabase {
  /** May migrate. */
  adminUrl: string
  /** What the application signs in with. */
  appUrl: string
  /** The role that the application takes on after signing in, on level (b) of `DATABASE_URL`. */
  appRole: string | undefined
  rolePasswords: Record<LoginRole, string> | undefined
  close(): Promise<void>
}

/**
 * The external database where DATABASE_URL is set; else the embedded one: that of a running Portico, or started for
 * this command and stopped by `close()`.
 */
export async function openCommandDatabase(
  config: Config,
  log: (line: string) => void,
): Promise<CommandDatabase> {
  if (config.databaseUrl) {
    return {
      adminUrl: config.databaseUrl,
      appUrl: config.databaseUrl,
      appRole: config.databaseLevel === 'role' ? 'portico_app' : undefined,
      rolePasswords: undefined,
      close: () => Promise.resolve(),
    }
  }
  const embedded = await borrowOrStartEmbedded({ dataFolder: config.dataFolder, log })
  return {
    adminUrl: embedded.adminUrl,
    appUrl: embedded.urlFor('portico_app'),
    appRole: undefined,
    rolePasswords: embedded.rolePasswords,
    close: () => embedded.stop(),
  }
}
