import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Keyring } from './platform/crypto/keyring.ts'
import type { Database } from './platform/database/index.ts'
import type { MailTransport } from './platform/mail/index.ts'
import type { FileStore } from './platform/storage/index.ts'

/** What the program is put together from; modules ask for what they use. */
export type AppParts = {
  config: Config
  clock: Clock
  database: Database
  keyring: Keyring
  files: FileStore
  mail: MailTransport
}
