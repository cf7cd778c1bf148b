import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Database, statement } from '../src/platform/database/index.ts'
import { globalTables, lintSchema } from '../src/platform/database/lint.ts'
import { systemPrincipal } from '../src/platform/principal.ts'
import { testApp } from '../test/app.ts'
import { buildWorld, type World } from '../test/isolation/world.ts'
import { patience, tell } from './proofs.ts'

/**
 * Would the tests notice if a lock were missing? Each table's policy is taken away in turn, and everything that watches must say so: the
 * lint, which the server asks at its start, and a reader of one organization, who then sees the other's rows.
 */
const app = await testApp()
const admin = new pg.Client({ connectionString: app.database.adminUrl })
const reader = new Database({
  connectionString: app.database.urlFor('portico_app'),
  poolSize: 2,
  clock: app.clock,
  applicationName: 'prove reader',
})
const system = systemPrincipal('prove')
let theirs: World
let ours: World
beforeAll(async () => {
  await admin.connect()
  ours = await buildWorld(app, 'ours')
  theirs = await buildWorld(app, 'theirs')
}, 120_000)
afterAll(async () => {
  await reader.close()
  await admin.end()
  await app.close()
})

type Policy = {
  name: string
  kind: string
  command: string
  roles: string
  using: string
  check: string | null
}

async function tenantTables(): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  return rows.map((row) => row.name).filter((name) => !(name in globalTables))
}

/** How many rows of the other organization a reader of ours sees in a table. */
async function seesOf(table: string): Promise<number> {
  const count = statement<{ n: number }>(`select count(*)::int as n from ${table} where organization_id = $1`)
  return reader.withOrganization(
    ours.organization.id,
    system,
    async (tx) => (await tx.first(count(theirs.organization.id)))?.n ?? 0,
  )
}

/** A row of theirs where the world has none: with neither its checks nor what it points to, because only its owner matters here. */
async function fillIfEmpty(table: string): Promise<boolean> {
  const { rows } = await admin.query(`select from ${table} where organization_id = $1 limit 1`, [
    theirs.organization.id,
  ])
  if (rows.length > 0) return false
  const columns = await admin.query<{ name: string; type: string; is_needed: boolean }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull and not atthasdef and attgenerated = '' as is_needed
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  )
  const checks = await admin.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  )
  for (const { name } of checks.rows) await admin.query(`alter table ${table} drop constraint "${name}"`)
  const needed = columns.rows.filter((column) => column.is_needed && column.name !== 'organization_id')
  await admin.query(`set session_replication_role = replica`)
  await admin.query(
    `insert into ${table} (organization_id${needed.map(({ name }) => `, "${name}"`).join('')})
     values ($1${needed.map(({ type }) => `, ${anyOf(type)}`).join('')})`,
    [theirs.organization.id],
  )
  await admin.query(`set session_replication_role = origin`)
  return true
}

function anyOf(type: string): string {
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type.endsWith('[]')) return `'{}'::${type}`
  if (type.startsWith('json')) return `'{}'::${type}`
  if (type.startsWith('timestamp') || type === 'date') return `now()::${type}`
  if (type === 'boolean') return 'true'
  if (type === 'bytea') return `'\\x00'::bytea`
  if (type === 'inet') return `'127.0.0.1'::inet`
  return /^(smallint|integer|bigint|numeric|real|double)/.test(type) ? `1::${type}` : `'x'::${type}`
}

test(
  'each table’s lock is missed when it is taken away [SEC-08] [SEC-09]',
  { timeout: patience },
  async () => {
    const tables = await tenantTables()
    let filled = 0
    let byLint = 0
    let byReader = 0
    const unnoticed: string[] = []
    for (const table of tables) {
      if (await fillIfEmpty(table)) filled++
      expect(await seesOf(table), `${table}, locked`).toBe(0)
      const { rows } = await admin.query<Policy>(
        `select policyname as name, permissive as kind, cmd as command, array_to_string(roles, ', ') as roles, qual as using, with_check as check
       from pg_policies where schemaname = 'public' and tablename = $1 and permissive = 'RESTRICTIVE'`,
        [table],
      )
      expect(rows, table).toHaveLength(1)
      const policy = rows[0] as Policy
      await admin.query(`drop policy ${policy.name} on ${table}`)
      const isFoundByLint = (await lintSchema(app.parts.database)).some(({ object }) => object === table)
      const isFoundByReader = (await seesOf(table)) > 0
      await admin.query(
        `create policy ${policy.name} on ${table} as restrictive for all to ${policy.roles} using (${policy.using}) with check (${policy.check ?? policy.using})`,
      )
      if (isFoundByLint) byLint++
      if (isFoundByReader) byReader++
      if (!isFoundByLint || !isFoundByReader) unnoticed.push(table)
    }
    tell('tables of organizations', tables.length)
    tell('filled for this, because empty', filled)
    tell('missing lock noticed by the lint', byLint)
    tell('and by a reader of another', byReader)
    expect(unnoticed).toEqual([])
    expect(await lintSchema(app.parts.database)).toEqual([])
  },
)

test(
  'a careless permission added to a table opens nothing, and row-level security switched off is noticed [SEC-09]',
  { timeout: patience },
  async () => {
    let noticed = 0
    const tables = await tenantTables()
    for (const table of tables) {
      await admin.query(
        `create policy careless on ${table} for all to portico_app using (true) with check (true)`,
      )
      expect(await seesOf(table), `${table}, with a careless policy`).toBe(0)
      await admin.query(`drop policy careless on ${table}`)

      await admin.query(`alter table ${table} disable row level security`)
      const findings = await lintSchema(app.parts.database)
      if (findings.some(({ rule, object }) => rule === 'rls' && object === table)) noticed++
      await admin.query(`alter table ${table} enable row level security`)
    }
    tell('row security off, noticed', `${noticed} of ${tables.length}`)
    expect(noticed).toBe(tables.length)
  },
)
