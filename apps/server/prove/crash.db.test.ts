import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fromPublicId } from '@portico/contract'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verifyFiles } from '../src/modules/files/index.ts'
import { verifyLedger } from '../src/modules/ledger/index.ts'
import { systemClock } from '../src/platform/clock.ts'
import { Database } from '../src/platform/database/index.ts'
import { startEmbedded, type EmbeddedPostgres } from '../src/platform/postgres/embedded.ts'
import { signal } from '../src/platform/postgres/processes.ts'
import { openFileStore } from '../src/platform/storage/index.ts'
import { randomFrom } from '../test/nasty-values.ts'
import { Office } from '../test/office.ts'
import { startPortico, type RunningPortico } from '../test/running-portico.ts'
import { isWhole, patience, sizesOf, tell } from './proofs.ts'

// Real processes on real, durable data: a database of its own, a web process and a worker, each killed as a power cut would end it.
vi.setConfig({ testTimeout: patience, hookTimeout: 120_000 })
const size = sizesOf('crash')
const random = randomFrom(size.seed)
const databaseFolder = mkdtempSync(join(tmpdir(), 'portico-crash-database-'))
const dataFolder = mkdtempSync(join(tmpdir(), 'portico-crash-'))

let postgres: EmbeddedPostgres
let web: RunningPortico
let worker: RunningPortico
const office = new Office('')
const startNode = async (role: 'web' | 'worker'): Promise<RunningPortico> =>
  startPortico({
    dataFolder,
    environment: {
      PORTICO_ROLE: role,
      DATABASE_URL: postgres.adminUrl,
      PORTICO_SECRET: 'a secret that survives every crash of it',
      PORTICO_RATE_LIMIT: '0',
      LOG_LEVEL: 'error',
    },
  })
beforeAll(async () => {
  postgres = await startEmbedded({ dataFolder: databaseFolder, log: () => {} })
  ;[web, worker] = await Promise.all([startNode('web'), startNode('worker')])
  office.url = web.url
  await office.setUp(web.setUpUrl())
})
afterAll(async () => {
  for (const node of [web, worker]) await node?.kill().catch(() => {})
  await postgres?.stop()
  for (const folder of [databaseFolder, dataFolder]) rmSync(folder, { recursive: true, force: true })
})

const kinds = ['server', 'worker', 'database', 'server and database', 'worker and database', 'all'] as const

test('nothing that was acknowledged is lost, whatever is killed and whenever [OPS-08] [OPS-30] [PAY-21]', async () => {
  const account = await office.newAccount()
  const clients = await Promise.all(Array.from({ length: 6 }, (_, at) => office.newClient(`Client ${at}`)))
  const acknowledged = { payments: new Map<string, number>(), invoices: new Map<string, string>() }
  let sent = 0
  let isOver = false

  /** As a careful program: whatever it does not hear an answer to, it sends again with the same key, now and then not. */
  const insist = async (
    path: string,
    body: object,
    version?: number,
  ): Promise<Record<string, unknown> | null> => {
    const key = crypto.randomUUID()
    for (let attempt = 0; !isOver || attempt === 0; attempt++) {
      sent++
      const answer = await office
        .send('POST', path, { key, body, ...(version !== undefined && { version }) })
        .catch(() => null)
      if (answer && answer.status < 300) return answer.body
      if (answer && answer.status < 500 && answer.status !== 409) throw new Error(answer.text)
      if (random.below(3) === 0) return null
      await pause(20)
    }
    return null
  }
  const write = async (): Promise<void> => {
    while (!isOver) {
      const client = random.oneOf(clients)
      if (random.below(3) === 0) {
        const amount = 100 + random.below(100_000)
        const reference = crypto.randomUUID()
        const payment = await insist('/v1/payments', {
          client_id: client.id,
          receiving_account_id: account.id,
          amount: { amount, currency: 'USD' },
          received_on: '2026-01-10',
          external_reference: reference,
          allocations: [],
        })
        if (payment) acknowledged.payments.set(reference, amount)
      } else {
        const draft = await insist('/v1/invoices', {
          client_id: client.id,
          currency: 'USD',
          lines: [{ description: 'Work', quantity: '3', unit_price: `${1 + random.below(900)}.5` }],
        })
        if (!draft) continue
        const invoice = await insist(
          `/v1/invoices/${draft['id'] as string}/issue`,
          {},
          draft['version'] as number,
        )
        if (invoice) acknowledged.invoices.set(invoice['id'] as string, invoice['number'] as string)
      }
    }
  }
  const failures: unknown[] = []
  const writers = Array.from({ length: size.writers }, () =>
    write().catch((error: unknown) => {
      failures.push(error)
    }),
  )

  const servingMs: number[] = []
  const databaseMs: number[] = []
  const killed = new Map<string, number>()
  for (let point = 0; point < size.points; point++) {
    const kind =
      point < kinds.length && !isWhole ? (kinds[point % kinds.length] as string) : random.oneOf(kinds)
    const before = acknowledged.payments.size + acknowledged.invoices.size
    // Never twice at the same place: only where something has been written since.
    await vi.waitUntil(
      () => failures.length > 0 || acknowledged.payments.size + acknowledged.invoices.size > before + 2,
      { timeout: 60_000, interval: 5 },
    )
    await pause(random.below(300))
    killed.set(kind, (killed.get(kind) ?? 0) + 1)
    const began = performance.now()
    const isAll = kind === 'all'
    const databaseBack =
      isAll || kind.includes('database')
        ? killDatabase().then(() => databaseMs.push(performance.now() - began))
        : Promise.resolve(0)
    const restarts: Promise<unknown>[] = [databaseBack]
    if (isAll || kind.includes('server')) {
      const gone = web
      await gone.kill()
      restarts.push(databaseBack.then(async () => (web = await startNode('web'))))
    }
    if (isAll || kind.includes('worker')) {
      await worker.kill()
      restarts.push(databaseBack.then(async () => (worker = await startNode('worker'))))
    }
    await Promise.all(restarts)
    office.url = web.url
    await vi.waitUntil(
      () =>
        office.send('GET', '/v1/clients').then(
          (answer) => answer.status === 200,
          () => false,
        ),
      { timeout: 60_000, interval: 10 },
    )
    if (kind !== 'worker') servingMs.push(performance.now() - began)
    if (point % 25 === 24)
      tell(`after ${point + 1} kills, acknowledged`, acknowledged.payments.size + acknowledged.invoices.size)
    if (failures.length > 0) break
  }
  isOver = true
  await Promise.all(writers)
  expect(failures).toEqual([])

  const { payments, invoices, halves, duplicates, waiting } = await whatIsStored()
  const lostPayments = [...acknowledged.payments].filter(
    ([reference, amount]) => payments.get(reference) !== amount,
  )
  const lostInvoices = [...acknowledged.invoices].filter(
    ([id, number]) => invoices.get(fromPublicId('invoice', id) as string) !== number,
  )
  const database = appDatabase()
  const organizationId = fromPublicId('organization', office.organizationId) as string
  const ledger = await verifyLedger(database, organizationId)
  const files = await verifyFiles(
    { database, files: await openFileStore({ folder: join(dataFolder, 'files') }) },
    organizationId,
  )
  await database.close()

  tell('requests sent', sent)
  tell('acknowledged', acknowledged.payments.size + acknowledged.invoices.size)
  tell('acknowledged and lost', lostPayments.length + lostInvoices.length)
  tell(
    'done, but never acknowledged',
    payments.size - acknowledged.payments.size + (invoices.size - acknowledged.invoices.size),
  )
  tell('done twice', duplicates)
  tell('half-written documents', halves.length)
  for (const { currency, postings, debits, credits } of ledger.totals)
    tell(`ledger in ${currency}`, `${postings} postings, debits ${debits} = credits ${credits}`)
  tell('events that found no job', waiting)
  tell('killed', [...killed].map(([kind, times]) => `${kind} ${times}`).join(', '))
  tell('serving again, ms', figures(servingMs))
  tell('database again, ms', figures(databaseMs))
  expect(lostPayments).toEqual([])
  expect(lostInvoices).toEqual([])
  expect(halves).toEqual([])
  expect(duplicates).toBe(0)
  expect(ledger.findings).toEqual([])
  expect(ledger.totals.every(({ debits, credits }) => debits === credits)).toBe(true)
  expect(files.findings).toEqual([])
  expect(waiting).toBe(0)
  // How fast is a matter of the machine; of a proof on demand it is asked.
  if (isWhole) {
    expect(median(servingMs)).toBeLessThan(10_000)
    expect(median(databaseMs)).toBeLessThan(2_000)
  }
})

