import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'

test('two test databases are apart, and the application role bypasses nothing [OPS-11] [OPS-15]', async () => {
  const [first, second] = await Promise.all([testDatabase(), testDatabase()])
  const client = new pg.Client({ connectionString: first.urlFor('portico_app') })
  await client.connect()
  const { rows } = await client.query(
    'select current_database() as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  )
  expect(rows).toEqual([{ name: first.name, rolsuper: false, rolbypassrls: false }])
  expect(first.name).not.toBe(second.name)
  await client.end()
  await Promise.all([first.close(), second.close()])
})
