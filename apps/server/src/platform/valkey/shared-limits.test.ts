import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startRealRedis, startRespServer, type RespServer } from '../../../test/loopback/resp-server.ts'
import { SlidingWindow, type Limit } from '../http/rate-limit.ts'
import { connectValkey } from './connection.ts'
import { SharedLimits } from './shared-limits.ts'

const limit: Limit = { name: 'api', quota: 10, windowSeconds: 60 }
const start = 1_760_000_040_000
const said: string[] = []
const connections: ReturnType<typeof connectValkey>[] = []
const ours: RespServer = await startRespServer()
const real = await startRealRedis()
afterAll(async () => {
  for (const connection of connections) connection.disconnect()
  await ours.close()
  await real?.close()
})

async function connected(url: string): Promise<ReturnType<typeof connectValkey>> {
  const connection = connectValkey(url, (line) => said.push(line))
  connections.push(connection)
  await vi.waitFor(() => expect(connection.status).toBe('ready'), { timeout: 15_000 })
  return connection
}

describe.each([...(real ? [['the real server', real.url] as const] : []), ['loopback', ours.url] as const])(
  'limits in Redis or Valkey: %s',
  (_name, url) => {
    let nodes: SharedLimits[]
    beforeAll(async () => {
      nodes = [
        new SharedLimits(await connected(url), 'one'),
        new SharedLimits(await connected(url), 'one'),
        new SharedLimits(await connected(url), 'another'),
      ]
    })

    test('are one limit for all processes of an installation, and none of another’s [OPS-09] [SEC-06]', async () => {
      const states = await Promise.all(
        Array.from({ length: 16 }, (_, at) => (nodes[at % 2] as SharedLimits).hit(limit, 'ann', start)),
      )
      expect(states.filter((state) => !state.isExceeded)).toHaveLength(10)
      expect((await nodes[0]?.hit(limit, 'ben', start))?.remaining).toBe(9)
      expect((await nodes[2]?.hit(limit, 'ann', start))?.remaining).toBe(9)
    })

    test('slide as those in memory do, step by step [OPS-09] [SEC-06]', async () => {
      const memory = new SlidingWindow()
      for (let at = 0; at < 60; at++) {
        const now = start + at * 4_000
        const state = await (nodes[at % 2] as SharedLimits).hit(limit, 'cleo', now)
        expect(state, `step ${at}`).toEqual(memory.hit(limit, 'cleo', now))
      }
    })
  },
)

test('while the store is away each process counts for itself, and together again when it is back [OPS-09] [OPS-10]', async () => {
  const connection = await connected(ours.url)
  const limits = new SharedLimits(connection, 'away')
  await limits.hit(limit, 'dan', start)
  await ours.interrupt()
  await expect.poll(() => connection.status, { timeout: 15_000 }).not.toBe('ready')
  const states = await Promise.all(Array.from({ length: 12 }, () => limits.hit(limit, 'dan', start)))
  expect(states.filter((state) => !state.isExceeded)).toHaveLength(10)
  await ours.resume()
  await expect.poll(() => connection.status, { timeout: 15_000 }).toBe('ready')
  expect((await limits.hit(limit, 'dan', start)).remaining).toBe(8)
  expect(said.join('\n')).toContain('each process counts for itself')
})
