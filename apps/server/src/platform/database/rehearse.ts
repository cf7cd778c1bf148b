import pg from 'pg'
import { systemClock } from '../clock.ts'
import { Database } from './database.ts'
import { lintSchema, type Finding } from './lint.ts'
import { migrate } from './migrate.ts'
import type { LoginRole } from './roles.ts'

export type Rehearsal = {
  copyMs: number
  bytes: number
  steps: { name: string; ms: number }[]
  totalMs: number
  findings: Finding[]
}

/**
 * Migrates a copy of the database and drops it again: what a start with this version would do, and how long it would take. The copy is
 * made by the database itself, which wants nobody else connected.
 * @throws MigrationRefused where the database is newer than this program; Error where it is in use
 */
export async function rehearseMigrations(options: {
  adminUrl: string
  passwords?: Record<LoginRole, string>
}): Promise<Rehearsal> {
  const url = new URL(options.adminUrl)
  const name = decodeURIComponent(url.pathname.slice(1))
  const copy = `${name.slice(0, 40)}_rehearsal_${process.pid}`
  const at = (database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href
  const server = new pg.Client({ connectionString: at('postgres'), application_name: 'portico rehearsal' })
  await server.connect()
  try {
    const { rows } = await server.query<{ others: number; bytes: string }>(
      `select (select count(*)::int from pg_stat_activity where datname = $1) as others, pg_database_size($1) as bytes`,
      [name],
    )
    if ((rows[0]?.others ?? 0) > 0)
      throw new Error(
        `The database is in use by ${rows[0]?.others} connections, and a copy needs it at rest. Stop Portico for the rehearsal, or point DATABASE_URL or PORTICO_DATA to a restored backup.`,
      )
    const began = performance.now()
    await server.query(
      `create database ${server.escapeIdentifier(copy)} template ${server.escapeIdentifier(name)}`,
    )
    const copied = performance.now()
    try {
      const steps: Rehearsal['steps'] = []
      let last: { name: string; since: number } | null = null
      const close = (): void => {
        if (last) steps.push({ name: last.name, ms: Math.round(performance.now() - last.since) })
        last = null
      }
      await migrate({
        adminUrl: at(copy),
        ...(options.passwords && { passwords: options.passwords }),
        log: (line) => {
          close()
          last = { name: line.replace(/^migrating: /, ''), since: performance.now() }
        },
      })
      close()
      return {
        copyMs: Math.round(copied - began),
        bytes: Number(rows[0]?.bytes ?? 0),
        steps,
        totalMs: Math.round(performance.now() - copied),
        findings: await findingsIn(at(copy)),
      }
    } finally {
      await server.query(`drop database if exists ${server.escapeIdentifier(copy)} with (force)`)
    }
  } finally {
    await server.end()
  }
}

async function findingsIn(connectionString: string): Promise<Finding[]> {
  const database = new Database({
    connectionString,
    poolSize: 1,
    clock: systemClock,
    applicationName: 'portico rehearsal',
  })
  try {
    return await lintSchema(database)
  } finally {
    await database.close()
  }
}
