import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { toPublicId } from '@portico/contract'
import pg from 'pg'
import type { AppParts } from '../src/app-parts.ts'
import { buildEdge } from '../src/app.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { Keyring } from '../src/platform/crypto/keyring.ts'
import { Database } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { openMailTransport } from '../src/platform/mail/index.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import { openFileStore } from '../src/platform/storage/index.ts'
import { startBareServer } from './bare-server.ts'
import { runCommands, type CommandLoad } from './command-load.ts'
import { makeBenchData, type BenchOrganization } from './data.ts'
import { measurePaper } from './paper.ts'
import { median, pairs, type Load } from './pairs.ts'
import { countingProxy } from './round-trips.ts'

/** `npm run bench`: the goals of speed as ratios to bare limits that are measured in the same run on the same data. */
const { values: options } = parseArgs({
  options: {
    invoices: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '3' },
  },
})
const invoices = Number(options.invoices)
const rounds = Number(options.rounds)
const seconds = Number(options.seconds)

const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'))
const postgres = await startEmbedded({ dataFolder: folder, log: () => {} })
const table: {
  goal: string
  what: string
  wanted: string
  bare: string
  figure: string
  ratio: string
  met: string
}[] = []

async function openPortico(connectionString: string): Promise<{ url: string; close(): Promise<void> }> {
  const config = readConfig({ PORTICO_DATA: folder, PORTICO_RATE_LIMIT: '0', LOG_LEVEL: 'error' })
  const parts: AppParts = {
    config,
    clock: systemClock,
    keyring: new Keyring([Buffer.alloc(32, 1)]),
    database: new Database({ connectionString, poolSize: 8, clock: systemClock, applicationName: 'bench' }),
    files: await openFileStore(config.files),
    mail: openMailTransport({}),
  }
  const edge = await buildEdge(parts)
  await edge.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = edge.server.server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      await edge.server.close()
      await parts.database.close()
    },
  }
}

const headersOf = (organization: BenchOrganization): Record<string, string> => ({
  authorization: `Bearer ${organization.token}`,
  'portico-organization': toPublicId('organization', organization.id),
})
const listOf = (url: string, organizations: BenchOrganization[], connections = 32): Load => ({
  url,
  connections,
  requests: organizations.map((organization) => ({
    path: '/v1/invoices?limit=50',
    headers: headersOf(organization),
  })),
})
const openOf = (url: string, organizations: BenchOrganization[]): Load => ({
  url,
  connections: 32,
  requests: organizations.map((organization) => ({
    path: `/v1/invoices/${toPublicId('invoice', organization.invoiceId)}`,
    headers: headersOf(organization),
  })),
})
const draftBody = (organization: BenchOrganization): string =>
  JSON.stringify({
    client_id: toPublicId('client', organization.clientId),
    lines: Array.from({ length: 5 }, (_, at) => ({
      description: `Work of week ${at + 1}`,
      quantity: '4',
      unit_price: '250',
      tax_rate_key: null,
    })),
  })

function note(
  goal: string,
  what: string,
  wanted: string,
  bare: string,
  figure: string,
  ratio: number,
  isMet: boolean,
): void {
  table.push({ goal, what, wanted, bare, figure, ratio: ratio.toFixed(2), met: isMet ? 'yes' : 'no' })
  console.log(`${goal}  ${what}: ${ratio.toFixed(2)} (wanted ${wanted})`)
}

