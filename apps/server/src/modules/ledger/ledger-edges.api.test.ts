import { getClient, issueInvoice, listClientLedger, updateOrganization } from '@portico/contract'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, draft, workLine } from '../../../test/billing.ts'
import { look, pay } from '../../../test/paying.ts'
import { verifyLedger } from './index.ts'

const app = await testApp()
const admin = new pg.Client({ connectionString: app.database.adminUrl })
beforeAll(() => admin.connect())
afterAll(async () => {
  await admin.end()
  await app.close()
})
const largest = 9_007_199_254_740_991
const waiting = async () =>
  (
    await admin.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`,
      [app.database.name],
    )
  ).rows[0]?.n

describe('a client’s balance', () => {
  test('stays a number that JSON holds exactly, however much is paid [PAY-21]', async () => {
    const desk = await billingDesk(app)
    expect((await pay(app, desk, { amount: largest })).status).toBe(201)
    expect((await pay(app, desk, { amount: 1 })).body).toMatchObject({
      code: 'amount_too_large',
      status: 422,
    })
    const params = { client_id: desk.client.publicId }
    expect((await app.call(getClient, desk.owner, { params })).status).toBe(200)
    const query = { currency: 'TZS', account: 'credit' } as const
    expect((await app.call(listClientLedger, desk.owner, { params, query })).body).toMatchObject({
      closing: { amount: largest, currency: 'TZS' },
    })
    expect((await verifyLedger(app.parts.database, desk.organization.id)).findings).toEqual([])
  })

  test('refuses the invoice that would lead beyond, and the number is given to the next [INV-24]', async () => {
    const desk = await billingDesk(app)
    const issue = async (lines: object[]) => {
      const { id } = await draft(app, desk, { lines })
      return app.call(issueInvoice, desk.owner, { params: { invoice_id: id }, version: 1, body: {} })
    }
    const huge = [workLine({ quantity: '100', unit_price: '900719925474', tax_rate_key: null })]
    expect((await issue(huge)).status).toBe(200)
    expect((await issue(huge)).body).toMatchObject({ code: 'amount_too_large', status: 422 })
    expect((await issue([workLine({ unit_price: '1' })])).body).toMatchObject({ number: 'INV-2026-002' })
    expect((await verifyLedger(app.parts.database, desk.organization.id)).findings).toEqual([])
  })

  test('of several whose sum is beyond can still be verified [PAY-21]', async () => {
    const desk = await billingDesk(app)
    const sister = await app.fixtures.client(desk.organization)
    expect((await pay(app, desk, { amount: largest })).status).toBe(201)
    expect((await pay(app, desk, { amount: largest, change: { client_id: sister.publicId } })).status).toBe(
      201,
    )
    expect(await verifyLedger(app.parts.database, desk.organization.id)).toEqual({
      findings: [],
      totals: [{ currency: 'TZS', postings: 2, debits: '18014398509481982', credits: '18014398509481982' }],
    })
  })
})

test('the base currency cannot change under an invoice that is being issued, nor under a payment [CUR-01] [INV-16]', async () => {
  for (const kind of ['invoice', 'receipt'] as const) {
    const desk = await billingDesk(app)
    const made = await draft(app, desk)
    const settings = await look<{ version: number }>(
      app,
      desk,
      'select version from organization_settings where organization_id = $1',
    )
    // Somebody holds the series, so that the booking stops between reading the base currency and its commit.
    await admin.query('begin')
    await admin.query(
      `insert into number_series (organization_id, kind, series, year, next) values ($1, $2, 'main', 2026, 2)`,
      [desk.organization.id, kind],
    )
    const booked =
      kind === 'invoice'
        ? app.call(issueInvoice, desk.owner, { params: { invoice_id: made.id }, version: 1, body: {} })
        : pay(app, desk, { amount: 500 })
    await expect.poll(waiting).toBe(1)
    const changed = app.call(updateOrganization, desk.owner, {
      version: settings[0]?.version ?? 0,
      body: { base_currency: 'EUR' },
    })
    await expect.poll(waiting).toBe(2)
    await admin.query('rollback')
    expect((await booked).status).toBeLessThan(300)
    expect((await changed).body).toMatchObject({ errors: [{ code: 'base_currency_in_use' }] })
    const bases = await look<{ base_currency: string }>(
      app,
      desk,
      'select distinct base_currency from postings where organization_id = $1',
    )
    expect(bases).toEqual([{ base_currency: 'USD' }])
  }
})
