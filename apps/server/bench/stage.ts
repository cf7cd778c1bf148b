import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toPublicId } from '@portico/contract'
import pg from 'pg'
import type { AppParts } from '../src/app-parts.ts'
import { buildEdge } from '../src/app.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { Keyring } from '../src/platform/crypto/keyring.ts'
import { Database } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import type { Edge } from '../src/platform/http/edge.ts'
import { openMailTransport } from '../src/platform/mail/index.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import { openFileStore } from '../src/platform/storage/index.ts'
import { startBareServer } from './bare-server.ts'
import { makeBenchData, type BenchOrganization } from './data.ts'

export type Options = { invoices: number; rounds: number; seconds: number }
export type OpenPortico = { url: string; edge: Edge; parts: AppParts; close(): Promise<void> }

/** What the goals are measured on: a durable database of its own with organizations and invoices, and the bare server beside Portico. */
export type Stage = {
  options: Options
  postgres: Awaited<ReturnType<typeof startEmbedded>>
  organizations: BenchOrganization[]
  bare: { url: string }
  /** A Portico in this process, made once. */
  portico(): Promise<OpenPortico>
  /** Another one, whose database is reached through this connection. */
  openPortico(connectionString: string): Promise<OpenPortico>
  /** More organizations of this size on the same database. */
  more(organizations: number, invoices: number): Promise<BenchOrganization[]>
  asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export async function openStage(options: Options, size: { organizations: number }): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'))
  const postgres = await startEmbedded({ dataFolder: folder, log: () => {} })
  const closers: (() => Promise<void>)[] = [() => postgres.stop()]
  await migrate({ adminUrl: postgres.adminUrl, passwords: postgres.rolePasswords })
  const seedDatabase = new Database({
    connectionString: postgres.urlFor('portico_app'),
    poolSize: 2,
    clock: systemClock,
    applicationName: 'bench seed',
  })
  closers.push(() => seedDatabase.close())
  const more = (organizations: number, invoices: number): Promise<BenchOrganization[]> =>
    makeBenchData(seedDatabase, postgres.adminUrl, { organizations, invoices })
  console.log(
    `making ${options.invoices.toLocaleString('en')} invoices in ${size.organizations} organizations …`,
  )
  const organizations = await more(size.organizations, options.invoices)
  const bare = await startBareServer(postgres.adminUrl)
  closers.push(() => bare.server.close())

  const openPortico = async (connectionString: string): Promise<OpenPortico> => {
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
      edge,
      parts,
      async close() {
        await edge.close()
        await parts.database.close()
      },
    }
  }
  let portico: Promise<OpenPortico> | null = null
  return {
    options,
    postgres,
    organizations,
    bare,
    portico: () => (portico ??= openPortico(postgres.urlFor('portico_app'))),
    openPortico,
    more,
    async asAdmin(work) {
      const admin = new pg.Client({ connectionString: postgres.adminUrl })
      await admin.connect()
      try {
        return await work(admin)
      } finally {
        await admin.end()
      }
    },
    async close() {
      await (await portico)?.close()
      for (const closer of closers.toReversed()) await closer()
    },
  }
}

export const headersOf = (organization: BenchOrganization): Record<string, string> => ({
  authorization: `Bearer ${organization.token}`,
  'portico-organization': toPublicId('organization', organization.id),
})

/** A draft of five lines. */
export const draftBody = (organization: BenchOrganization, clientId = organization.clientId): string =>
  JSON.stringify({
    client_id: toPublicId('client', clientId),
    lines: Array.from({ length: 5 }, (_, at) => ({
      description: `Work of week ${at + 1}`,
      quantity: '4',
      unit_price: '250',
      tax_rate_key: null,
    })),
  })
