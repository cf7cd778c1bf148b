import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { emptyDatabase, runStatements, testDatabase } from '../../../test/database.ts'
import { migrate, MigrationRefused } from './migrate.ts'
import { rehearseMigrations } from './rehearse.ts'

const database = await testDatabase()
const empty = await emptyDatabase()
afterAll(async () => {
  await database.close()
  await empty.close()
})
const copies = async (name: string): Promise<number> => {
  const url = new URL(database.adminUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  const { rows } = await client.query(`select 1 from pg_database where datname like $1`, [
    `${name}_rehearsal%`,
  ])
  await client.end()
  return rows.length
}

test('a rehearsal migrates a copy, says what it did and how long it took, and leaves nothing behind [OPS-38]', async () => {
  const nothing = await rehearseMigrations({ adminUrl: database.adminUrl })
  expect(nothing).toMatchObject({ steps: [], findings: [] })
  const all = await rehearseMigrations({ adminUrl: empty.adminUrl })
  expect(all.steps.length).toBeGreaterThan(5)
  expect(all.steps[0]?.name).toContain('foundation')
  expect(all.bytes).toBeGreaterThan(0)
  // The database itself is as empty as before.
  const client = new pg.Client({ connectionString: empty.adminUrl })
  await client.connect()
  const { rows } = await client.query(`select to_regclass('public.users') as found`)
  await client.end()
  expect(rows[0]).toEqual({ found: null })
  expect([await copies(database.name), await copies(empty.name)]).toEqual([0, 0])
})

test('a program that is older than the database refuses, in the rehearsal and at the start [OPS-38]', async () => {
  await runStatements(database.adminUrl, [
    `insert into migrations.applied (name, checksum) values ('20991231T2359_from_tomorrow', 'x')`,
  ])
  const refusal = /newer version of Portico \(20991231T2359_from_tomorrow\)/
  await expect(rehearseMigrations({ adminUrl: database.adminUrl })).rejects.toThrow(refusal)
  expect(await copies(database.name)).toBe(0)
  await expect(migrate({ adminUrl: database.adminUrl })).rejects.toThrow(MigrationRefused)
  await runStatements(database.adminUrl, [
    `delete from migrations.applied where name = '20991231T2359_from_tomorrow'`,
  ])
})

test('a database that is in use is not copied: the sentence says what to do [OPS-38]', async () => {
  const client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  await expect(rehearseMigrations({ adminUrl: database.adminUrl })).rejects.toThrow(
    /in use by \d+ connections/,
  )
  await client.end()
})
