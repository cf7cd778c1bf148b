import {
  applyCredit,
  changeClientStatus,
  createClient,
  createContact,
  createInvoice,
  fromPublicId,
  getClient,
  getPortalHome,
  getStatement,
  listClientLedger,
  listClients,
  listContacts,
  listInvoices,
  listPayments,
  listPortalPayments,
  listPortalReceipts,
  listReceipts,
  mergeClients,
  previewMerge,
  recordPayment,
  search,
  setClientPortal,
  updateClient,
  voidInvoice,
} from '@portico/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, issued, workLine, type Desk } from '../../../test/billing.ts'
import { statement } from '../../platform/database/index.ts'
import { verifyLedger } from '../ledger/index.ts'

const app = await testApp()
afterAll(() => app.close())

const tzs = (amount: number) => ({ amount, currency: 'TZS' })
const shillings = () =>
  billingDesk(app, { currency: 'TZS', clientCurrency: 'TZS', accounts: ['TZS'], rates: {} })

async function clientOf(desk: Desk, body: Record<string, unknown>) {
  const { body: made } = await app.call(createClient, desk.owner, { body: body as never })
  await app.call(changeClientStatus, desk.owner, {
    params: { client_id: made.id },
    body: { status: 'active' },
  })
  return made.id
}
const as = (desk: Desk, publicId: string): Desk => ({ ...desk, client: { ...desk.client, publicId } })
const invoiceOf = (desk: Desk, client: string, price: string) =>
  issued(app, as(desk, client), { lines: [workLine({ unit_price: price, tax_rate_key: 'zero' })] })
