import type { Config } from './config.ts'
import type { Keyring } from './crypto/keyring.ts'
import { statement, type Database } from './database/index.ts'
import { systemPrincipal } from './principal.ts'
import type { FileStore } from './storage/index.ts'

type Row = { secret_checks: string[]; file_store: string }

const firstOne = statement(
  `insert into installation_marks (id, secret_checks, file_store, created_at, updated_at) values (1, array[$1], $2, $3, $3) on conflict (id) do nothing`,
)
const known = statement<Row>(
  'select secret_checks, file_store from installation_marks where id = 1 for update',
)
const note = statement(
  'update installation_marks set secret_checks = $1, file_store = $2, updated_at = $3 where id = 1',
)

/**
 * Refuses to start as a part of an installation that this process cannot be a part of: with another secret, private links, cursors and
 * sealed mails of the others would not open here; with another place for files, what one node stores another does not find.
 * @throws Error for the operator
 */
export async function joinInstallation(parts: {
  database: Database
  keyring: Keyring
  files: FileStore
  config: Pick<Config, 'databaseUrl' | 'adoptFiles'>
}): Promise<void> {
  const checks = parts.keyring.checks
  const current = checks[0] as string
  const here = await parts.files.mark()
  await parts.database.global(systemPrincipal('installation'), async (tx) => {
    const [, rows] = await tx.batch([firstOne(current, here, tx.now), known()])
    const { secret_checks: before, file_store: there } = rows[0] as Row
    if (!before.some((check) => checks.includes(check))) {
      throw new Error(
        'This database belongs to an installation with another secret. Give every process the same PORTICO_SECRET (after a change, the earlier one in PORTICO_OLD_SECRETS), or the secrets.json of the first one’s data folder.',
      )
    }
    // A single process with a database of its own keeps its files beside it; moving both together changes nothing.
    if (there !== here && parts.config.databaseUrl !== null && !parts.config.adoptFiles) {
      throw new Error(
        `The files of this installation are kept elsewhere (${there}; here it would be ${here}). Give every process the same store: S3_BUCKET, or one shared folder as PORTICO_DATA. If you have moved the files here yourself, start once with PORTICO_ADOPT_FILES=true.`,
      )
    }
    if (there !== here || !before.includes(current))
      tx.later(note([...new Set([current, ...before])], here, tx.now))
  })
}
