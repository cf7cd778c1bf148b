import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../test/app.ts'
import { billingDesk, type Desk } from '../test/billing.ts'
import { MoneyModel } from '../test/money-model.ts'
import { statement } from '../src/platform/database/index.ts'
import { patience, sizesOf, tell } from './proofs.ts'
import { Refusal } from '../src/platform/errors.ts'
import { createDraft, issueInvoice, voidInvoice } from '../src/modules/invoices/index.ts'
import { recordPayment, useCredit } from '../src/modules/payments/index.ts'
import { verifyLedger } from '../src/modules/ledger/index.ts'

const size = sizesOf('money')
const lanes = 6
const currencies = ['TZS', 'JPY', 'KWD']

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
beforeAll(async () => {
  desk = await billingDesk(app, { accounts: currencies, email: null })
})

const pick = fc.nat({ max: 3 })
const share = fc.constantFrom(0, 30, 50, 100, 100, 120)
const where = fc.nat({ max: 2 })
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('issue' as const),
      in: where,
      price: fc.constantFrom('0', '0.01', '333.335', '1000000'),
      quantity: fc.constantFrom('1', '2.5', '3'),
      back: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      in: where,
      invoices: fc.uniqueArray(pick, { minLength: 0, maxLength: 2 }),
      percent: share,
      over: fc.constantFrom(0, 0, 1, 5000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('credit' as const), in: where, invoice: pick, percent: share }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), in: where, invoice: pick }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
type Known = { id: string; version: number }

const stored = statement<{ currency: string; receivable: number; credit: number }>(
  'select currency, receivable, credit from client_balances where organization_id = $1 and client_id = $2',
)
const invoicesOf = statement<{
  id: string
  gross: number
  settled: number
  document_state: string
  settlement_state: string
  version: number
}>(
  'select id, gross, settled, document_state, settlement_state, version from invoices where organization_id = $1 and client_id = $2 order by id',
)

/** Runs the steps for a client of its own, through the services that the routes use, and compares with the model. */
async function play(steps: readonly Step[]): Promise<void> {
  const client = await app.fixtures.client(desk.organization)
  const models = currencies.map(() => new MoneyModel())
  const known: Known[][] = currencies.map(() => [])
  const inTransaction = app.fixtures.inOrganization.bind(app.fixtures, desk.organization.id) as <A>(
    work: (tx: Parameters<Parameters<typeof app.fixtures.inOrganization>[1]>[0]) => Promise<A>,
  ) => Promise<A>
  const done = async (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal) return false
        throw error
      },
    )

  for (const now of steps) {
    const currency = currencies[now.in] as string
    const model = models[now.in] as MoneyModel
    const own = known[now.in] as Known[]
    const none = { id: '00000000-0000-7000-8000-000000000000', version: 1 }
    if (now.do === 'issue') {
      const line = { description: 'Work', quantity: now.quantity, unit_price: now.price }
      const lines = now.back
        ? [line, { ...line, quantity: '-1', tax_rate_key: 'zero', unit_price: '0.01' }]
        : [line]
      const draft = await inTransaction((tx) => createDraft(tx, { client_id: client.id, currency, lines }))
      if (draft.totals.gross.amount < 0) continue
      const invoice = await inTransaction((tx) => issueInvoice(tx, app.parts, draft.id, 1))
      own.push({ id: draft.id, version: invoice.version })
      model.issue(invoice.totals.gross.amount)
    } else if (now.do === 'pay') {
      const parts = now.invoices.map((invoice) => ({
        invoice,
        amount: Math.max(
          1,
          Math.floor(
            (((model.invoices[invoice]?.gross ?? 0) - (model.invoices[invoice]?.settled ?? 0)) *
              now.percent) /
              100,
          ),
        ),
      }))
      const amount = parts.reduce((sum, part) => sum + part.amount, 0) + now.over
      if (amount === 0) continue
      const given = {
        clientId: client.id,
        receivingAccountId: desk.accounts[currency] as string,
        amount: { amount, currency },
        receivedOn: '2026-03-10',
        allocations: parts.map((part) => ({
          invoiceId: (own[part.invoice] ?? none).id,
          amount: { amount: part.amount, currency },
        })),
      }
      expect(await done(inTransaction((tx) => recordPayment(app.parts, tx, given)))).toBe(
        model.pay(amount, parts),
      )
    } else if (now.do === 'credit') {
      const amount = Math.max(1, Math.floor((model.credit * now.percent) / 100))
      expect(
        await done(
          inTransaction((tx) =>
            useCredit(app.parts, tx, {
              clientId: client.id,
              invoiceId: (own[now.invoice] ?? none).id,
              amount: { amount, currency },
            }),
          ),
        ),
      ).toBe(model.applyCredit(now.invoice, amount))
    } else {
      const target = own[now.invoice] ?? none
      expect(
        await done(
          inTransaction(async (tx) => {
            const row = (await tx.all(invoicesOf(tx.organizationId, client.id))).find(
              ({ id }) => id === target.id,
            )
            return voidInvoice(tx, target.id, row?.version ?? 1, 'Wrong')
          }),
        ),
      ).toBe(model.void(now.invoice))
    }
  }

  const [balances, rows] = await inTransaction((tx) =>
    tx.batch([stored(tx.organizationId, client.id), invoicesOf(tx.organizationId, client.id)]),
  )
  currencies.forEach((currency, at) => {
    const model = models[at] as MoneyModel
    const balance = balances.find((row) => row.currency === currency) ?? { receivable: 0, credit: 0 }
    expect([currency, balance.receivable, balance.credit]).toEqual([currency, model.receivable, model.credit])
    expect(
      (known[at] as Known[]).map(({ id }) => {
        const row = rows.find((candidate) => candidate.id === id)
        return {
          gross: row?.gross,
          settled: row?.settled,
          state: row?.document_state === 'void' ? 'void' : row?.settlement_state,
        }
      }),
    ).toEqual(model.invoices)
  })
}

test(
  'the stored ledger agrees with the model after any sequence, and adds up [PAY-21] [INV-34] [INV-24]',
  { timeout: patience },
  async () => {
    const sequences = fc.sample(fc.array(step, { minLength: 3, maxLength: 9 }), {
      numRuns: size.stored,
      seed: size.seed,
    })
    const waiting = sequences.entries()
    const lane = async (): Promise<void> => {
      for (const [at, steps] of waiting) {
        await play(steps).catch((error: unknown) => {
          throw new Error(`sequence ${at}: ${JSON.stringify(steps)}`, { cause: error })
        })
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    const report = await verifyLedger(app.parts.database, desk.organization.id)
    tell('stored sequences, all as the model', sequences.length)
    tell(
      'steps of them',
      sequences.reduce((sum, steps) => sum + steps.length, 0),
    )
    for (const { currency, postings, debits, credits } of report.totals)
      tell(`postings in ${currency}`, `${postings}, debits ${debits} = credits ${credits}`)
    expect(report.findings).toEqual([])
    expect(report.totals.every(({ debits, credits }) => debits === credits)).toBe(true)
  },
)
