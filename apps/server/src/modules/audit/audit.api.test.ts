import {
  createClient,
  createPriceItem,
  exportActivity,
  exportAuditEntries,
  fromPublicId,
  getAuditEntry,
  getAuditHead,
  listActivity,
  listAuditEntries,
  listAuditFilters,
  listHistory,
  listInvoiceHistory,
  listRequests,
  setExchangeRate,
  updateClient,
  type AuditEntry,
} from '@portico/contract'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, issued, type Desk } from '../../../test/billing.ts'
import { pay, sendProof } from '../../../test/paying.ts'
import { systemClock } from '../../platform/clock.ts'
import { Database } from '../../platform/database/index.ts'
import { sealEntries } from './index.ts'

const app = await testApp()
const worker = new Database({
  connectionString: app.database.urlFor('portico_worker'),
  poolSize: 2,
  clock: systemClock,
  applicationName: 'test worker',
})
let desk: Desk
let client: { id: string; version: number }
const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }
beforeAll(async () => {
  desk = await billingDesk(app)
  const made = await app.call(
    createClient,
    { ...desk.owner, ip: '196.41.33.7' },
    {
      body: { name: 'Kilimo Bora', email: 'info@kilimo.example', payment_terms_days: 14 },
      headers: browser,
    },
  )
  client = made.body
  await app.call(updateClient, desk.owner, {
    params: { client_id: client.id },
    version: client.version,
    body: { name: 'Kilimo Bora Ltd', payment_terms_days: 30 },
  })
})
afterAll(async () => {
  await worker.close()
  await app.close()
})

const entries = async (query: Record<string, string> = {}, caller: Caller = desk.owner) => {
  const answer = await app.call(listAuditEntries, caller, { query: query as never })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.data as z.input<typeof AuditEntry>[]
}
const actionsOf = (list: { action: string }[]) => list.map(({ action }) => action)

