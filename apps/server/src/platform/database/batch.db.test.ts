import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../../test/database.ts'
import { runBatch } from './batch.ts'
import { statement } from './statement.ts'

// Batches lean on what pg does inside; these are the things that an upgrade of pg could change.
const database = await emptyDatabase()
const client = new pg.Client({ connectionString: database.adminUrl })
beforeAll(async () => {
  await client.connect()
  await client.query('create table numbers (n int primary key)')
})
afterAll(async () => {
  await client.end()
  await database.close()
})

const add = statement<{ n: number }>('insert into numbers values ($1) returning n')
const all = statement<{ n: number }>('select n from numbers order by n')
const divide = statement<{ result: number }>('select $1::int / $2::int as result')

test('several statements answer in their order, with rows and counts [OPS-28]', async () => {
  const results = await runBatch(client, [add(1), add(2), all()])
  expect(results.map((result) => result.rows)).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 1 }, { n: 2 }]])
  expect(results.map((result) => result.rowCount)).toEqual([1, 1, 2])
})

test('a failing statement rejects with its error, undoes the ones before it and leaves the connection usable [OPS-28]', async () => {
  await expect(runBatch(client, [add(3), divide(1, 0), add(4)])).rejects.toThrow('division by zero')
  const [result] = await runBatch(client, [all()])
  expect(result?.rows).toEqual([{ n: 1 }, { n: 2 }])
  // The same texts again: what the failed batch had prepared and what it had not are both right.
  expect((await runBatch(client, [divide(6, 3), add(5)]))[0]?.rows).toEqual([{ result: 2 }])
})

test('a transaction that failed can be rolled back, and a broken constraint is named [OPS-28]', async () => {
  await runBatch(client, [statement('begin')()])
  await expect(runBatch(client, [add(1)])).rejects.toMatchObject({ constraint: 'numbers_pkey' })
  const [result] = await runBatch(client, [statement('rollback')()])
  expect(result?.command).toBe('ROLLBACK')
})

test('queries queued behind a failing batch are answered [OPS-28]', async () => {
  const failing = runBatch(client, [divide(1, 0)])
  const behind = runBatch(client, [divide(8, 2)])
  await expect(failing).rejects.toThrow('division by zero')
  expect((await behind)[0]?.rows).toEqual([{ result: 4 }])
})

test('a connection that is cut rejects what was on its way [OPS-28]', async () => {
  const doomed = new pg.Client({ connectionString: database.adminUrl })
  doomed.on('error', () => undefined)
  await doomed.connect()
  const { rows } = await doomed.query<{ pid: number }>('select pg_backend_pid() as pid')
  const waiting = runBatch(doomed, [statement('select pg_sleep(30)')()])
  waiting.catch(() => undefined)
  await client.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await expect(waiting).rejects.toThrow()
})
