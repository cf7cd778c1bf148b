import {
  applyPortalCredit,
  downloadFile,
  downloadPortalInvoice,
  getPortalInvoice,
  listPortalInvoices,
  lookUpPortalReference,
  toPublicId,
  voidInvoice,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, draft, issued, workLine, type Desk } from '../../../test/billing.ts'
import type { BuiltContact } from '../../../test/fixtures.ts'
import { pay as payTo, type Part } from '../../../test/paying.ts'
import { statement } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
let contact: BuiltContact
beforeAll(async () => {
  desk = await billingDesk(app)
  contact = await app.fixtures.contact(desk.organization, desk.client)
})

const money = (amount: number, currency = 'TZS') => ({ amount, currency })
const pay = (of: Desk, amount: number, parts: [Part, number][] = []) => payTo(app, of, { amount, parts })
const get = (invoice: Part, caller: Caller = contact) =>
  app.call(getPortalInvoice, caller, { params: { invoice_id: invoice.id } })

describe('invoices', () => {
  test('are listed as issued, newest first, to pay or settled [POR-08] [POR-11]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client)
    const made = [await issued(app, of), await issued(app, of), await issued(app, of)]
    await draft(app, of)
    await pay(of, 11_800, [[made[0] as Part, 11_800]])
    const numbers = async (query: object) =>
      (await app.call(listPortalInvoices, caller, { query })).body.data.map(({ number }) => number)
    expect(await numbers({})).toEqual(made.map(({ number }) => number).toReversed())
    expect(await numbers({ settled: 'false' })).toEqual([made[2]?.number, made[1]?.number])
    expect(await numbers({ settled: 'true' })).toEqual([made[0]?.number])
    const { body: one } = await app.call(listPortalInvoices, caller, { query: { limit: 2 } })
    expect(one.has_more).toBe(true)
    const { body: two } = await app.call(listPortalInvoices, caller, {
      query: { limit: 2, after: one.next_cursor as string },
    })
    expect(two.data.map(({ number }) => number)).toEqual([made[0]?.number])
  })

  test('show what was printed and how to pay [POR-08] [POR-12] [PAY-30] [PAY-33]', async () => {
    const invoice = await issued(app, desk, {
      purchase_order: 'PO-77',
      note: 'Thank you',
      lines: [workLine({ details: 'Phase 2', unit: 'h', quantity: '2' }), workLine({ tax_rate_key: null })],
    })
    const { status, body } = await get(invoice)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      number: invoice.number,
      badge: 'final',
      purchase_order: 'PO-77',
      note: 'Thank you',
      currency: 'TZS',
      total: money(33_600),
      due: money(33_600),
      can_pay: true,
      client_credit: money(0),
      proof_review_hours: 24,
      seller: {
        name: desk.organization.owner && expect.any(String),
        legal_name: 'Kijani Digital Studio Limited',
        tin: '142-887-301',
        vrn: '40-031882-K',
        address_lines: ['Plot 14', 'Dar es Salaam'],
      },
      buyer: { name: desk.client.name, refid: expect.stringMatching(/^CL-/) },
      lines: [
        {
          position: 1,
          description: 'Website redesign',
          details: 'Phase 2',
          quantity: '2',
          unit: 'h',
          tax_label: 'VAT 18%',
          net: money(20_000),
        },
        { position: 2, tax_label: null },
      ],
      taxes: [
        { name: 'VAT', category: 'standard', percent: '18', taxable: money(20_000), tax: money(3_600) },
        { category: 'out_of_scope' },
      ],
      totals: {
        net: money(30_000),
        tax: money(3_600),
        gross: money(33_600),
        settled: money(0),
        due: money(33_600),
      },
      payment_reference: { label: 'Payment reference', value: expect.stringMatching(/^PAY-/) },
      pay_methods: [
        { name: 'Bank TZS', kind: 'bank', details: [{ label: 'Account no.', value: '0150 TZS' }] },
      ],
      proofs: [],
      receipts: [],
    })
    const pdf = await app.call(
      downloadFile,
      {},
      { params: { token: body.download_url.split('/').at(-1) as string } },
    )
    expect(pdf).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } })
    const again = await app.call(downloadPortalInvoice, contact, {
      params: { invoice_id: invoice.id },
      query: { disposition: 'inline' },
    })
    expect(again).toMatchObject({
      status: 200,
      headers: { 'content-disposition': expect.stringMatching(/^inline/) },
    })
    expect(again.raw.equals(pdf.raw)).toBe(true)
  })

  test('offer only accounts of their currency, the chosen ones first of all [PAY-30]', async () => {
    const of = await billingDesk(app, { accounts: ['TZS', 'USD'] })
    const caller = await app.fixtures.contact(of.organization, of.client)
    const add = (name: string, isShown: boolean) =>
      app.fixtures.inOrganization(of.organization.id, async (tx) => {
        const id = newId()
        await tx.all(
          statement(
            `insert into receiving_accounts (organization_id, id, kind, name, currency, is_shown_to_clients, created_at, updated_at) values ($1, $2, 'mobile_money', $3, 'TZS', $4, $5, $5)`,
          )(tx.organizationId, id, name, isShown, tx.now),
        )
        return id
      })
    const till = await add('Till', true)
    const hidden = await add('Hidden till', false)
    const names = async (invoice: Part) =>
      (await get(invoice, caller)).body.pay_methods.map(({ name }) => name)
    expect(await names(await issued(app, of))).toEqual(['Bank TZS', 'Till'])
    expect(
      await names(await issued(app, of, { receiving_account_ids: [toPublicId('receivingAccount', hidden)] })),
    ).toEqual(['Hidden till'])
    const chosen = await issued(app, of, { receiving_account_ids: [toPublicId('receivingAccount', till)] })
    await app.fixtures.inOrganization(of.organization.id, (tx) =>
      tx.all(
        statement('update receiving_accounts set is_active = false where organization_id = $1 and id = $2')(
          tx.organizationId,
          till,
        ),
      ),
    )
    expect(await names(chosen)).toEqual(['Bank TZS'])
    expect(await names(await issued(app, of, { currency: 'USD' }))).toEqual(['Bank USD'])
  })

  test('that are paid or void ask for nothing [POR-08]', async () => {
    const paid = await issued(app, desk)
    await pay(desk, 11_800, [[paid, 11_800]])
    const { body } = await get(paid)
    expect(body).toMatchObject({
      badge: 'paid',
      can_pay: false,
      pay_methods: [],
      totals: { due: money(0) },
      receipts: [{ amount: money(11_800), tax: money(1_800), invoices: [{ number: paid.number }] }],
    })
    const voided = await issued(app, desk)
    await app.call(voidInvoice, desk.owner, {
      params: { invoice_id: voided.id },
      version: voided.version,
      body: { reason: 'Twice' },
    })
    expect((await get(voided)).body).toMatchObject({
      badge: 'void',
      can_pay: false,
      pay_methods: [],
      due: money(0),
    })
  })

  test('are found by their payment reference, forgivingly, among the client’s own [POR-13] [PAY-33]', async () => {
    const invoice = await issued(app, desk)
    const reference = (await get(invoice)).body.payment_reference.value
    for (const typed of [
      reference,
      reference.toLowerCase().replaceAll('-', ' '),
      reference.replace('PAY-', ''),
    ]) {
      expect(
        (await app.call(lookUpPortalReference, contact, { params: { reference: typed } })).body,
      ).toMatchObject({ id: invoice.id, number: invoice.number, due: money(11_800) })
    }
    expect(
      (await app.call(lookUpPortalReference, contact, { params: { reference: 'nonsense' } })).status,
    ).toBe(404)
    const sister = { ...desk, client: await app.fixtures.client(desk.organization) }
    const other = await app.fixtures.contact(desk.organization, sister.client)
    expect((await app.call(lookUpPortalReference, other, { params: { reference } })).status).toBe(404)
  })

  test('are paid with credit by those who may pay [POR-12] [INV-34]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client)
    const invoice = await issued(app, of)
    await pay(of, 5_000)
    const use = (amount: number, by: Caller = caller, id = invoice.id) =>
      app.call(applyPortalCredit, by, { params: { invoice_id: id }, body: { amount: money(amount) } })
    expect((await get(invoice, caller)).body).toMatchObject({ client_credit: money(5_000) })
    expect(await use(4_000)).toMatchObject({
      status: 201,
      body: {
        badge: 'partial',
        client_credit: money(1_000),
        totals: { due: money(7_800) },
        receipts: [{ number: 'RCP-2026-002', amount: money(4_000) }],
      },
    })
    expect((await use(2_000)).body).toMatchObject({ code: 'insufficient_credit' })
    const viewer = await app.fixtures.contact(of.organization, of.client, { rights: ['invoices.read'] })
    expect((await use(100, viewer)).body).toMatchObject({ code: 'permission_denied' })
    const sister = { ...of, client: await app.fixtures.client(of.organization, { currency: 'TZS' }) }
    expect((await use(100, caller, (await issued(app, sister)).id)).status).toBe(404)
  })
})
