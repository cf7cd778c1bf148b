import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLedger } from '../src/modules/ledger/index.ts'
import { recordPayment, useCredit } from '../src/modules/payments/index.ts'
import { Database, statement } from '../src/platform/database/index.ts'
import { Refusal } from '../src/platform/errors.ts'
import { systemPrincipal } from '../src/platform/principal.ts'
import { fromPublicId } from '@portico/contract'
import { testApp } from '../test/app.ts'
import { billingDesk, issued, type Desk } from '../test/billing.ts'
import { randomFrom } from '../test/nasty-values.ts'
import { patience, sizesOf, tell } from './proofs.ts'

const size = sizesOf('spend')
const currency = 'TZS'
const eachTime = 10_000
const app = await testApp()
const nodes = ['one', 'two'].map(
  (name) =>
    new Database({
      connectionString: app.database.urlFor('portico_app'),
      poolSize: 16,
      clock: app.clock,
      applicationName: `prove ${name}`,
    }),
)
const system = systemPrincipal('prove')
let desk: Desk
let invoices: string[]
beforeAll(async () => {
  desk = await billingDesk(app)
  const made = await Promise.all(
    Array.from({ length: 4 }, () =>
      issued(app, desk, {
        currency,
        lines: [{ description: 'Work', quantity: '1', unit_price: '10000000' }],
      }),
    ),
  )
  invoices = made.map(({ id }) => fromPublicId('invoice', id) as string)
})
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.close()))
  await app.close()
})

const creditOf = statement<{ credit: number }>(
  'select credit from client_balances where organization_id = $1 and client_id = $2 and currency = $3',
)
const spentOf = statement<{ settled: number }>(
  'select coalesce(sum(settled), 0)::bigint as settled from invoices where organization_id = $1 and client_id = $2',
)

test(
  'who spends one credit at the same time never spends more than there is [PAY-21]',
  { timeout: patience },
  async () => {
    const random = randomFrom(size.seed)
    const { id: organizationId } = desk.organization
    const clientId = desk.client.id
    let put = 0
    let spent = 0
    let refused = 0
    let tries = 0
    let lowest = Infinity
    for (let round = 0; round < size.rounds; round++) {
      await app.fixtures.inOrganization(organizationId, (tx) =>
        recordPayment(app.parts, tx, {
          clientId,
          receivingAccountId: desk.accounts[currency] as string,
          amount: { amount: eachTime, currency },
          receivedOn: '2026-03-10',
          allocations: [],
        }),
      )
      put += eachTime
      // Together they want about three times what there is.
      const wanted = Array.from({ length: size.spenders }, () => ({
        amount: 1 + random.below((2 * 3 * eachTime) / size.spenders),
        invoiceId: random.oneOf(invoices),
      }))
      await Promise.all(
        wanted.map(async ({ amount, invoiceId }, at) => {
          tries++
          try {
            await (nodes[at % nodes.length] as Database).withOrganization(organizationId, system, (tx) =>
              useCredit(app.parts, tx, { clientId, invoiceId, amount: { amount, currency } }),
            )
            spent += amount
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
            refused++
          }
        }),
      )
      const [[balance], [settled]] = await app.fixtures.inOrganization(organizationId, (tx) =>
        tx.batch([creditOf(organizationId, clientId, currency), spentOf(organizationId, clientId)]),
      )
      lowest = Math.min(lowest, balance?.credit ?? 0)
      expect(spent, `round ${round}`).toBeLessThanOrEqual(put)
      expect([balance?.credit, settled?.settled], `round ${round}`).toEqual([put - spent, spent])
    }
    const { findings } = await verifyLedger(app.parts.database, organizationId)
    tell('attempts to spend', tries)
    tell('refused, because it was spent', refused)
    tell('put in, in minor units', put)
    tell('spent', spent)
    tell('lowest credit', lowest)
    expect(refused).toBeGreaterThan(0)
    expect(lowest).toBeGreaterThanOrEqual(0)
    expect(findings).toEqual([])
  },
)
