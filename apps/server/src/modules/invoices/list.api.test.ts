import {
  getOutstanding,
  listInvoices,
  recordPayment,
  sendInvoice,
  toPublicId,
  updateClient,
  voidInvoice,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, draft, issued, type Desk } from '../../../test/billing.ts'
import { noteViewed } from './index.ts'
import { subscriptions } from './jobs.ts'
import { foldOwedMoves } from './owed.ts'
import { Database, statement } from '../../platform/database/index.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
let other: { id: string; publicId: string; name: string }

type Query = NonNullable<
  Parameters<typeof app.call<never, NonNullable<(typeof listInvoices)['query']>, never, never>>[2]
>['query']
const list = async (query: Query = {} as Query, caller = desk.owner) =>
  (await app.call(listInvoices, caller, { query: query as never })).body
const shown = async (query: Record<string, string>): Promise<string[]> =>
  (await list(query as never)).data.map(({ number, badge }) => `${number ?? 'draft'} ${badge}`)

beforeAll(async () => {
  desk = await billingDesk(app, { accounts: ['TZS', 'USD'] })
  other = await app.fixtures.client(desk.organization, { name: 'Zanzibar Spice Company', currency: 'TZS' })
  const pay = (invoice: { id: string }, amount: number) =>
    app.call(recordPayment, desk.owner, {
      body: {
        client_id: desk.client.publicId,
        receiving_account_id: toPublicId('receivingAccount', desk.accounts['TZS'] as string),
        amount: { amount, currency: 'TZS' },
        received_on: '2026-03-10',
        allocations: [{ invoice_id: invoice.id, amount: { amount, currency: 'TZS' } }],
      },
    })
  const send = (invoice: { id: string }) =>
    app.call(sendInvoice, desk.owner, { params: { invoice_id: invoice.id }, body: {} })
  await draft(app, desk) // a draft whose dates have passed is still a draft
  await draft(app, desk, { issue_date: '2025-01-01', due_date: '2025-01-10' })
  await issued(app, desk, { purchase_order: 'PO-44718' }) // 001: issued, not sent
  await send(await issued(app, desk)) // 002: sent
  await send(await issued(app, desk, { issue_date: '2026-02-01', due_date: '2026-03-09' })) // 003: overdue since today
  await pay(await issued(app, desk, { issue_date: '2026-02-01', due_date: '2026-03-10' }), 1_800) // 004: partial, due today
  await pay(await issued(app, desk, { issue_date: '2026-01-01', due_date: '2026-01-10' }), 11_800) // 005: paid
  const wrong = await issued(app, desk, { issue_date: '2026-01-01', due_date: '2026-01-10' }) // 006: void
  await app.call(voidInvoice, desk.owner, {
    params: { invoice_id: wrong.id },
    version: wrong.version,
    body: { reason: 'Wrong' },
  })
  const seen = await issued(app, desk) // 007: viewed
  await send(seen)
  const row = await app.fixtures.inOrganization(desk.organization.id, (tx) =>
    tx.first(
      statement<{ id: string }>('select id from invoices where organization_id = $1 and number = $2')(
        tx.organizationId,
        seen.number,
      ),
    ),
  )
  expect(
    await app.fixtures.inOrganization(desk.organization.id, (tx) => noteViewed(tx, row?.id as string)),
  ).toBe(true)
  expect(
    await app.fixtures.inOrganization(desk.organization.id, (tx) => noteViewed(tx, row?.id as string)),
  ).toBe(false)
  await issued(app, desk, {
    client_id: other.publicId,
    currency: 'USD',
    issue_date: '2026-03-01',
    due_date: '2026-03-02',
  }) // 008: overdue, other client and currency
})

