import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../test/database.ts'
import { randomFrom } from '../test/nasty-values.ts'
import { Office, type Answer } from '../test/office.ts'
import { startPortico, type RunningPortico } from '../test/running-portico.ts'
import { patience, sizesOf, tell } from './proofs.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: 120_000 })
const size = sizesOf('idempotency')
const random = randomFrom(size.seed)
const dataFolder = mkdtempSync(join(tmpdir(), 'portico-twice-'))
let database: TestDatabase
let web: RunningPortico
const office = new Office('')
const start = (): Promise<RunningPortico> =>
  startPortico({
    dataFolder,
    environment: {
      PORTICO_ROLE: 'web',
      DATABASE_URL: database.adminUrl,
      PORTICO_SECRET: 'a secret that survives every kill of it',
      PORTICO_RATE_LIMIT: '0',
      LOG_LEVEL: 'error',
    },
  })
beforeAll(async () => {
  database = await emptyDatabase()
  web = await start()
  office.url = web.url
  await office.setUp(web.setUpUrl())
})
afterAll(async () => {
  await web?.stop().catch(() => web.kill())
  await database?.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

type Request = {
  kind: 'payment' | 'client' | 'draft'
  key: string
  path: string
  body: Record<string, unknown>
}

test('a request sent one to five times, over lines that are cut and servers that are killed, has one effect and one answer [API-18]', async () => {
  const account = await office.newAccount()
  const clients = await Promise.all(Array.from({ length: 12 }, (_, at) => office.newClient(`Client ${at}`)))
  const requests = Array.from({ length: size.requests }, (): Request => {
    const key = crypto.randomUUID()
    const client = random.oneOf(clients).id
    const kind = random.oneOf(['payment', 'payment', 'client', 'draft'] as const)
    if (kind === 'client') return { kind, key, path: '/v1/clients', body: { name: key } }
    if (kind === 'draft')
      return {
        kind,
        key,
        path: '/v1/invoices',
        body: {
          client_id: client,
          lines: [{ description: key, quantity: '1', unit_price: '10' }],
        },
      }
    return {
      kind,
      key,
      path: '/v1/payments',
      body: {
        client_id: client,
        receiving_account_id: account.id,
        amount: { amount: 1 + random.below(1_000), currency: 'USD' },
        received_on: '2026-01-10',
        external_reference: key,
        allocations: [],
      },
    }
  })

  /** While the server starts again nobody knocks: a line that nobody takes up proves nothing. */
  let isUp = Promise.resolve()
  let sent = 0
  let cut = 0
  let inFlight = 0
  const answers = new Map<string, Answer[]>()
  const hear = (request: Request, answer: Answer): void => {
    if (answer.status === 409) inFlight++
    else answers.set(request.key, [...(answers.get(request.key) ?? []), answer])
  }
  /** One attempt; its line may be cut before the answer can come, or just as it comes. */
  const attempt = async (request: Request): Promise<void> => {
    await isUp
    sent++
    const scissors = new AbortController()
    const isCut = random.below(3) === 0
    const cutting = isCut ? setTimeout(() => scissors.abort(), random.below(25)) : undefined
    try {
      hear(
        request,
        await office.send('POST', request.path, {
          key: request.key,
          body: request.body,
          signal: scissors.signal,
        }),
      )
    } catch {
      cut++
    } finally {
      clearTimeout(cutting)
    }
  }
  const waiting = requests.entries()
  let done = 0
  const lane = async (): Promise<void> => {
    for (const [, request] of waiting) {
      const times = 1 + random.below(5)
      // All at once, one after the other, or as it comes.
      const isAtOnce = random.below(2) === 0
      const attempts = Array.from({ length: times }, async (_, at) => {
        if (!isAtOnce) await pause(at * random.below(15))
        await attempt(request)
      })
      await Promise.all(attempts)
      done++
    }
  }
  let isOver = false
  const killing = (async () => {
    for (let at = 1; at <= size.kills; at++) {
      const when = Math.floor((size.requests * at) / (size.kills + 1))
      while (done < when && !isOver) await pause(5)
      tell(`requests done at kill ${at}`, done)
      let comeUp: () => void = () => {}
      isUp = new Promise((resolve) => (comeUp = resolve))
      await web.kill()
      web = await start()
      office.url = web.url
      comeUp()
    }
  })()
  await Promise.all(Array.from({ length: 8 }, lane))
  isOver = true
  await killing

  // Whoever has not heard yet asks until an answer comes, and then everybody asks once more.
  const insist = async (request: Request, body: unknown = request.body): Promise<Answer> => {
    for (;;) {
      const answer = await office.send('POST', request.path, { key: request.key, body }).catch(() => null)
      if (answer && answer.status !== 409 && answer.status < 500) return answer
      await pause(20)
    }
  }
  const wrong: string[] = []
  let replayed = 0
  let refused = 0
  const again = requests.entries()
  const check = async (): Promise<void> => {
    for (const [at, request] of again) {
      if (!answers.has(request.key)) hear(request, await insist(request))
      const last = await insist(request)
      const all = [...(answers.get(request.key) ?? []), last]
      if (all.some((answer) => answer.status !== 201 || answer.text !== all[0]?.text))
        wrong.push(
          `${request.path} ${request.key}: ${all.map((answer) => `${answer.status} ${answer.text.slice(0, 200)}`).join('\n')}`,
        )
      if (last.headers.get('idempotency-replayed') === 'true') replayed++
      if (at % 5 === 0) {
        const other = await insist(request, {
          ...request.body,
          ...(request.kind === 'payment' ? { note: 'other' } : { name: 'other', client_id: clients[0]?.id }),
        })
        if (other.status === 422) refused++
        else wrong.push(`another body under ${request.key}: ${other.status} ${other.text.slice(0, 200)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, check))

  const effects = await countEffects()
  const none = requests.filter(({ key }) => !effects.has(key)).length
  const several = requests.filter(({ key }) => (effects.get(key) ?? 0) > 1).length
  tell('attempts sent', sent)
  tell('of them cut off', cut)
  tell('told to wait (409)', inFlight)
  tell('requests with one effect', requests.length - none - several)
  tell('with none', none)
  tell('with several', several)
  tell('last answer a replay, byte for byte', replayed)
  tell('another body refused (422)', refused)
  expect(wrong.slice(0, 3)).toEqual([])
  expect([none, several]).toEqual([0, 0])
  expect(replayed).toBe(requests.length)
})

/** How often each key had its effect, from the rows themselves. */
async function countEffects(): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  const { rows } = await client.query<{ key: string; times: number }>(
    `select key, count(*)::int as times from (
       select external_reference as key from payments union all select name from clients union all select description from invoice_lines) effects
     group by key`,
  )
  await client.end()
  return new Map(rows.map(({ key, times }) => [key, times]))
}