try {
  await migrate({ adminUrl: postgres.adminUrl, passwords: postgres.rolePasswords })
  const seedDatabase = new Database({
    connectionString: postgres.urlFor('portico_app'),
    poolSize: 2,
    clock: systemClock,
    applicationName: 'bench seed',
  })
  console.log(`making ${invoices.toLocaleString('en')} invoices in 100 organizations …`)
  const organizations = await makeBenchData(seedDatabase, postgres.adminUrl, { organizations: 100, invoices })
  await seedDatabase.close()

  const bare = await startBareServer(postgres.adminUrl)
  const portico = await openPortico(postgres.urlFor('portico_app'))
  const bareList: Load = {
    url: bare.url,
    connections: 32,
    requests: organizations.map(({ id }) => ({ path: `/list?organization=${id}` })),
  }

  const g1 = await pairs(bareList, listOf(portico.url, organizations), { rounds, seconds })
  note(
    'G1',
    `list of 50, 32 connections (p99 ${g1.p99Ratio.toFixed(1)}x the bare one)`,
    '>= 0.70',
    `${g1.base.perSecond.toFixed(0)}/s`,
    `${g1.variant.perSecond.toFixed(0)}/s`,
    g1.ratio,
    g1.ratio >= 0.7 && g1.errors === 0,
  )

  const admin = new pg.Client({ connectionString: postgres.adminUrl })
  await admin.connect()
  await admin.query(`create role bench_bypass login password 'bench' bypassrls in role portico_app`)
  await admin.end()
  const bypassUrl = new URL(postgres.adminUrl)
  bypassUrl.username = 'bench_bypass'
  bypassUrl.password = 'bench'
  const bypass = await openPortico(bypassUrl.href)
  const g2 = await pairs(listOf(bypass.url, organizations), listOf(portico.url, organizations), {
    rounds,
    seconds,
  })
  note(
    'G2',
    'the same list with row-level security, against a role that bypasses it',
    '>= 0.95',
    `${g2.base.perSecond.toFixed(0)}/s`,
    `${g2.variant.perSecond.toFixed(0)}/s`,
    g2.ratio,
    g2.ratio >= 0.95,
  )
  await bypass.close()

  const proxy = await countingProxy(postgres.urlFor('portico_app'))
  const counted = await openPortico(proxy.url)
  const trips = async (path: string, method = 'GET', body?: string): Promise<number> => {
    const organization = organizations[0] as BenchOrganization
    const send = (): Promise<Response> =>
      fetch(`${counted.url}${path}`, {
        method,
        headers: {
          ...headersOf(organization),
          'idempotency-key': crypto.randomUUID(),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body }),
      })
    await (await send()).text()
    const before = proxy.taken()
    const response = await send()
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    await response.text()
    return proxy.taken() - before
  }
  const first = organizations[0] as BenchOrganization
  const perRead = [
    await trips('/v1/invoices?limit=50'),
    await trips(`/v1/invoices/${toPublicId('invoice', first.invoiceId)}`),
    await trips('/v1/clients'),
  ]
  const perCommand = await trips('/v1/invoices', 'POST', draftBody(first))
  note(
    'G2',
    `wire round trips: list ${perRead[0]}, open invoice ${perRead[1]}, clients ${perRead[2]}; create invoice ${perCommand}`,
    '1; <= 4',
    '1',
    String(Math.max(...perRead)),
    Math.max(...perRead),
    Math.max(...perRead) <= 1 && perCommand <= 4,
  )
  await counted.close()
  await proxy.close()

  const bareOpen: Load = {
    url: bare.url,
    connections: 32,
    requests: organizations.map(({ id, invoiceId }) => ({
      path: `/open?organization=${id}&id=${invoiceId}`,
    })),
  }
  const g3 = await pairs(bareOpen, openOf(portico.url, organizations), { rounds, seconds })
  note(
    'G3',
    'open an invoice with lines, settlements, client',
    '>= 0.50',
    `${g3.base.perSecond.toFixed(0)}/s`,
    `${g3.variant.perSecond.toFixed(0)}/s`,
    g3.ratio,
    g3.ratio >= 0.5 && g3.errors === 0,
  )

  const bareCreate: CommandLoad = {
    url: `${bare.url}/create`,
    connections: 16,
    bodies: organizations.map(({ id, clientId }) => ({
      headers: {},
      body: JSON.stringify({ organization: id, client: clientId }),
    })),
  }
  const create: CommandLoad = {
    url: `${portico.url}/v1/invoices`,
    connections: 16,
    bodies: organizations.map((organization) => ({
      headers: headersOf(organization),
      body: draftBody(organization),
    })),
  }
  await runCommands(bareCreate, 1)
  await runCommands(create, 2)
  const ratios: number[] = []
  let last = { bare: 0, ours: 0, errors: 0 }
  for (let round = 0; round < rounds; round++) {
    const base = await runCommands(bareCreate, seconds)
    const ours = await runCommands(create, seconds)
    ratios.push(ours.perSecond / base.perSecond)
    last = { bare: base.perSecond, ours: ours.perSecond, errors: last.errors + ours.errors }
  }
  note(
    'G4',
    'create an invoice (tax, audit, outbox, idempotency key), durable, 16 connections',
    '>= 0.35',
    `${last.bare.toFixed(0)}/s`,
    `${last.ours.toFixed(0)}/s`,
    median(ratios),
    median(ratios) >= 0.35 && last.errors === 0,
  )
  if (last.errors > 0) console.log(`   ${last.errors} creations failed`)

  await portico.close()
  await bare.server.close()

  const paper = await measurePaper()
  note(
    'G8',
    'a one-page PDF, warm, against the engine alone with cached fonts',
    '<= 2.00',
    `${paper.bareMs.toFixed(1)} ms`,
    `${paper.oursMs.toFixed(1)} ms`,
    paper.ratio,
    paper.ratio <= 2,
  )
  console.table(table)
} finally {
  await postgres.stop()
}
