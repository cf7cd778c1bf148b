import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../../test/app.ts'
import { Database } from '../database/index.ts'
import { job, subscribe } from './definitions.ts'
import { Worker } from './worker.ts'

const app = await testApp({ using: [] })
// Beside the database under test: nobody shuts the door of the room he is in.
const admin = new pg.Client({
  connectionString: Object.assign(new URL(app.database.adminUrl), { pathname: '/postgres' }).href,
})
const database = new Database({
  connectionString: app.database.urlFor('portico_worker'),
  poolSize: 3,
  clock: app.clock,
  applicationName: 'test worker',
})
const told: string[] = []
const runs: string[] = []
let duringJob: () => Promise<void> = async () => {}
const noted = job({
  name: 'test.noted',
  payload: z.object({ client_id: z.string() }),
  async run({ payload }) {
    runs.push(payload.client_id)
    await duringJob()
  },
})
const start = () =>
  Worker.start({
    parts: { ...app.parts, database },
    jobsUrl: app.database.urlFor('portico_jobs'),
    subscriptions: [
      subscribe('client.created', noted, (event) => ({ client_id: event.payload['client_id'] as string })),
    ],
    recurring: [],
    isAlone: true,
    log: { warn: (_, message) => told.push(message), error: (_, message) => told.push(message) },
  })
let worker: Worker
beforeAll(async () => {
  await admin.connect()
  worker = await start()
})
afterAll(async () => {
  await worker.stop()
  await admin.end()
  await database.close()
  await app.close()
})

const name = app.database.name
const jobsOf = async (sql: string): Promise<number> => {
  const jobs = new pg.Client({ connectionString: app.database.urlFor('portico_jobs') })
  await jobs.connect()
  try {
    return (await jobs.query<{ n: number }>(sql)).rows[0]?.n ?? 0
  } finally {
    await jobs.end()
  }
}
const waiting = (): Promise<number> => jobsOf('select count(*)::int as n from graphile_worker._private_jobs')
const announce = async (...ids: string[]): Promise<void> => {
  const organization = await app.fixtures.organization()
  await app.fixtures.inOrganization(organization.id, async (tx) =>
    ids.forEach((client_id) => tx.announce('client.created', { client_id })),
  )
  // A connection that was cut a moment ago may still be lent out; then the next look moves the event.
  await worker.dispatcher.drain().catch(() => {})
}
const timesRun = (id: string) => () => runs.filter((run) => run === id).length

describe('the job queue', () => {
  test('says that a job was done when the database is back, and does it once [OPS-05] [OPS-07]', async () => {
    duringJob = async () => {
      duringJob = async () => {}
      await admin.query(`alter database ${name} with allow_connections false`)
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'portico jobs'`,
        [name],
      )
    }
    await announce('broken off')
    await expect.poll(() => told.join('\n'), { timeout: 15_000 }).toContain('does not reach its database')
    await admin.query(`alter database ${name} with allow_connections true`)
    await announce('after')
    await expect.poll(timesRun('after'), { timeout: 15_000 }).toBe(1)
    await expect.poll(waiting, { timeout: 15_000 }).toBe(0)
    expect(timesRun('broken off')()).toBe(1)
  })

  test('takes many at once and does each of them once, beside one that takes its time [OPS-05]', async () => {
    const { promise: end, resolve: letGo } = Promise.withResolvers<void>()
    duringJob = async () => {
      duringJob = async () => {}
      await end
    }
    await announce('slow')
    await expect.poll(timesRun('slow'), { timeout: 15_000 }).toBe(1)
    const many = Array.from({ length: 500 }, (_, at) => `one of many ${at}`)
    await announce(...many)
    await expect.poll(waiting, { timeout: 15_000 }).toBe(1)
    letGo()
    await expect.poll(waiting, { timeout: 15_000 }).toBe(0)
    expect(runs.filter((run) => run.startsWith('one of many')).toSorted()).toEqual(many.toSorted())
    expect(timesRun('slow')()).toBe(1)
  })

  test('at its end gives back what it had taken and not begun, with its attempt [OPS-05] [OPS-06]', async () => {
    const held: (() => void)[] = []
    duringJob = () => new Promise<void>((resolve) => held.push(resolve))
    await announce(...Array.from({ length: 30 }, (_, at) => `at the end ${at}`))
    await expect.poll(() => held.length, { timeout: 15_000 }).toBe(4)
    duringJob = async () => {}
    const stopped = worker.stop()
    held.forEach((letGo) => letGo())
    await stopped
    const jobs = await jobsOf(
      `select max(attempts)::int as n from graphile_worker._private_jobs where locked_at is null`,
    )
    expect(jobs).toBe(0)
    expect(await waiting()).toBe(26)
    worker = await start()
    await expect.poll(waiting, { timeout: 15_000 }).toBe(0)
    expect(runs.filter((run) => run.startsWith('at the end'))).toHaveLength(30)
  })

  test('takes up at its start what a killed one had in its hands [OPS-05]', async () => {
    await worker.stop()
    const organization = await app.fixtures.organization()
    await app.fixtures.inOrganization(organization.id, async (tx) =>
      tx.announce('client.created', { client_id: 'left behind' }),
    )
    // As if a process had taken it and was killed: locked by somebody who is no more.
    const jobs = new pg.Client({ connectionString: app.database.urlFor('portico_jobs') })
    await jobs.connect()
    await jobs.query(`select graphile_worker.add_job('test.noted', $1::json)`, [
      JSON.stringify({ organizationId: organization.id, payload: { client_id: 'held' } }),
    ])
    await jobs.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed', attempts = 1`,
    )
    await jobs.end()
    worker = await start()
    await expect.poll(timesRun('held'), { timeout: 15_000 }).toBe(1)
    await expect.poll(timesRun('left behind'), { timeout: 15_000 }).toBe(1)
  })
})
