import pg from 'pg'
import { missingMigrations } from '../database/migrate.ts'

/** What `portico doctor` wants to know of a database. */
export interface DatabaseFacts {
  /** Such as "18.4". */
  version: string
  majorVersion: number
  /** The role that the application's statements run as, and what it may bypass. */
  role: string
  isSuperuser: boolean
  bypassesRowSecurity: boolean
  /** Settings that keep what was confirmed, with the names of those that are off. */
  laxSettings: string[]
  hasChecksums: boolean
  missingMigrations: string[]
}

/**
 * Looks at a database as the application sees it. `role` is taken on after signing in, where the application does so.
 * @throws what the driver says when the database cannot be reached
 */
export async function inspectDatabase(url: string, role?: string): Promise<DatabaseFacts> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'portico doctor',
    ...(role ? { options: `-c role=${role}` } : {}),
  })
  await client.connect()
  try {
    const { rows } = await client.query<{
      version: string
      number: number
      role: string
      superuser: boolean
      bypass: boolean
      lax: string[] | null
      checksums: boolean
    }>(`select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        current_user as role, r.rolsuper as superuser, r.rolbypassrls as bypass,
        (select array_agg(name order by name) from pg_settings
          where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off') as lax,
        current_setting('data_checksums') = 'on' as checksums
      from pg_roles r where r.rolname = current_user`)
    const found = rows[0]
    if (!found) throw new Error('The role that is signed in has no entry in pg_roles.')
    return {
      version: found.version.split(' ')[0] ?? found.version,
      majorVersion: Math.floor(found.number / 10_000),
      role: found.role,
      isSuperuser: found.superuser,
      bypassesRowSecurity: found.bypass,
      laxSettings: found.lax ?? [],
      hasChecksums: found.checksums,
      missingMigrations: await missingMigrations(client),
    }
  } finally {
    await client.end()
  }
}