/** Kills the postmaster; resolves when the database answers again. */
async function killDatabase(): Promise<void> {
  signal(postgres.pid, 'SIGKILL')
  for (;;) {
    const client = new pg.Client({ connectionString: postgres.adminUrl })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch {
      await pause(10)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

const appDatabase = (): Database =>
  new Database({
    connectionString: postgres.adminUrl,
    poolSize: 2,
    clock: systemClock,
    applicationName: 'prove',
    role: 'portico_app',
  })

async function whatIsStored(): Promise<{
  payments: Map<string, number>
  invoices: Map<string, string>
  halves: unknown[]
  duplicates: number
  waiting: number
}> {
  const client = new pg.Client({ connectionString: postgres.adminUrl })
  await client.connect()
  try {
    const payments = await client.query<{ external_reference: string; amount: string }>(
      'select external_reference, amount from payments',
    )
    const invoices = await client.query<{ id: string; number: string }>(
      `select id, number from invoices where document_state = 'final'`,
    )
    // A document is whole or not there: number, frozen content and lines together, a payment with its receipt; the ledger's own check looks at the entries.
    const halves = await client.query(
      `select 'invoice' as what, i.id from invoices i where i.document_state = 'final' and (i.number is null
         or not exists (select from document_contents c where c.organization_id = i.organization_id and c.document_id = i.id)
         or not exists (select from invoice_lines l where l.organization_id = i.organization_id and l.invoice_id = i.id))
       union all
       select 'payment', p.id from payments p where not exists (select from receipts r where r.organization_id = p.organization_id and r.payment_id = p.id)`,
    )
    // The worker that lives at the end empties the outbox.
    let waiting = 1
    for (let attempt = 0; waiting > 0 && attempt < 600; attempt++) {
      const { rows } = await client.query<{ n: number }>(
        'select count(*)::int as n from domain_events where claimed_at is null',
      )
      waiting = rows[0]?.n ?? 0
      if (waiting > 0) await pause(50)
    }
    const references = payments.rows.map((row) => row.external_reference)
    return {
      payments: new Map(payments.rows.map((row) => [row.external_reference, Number(row.amount)])),
      invoices: new Map(invoices.rows.map((row) => [row.id, row.number])),
      halves: halves.rows,
      duplicates: references.length - new Set(references).size,
      waiting,
    }
  } finally {
    await client.end()
  }
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0
const figures = (list: readonly number[]): string =>
  list.length === 0 ? 'none' : `median ${Math.round(median(list))}, longest ${Math.round(Math.max(...list))}`
