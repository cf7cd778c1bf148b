import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { runBatch } from './batch.ts'
import { statement } from './statement.ts'

const database = await testDatabase()
const connect = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: database.urlFor('portico_app') })
  await client.connect()
  return client
}
afterAll(() => database.close())

const setting = statement<{ now: string | null }>(
  `select current_setting('app.organization_id', true) as now`,
)
const scope = statement(`select set_config('app.organization_id', $1, true)`)
const fail = statement('select 1 / $1::int as never')
const one = statement<{ one: number }>('select $1::int as one')
const organization = '01938c0a-7b1e-7c3d-9f42-5a6b7c8d9e0f'

/** What `Batch` needs of pg's internals; an upgrade of pg that changes it fails here. */
describe('a batch of statements', () => {
  test('runs as one implicit transaction, so a scope ends with it [SEC-04]', async () => {
    const client = await connect()
    const results = await runBatch(client, [scope(organization), setting(), one(7)])
    expect(results[1]?.rows).toEqual([{ now: organization }])
    expect(results[2]?.rows).toEqual([{ one: 7 }])
    expect((await runBatch(client, [setting()]))[0]?.rows[0]?.['now'] ?? '').toBe('')
    await client.end()
  })

  test('leaves nothing behind after an error, and the connection goes on', async () => {
    const client = await connect()
    await expect(runBatch(client, [scope(organization), fail(0), one(1)])).rejects.toThrow('division by zero')
    expect((await runBatch(client, [setting()]))[0]?.rows[0]?.['now'] ?? '').toBe('')
    // The failing batch prepared some names; each works again.
    expect((await runBatch(client, [one(2), setting()]))[0]?.rows).toEqual([{ one: 2 }])
    expect((await runBatch(client, [one(3)]))[0]?.rows).toEqual([{ one: 3 }])
    await client.end()
  })

  test('keeps queued batches of one connection apart', async () => {
    const client = await connect()
    const others = Array.from({ length: 5 }, (_, index) => `0193${index}c0a-7b1e-7c3d-9f42-5a6b7c8d9e0f`)
    const seen = await Promise.all(others.map((id) => runBatch(client, [scope(id), setting()])))
    expect(seen.map((results) => results[1]?.rows[0]?.['now'])).toEqual(others)
    await client.end()
  })

  test('rejects when the connection breaks under it', async () => {
    const client = await connect()
    client.on('error', () => {})
    const running = expect(runBatch(client, [statement('select pg_sleep(20)')()])).rejects.toThrow()
    const admin = new pg.Client({ connectionString: database.adminUrl })
    await admin.connect()
    await expect
      .poll(
        async () =>
          (
            await admin.query(
              `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query like '%pg_sleep(20)%' and pid <> pg_backend_pid()`,
              [database.name],
            )
          ).rowCount,
      )
      .toBeGreaterThan(0)
    await running
    await admin.end()
  })

  test('hands over bigint as number, numeric and date as text, instants as ISO', async () => {
    const client = await connect()
    const [result] = await runBatch(client, [
      statement(
        `select 9007199254740991::bigint as n, 1.50::numeric as d, date '2026-03-31' as day, timestamptz '2026-03-31 10:00:00.12+03' as at`,
      )(),
    ])
    expect(result?.rows).toEqual([
      { n: 9007199254740991, d: '1.50', day: '2026-03-31', at: '2026-03-31T07:00:00.120Z' },
    ])
    await expect(runBatch(client, [statement('select 9007199254740993::bigint as n')()])).rejects.toThrow(
      RangeError,
    )
    await client.end()
  })
})
