import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { permissions, permissionKeys } from '@portico/contract'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { ensureRoles, type LoginRole } from './roles.ts'

const folder = join(import.meta.dirname, '../../../migrations')
/** Any number, the same in every version: whoever holds it migrates, the others wait. */
const migrationLock = 7_031_988_421

export type MigrationResult = { applied: string[]; wasEmpty: boolean }

/** The schema is newer than this program, or a migration was changed after it had been applied. */
export class MigrationRefused extends Error {}

/**
 * Brings the schema up to this version: one file, one transaction, under a lock so that several starting servers do it once.
 * Files are plain SQL named by time and purpose; an applied one is never edited (its checksum is compared).
 *
 * @param options.adminUrl a login that may create roles (embedded: the superuser), or the owner's where the roles exist
 * @param options.passwords of the login roles where this program makes them
 */
export async function migrate(options: {
  adminUrl: string
  passwords?: Record<LoginRole, string>
  log?: (line: string) => void
}): Promise<MigrationResult> {
  const client = new pg.Client({ connectionString: options.adminUrl, application_name: 'portico migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const { rows } = await client.query<{ database: string }>('select current_database() as database')
    await ensureRoles(client, rows[0]?.database ?? 'portico', options.passwords)
    await migrateJobQueue(client, options.adminUrl, rows[0]?.database ?? 'portico')
    await client.query('set role portico_owner')
    await client.query(`set lock_timeout = '10s'`)
    const result = await applyMissing(client, options.log ?? (() => {}))
    await writePermissionCatalogue(client)
    return result
  } finally {
    await client.end()
  }
}

/** The queue's own tables, in the schema of their role. Its installer asks for CREATE on the database, which the role gives back afterwards. */
async function migrateJobQueue(client: pg.Client, adminUrl: string, database: string): Promise<void> {
  const grantee = `on database ${client.escapeIdentifier(database)}`
  await client.query(`grant create ${grantee} to portico_jobs`)
  const pool = new pg.Pool({ connectionString: adminUrl, max: 2, options: '-c role=portico_jobs' })
  pool.on('error', () => {})
  pool.on('connect', (connection) => connection.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) })
  } finally {
    await pool.end()
    await client.query(`revoke create ${grantee} from portico_jobs`)
  }
}

async function applyMissing(client: pg.Client, log: (line: string) => void): Promise<MigrationResult> {
  await client.query('create schema if not exists migrations')
  await client.query(
    'create table if not exists migrations.applied (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  )
  await client.query('grant usage on schema migrations to portico_app, portico_worker')
  await client.query('grant select on migrations.applied to portico_app, portico_worker')
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations.applied',
  )
  const applied = new Map(rows.map((row) => [row.name, row.checksum]))
  const files = await migrationFiles()
  const unknown = rows.filter((row) => !files.some((file) => file.name === row.name))
  if (unknown.length > 0) {
    throw new MigrationRefused(
      `The database was migrated by a newer version of Portico (${unknown.map((row) => row.name).join(', ')}). Start that version, or restore a backup from before.`,
    )
  }
  const done: string[] = []
  for (const { name, sql, checksum } of files) {
    const before = applied.get(name)
    if (before === checksum) continue
    if (before) throw new MigrationRefused(`The migration ${name} was changed after it had been applied.`)
    log(`migrating: ${name}`)
    await client.query('begin')
    try {
      await client.query(sql)
      await client.query('insert into migrations.applied (name, checksum) values ($1, $2)', [name, checksum])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error })
    }
    done.push(name)
  }
  return { applied: done, wasEmpty: applied.size === 0 }
}

async function migrationFiles(): Promise<{ name: string; sql: string; checksum: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return {
        name: name.replace(/\.sql$/, ''),
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      }
    }),
  )
}

/** Names of migrations that are not applied yet: for `doctor`, and for a server that is told not to migrate. */
export async function missingMigrations(client: pg.Client | pg.Pool): Promise<string[]> {
  const exists = await client.query(`select to_regclass('migrations.applied') as found`)
  const names = (await migrationFiles()).map((file) => file.name)
  if (!exists.rows[0]?.found) return names
  const { rows } = await client.query<{ name: string }>('select name from migrations.applied')
  return names.filter((name) => !rows.some((row) => row.name === name))
}

/** The catalogue of permissions is written from the contract, so that code and rows cannot drift apart. */
async function writePermissionCatalogue(client: pg.Client): Promise<void> {
  await client.query(
    `insert into permissions (key, module, description)
     select key, split_part(key, '.', 1), description from unnest($1::text[], $2::text[]) as given (key, description)
     on conflict (key) do update set description = excluded.description where permissions.description <> excluded.description`,
    [permissionKeys, permissionKeys.map((key) => permissions[key])],
  )
}

/**
 * For a migration that must touch rows: runs the statement once per organization, scoped to it, because under forced row-level
 * security the owner's own UPDATE touches no row and says nothing. `$1` is the organization.
 * @returns rows touched in all
 * @throws where `expectAtLeast` rows were not reached
 */
export async function backfill(
  client: pg.Client,
  sql: string,
  options: { expectAtLeast?: number } = {},
): Promise<number> {
  const { rows } = await client.query<{ id: string }>('select id from organizations order by id')
  let touched = 0
  for (const { id } of rows) {
    await client.query('begin')
    await client.query('set local role portico_worker')
    await client.query(`select set_config('app.organization_id', $1, true)`, [id])
    touched += (await client.query(sql, [id])).rowCount ?? 0
    await client.query('commit')
  }
  if (touched < (options.expectAtLeast ?? 0))
    throw new Error(`The backfill touched ${touched} rows, at least ${options.expectAtLeast} were expected`)
  return touched
}