async function pay(desk: Desk, client: string, amount: number, invoice?: string) {
  const answer = await app.call(recordPayment, desk.owner, {
    body: {
      client_id: client,
      receiving_account_id: app.id('receivingAccount', desk.accounts['TZS'] as string),
      amount: tzs(amount),
      received_on: '2026-03-09',
      allocations: invoice ? [{ invoice_id: invoice, amount: tzs(amount) }] : [],
    },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
}
const read = async (desk: Desk, id: string) =>
  (await app.call(getClient, desk.owner, { params: { client_id: id } })).body
async function merge(
  desk: Desk,
  merged: string,
  into: string,
  more: Record<string, unknown> = {},
  caller: Caller = desk.owner,
) {
  const [gone, stays] = [await read(desk, merged), await read(desk, into)]
  return app.call(mergeClients, caller, {
    params: { client_id: merged },
    version: gone.version,
    body: { into_client_id: into, into_version: stays.version, ...more },
  })
}
/** All that an organization's money comes to, whoever it belongs to. */
const totals = (desk: Desk) =>
  app.fixtures.inOrganization(desk.organization.id, (tx) =>
    tx.all(
      statement<{ what: string; sum: string }>(
        `select 'receivable' as what, coalesce(sum(receivable), 0)::text as sum from client_balances where organization_id = $1
         union all select 'credit', coalesce(sum(credit), 0)::text from client_balances where organization_id = $1
         union all select 'postings', coalesce(sum(amount), 0)::text || '/' || count(*) from postings where organization_id = $1
         union all select 'posting rows', coalesce(md5(string_agg(p::text, ',' order by p.entry_id, p.position)), '') from postings p where p.organization_id = $1
         union all select 'payments', coalesce(md5(string_agg(p::text, ',' order by p.id)), '') from payments p where p.organization_id = $1
         union all select 'documents', coalesce(md5(string_agg(d::text, ',' order by d.document_id)), '') from document_contents d where d.organization_id = $1
         union all select 'gross', coalesce(sum(gross), 0)::text || '/' || coalesce(sum(settled), 0) from invoices where organization_id = $1`,
      )(desk.organization.id),
    ),
  )
const findings = async (desk: Desk) => (await verifyLedger(app.parts.database, desk.organization.id)).findings

describe('merging two clients', () => {
  let desk: Desk
  let stays: string
  let goes: string
  let theirs: Awaited<ReturnType<typeof invoiceOf>>
  let refid: string
  beforeAll(async () => {
    desk = await shillings()
    stays = await clientOf(desk, {
      name: 'Mwanza Lake Hospital',
      email: 'info@mlh.example',
      metadata: { segment: 'Health' },
    })
    goes = await clientOf(desk, {
      name: 'Lake Hospital Mwanza Ltd',
      email: 'procurement@mlh.example',
      tax_number: '133-410-008',
      phone: '+255 700 111 222',
      metadata: { segment: 'Hospitals', fleet: '3' },
    })
    refid = (await read(desk, goes)).refid
    for (const [client, name, email] of [
      [stays, 'Salma Juma', 'salma@mlh.example'],
      [goes, 'Salma J.', 'SALMA@mlh.example'],
      [goes, 'Hassan Mwinyi', 'hassan@mlh.example'],
    ] as const)
      await app.call(createContact, desk.owner, { params: { client_id: client }, body: { name, email } })
    const ours = await invoiceOf(desk, stays, '1000')
    theirs = await invoiceOf(desk, goes, '500')
    await invoiceOf(desk, goes, '250')
    await pay(desk, stays, 40_000, ours.id)
    await pay(desk, goes, 50_000, theirs.id)
    await pay(desk, goes, 9_000)
  })

  test('is shown before it is done: what differs, what moves, what it comes to [CLI-60]', async () => {
    const { status, body } = await app.call(previewMerge, desk.owner, {
      params: { client_id: goes, into_client_id: stays },
    })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.moves).toEqual({
      contacts: 2,
      contacts_at_both: 1,
      drafts: 0,
      invoices: 2,
      payments: 2,
      receipts: 2,
      payment_references: 2,
      payment_proofs: 0,
    })
    const keeps = Object.fromEntries(body.fields.map((field) => [field.field, field.keeps]))
    expect(keeps).toEqual({ name: 'survivor', email: 'survivor', tax_number: 'merged', phone: 'merged' })
    expect(body.balances).toEqual([
      {
        currency: 'TZS',
        open: { survivor: tzs(60_000), merged: tzs(25_000), after: tzs(85_000) },
        credit: { survivor: tzs(0), merged: tzs(9_000), after: tzs(9_000) },
      },
    ])
    const itself = await app.call(previewMerge, desk.owner, {
      params: { client_id: goes, into_client_id: goes },
    })
    expect(itself.status).toBe(422)
  })

  test('is refused from a stale version, into itself, into a stranger, and to who may not [CLI-60] [SEC-04]', async () => {
    const { version } = await read(desk, goes)
    const call = (caller: Caller, into: string, versions: [number, number]) =>
      app.call(mergeClients, caller, {
        params: { client_id: goes },
        version: versions[0],
        body: { into_client_id: into, into_version: versions[1] },
      })
    expect((await call(desk.owner, stays, [version + 1, 2])).status).toBe(412)
    expect((await call(desk.owner, stays, [version, 99])).status).toBe(412)
    expect((await call(desk.owner, goes, [version, version])).body).toMatchObject({
      errors: [{ pointer: '/into_client_id' }],
    })
    const stranger = await shillings()
    expect((await call(desk.owner, stranger.client.publicId, [version, 1])).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/into_client_id', code: 'unknown_id' }],
    })
    expect((await call(stranger.owner, stays, [version, 1])).status).toBe(404)
    const finance = await app.fixtures.member(desk.organization, { role: 'finance' })
    expect((await call(finance, stays, [version, 1])).status).toBe(403)
    const limited = await app.fixtures.member(desk.organization, { role: 'admin', isLimited: true })
    expect((await call(limited, stays, [version, 1])).status).toBe(403)
  })

  test('brings everything along and changes no amount and no document [CLI-60]', async () => {
    const portalContact = await app.fixtures.contact(desk.organization, {
      id: await idOf(goes),
      publicId: goes,
    })
    await app.call(setClientPortal, desk.owner, {
      params: { client_id: goes },
      body: { is_portal_enabled: true },
    })
    const before = await totals(desk)
    const answer = await merge(desk, goes, stays, { take: ['name'] })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.body).toMatchObject({
      id: stays,
      name: 'Lake Hospital Mwanza Ltd',
      email: 'info@mlh.example',
      tax_number: '133-410-008',
      metadata: { segment: 'Health', fleet: '3' },
      balances: [{ open: tzs(85_000), credit: tzs(9_000) }],
    })
    expect(await totals(desk)).toEqual(before)
    expect(await findings(desk)).toEqual([])

    const query = { client_id: stays }
    expect((await app.call(listInvoices, desk.owner, { query })).body.data).toHaveLength(3)
    const payments = (await app.call(listPayments, desk.owner, { query })).body.data
    expect(payments).toHaveLength(3)
    expect(new Set(payments.map(({ client }) => client.id))).toEqual(new Set([stays]))
    expect((await app.call(listReceipts, desk.owner, { query })).body.data).toHaveLength(3)
    const contacts = (await app.call(listContacts, desk.owner, { params: { client_id: stays } })).body.data
    expect(contacts.map(({ name }) => name).toSorted()).toEqual(['Contact', 'Hassan Mwinyi', 'Salma Juma'])
    expect(contacts.filter((contact) => contact.is_primary)).toHaveLength(1)
    const ledger = await app.call(listClientLedger, desk.owner, {
      params: { client_id: stays },
      query: { currency: 'TZS', account: 'receivable' },
    })
    expect(ledger.body.closing).toEqual(tzs(85_000))
    const account = (await app.call(getStatement, desk.owner, { params: { client_id: stays } })).body
      .currencies[0]
    expect(account).toMatchObject({ receivable: tzs(85_000), credit: tzs(9_000), closing: tzs(76_000) })

    // Who entered the portal for the one that went enters it for the one that stays, and sees all of it.
    const now = { ...portalContact, clientId: stays }
    expect((await app.call(getPortalHome, now)).body.owed[0]?.open).toEqual(tzs(85_000))
    expect((await app.call(listPortalPayments, now)).body.data).toHaveLength(3)
    expect((await app.call(listPortalReceipts, now)).body.data).toHaveLength(3)
  })

  test('leads from the old id, refid and name to the client that stays [CLI-60]', async () => {
    expect(await read(desk, goes)).toMatchObject({ id: stays })
    const list = (query: Record<string, string>) =>
      app.call(listClients, desk.owner, { query: query as never })
    expect((await list({ refid })).body.data.map(({ id }) => id)).toEqual([stays])
    expect((await list({ q: 'lake hospital' })).body.data.map(({ id }) => id)).toEqual([stays])
    const found = await app.call(search, desk.owner, { query: { q: refid } })
    expect(found.body.groups[0]?.data[0]).toMatchObject({ id: stays })
    for (const operation of [listPayments, listReceipts])
      expect(
        (await app.call(operation as typeof listPayments, desk.owner, { query: { client_id: goes } })).body
          .data,
      ).toHaveLength(3)
    expect((await app.call(listInvoices, desk.owner, { query: { client_id: goes } })).body.data).toHaveLength(
      3,
    )
    expect(
      (await app.call(listContacts, desk.owner, { params: { client_id: goes } })).body.data,
    ).toHaveLength(3)
    // It is gone for whoever would change it, and cannot be merged twice.
    const { version } = await read(desk, goes)
    expect(
      (
        await app.call(updateClient, desk.owner, {
          params: { client_id: goes },
          version,
          body: { name: 'X' },
        })
      ).status,
    ).toBe(404)
    expect((await merge(desk, goes, stays)).status).toBe(404)
    // An edit does not make the search forget.
    await app.call(updateClient, desk.owner, {
      params: { client_id: stays },
      version,
      body: { name: 'Mwanza Lake Hospital' },
    })
    expect((await list({ q: refid })).body.data.map(({ id }) => id)).toEqual([stays])
  })

  test('life goes on: what came along is paid, voided and settled like any other [CLI-60]', async () => {
    const open = (
      await app.call(listInvoices, desk.owner, { query: { client_id: stays, settlement_state: 'open' } })
    ).body.data[0]
    await app.call(applyCredit, desk.owner, {
      params: { invoice_id: open?.id ?? '' },
      body: { amount: tzs(9_000) },
    })
    const fresh = await invoiceOf(desk, stays, '10')
    expect(
      (
        await app.call(voidInvoice, desk.owner, {
          params: { invoice_id: fresh.id },
          version: fresh.version,
          body: { reason: 'Twice' },
        })
      ).status,
    ).toBe(200)
    await pay(desk, stays, 16_000, open?.id)
    expect(await findings(desk)).toEqual([])
  })

  test('an invoice of before can be voided after, and a second merge brings the first along [CLI-60]', async () => {
    const of = await shillings()
    const [a, b, c] = [
      await clientOf(of, { name: 'Alpha' }),
      await clientOf(of, { name: 'Beta' }),
      await clientOf(of, { name: 'Gamma' }),
    ]
    const invoice = await invoiceOf(of, a, '70')
    await pay(of, a, 1_000)
    expect((await merge(of, a, b)).status).toBe(200)
    expect((await merge(of, b, c)).status).toBe(200)
    expect(await read(of, a)).toMatchObject({ id: c, balances: [{ open: tzs(7_000), credit: tzs(1_000) }] })
    expect(
      (
        await app.call(voidInvoice, of.owner, {
          params: { invoice_id: invoice.id },
          version: invoice.version,
          body: { reason: 'Wrong' },
        })
      ).status,
    ).toBe(200)
    expect((await read(of, c)).balances).toMatchObject([{ open: tzs(0), credit: tzs(1_000) }])
    expect((await app.call(listPayments, of.owner, { query: { client_id: c } })).body.data).toHaveLength(1)
    expect(await findings(of)).toEqual([])
  })

  test('who looked after one of them meets all of both, and nothing else [CLI-60] [RBAC-21]', async () => {
    const of = await shillings()
    const [a, b] = [await clientOf(of, { name: 'Alpha' }), await clientOf(of, { name: 'Beta' })]
    await pay(of, a, 1_000)
    await pay(of, b, 2_000)
    const member = await app.fixtures.member(of.organization, {
      role: 'finance',
      isLimited: true,
      assignedTo: [await idOf(a)],
    })
    const stranger = await app.fixtures.member(of.organization, { role: 'finance', isLimited: true })
    await merge(of, a, b)
    expect((await app.call(listPayments, member)).body.data).toHaveLength(2)
    expect((await app.call(listPayments, stranger)).body.data).toHaveLength(0)
    const { version } = await read(of, b)
    await app.call(updateClient, of.owner, {
      params: { client_id: b },
      version,
      body: { assigned_member_ids: [app.id('membership', stranger.membershipId)] },
    })
    expect((await app.call(listPayments, stranger)).body.data).toHaveLength(2)
    expect((await app.call(listPayments, member)).body.data).toHaveLength(0)
  })

  test('two merges at once do one thing [CLI-60]', async () => {
    const of = await shillings()
    const [a, b] = [await clientOf(of, { name: 'Alpha' }), await clientOf(of, { name: 'Beta' })]
    await pay(of, a, 1_000)
    const answers = await Promise.all([merge(of, a, b), merge(of, b, a), merge(of, a, b)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.every(({ status }) => [200, 404, 412, 422].includes(status))).toBe(true)
    expect(await findings(of)).toEqual([])
  })

  test('leaves no draft behind that is being written for it at that moment [CLI-60]', async () => {
    const of = await shillings()
    const gone = await clientOf(of, { name: 'Beta' })
    const isAwaited = statement<{ one: number }>(
      'select 1 as one from pg_stat_activity a where pg_backend_pid() = any (pg_blocking_pids(a.pid))',
    )
    const [writing] = await app.fixtures.inOrganization(of.organization.id, async (tx) => {
      const both = [of.organization.id, fromPublicId('client', gone), of.client.id] as const
      const hold = statement('select 1 from clients where organization_id = $1 and id in ($2, $3) for update')
      await tx.all(hold(...both))
      const answer = app.call(createInvoice, of.owner, {
        body: { client_id: gone, lines: [workLine({ tax_rate_key: 'zero' })] },
      })
      await expect.poll(async () => (await tx.all(isAwaited())).length).toBeGreaterThan(0)
      const putAside = statement(
        'update clients set deleted_at = $4, merged_into_id = $3 where organization_id = $1 and id = $2',
      )
      await tx.change(putAside(...both, tx.now))
      return [answer]
    })
    expect((await writing).body).toMatchObject({ code: 'validation_failed' })
  })

  test('whatever happened before and happens after, sums stay and the ledger is whole [CLI-60]', async () => {
    const step = fc.record({
      deed: fc.constantFrom('invoice', 'pay', 'prepay', 'credit', 'void', 'merge'),
      who: fc.nat(2),
      amount: fc.integer({ min: 1, max: 900 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const of = await shillings()
        const clients = await Promise.all(['A', 'B', 'C'].map((name) => clientOf(of, { name })))
        for (const { deed, who, amount } of [...steps, { deed: 'merge', who: 0, amount: 1 }]) {
          const client = clients[who % clients.length] as string
          const open = (
            await app.call(listInvoices, of.owner, { query: { client_id: client, document_state: 'final' } })
          ).body.data.find(({ due }) => due.amount > 0)
          if (deed === 'invoice') await invoiceOf(of, client, String(amount))
          if (deed === 'prepay') await pay(of, client, amount)
          if (deed === 'pay' && open) await pay(of, client, Math.min(open.due.amount, amount * 100), open.id)
          if (deed === 'credit' && open)
            await app.call(applyCredit, of.owner, {
              params: { invoice_id: open.id },
              body: { amount: tzs(Math.min(open.due.amount, amount)) },
            })
          if (deed === 'void' && open)
            await app.call(voidInvoice, of.owner, {
              params: { invoice_id: open.id },
              version: 2,
              body: { reason: 'Test' },
            })
          if (deed === 'merge' && clients.length > 1) {
            const before = await totals(of)
            const [goes] = clients.splice(who % clients.length, 1)
            expect((await merge(of, goes as string, clients[amount % clients.length] as string)).status).toBe(
              200,
            )
            expect(await totals(of)).toEqual(before)
          }
        }
        expect(await findings(of)).toEqual([])
      }),
      { numRuns: Number(process.env['PORTICO_MODEL_RUNS'] ?? 8), seed: 20261128 },
    )
  }, 60_000)
})

async function idOf(publicId: string): Promise<string> {
  const { fromPublicId } = await import('@portico/contract')
  return fromPublicId('client', publicId) as string
}