describe('the list of invoices', () => {
  test('shows one badge for three facts, by the published precedence [INV-06] [INV-07] [INV-08] [INV-09] [INV-10] [INV-11] [INV-17] [INV-39]', async () => {
    expect(await shown({})).toEqual([
      'INV-2026-008 overdue',
      'INV-2026-007 viewed',
      'INV-2026-006 void',
      'INV-2026-005 paid',
      'INV-2026-004 partial',
      'INV-2026-003 overdue',
      'INV-2026-002 sent',
      'INV-2026-001 final',
      'draft draft',
      'draft draft',
    ])
    expect((await list()).data[4]).toMatchObject({
      number: 'INV-2026-004',
      client: { name: desk.client.name },
      total: { amount: 11_800, currency: 'TZS' },
      due: { amount: 10_000 },
      is_overdue: false,
      settlement_state: 'partial',
      delivery_state: 'not_sent',
    })
  })

  test('becomes overdue by the organization’s own midnight, with nothing written [INV-09]', async () => {
    const before = await shown({ overdue: 'true' })
    expect(before).toEqual(['INV-2026-008 overdue', 'INV-2026-003 overdue'])
    // 23:59 in Dar es Salaam is still the due date; a minute later it has passed.
    app.clock.advance(12 * 3_600_000 - 60_000 - 1000)
    expect(await shown({ overdue: 'true' })).toEqual(before)
    app.clock.advance(61_000)
    expect(await shown({ overdue: 'true' })).toEqual([
      'INV-2026-008 overdue',
      'INV-2026-004 overdue',
      'INV-2026-003 overdue',
    ])
    app.clock.advance(-12 * 3_600_000)
  })

  test('is filtered by each fact, and by client, currency, order and date [INV-39] [INV-37] [INV-18] [INV-43]', async () => {
    expect(await shown({ document_state: 'draft' })).toEqual(['draft draft', 'draft draft'])
    expect(await shown({ document_state: 'void' })).toEqual(['INV-2026-006 void'])
    expect(await shown({ settlement_state: 'open' })).toEqual([
      'INV-2026-008 overdue',
      'INV-2026-007 viewed',
      'INV-2026-003 overdue',
      'INV-2026-002 sent',
      'INV-2026-001 final',
    ])
    expect(await shown({ settlement_state: 'partial' })).toEqual(['INV-2026-004 partial'])
    expect(await shown({ settlement_state: 'paid' })).toEqual(['INV-2026-005 paid'])
    expect(await shown({ delivery_state: 'not_sent' })).toEqual([
      'INV-2026-008 overdue',
      'INV-2026-005 paid',
      'INV-2026-004 partial',
      'INV-2026-001 final',
    ])
    expect(await shown({ delivery_state: 'viewed' })).toEqual(['INV-2026-007 viewed'])
    expect(await shown({ delivery_state: 'sent', overdue: 'true' })).toEqual(['INV-2026-003 overdue'])
    expect(await shown({ client_id: other.publicId })).toEqual(['INV-2026-008 overdue'])
    expect(await shown({ client_id: toPublicId('client', desk.organization.id) })).toEqual([])
    expect(await shown({ currency: 'USD' })).toEqual(['INV-2026-008 overdue'])
    expect(await shown({ purchase_order: 'PO-44718' })).toEqual(['INV-2026-001 final'])
    expect(await shown({ issued_from: '2026-02-01', issued_to: '2026-03-01' })).toEqual([
      'INV-2026-008 overdue',
      'INV-2026-004 partial',
      'INV-2026-003 overdue',
    ])
    expect(await shown({ sort: 'due_date', settlement_state: 'open' })).toEqual([
      'INV-2026-008 overdue',
      'INV-2026-003 overdue',
      'INV-2026-001 final',
      'INV-2026-002 sent',
      'INV-2026-007 viewed',
    ])
  })

  test('is searched by number, order and client [INV-17] [INV-43]', async () => {
    expect(await shown({ q: 'inv-2026-005' })).toEqual(['INV-2026-005 paid'])
    expect(await shown({ q: '44718' })).toEqual(['INV-2026-001 final'])
    expect(await shown({ q: 'zanzibar' })).toEqual(['INV-2026-008 overdue'])
    expect(await shown({ q: 'zanzibr' })).toEqual(['INV-2026-008 overdue'])
    expect(await shown({ q: 'no such thing' })).toEqual([])
  })

  test('is found by the name that the client has now [INV-17]', async () => {
    const own = await billingDesk(app)
    const renamed = await app.fixtures.client(own.organization, { name: 'Mbeya Coffee', currency: 'TZS' })
    await issued(app, own, { client_id: renamed.publicId })
    await app.call(updateClient, own.owner, {
      params: { client_id: renamed.publicId },
      version: 1,
      body: { name: 'Café Ruvuma' },
    })
    const heard = subscriptions.filter(({ hears }) => hears === 'client.updated')
    expect(heard.length).toBeGreaterThan(0)
    for (const { job } of heard) {
      for (let time = 0; time < 2; time++)
        await job.run({
          organizationId: own.organization.id,
          payload: { client_id: renamed.id },
          attempt: 1,
          isLastAttempt: false,
          parts: app.parts,
        })
    }
    const found = async (q: string) =>
      (await app.call(listInvoices, own.owner, { query: { q } })).body.data.map(({ number }) => number)
    expect(await found('cafe ruvuma')).toEqual(['INV-2026-001'])
    expect(await found('mbeya')).toEqual([])
  })

  test('turns pages both ways without losing or repeating a row, and counts only when asked [INV-17] [OPS-28]', async () => {
    for (const sort of ['-created', 'due_date'] as const) {
      const all = (await list({ sort } as never)).data.map(({ id }) => id)
      expect(all).toHaveLength(10)
      const forwards: string[] = []
      let page = await list({ sort, limit: 3 } as never)
      expect(page.total).toBeUndefined()
      for (;;) {
        forwards.push(...page.data.map(({ id }) => id))
        if (!page.has_more) break
        page = await list({ sort, limit: 3, after: page.next_cursor } as never)
      }
      expect(forwards).toEqual(all)
      const back = await list({ sort, limit: 3, before: page.previous_cursor } as never)
      expect(back.data.map(({ id }) => id)).toEqual(all.slice(-3 - page.data.length, -page.data.length))
    }
    expect((await list({ total: 'true', settlement_state: 'open' } as never)).total).toEqual({
      count: 5,
      is_capped: false,
    })
  })

  test('holds for a limited member only the invoices of assigned clients [RBAC-23]', async () => {
    const limited = await app.fixtures.member(desk.organization, {
      role: 'finance',
      isLimited: true,
      assignedTo: [other.id],
    })
    expect((await list({ total: 'true' } as never, limited)).data.map(({ number }) => number)).toEqual([
      'INV-2026-008',
    ])
    expect((await list({ total: 'true' } as never, limited)).total).toEqual({ count: 1, is_capped: false })
    expect((await list({ q: 'inv-2026' } as never, limited)).data.map(({ number }) => number)).toEqual([
      'INV-2026-008',
    ])
    expect((await list({ client_id: desk.client.publicId } as never, limited)).data).toEqual([])
    expect((await app.call(getOutstanding, limited)).body.data.map(({ currency }) => currency)).toEqual([
      'USD',
    ])
    const unassigned = await app.fixtures.member(desk.organization, { role: 'finance', isLimited: true })
    expect((await list({} as never, unassigned)).data).toEqual([])
  })

  test('is for those who may see invoices [INV-17]', async () => {
    expect((await app.call(listInvoices, { organizationId: desk.organization.publicId })).status).toBe(401)
    expect(
      (await app.call(listInvoices, await app.fixtures.member(desk.organization, { role: 'support' })))
        .status,
    ).toBe(403)
    expect((await list({} as never, (await billingDesk(app)).owner)).data).toEqual([])
  })
})

