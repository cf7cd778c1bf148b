import { afterAll, expect, test } from 'vitest'
import { startRealRedis, startRespServer } from '../../../test/loopback/resp-server.ts'
import { connectValkey } from '../valkey/connection.ts'
import { ValkeyBus } from './valkey-bus.ts'

const ours = await startRespServer()
const real = await startRealRedis()
const open: { bus: ValkeyBus; connection: ReturnType<typeof connectValkey> }[] = []
afterAll(async () => {
  for (const { bus, connection } of open) {
    await bus.close()
    connection.disconnect()
  }
  await ours.close()
  await real?.close()
})

function busAt(url: string, namespace: string): ValkeyBus {
  const connection = connectValkey(url, () => {})
  const bus = new ValkeyBus(connection, namespace)
  open.push({ bus, connection })
  return bus
}
const say = (bus: ValkeyBus, text: string) =>
  expect
    .poll(
      () =>
        bus.publish('changes', [text]).then(
          () => true,
          () => false,
        ),
      { timeout: 15_000 },
    )
    .toBe(true)

test.each([...(real ? [['the real server', real.url] as const] : []), ['loopback', ours.url] as const])(
  'what one process says the others of its installation hear, over %s [OPS-08] [OPS-09]',
  async (_name, url) => {
    const heard: string[] = []
    const elsewhere: string[] = []
    const [one, two, stranger] = [busAt(url, 'one'), busAt(url, 'one'), busAt(url, 'another')] as const
    await two.subscribe(
      'changes',
      (message) => heard.push(message),
      () => {},
    )
    await stranger.subscribe(
      'changes',
      (message) => elsewhere.push(message),
      () => {},
    )
    // Until the first is heard nobody knows that the line stands.
    await expect
      .poll(
        async () => {
          await one.publish('changes', ['first']).catch(() => {})
          return heard.length
        },
        { timeout: 15_000 },
      )
      .toBeGreaterThan(0)
    await say(one, 'second — ünïcode')
    await expect.poll(() => heard.at(-1), { timeout: 15_000 }).toBe('second — ünïcode')
    expect(elsewhere).toEqual([])
  },
)

test('a line that broke is made again, and its listeners are told that they may have missed something [OPS-09]', async () => {
  const heard: string[] = []
  let gaps = 0
  const [one, two] = [busAt(ours.url, 'broken'), busAt(ours.url, 'broken')] as const
  await two.subscribe(
    'changes',
    (message) => heard.push(message),
    () => gaps++,
  )
  await expect
    .poll(
      async () => {
        await one.publish('changes', ['before']).catch(() => {})
        return heard.length
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0)
  expect(gaps).toBe(0)
  await ours.interrupt()
  await ours.resume()
  await expect.poll(() => gaps, { timeout: 15_000 }).toBe(1)
  await say(one, 'after')
  await expect.poll(() => heard.at(-1), { timeout: 15_000 }).toBe('after')
})
