import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../../test/app.ts'
import { Database } from '../database/index.ts'
import { job, subscribe } from './definitions.ts'
import { RecurringWork } from './recurring.ts'
import { Worker } from './worker.ts'

const app = await testApp({ using: [] })
const admin = new pg.Client({ connectionString: app.database.adminUrl })
const databases = ['one', 'two', 'three'].map(
  (name) =>
    new Database({
      connectionString: app.database.urlFor('portico_worker'),
      poolSize: 3,
      clock: app.clock,
      applicationName: `test worker ${name}`,
    }),
)
const told: string[] = []
const runs: string[] = []
const noted = job({
  name: 'test.noted',
  payload: z.object({ client_id: z.string() }),
  async run({ payload }) {
    runs.push(payload.client_id)
  },
})
const subscriptions = [
  subscribe('client.created', noted, (event) => {
    if (event.payload['client_id'] === 'nobody knows') throw new Error('no job can be made of this')
    return { client_id: event.payload['client_id'] as string }
  }),
]
let workers: Worker[] = []
beforeAll(async () => {
  await admin.connect()
  workers = await Promise.all(
    databases.map((database) =>
      Worker.start({
        parts: { ...app.parts, database },
        jobsUrl: app.database.urlFor('portico_jobs'),
        subscriptions,
        recurring: [],
        leaseSeconds: 2,
        log: { warn: (_, message) => told.push(message), error: (_, message) => told.push(message) },
      }),
    ),
  )
})
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()))
  await Promise.all(databases.map((database) => database.close()))
  await admin.end()
  await app.close()
})
const announce = async (...ids: string[]): Promise<void> => {
  const { id } = await app.fixtures.organization()
  await app.fixtures.inOrganization(id, async (tx) =>
    ids.forEach((client_id) => tx.announce('client.created', { client_id })),
  )
}
const addJob = (id: string): Promise<unknown> =>
  admin.query(`select graphile_worker.add_job('test.noted', $1::json)`, [
    JSON.stringify({
      organizationId: '00000000-0000-7000-8000-000000000000',
      payload: { client_id: id },
    }),
  ])

describe('several workers on one queue', () => {
  test('do each job once, and hear of it without being told by name [OPS-06] [OPS-08]', async () => {
    const ids = Array.from({ length: 300 }, (_, at) => `job ${at}`)
    await announce(...ids)
    await Promise.all(workers.map((worker) => worker.dispatcher.drain()))
    await expect.poll(() => runs.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(300)
    await expect
      .poll(
        async () => (await admin.query('select count(*)::int as n from graphile_worker.jobs')).rows[0].n,
        {
          timeout: 20_000,
        },
      )
      .toBe(0)
    expect(runs.toSorted()).toEqual(ids.toSorted())
  })

  test('take over what a killed one had in its hands, and leave alone what a living one has [OPS-06] [OPS-08]', async () => {
    await admin.query(
      `insert into worker_leases (id, process, started_at, seen_at) values ('alive', 'elsewhere:1', now(), now() + interval '1 day'), ('killed', 'elsewhere:2', now(), now() - interval '1 hour')`,
    )
    await admin.query('begin')
    for (const id of ['alive', 'killed', 'never said a word']) {
      await addJob(id)
      await admin.query(
        `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 hour', attempts = 1 where payload->'payload'->>'client_id' = $1`,
        [id],
      )
    }
    await admin.query('commit')
    await expect.poll(() => runs.includes('killed'), { timeout: 20_000 }).toBe(true)
    await expect.poll(() => runs.includes('never said a word'), { timeout: 20_000 }).toBe(true)
    expect(runs).not.toContain('alive')
    expect(told.join('\n')).toContain('are gone')
    await admin.query(`select graphile_worker.force_unlock_workers('{alive}')`)
    await expect.poll(() => runs.includes('alive'), { timeout: 20_000 }).toBe(true)
  })

  test('an event that no job can be made of fails where people see it, and holds up nobody [OPS-02] [OPS-05]', async () => {
    await announce('nobody knows', 'behind it')
    await expect.poll(() => runs.includes('behind it'), { timeout: 20_000 }).toBe(true)
    await expect
      .poll(
        async () =>
          (
            await admin.query(
              'select last_error from graphile_worker.jobs where attempts = max_attempts and locked_at is null',
            )
          ).rows,
        { timeout: 20_000 },
      )
      .toEqual([{ last_error: expect.stringContaining('no job can be made of this') }])
  })

  test('a worker that leaves takes its lease along [OPS-08]', async () => {
    const leases = async (): Promise<number> =>
      (await admin.query(`select count(*)::int as n from worker_leases where process not like 'elsewhere%'`))
        .rows[0].n
    await expect.poll(leases).toBe(3)
    await workers.pop()?.stop()
    expect(await leases()).toBe(2)
  })
})

describe('work that recurs', () => {
  const turns: string[] = []
  let isHanging = false
  let letGo: () => void = () => {}
  const work = (name: string) => ({
    name,
    everySeconds: 3600,
    run: async () => {
      turns.push(name)
      if (isHanging) await new Promise<void>((resolve) => (letGo = resolve))
      if (name === 'test.broken') throw new Error('it broke')
    },
  })
  const tickers = (names: string[]): RecurringWork[] =>
    databases.map(
      (database) =>
        new RecurringWork(
          names.map(work),
          { ...app.parts, database },
          { warn: (_, message) => told.push(message) },
        ),
    )
  const later = (name: string, change: string): Promise<unknown> =>
    admin.query(
      `update recurring_work set started_at = now() - interval '2 hours' ${change} where name = $1`,
      [name],
    )

  test('runs once although every worker ticks, and again when it is due [OPS-06] [OPS-01]', async () => {
    const three = tickers(['test.tidy'])
    for (let at = 0; at < 3; at++) await Promise.all(three.map((ticker) => ticker.tick()))
    await Promise.all(three.map((ticker) => ticker.stop()))
    expect(turns).toEqual(['test.tidy'])
    await later('test.tidy', '')
    const again = tickers(['test.tidy'])
    await Promise.all(again.map((ticker) => ticker.tick()))
    await Promise.all(again.map((ticker) => ticker.stop()))
    expect(turns).toEqual(['test.tidy', 'test.tidy'])
  })

  test('is left to a worker that is still at it, and begun again where one was killed at it [OPS-06]', async () => {
    turns.length = 0
    isHanging = true
    const [holder, other] = tickers(['test.long']) as [RecurringWork, RecurringWork]
    await holder.tick()
    await later('test.long', '')
    await other.tick()
    expect(turns).toHaveLength(1)
    // Its hold ran out, as that of a killed one does.
    isHanging = false
    const release = letGo
    await later('test.long', `, held_until = now() - interval '1 second'`)
    await other.tick()
    await other.stop()
    expect(turns).toHaveLength(2)
    release()
    await holder.stop()
  })

  test('that fails says why, where a person can see it [OPS-06] [OPS-35]', async () => {
    const [ticker] = tickers(['test.broken']) as [RecurringWork]
    await ticker.tick()
    await ticker.stop()
    const { rows } = await admin.query(
      `select error, finished_at is not null as is_over from recurring_work where name = 'test.broken'`,
    )
    expect(rows).toEqual([{ error: 'it broke', is_over: true }])
  })
})
