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
const announce = async (id: string): Promise<void> => {
  const organization = await app.fixtures.organization()
  await app.fixtures.inOrganization(organization.id, async (tx) =>
    tx.announce('client.created', { client_id: id }),
  )
  await worker.dispatcher.drain()
}
const timesRun = (id: string) => () => runs.filter((run) => run === id).length

describe('the job queue', () => {
  test('goes on after it could not say that a job was done [OPS-05] [OPS-07]', async () => {
    duringJob = async () => {
      duringJob = async () => {}
      await admin.query(`alter database ${name} with allow_connections false`)
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'portico jobs'`,
        [name],
      )
    }
    await announce('broken off')
    await expect.poll(() => told.join('\n'), { timeout: 15_000 }).toContain('Failed to complete jobs')
    await admin.query(`alter database ${name} with allow_connections true`)
    await expect.poll(timesRun('broken off'), { timeout: 15_000 }).toBe(2)
    await announce('after')
    await expect.poll(timesRun('after'), { timeout: 15_000 }).toBe(1)
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
