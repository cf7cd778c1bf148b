import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Keyring } from './platform/crypto/keyring.ts'
import type { Database } from './platform/database/index.ts'
import type { JobQueue } from './platform/jobs/job-queue.ts'
import type { RateLimits } from './platform/http/rate-limit.ts'
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
  /** The queue of background jobs, for the platform pages; absent where nobody looks at it. */
  jobQueue?: JobQueue
  /** Lives through the demo and makes a person a member of it; absent where it cannot be done. Says what was made. */
  loadDemo?: (ownerId: string) => Promise<string>
  /** Where several processes count requests together. */
  limits?: RateLimits
}
