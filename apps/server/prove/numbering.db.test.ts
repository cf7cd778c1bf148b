import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeNumber } from '../src/modules/documents/index.ts'
import { createDraft, issueInvoice } from '../src/modules/invoices/index.ts'
import { verifyLedger } from '../src/modules/ledger/index.ts'
import { Database, statement } from '../src/platform/database/index.ts'
import { systemPrincipal } from '../src/platform/principal.ts'
import { testApp } from '../test/app.ts'
import { billingDesk, type Desk } from '../test/billing.ts'
import { randomFrom } from '../test/nasty-values.ts'
import { patience, sizesOf, tell } from './proofs.ts'

const size = sizesOf('numbering')
const app = await testApp()
// As from two processes: each has its own connections.
const nodes = ['one', 'two'].map(
  (name) =>
    new Database({
      connectionString: app.database.urlFor('portico_app'),
      poolSize: 12,
      clock: app.clock,
      applicationName: `prove ${name}`,
    }),
)
const system = systemPrincipal('prove')
let desk: Desk
let clients: string[]
beforeAll(async () => {
  desk = await billingDesk(app)
  const others = await Promise.all(
    Array.from({ length: 15 }, () => app.fixtures.client(desk.organization, { currency: 'TZS' })),
  )
  clients = [desk.client, ...others].map(({ id }) => id)
})
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.close()))
  await app.close()
})

const numbersOf = statement<{ number: string }>(
  'select number from invoices where organization_id = $1 and number is not null',
)

test(
  'numbers of documents issued all at once, a fifth of them rolled back [INV-24]',
  { timeout: patience },
  async () => {
    const random = randomFrom(size.seed)
    const { id: organizationId } = desk.organization
    const given = Array.from({ length: size.invoices }, () => ({
      fails: random.below(5) === 0,
      client: random.oneOf(clients),
      // Some of those that fail do so long after they took their number, while others wait for theirs.
      lingersMs: random.below(20) === 0 ? random.below(30) : 0,
    }))
    const waiting = given.entries()
    const numbers: string[] = []
    let rolledBack = 0
    const lane = async (at: number): Promise<void> => {
      const node = nodes[at % nodes.length] as Database
      for (const [, { fails, client, lingersMs }] of waiting) {
        const draft = await node.withOrganization(organizationId, system, (tx) =>
          createDraft(tx, {
            client_id: client,
            lines: [{ description: 'Work', quantity: '1', unit_price: '10' }],
          }),
        )
        await node
          .withOrganization(organizationId, system, async (tx) => {
            const invoice = await issueInvoice(tx, app.parts, draft.id, 1)
            if (lingersMs > 0) await tx.all(sleep(lingersMs / 1000))
            if (fails) throw new RolledBack()
            return invoice.number as string
          })
          .then(
            (number) => numbers.push(number),
            (error: unknown) => {
              if (!(error instanceof RolledBack)) throw error
              rolledBack++
            },
          )
      }
    }
    await Promise.all(Array.from({ length: 24 }, (_, at) => lane(at)))

    const issued = size.invoices - rolledBack
    const expected = Array.from({ length: issued }, (_, at) => `INV-2026-${String(at + 1).padStart(3, '0')}`)
    const stored = await app.fixtures.inOrganization(organizationId, (tx) =>
      tx.all(numbersOf(organizationId)),
    )
    const { findings } = await verifyLedger(app.parts.database, organizationId)
    tell('issued', issued)
    tell('rolled back', rolledBack)
    tell('numbers given twice', numbers.length - new Set(numbers).size)
    tell('gaps', expected.filter((number) => !stored.some((row) => row.number === number)).length)
    expect(numbers.toSorted()).toEqual(expected.toSorted())
    expect(stored.map(({ number }) => number).toSorted()).toEqual(expected.toSorted())
    expect(findings).toEqual([])
  },
)

test('two series of one organization do not disturb each other [INV-24]', { timeout: patience }, async () => {
  const { id } = await app.fixtures.organization()
  const random = randomFrom(size.seed + 1)
  const wanted = Array.from({ length: size.invoices }, () => ({
    kind: random.oneOf(['invoice', 'receipt'] as const),
    fails: random.below(5) === 0,
  }))
  const waiting = wanted.entries()
  const taken: Record<string, number[]> = { invoice: [], receipt: [] }
  const lane = async (at: number): Promise<void> => {
    const node = nodes[at % nodes.length] as Database
    for (const [, { kind, fails }] of waiting) {
      await node
        .withOrganization(id, system, async (tx) => {
          const number = await takeNumber(tx, kind, 'X{YYYY}-{N}', '2026-03-10')
          if (fails) throw new RolledBack()
          return Number(number.split('-')[1])
        })
        .then(
          (number) => taken[kind]?.push(number),
          (error: unknown) => {
            if (!(error instanceof RolledBack)) throw error
          },
        )
    }
  }
  await Promise.all(Array.from({ length: 24 }, (_, at) => lane(at)))
  for (const [kind, numbers] of Object.entries(taken)) {
    tell(`numbers taken, ${kind}s`, numbers.length)
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1))
  }
})

class RolledBack extends Error {}
const sleep = statement('select pg_sleep($1::float8)')