describe('the audit log', () => {
  test('says who did what to which record, from where, and what was before and after [AUD-01] [AUD-03] [AUD-05]', async () => {
    const [changed, created] = await entries({ q: 'kilimo bora' })
    expect(created).toMatchObject({
      action: 'clients.created',
      actor: { kind: 'member', name: desk.owner.name, id: app.id('membership', desk.owner.membershipId) },
      record: { kind: 'client', id: client.id, label: 'Kilimo Bora Ltd' },
      client: { id: client.id, name: 'Kilimo Bora Ltd' },
      ip: '196.41.33.7',
      user_agent: browser['user-agent'],
      request_id: expect.stringMatching(/^req_[0-9a-f]{32}$/) as string,
      is_erased: false,
    })
    expect(changed).toMatchObject({
      action: 'clients.changed',
      before: { name: 'Kilimo Bora', payment_terms_days: 14 },
      after: { name: 'Kilimo Bora Ltd', payment_terms_days: 30 },
    })
    const one = await app.call(getAuditEntry, desk.owner, {
      params: { audit_entry_id: changed?.id as string },
    })
    expect(one.body).toEqual(changed)
  })

  test('is for owners and admins only [AUD-02]', async () => {
    for (const role of ['manager', 'member', 'finance', 'support']) {
      const member = await app.fixtures.member(desk.organization, { role })
      for (const operation of [
        listAuditEntries,
        exportAuditEntries,
        getAuditHead,
        listAuditFilters,
        listRequests,
      ])
        expect(
          (await app.call(operation as typeof getAuditHead, member)).status,
          `${role} ${operation.id}`,
        ).toBe(403)
    }
    const admin = await app.fixtures.member(desk.organization, { role: 'admin' })
    expect((await entries({}, admin)).length).toBeGreaterThan(0)
    const stranger = (await app.fixtures.organization()).owner
    expect(actionsOf(await entries({}, stranger))).not.toContain('clients.changed')
  })

  test('is filtered by date, action, actor, kind and record, each alone and together [AUD-06] [AUD-07] [AUD-08]', async () => {
    const of = await billingDesk(app)
    const other = await app.fixtures.member(of.organization, { role: 'admin' })
    const moveTo = (instant: string) => app.clock.advance(Date.parse(instant) - app.clock.now().getTime())
    const at = app.clock.now().toISOString()
    // 23:30 on the 19th in UTC is the 20th in Dar es Salaam.
    moveTo('2026-03-19T23:30:00.000Z')
    const invoice = await issued(app, of)
    moveTo('2026-04-02T08:00:00.000Z')
    const item = await app.call(createPriceItem, other, { body: { code: 'H1', name: 'Hosting' } })
    moveTo(at)
    const ask = async (query: Record<string, string>) => actionsOf(await entries(query, of.owner))
    expect(await ask({ from: '2026-03-20', to: '2026-03-20' })).toEqual([
      'invoices.issued',
      'invoices.created',
    ])
    expect(await ask({ to: '2026-03-19', kind: 'invoice' })).toEqual([])
    expect(await ask({ from: '2026-04-01' })).toEqual(['prices.item_created'])
    expect(await ask({ action: 'invoices.issued' })).toEqual(['invoices.issued'])
    expect(await ask({ kind: 'price_item' })).toEqual(['prices.item_created'])
    expect(await ask({ record: invoice.id })).toEqual(['invoices.issued', 'invoices.created'])
    expect(await ask({ actor: app.id('membership', other.membershipId) })).toEqual(['prices.item_created'])
    expect(await ask({ actor: app.id('membership', other.membershipId), kind: 'invoice' })).toEqual([])
    expect(await ask({ record: 'inv_01jd3k8w2fe0vb3y7p5m9x4t6q' })).toEqual([])
    expect(await ask({ actor: 'nonsense' })).toEqual([])
    // What is typed: an action in words, a name, a number, an id of a record, an entry or a request.
    expect(await ask({ q: 'issued invoice' })).toEqual(['invoices.issued'])
    expect(await ask({ q: other.name.toUpperCase() })).toEqual(['prices.item_created'])
    expect(await ask({ q: invoice.number })).toEqual(['invoices.issued', 'invoices.created'])
    expect(await ask({ q: item.body.id })).toEqual(['prices.item_created'])
    const [entry] = await entries({ q: 'prices item' }, of.owner)
    expect(await ask({ q: entry?.id as string })).toEqual(['prices.item_created'])
    expect(await ask({ q: entry?.request_id as string })).toEqual(['prices.item_created'])
    expect(await ask({ q: 'no such thing' })).toEqual([])
    const choices = await app.call(listAuditFilters, of.owner)
    expect(choices.body.actions).toEqual(expect.arrayContaining(['invoices.issued', 'prices.item_created']))
    expect(choices.body.kinds).toEqual(expect.arrayContaining(['invoice', 'price_item']))
    expect(choices.body.actors.map(({ name }) => name)).toContain(other.name)
    expect((await app.call(listAuditEntries, of.owner, { query: { from: 'soon' } })).status).toBe(422)
  })

  test('is read page by page, forwards and back, without a hole [AUD-01]', async () => {
    const all = await entries({ limit: '100' })
    const seen: string[] = []
    let after: string | undefined
    let previous: string | null = null
    do {
      const { body } = await app.call(listAuditEntries, desk.owner, {
        query: { limit: 1, ...(after && { after }) } as never,
      })
      seen.push(...body.data.map(({ id }) => id))
      previous = body.previous_cursor
      after = body.next_cursor ?? undefined
    } while (after)
    expect(seen).toEqual(all.map(({ id }) => id))
    const back = await app.call(listAuditEntries, desk.owner, {
      query: { limit: 1, before: previous as string } as never,
    })
    expect(seen.join()).toContain(back.body.data.map(({ id }) => id).join())
  })

  test('tells the last seal, to be kept elsewhere [AUD-11]', async () => {
    await sealEntries(worker)
    const head = (await app.call(getAuditHead, desk.owner)).body
    expect(head).toMatchObject({ waiting: 0, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    const [newest] = await entries({ limit: '1' })
    expect(newest?.seal?.seq).toBeLessThanOrEqual(head.seq)
    expect((await entries({ limit: '100' })).every(({ seal }) => seal !== null)).toBe(true)
  })

  test('is exported as CSV with the filters of the list, and no cell runs as a formula [AUD-09]', async () => {
    const of = await billingDesk(app)
    for (const name of ['=HYPERLINK("http://evil")', '+1', '@SUM(1)', 'Plain, "quoted"'])
      await app.call(createClient, of.owner, { body: { name } })
    const answer = await app.call(exportAuditEntries, of.owner, { query: { kind: 'client' } })
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringContaining(
        'attachment; filename="audit-log-2026-03-10.csv"',
      ) as string,
      'cache-control': 'no-store',
    })
    const rows = parse<Record<string, string>>(answer.raw, { bom: true, columns: true })
    const listed = await entries({ kind: 'client' }, of.owner)
    expect(rows.map((row) => row['time'])).toEqual(listed.map(({ at }) => at))
    expect(rows.map((row) => row['record'])).toEqual([
      'Plain, "quoted"',
      "'@SUM(1)",
      "'+1",
      `'=HYPERLINK("http://evil")`,
    ])
    expect(rows[0]).toMatchObject({
      action: 'clients.created',
      actor: of.owner.name,
      record_kind: 'client',
      ip: '127.0.0.1',
    })
    expect(JSON.parse(rows[0]?.['after'] as string)).toMatchObject({ name: 'Plain, "quoted"' })
  })

  test('is exported whole, page after page of what the database holds [AUD-09]', async () => {
    const of = await app.fixtures.organization()
    await app.fixtures.inOrganization(of.id, async (tx) => {
      for (let at = 0; at < 2_300; at++)
        tx.record({ action: 'clients.changed', entityKind: 'client', entityId: of.id, after: { at } })
    })
    const answer = await app.call(exportAuditEntries, of.owner, { query: { action: 'clients.changed' } })
    const rows = parse<Record<string, string>>(answer.raw, { bom: true, columns: true })
    expect(new Set(rows.map((row) => row['after'])).size).toBe(2_300)
  })
})