test('what is outstanding is told per currency, never added across them [INV-22]', async () => {
  const { body } = await app.call(getOutstanding, desk.owner)
  expect(body.data).toEqual([
    {
      currency: 'TZS',
      open: { amount: 4 * 11_800 + 10_000, currency: 'TZS' },
      overdue: { amount: 11_800, currency: 'TZS' },
      open_count: 5,
      overdue_count: 1,
      oldest_due_date: '2026-03-09',
    },
    {
      currency: 'USD',
      open: { amount: 11_800, currency: 'USD' },
      overdue: { amount: 11_800, currency: 'USD' },
      open_count: 1,
      overdue_count: 1,
      oldest_due_date: '2026-03-02',
    },
  ])
  expect(
    (await app.call(getOutstanding, desk.owner, { query: { client_id: other.publicId } })).body.data,
  ).toMatchObject([{ currency: 'USD', open_count: 1 }])
  expect(
    (await app.call(getOutstanding, await app.fixtures.member(desk.organization, { role: 'member' }))).status,
  ).toBe(403)

  // A limited member's are added up from the invoices of their clients.
  const ofMember = async (...assignedTo: string[]) =>
    (
      await app.call(
        getOutstanding,
        await app.fixtures.member(desk.organization, { role: 'manager', isLimited: true, assignedTo }),
      )
    ).body.data
  expect(await ofMember()).toEqual([])
  expect(await ofMember(desk.client.id, other.id)).toEqual(body.data)
  expect(await ofMember(other.id)).toEqual(body.data.slice(1))

  // Folded or not, it is the same.
  const moves = async () =>
    (
      await app.fixtures.inOrganization(desk.organization.id, (tx) =>
        tx.all(
          statement<{ due_date: string }>('select due_date from owed_moves where organization_id = $1')(
            tx.organizationId,
          ),
        ),
      )
    ).map((move) => move.due_date)
  expect((await moves()).length).toBeGreaterThan(new Set(await moves()).size)
  const worker = new Database({
    connectionString: app.database.urlFor('portico_worker'),
    poolSize: 1,
    clock: app.clock,
    applicationName: 'fold',
  })
  await foldOwedMoves.run({ ...app.parts, database: worker })
  await worker.close()
  expect((await moves()).length).toBe(new Set(await moves()).size)
  expect((await app.call(getOutstanding, desk.owner)).body.data).toEqual(body.data)
})
