import Fastify from 'fastify'
import type { ServerResponse } from 'node:http'
import pg from 'pg'
import { systemClock } from '../../src/platform/clock.ts'
import { newToken, sha256 } from '../../src/platform/crypto/tokens.ts'
import { Database } from '../../src/platform/database/index.ts'
import { Worker } from '../../src/platform/jobs/worker.ts'
import { EventPublisher, PostgresBus, streamsPerPerson } from '../../src/platform/live/index.ts'
import { systemPrincipal } from '../../src/platform/principal.ts'
import type { BenchOrganization } from '../data.ts'
import { median } from '../pairs.ts'
import { inMs, type Report } from '../report.ts'
import { headersOf, type Stage } from '../stage.ts'
import { openStreams, type StreamRequest } from '../stream-clients.ts'

const clients = 1_000
const tries = 30
const now = (): number => performance.timeOrigin + performance.now()
const memoryKiB = (): number => {
  global.gc?.()
  return process.memoryUsage.rss() / 1024
}

/** G10: from the commit until the last of a thousand open screens of one organization was told; beside a NOTIFY that is written to as many. */
export async function live(stage: Stage, report: Report): Promise<void> {
  const bare = await measureBare(stage)
  const ours = await measureOurs(stage)
  report.note(
    'G10',
    `commit to the last of ${clients.toLocaleString('en')} streams, permissions judged`,
    '<= 2.00',
    {
      bare: inMs(bare.lastMs),
      figure: inMs(ours.lastMs),
      ratio: ours.lastMs / bare.lastMs,
      isMet: ours.lastMs <= 2 * bare.lastMs,
    },
  )
  report.note('G10', 'memory of an idle stream, KiB', '<= 1.50', {
    bare: bare.perStreamKiB.toFixed(0),
    figure: ours.perStreamKiB.toFixed(0),
    ratio: ours.perStreamKiB / bare.perStreamKiB,
    isMet: ours.perStreamKiB <= 1.5 * bare.perStreamKiB,
  })
}

type Figures = { lastMs: number; perStreamKiB: number }

async function measure(requests: StreamRequest[], change: () => Promise<number>): Promise<Figures> {
  const before = memoryKiB()
  const streams = await openStreams(requests)
  const perStreamKiB = Math.max(1, memoryKiB() - before) / requests.length
  const times: number[] = []
  for (let at = 0; at < tries; at++) {
    const last = streams.lastHeard()
    const begun = await change()
    times.push((await last) - begun)
  }
  await streams.close()
  return { lastMs: median(times), perStreamKiB }
}

async function measureBare(stage: Stage): Promise<Figures> {
  const open = new Set<ServerResponse>()
  const server = Fastify()
  server.get('/stream', (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' })
    reply.raw.write('event: ready\ndata: {}\n\n')
    open.add(reply.raw)
    reply.raw.on('close', () => open.delete(reply.raw))
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as { port: number }
  const listener = new pg.Client({ connectionString: stage.postgres.adminUrl })
  const writer = new pg.Client({ connectionString: stage.postgres.adminUrl })
  await listener.connect()
  await writer.connect()
  await listener.query('listen bench_live')
  listener.on('notification', ({ payload }) => {
    const message = Buffer.from(`event: changes\ndata: ${payload}\n\n`)
    for (const response of open) response.write(message)
  })
  try {
    return await measure(
      Array.from({ length: clients }, () => ({ url: `http://127.0.0.1:${port}/stream`, headers: {} })),
      async () => {
        const begun = now()
        await writer.query(`notify bench_live, '{"id":1}'`)
        return begun
      },
    )
  } finally {
    server.server.closeAllConnections()
    await server.close()
    await listener.end()
    await writer.end()
  }
}

async function measureOurs(stage: Stage): Promise<Figures> {
  const organization = stage.organizations[0] as BenchOrganization
  const portico = await stage.portico()
  const { parts, edge } = portico
  const connectionString = stage.postgres.urlFor('portico_app')
  const [bus, workerBus] = [new PostgresBus({ connectionString }), new PostgresBus({ connectionString })]
  const database = new Database({
    connectionString: stage.postgres.urlFor('portico_worker'),
    poolSize: 4,
    clock: systemClock,
    applicationName: 'bench worker',
  })
  await stage.asAdmin((admin) =>
    admin.query('update domain_events set claimed_at = now() where claimed_at is null'),
  )
  const publisher = new EventPublisher(workerBus)
  const worker = await Worker.start({
    parts: { ...parts, database },
    jobsUrl: stage.postgres.urlFor('portico_jobs'),
    isAlone: true,
    subscriptions: [],
    recurring: [],
    tell: (events) => publisher.publish(events),
    log: { warn: () => {}, error: (detail, text) => console.log(text, detail) },
  })
  parts.database.onEvents = () => worker.dispatcher.poke()
  await edge.live.connect(bus)
  const people = await peopleOf(stage, organization, Math.ceil(clients / streamsPerPerson))
  try {
    return await measure(
      Array.from({ length: clients }, (_, at) => ({
        url: `${portico.url}/v1/changes`,
        headers: headersOf({ ...organization, token: people[at % people.length] as string }),
      })),
      async () => {
        let committed = 0
        await parts.database.withOrganization(organization.id, systemPrincipal('bench'), async (tx) => {
          tx.announce('client.updated', { client_id: organization.clientId })
          committed = now()
        })
        return committed
      },
    )
  } finally {
    parts.database.onEvents = () => {}
    edge.live.close()
    await worker.stop()
    await bus.close()
    await workerBus.close()
    await database.close()
  }
}

/** Members of the organization who are signed in; their tokens. */
async function peopleOf(stage: Stage, organization: BenchOrganization, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => newToken())
  await stage.asAdmin(async (admin) => {
    for (const token of tokens) {
      await admin.query(
        `with person as (
           insert into users (id, email, email_key, name, email_verified_at, created_at, updated_at)
             select id, id || '@bench.example', id || '@bench.example', 'Watcher', now(), now(), now() from (select uuidv7() as id) made returning id),
         session as (
           insert into sessions (id, token_hash, user_id, realm, created_at, last_seen_at, expires_at)
             select uuidv7(), $2, id, 'staff', now(), now(), '2099-01-01' from person)
         insert into memberships (organization_id, id, user_id, role_id, created_at, updated_at)
           select $1, uuidv7(), p.id, r.id, now(), now() from person p, roles r where r.organization_id = $1 and r.key = 'owner'`,
        [organization.id, sha256(token)],
      )
    }
  })
  return tokens
}
