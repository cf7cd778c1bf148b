import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../platform/config.ts'
import type { DatabaseFacts } from '../../platform/postgres/inspect.ts'
import { inspectDatabase } from '../../platform/postgres/inspect.ts'
import type { CommandDatabase } from '../database.ts'
import { openCommandDatabase } from '../database.ts'
import type { Check } from './check.ts'
import { good, problem, warning } from './check.ts'

/** The levels at which Portico can be locked into its own rows (see README, "Your own PostgreSQL"). */
const levels: Record<Config['databaseLevel'], string> = {
  separate: 'embedded, each part signs in with a role of its own',
  role: 'DATABASE_URL, one login that takes on the role portico_app',
  owner: 'DATABASE_URL, the owner, bound by forced row-level security',
}

const rolesForLevelB = `Either give the login CREATEROLE once and run "npx portico migrate", or have an administrator run:
  create role portico_owner nologin; create role portico_search nologin;
  create role portico_app nologin; create role portico_worker nologin; create role portico_jobs nologin;
  grant portico_owner, portico_search, portico_app, portico_worker, portico_jobs to <login>;`

export async function checkDatabase(config: Config): Promise<Check[]> {
  if (!config.databaseUrl && !existsSync(join(config.dataFolder, 'postgres'))) {
    return [good('Database', 'embedded PostgreSQL, made at the first start')]
  }
  let database: CommandDatabase | undefined
  try {
    database = await openCommandDatabase(config, () => undefined)
    const facts = await inspectDatabase(database.appUrl, database.appRole)
    return [checkVersion(config, facts), checkLocks(facts), checkDurability(facts), checkMigrations(facts)]
  } catch (error) {
    return [unreachable(config, error as Error & { code?: string })]
  } finally {
    await database?.close()
  }
}

function unreachable(config: Config, error: Error & { code?: string }): Check {
  const title = 'Database'
  const missingRole = error.code === '22023' || /role "portico_app"/.test(error.message)
  if (missingRole)
    return problem(title, `the role portico_app is not there: ${error.message}`, rolesForLevelB)
  if (config.databaseUrl) {
    const { hostname, port } = new URL(config.databaseUrl)
    const place = `${hostname}:${port || 5432}`
    return problem(
      title,
      `${place} does not answer: ${error.message}`,
      'Check DATABASE_URL, and that the server lets this machine in.',
    )
  }
  return problem(
    title,
    error.message,
    `The server's own words are in ${join(config.dataFolder, 'logs', 'postgres.log')}.`,
  )
}

function checkVersion(config: Config, facts: DatabaseFacts): Check {
  const finding = `PostgreSQL ${facts.version}; ${levels[config.databaseLevel]}`
  if (facts.majorVersion >= 15) return good('Database', finding)
  return problem('Database', finding, 'Portico needs PostgreSQL 15 or newer.')
}

function checkLocks(facts: DatabaseFacts): Check {
  const title = 'Row security'
  if (facts.isSuperuser || facts.bypassesRowSecurity) {
    return problem(
      title,
      `${facts.role} ${facts.isSuperuser ? 'is a superuser' : 'has BYPASSRLS'} and passes every lock between organizations`,
      `Use a login without it: alter role ${facts.role} nosuperuser nobypassrls.`,
    )
  }
  return good(title, `${facts.role} is bound by it`)
}

function checkDurability(facts: DatabaseFacts): Check {
  const title = 'Durability'
  if (facts.laxSettings.length > 0) {
    const fix = facts.laxSettings.map((name) => `alter system set ${name} = on;`).join(' ')
    return problem(
      title,
      `${facts.laxSettings.join(', ')} off: a power cut can lose confirmed payments`,
      `${fix} Then restart PostgreSQL.`,
    )
  }
  if (!facts.hasChecksums) {
    return warning(
      title,
      'every commit reaches the disk; checksums are off, so a failing disk goes unnoticed',
      'Stop PostgreSQL and run pg_checksums --enable.',
    )
  }
  return good(title, 'every commit reaches the disk, pages carry checksums')
}

function checkMigrations(facts: DatabaseFacts): Check {
  const count = facts.missingMigrations.length
  if (count === 0) return good('Migrations', 'up to date')
  return warning(
    'Migrations',
    `${count} not applied yet`,
    '"npm start" applies them by itself; "npx portico migrate" does it now.',
  )
}
