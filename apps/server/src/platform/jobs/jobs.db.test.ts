import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../../test/app.ts'
import { job, subscribe } from './definitions.ts'
import { Database } from '../database/index.ts'
import { Worker } from './worker.ts'

const app = await testApp({ using: [] })
const seen: { name: string; organizationId: string; id: string; attempt: number }[] = []
let failuresLeft = 0

const noted = job({
  name: 'test.noted',
  payload: z.object({ client_id: z.string() }),
  async run({ organizationId, payload, attempt }) {
    if (failuresLeft > 0) {
      failuresLeft--
      throw new Error('not yet')
    }
    seen.push({ name: 'noted', organizationId, id: payload.client_id, attempt })
  },
})
const subscriptions = [
  subscribe('client.created', noted, (event) => ({ client_id: event.payload['client_id'] as string })),
  subscribe(
    'client.updated',
    noted,
    (event) => ({ client_id: event.payload['client_id'] as string }),
    (event) => `same:${event.payload['client_id']}`,
  ),
]
const log = { warn: () => {}, error: () => {} }
const workerDatabase = new Database({
  connectionString: app.database.urlFor('portico_worker'),
  poolSize: 3,
  clock: app.clock,
  applicationName: 'test worker',
})
const parts = { ...app.parts, database: workerDatabase }
let worker: Worker

beforeAll(async () => {
  worker = await Worker.start({
    parts,
    jobsUrl: app.database.urlFor('portico_jobs'),
    subscriptions,
    recurring: [],
    log,
  })
})
afterAll(async () => {
  await worker.stop()
  await workerDatabase.close()
  await app.close()
})

const announce = (
  organizationId: string,
  type: 'client.created' | 'client.updated',
  id: string,
): Promise<void> =>
  app.fixtures.inOrganization(organizationId, async (tx) => tx.announce(type, { client_id: id }))

describe('events and jobs', () => {
  test('an event announced in a transaction causes its job after the commit [OPS-02] [OPS-03] [OPS-07]', async () => {
    const { id } = await app.fixtures.organization()
    await announce(id, 'client.created', 'one')
    await worker.dispatcher.drain()
    await expect
      .poll(() => seen.filter((entry) => entry.id === 'one'), { timeout: 10_000 })
      .toMatchObject([{ organizationId: id }])
  })

  test('a transaction that is rolled back announces nothing [OPS-02]', async () => {
    const { id } = await app.fixtures.organization()
    await expect(
      app.fixtures.inOrganization(id, async (tx) => {
        tx.announce('client.created', { client_id: 'never' })
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    await announce(id, 'client.created', 'after')
    await worker.dispatcher.drain()
    await expect.poll(() => seen.some((entry) => entry.id === 'after'), { timeout: 10_000 }).toBe(true)
    expect(seen.some((entry) => entry.id === 'never')).toBe(false)
  })

  test('no event is skipped, however long the transactions beside it take', async () => {
    const { id } = await app.fixtures.organization()
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let at = 0; at < 10; at++) {
        await app.fixtures.inOrganization(id, async (tx) => {
          tx.announce('client.created', { client_id: `w${writer}-${at}` })
          await tx.all({
            text: `select pg_sleep($1::float8)`,
            name: 'sleep',
            values: [((writer * 7 + at * 3) % 10) / 200],
          })
        })
      }
    })
    await Promise.all([...writers, worker.dispatcher.drain()])
    await worker.dispatcher.drain()
    await expect
      .poll(
        () => new Set(seen.filter((entry) => entry.organizationId === id).map((entry) => entry.id)).size,
        { timeout: 10_000 },
      )
      .toBe(80)
  })

  test('jobs of one key that wait are one job [OPS-04]', async () => {
    const { id } = await app.fixtures.organization()
    await worker.stop()
    for (let at = 0; at < 5; at++) await announce(id, 'client.updated', 'same')
    worker = await Worker.start({
      parts,
      jobsUrl: app.database.urlFor('portico_jobs'),
      subscriptions,
      recurring: [],
      log,
    })
    await worker.dispatcher.drain()
    await expect
      .poll(() => seen.filter((entry) => entry.id === 'same').length, { timeout: 10_000 })
      .toBeGreaterThan(0)
    expect(seen.filter((entry) => entry.id === 'same')).toHaveLength(1)
  })

  test('a job that fails is tried again later [OPS-05]', async () => {
    const { id } = await app.fixtures.organization()
    failuresLeft = 1
    await announce(id, 'client.created', 'again')
    await worker.dispatcher.drain()
    await expect.poll(() => seen.find((entry) => entry.id === 'again')?.attempt, { timeout: 15_000 }).toBe(2)
  })
})