describe('the activity', () => {
  const activity = async (caller: Caller, query: Record<string, string> = {}) => {
    const answer = await app.call(listActivity, caller, { query: query as never })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body.data
  }

  test('shows each member what their permissions show, in the words of the record [AUD-04] [AUD-05]', async () => {
    const of = await billingDesk(app)
    const invoice = await issued(app, of)
    await pay(app, of, { amount: 11_800, parts: [[invoice, 11_800]] }, of.owner)
    const whole = await activity(of.owner)
    expect(whole[0]).toMatchObject({ ip: '127.0.0.1', client: { id: of.client.publicId } })
    expect(actionsOf(whole)).toEqual(
      expect.arrayContaining(['invoices.issued', 'payments.recorded', 'receipts.issued']),
    )
    expect(whole.find(({ action }) => action === 'invoices.issued')?.record).toEqual({
      kind: 'invoice',
      id: invoice.id,
      label: invoice.number,
    })
    // A member sees invoices and no payments; support neither; nobody but admins from where it was done.
    const member = await app.fixtures.member(of.organization, { role: 'member' })
    const seen = await activity(member)
    expect(actionsOf(seen)).toContain('invoices.issued')
    expect(actionsOf(seen)).not.toContain('payments.recorded')
    expect(seen[0]).not.toHaveProperty('ip')
    const support = await app.fixtures.member(of.organization, { role: 'support' })
    expect(
      (await activity(support)).every(({ record }) =>
        ['client', 'contact', 'membership', 'invitation', 'organization'].includes(record.kind),
      ),
    ).toBe(true)
    expect(await activity(support, { kind: 'invoice' })).toEqual([])
    expect(await activity(of.owner, { kind: 'invoice', client_id: of.client.publicId })).toHaveLength(2)
  })

  test('shows limited members their clients only [AUD-04] [RBAC-15]', async () => {
    const of = await billingDesk(app)
    const mine = await app.call(createClient, of.owner, { body: { name: 'Mine' } })
    const theirs = await app.call(createClient, of.owner, { body: { name: 'Theirs' } })
    await app.call(createPriceItem, of.owner, { body: { code: 'P', name: 'Priced' } })
    const limited = await app.fixtures.member(of.organization, {
      role: 'member',
      isLimited: true,
      assignedTo: [fromPublicId('client', mine.body.id) as string],
    })
    const seen = await activity(limited)
    expect(seen.map(({ record }) => record.label)).toEqual(expect.arrayContaining(['Mine', 'Priced']))
    expect(JSON.stringify(seen)).not.toContain('Theirs')
    expect(await activity(limited, { client_id: theirs.body.id })).toEqual([])
    expect((await app.call(listHistory, limited, { query: { record: theirs.body.id } })).body.data).toEqual(
      [],
    )
    const admin = await app.fixtures.member(of.organization, { role: 'admin', isLimited: true })
    expect(JSON.stringify(await entries({}, admin))).not.toContain('Theirs')
  })

  test('is exported as CSV, of exactly what the reader sees [AUD-10]', async () => {
    const member = await app.fixtures.member(desk.organization, { role: 'member' })
    const answer = await app.call(exportActivity, member, { query: { kind: 'client' } })
    const rows = parse<Record<string, string>>(answer.raw, { bom: true, columns: true })
    expect(rows.map(({ action }) => action)).toEqual(actionsOf(await activity(member, { kind: 'client' })))
    expect(rows.every((row) => row['ip'] === '')).toBe(true)
    const whole = await app.call(exportActivity, desk.owner, { query: { kind: 'client' } })
    expect(parse<Record<string, string>>(whole.raw, { bom: true, columns: true })[0]?.['ip']).toBe(
      '127.0.0.1',
    )
  })
})

describe('each record', () => {
  const history = (record: string, caller: Caller = desk.owner, kind?: string) =>
    app.call(listHistory, caller, { query: { record, ...(kind && { kind }) } as never })

  test('shows its own history to who may see the record [AUD-12]', async () => {
    const item = await app.call(createPriceItem, desk.owner, { body: { code: 'HIST', name: 'Retainer' } })
    expect((await history(item.body.id)).body.data).toMatchObject([
      { action: 'prices.item_created', actor: { name: desk.owner.name }, after: { name: 'Retainer' } },
    ])
    const invoice = await issued(app, desk)
    const payment = await pay(app, desk, { amount: 11_800, parts: [[invoice, 11_800]] })
    expect(actionsOf((await history(payment.body.id)).body.data)).toEqual(['payments.recorded'])
    expect(actionsOf((await history(payment.body.receipt?.id as string)).body.data)).toEqual([
      'receipts.issued',
    ])
    await app.call(setExchangeRate, desk.owner, {
      params: { currency: 'EUR' },
      body: { rate: '1.1', rate_date: '2026-03-01' },
    })
    expect(
      actionsOf((await history(desk.organization.publicId, desk.owner, 'exchange_rate')).body.data),
    ).toEqual(['currencies.rate_set'])
    const member = await app.fixtures.member(desk.organization, { role: 'member' })
    expect((await history(payment.body.id, member)).status).toBe(403)
    expect((await history(item.body.id, member)).status).toBe(200)
    const stranger = (await app.fixtures.organization()).owner
    expect((await history(item.body.id, stranger)).body.data).toEqual([])
    for (const nothing of ['nonsense', 'inv_01jd3k8w2fe0vb3y7p5m9x4t6q'])
      expect((await history(nothing)).body.data).toEqual([])
  })

  test('an invoice’s life lists the proofs that were sent for it [AUD-12] [INV-11]', async () => {
    const invoice = await issued(app, desk)
    const contact = await app.fixtures.contact(desk.organization, desk.client)
    await sendProof(app, contact, invoice)
    const life = await app.call(listInvoiceHistory, desk.owner, { params: { invoice_id: invoice.id } })
    expect(actionsOf(life.body.data)).toEqual(
      expect.arrayContaining(['proofs.submitted', 'invoices.issued', 'invoices.created']),
    )
  })
})
