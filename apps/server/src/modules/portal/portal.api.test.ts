import {
  applyPortalCredit, downloadFile, downloadPortalInvoice, downloadPortalReceipt, getPortalHome, getPortalInvoice, getPortalProfile, listPortalInvoices, listPortalPayments, listPortalReceipts, lookUpPortalReference, recordPayment, rejectProof, listProofs,
  submitPortalProof, toPublicId, updatePortalCompany, updatePortalContact, voidInvoice,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, draft, issued, workLine, type Desk } from '../../../test/billing.ts'
import type { BuiltContact } from '../../../test/fixtures.ts'
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
type Part = { id: string }
const pay = (of: Desk, amount: number, parts: [Part, number][] = [], currency = 'TZS') =>
  app.call(recordPayment, of.owner, { body: { client_id: of.client.publicId, receiving_account_id: toPublicId('receivingAccount', of.accounts[currency] as string), amount: money(amount, currency), received_on: '2026-03-10', allocations: parts.map(([{ id }, part]) => ({ invoice_id: id, amount: money(part, currency) })) } })
const say = (invoice: Part, caller: Caller = contact) => app.call(submitPortalProof, caller, { params: { invoice_id: invoice.id }, body: { pasted_text: 'Paid' } })
const get = (invoice: Part, caller: Caller = contact) => app.call(getPortalInvoice, caller, { params: { invoice_id: invoice.id } })
const setStatus = (of: Desk, status: string) => app.fixtures.inOrganization(of.organization.id, (tx) => tx.all(statement('update clients set status = $3 where organization_id = $1 and id = $2')(tx.organizationId, of.client.id, status)))

describe('home', () => {
  test('answers what is owed, what waits and what was paid [POR-01] [POR-02]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client)
    const late = await issued(app, of, { issue_date: '2026-02-01', due_date: '2026-03-01' })
    const fresh = await issued(app, of)
    const dollars = await issued(app, of, { currency: 'USD' })
    const paid = await issued(app, of)
    await draft(app, of)
    await pay(of, 12_800, [[paid, 11_800]])
    await pay(of, 1_800, [[late, 1_800]])
    await say(fresh, caller)
    const waiting = (await app.call(listProofs, of.owner, {})).body.data[0] as { id: string }
    await say(dollars, caller)
    await app.call(rejectProof, of.owner, { params: { payment_proof_id: waiting.id }, body: { reason: 'Not ours' } })

    const { status, body } = await app.call(getPortalHome, caller)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      owed: [
        { currency: 'TZS', open: money(21_800), overdue: money(10_000), oldest_due_date: '2026-03-01', open_count: 2 },
        { currency: 'USD', open: money(11_800, 'USD'), overdue: money(0, 'USD'), oldest_due_date: '2026-03-24', open_count: 1 },
      ],
      credit: [money(1_000)],
      open_invoices: [{ number: late.number, badge: 'overdue', due: money(10_000), proof: null }, { number: fresh.number, proof: { state: 'rejected' } }, { number: dollars.number, proof: { state: 'submitted' } }],
      waiting: [{ kind: 'proof_rejected', invoice_number: fresh.number, detail: 'Not ours', at: '2026-03-10T09:00:00.000Z' }, { kind: 'proof_submitted', invoice_number: dollars.number, detail: null }],
      recent_receipts: [{ number: 'RCP-2026-002', amount: money(1_800) }, { number: 'RCP-2026-001', amount: money(12_800) }],
      today: '2026-03-10',
    })
    const download = await app.call(downloadFile, {}, { params: { token: body.recent_receipts[0]?.download_url.split('/').at(-1) as string } })
    expect(download).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf', 'content-disposition': expect.stringContaining('RCP-2026-002.pdf') } })
    expect(download.raw.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('is empty and calm for a new client', async () => {
    const of = await billingDesk(app)
    expect((await app.call(getPortalHome, await app.fixtures.contact(of.organization, of.client))).body).toEqual({ owed: [], credit: [], open_invoices: [], waiting: [], recent_receipts: [], today: '2026-03-10' })
  })
})

describe('invoices', () => {
  test('are listed as issued, newest first, to pay or settled [POR-08] [POR-11]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client)
    const made = [await issued(app, of), await issued(app, of), await issued(app, of)]
    await draft(app, of)
    await pay(of, 11_800, [[made[0] as Part, 11_800]])
    const numbers = async (query: object) => (await app.call(listPortalInvoices, caller, { query })).body.data.map(({ number }) => number)
    expect(await numbers({})).toEqual(made.map(({ number }) => number).toReversed())
    expect(await numbers({ settled: 'false' })).toEqual([made[2]?.number, made[1]?.number])
    expect(await numbers({ settled: 'true' })).toEqual([made[0]?.number])
    const { body: one } = await app.call(listPortalInvoices, caller, { query: { limit: 2 } })
    expect(one.has_more).toBe(true)
    const { body: two } = await app.call(listPortalInvoices, caller, { query: { limit: 2, after: one.next_cursor as string } })
    expect(two.data.map(({ number }) => number)).toEqual([made[0]?.number])
  })

  test('show what was printed and how to pay [POR-08] [POR-12] [PAY-30] [PAY-33]', async () => {
    const invoice = await issued(app, desk, { purchase_order: 'PO-77', note: 'Thank you', lines: [workLine({ details: 'Phase 2', unit: 'h', quantity: '2' }), workLine({ tax_rate_key: null })] })
    const { status, body } = await get(invoice)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      number: invoice.number, badge: 'final', purchase_order: 'PO-77', note: 'Thank you', currency: 'TZS', total: money(33_600), due: money(33_600), can_pay: true, client_credit: money(0), proof_review_hours: 24,
      seller: { name: desk.organization.owner && expect.any(String), legal_name: 'Kijani Digital Studio Limited', tin: '142-887-301', vrn: '40-031882-K', address_lines: ['Plot 14', 'Dar es Salaam'] },
      buyer: { name: desk.client.name, refid: expect.stringMatching(/^CL-/) },
      lines: [{ position: 1, description: 'Website redesign', details: 'Phase 2', quantity: '2', unit: 'h', tax_label: 'VAT 18%', net: money(20_000) }, { position: 2, tax_label: null }],
      taxes: [{ name: 'VAT', category: 'standard', percent: '18', taxable: money(20_000), tax: money(3_600) }, { category: 'out_of_scope' }],
      totals: { net: money(30_000), tax: money(3_600), gross: money(33_600), settled: money(0), due: money(33_600) },
      payment_reference: { label: 'Payment reference', value: expect.stringMatching(/^PAY-/) },
      pay_methods: [{ name: 'Bank TZS', kind: 'bank', details: [{ label: 'Account no.', value: '0150 TZS' }] }], proofs: [], receipts: [],
    })
    const pdf = await app.call(downloadFile, {}, { params: { token: body.download_url.split('/').at(-1) as string } })
    expect(pdf).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } })
    const again = await app.call(downloadPortalInvoice, contact, { params: { invoice_id: invoice.id }, query: { disposition: 'inline' } })
    expect(again).toMatchObject({ status: 200, headers: { 'content-disposition': expect.stringMatching(/^inline/) } })
    expect(again.raw.equals(pdf.raw)).toBe(true)
  })

  test('offer only accounts of their currency, the chosen ones first of all [PAY-30]', async () => {
    const of = await billingDesk(app, { accounts: ['TZS', 'USD'] })
    const caller = await app.fixtures.contact(of.organization, of.client)
    const add = (name: string, isShown: boolean) => app.fixtures.inOrganization(of.organization.id, async (tx) => {
      const id = newId()
      await tx.all(statement(`insert into receiving_accounts (organization_id, id, kind, name, currency, is_shown_to_clients, created_at, updated_at) values ($1, $2, 'mobile_money', $3, 'TZS', $4, $5, $5)`)(tx.organizationId, id, name, isShown, tx.now))
      return id
    })
    const till = await add('Till', true)
    const hidden = await add('Hidden till', false)
    const names = async (invoice: Part) => (await get(invoice, caller)).body.pay_methods.map(({ name }) => name)
    expect(await names(await issued(app, of))).toEqual(['Bank TZS', 'Till'])
    expect(await names(await issued(app, of, { receiving_account_ids: [toPublicId('receivingAccount', hidden)] }))).toEqual(['Hidden till'])
    const chosen = await issued(app, of, { receiving_account_ids: [toPublicId('receivingAccount', till)] })
    await app.fixtures.inOrganization(of.organization.id, (tx) => tx.all(statement('update receiving_accounts set is_active = false where organization_id = $1 and id = $2')(tx.organizationId, till)))
    expect(await names(chosen)).toEqual(['Bank TZS'])
    expect(await names(await issued(app, of, { currency: 'USD' }))).toEqual(['Bank USD'])
  })

  test('that are paid or void ask for nothing [POR-08]', async () => {
    const paid = await issued(app, desk)
    await pay(desk, 11_800, [[paid, 11_800]])
    const { body } = await get(paid)
    expect(body).toMatchObject({ badge: 'paid', can_pay: false, pay_methods: [], totals: { due: money(0) }, receipts: [{ amount: money(11_800), tax: money(1_800), invoices: [{ number: paid.number }] }] })
    const voided = await issued(app, desk)
    await app.call(voidInvoice, desk.owner, { params: { invoice_id: voided.id }, version: voided.version, body: { reason: 'Twice' } })
    expect((await get(voided)).body).toMatchObject({ badge: 'void', can_pay: false, pay_methods: [], due: money(0) })
  })

  test('are found by their payment reference, forgivingly, among the client’s own [POR-13] [PAY-33]', async () => {
    const invoice = await issued(app, desk)
    const reference = (await get(invoice)).body.payment_reference.value
    for (const typed of [reference, reference.toLowerCase().replaceAll('-', ' '), reference.replace('PAY-', '')]) {
      expect((await app.call(lookUpPortalReference, contact, { params: { reference: typed } })).body).toMatchObject({ id: invoice.id, number: invoice.number, due: money(11_800) })
    }
    expect((await app.call(lookUpPortalReference, contact, { params: { reference: 'nonsense' } })).status).toBe(404)
    const sister = { ...desk, client: await app.fixtures.client(desk.organization) }
    const other = await app.fixtures.contact(desk.organization, sister.client)
    expect((await app.call(lookUpPortalReference, other, { params: { reference } })).status).toBe(404)
  })

  test('are paid with credit by those who may pay [POR-12] [INV-34]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client)
    const invoice = await issued(app, of)
    await pay(of, 5_000)
    const use = (amount: number, by: Caller = caller, id = invoice.id) => app.call(applyPortalCredit, by, { params: { invoice_id: id }, body: { amount: money(amount) } })
    expect((await get(invoice, caller)).body).toMatchObject({ client_credit: money(5_000) })
    expect(await use(4_000)).toMatchObject({ status: 201, body: { badge: 'partial', client_credit: money(1_000), totals: { due: money(7_800) }, receipts: [{ number: 'RCP-2026-002', amount: money(4_000) }] } })
    expect((await use(2_000)).body).toMatchObject({ code: 'insufficient_credit' })
    const viewer = await app.fixtures.contact(of.organization, of.client, { rights: ['invoices.read'] })
    expect((await use(100, viewer)).body).toMatchObject({ code: 'permission_denied' })
    const sister = { ...of, client: await app.fixtures.client(of.organization, { currency: 'TZS' }) }
    expect((await use(100, caller, (await issued(app, sister)).id)).status).toBe(404)
  })
})

describe('payments and receipts', () => {
  test('show payments and uses of credit as one history [PAY-20] [POR-14] [RCP-02]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client)
    const [first, second] = [await issued(app, of), await issued(app, of)]
    await pay(of, 15_000, [[first, 11_800]])
    await app.call(applyPortalCredit, caller, { params: { invoice_id: second.id }, body: { amount: money(3_200) } })
    await pay(of, 1_000, [[second, 1_000]])
    const { body } = await app.call(listPortalPayments, caller)
    expect(body.data).toMatchObject([
      { kind: 'payment', amount: money(1_000), credited: money(0), method: 'Bank TZS', invoices: [{ number: second.number, amount: money(1_000) }], receipt: { number: 'RCP-2026-003' } },
      { kind: 'credit', amount: money(3_200), credited: money(0), on: '2026-03-10', invoices: [{ number: second.number }], receipt: { number: 'RCP-2026-002' } },
      { kind: 'payment', amount: money(15_000), credited: money(3_200), invoices: [{ number: first.number, amount: money(11_800) }], receipt: { number: 'RCP-2026-001' } },
    ])
    const { body: one } = await app.call(listPortalPayments, caller, { query: { limit: 1 } })
    const { body: two } = await app.call(listPortalPayments, caller, { query: { limit: 1, after: one.next_cursor as string } })
    const { body: three } = await app.call(listPortalPayments, caller, { query: { limit: 1, after: two.next_cursor as string } })
    expect([...one.data, ...two.data, ...three.data].map(({ id }) => id)).toEqual(body.data.map(({ id }) => id))
    expect(three.has_more).toBe(false)
    expect((await app.call(listPortalPayments, caller, { query: { limit: 1, before: three.previous_cursor as string } })).body.data).toMatchObject([{ kind: 'credit' }])

    const { body: receipts } = await app.call(listPortalReceipts, caller)
    expect(receipts.data.map(({ number }) => number)).toEqual(['RCP-2026-003', 'RCP-2026-002', 'RCP-2026-001'])
    const params = { receipt_id: receipts.data[0]?.id as string }
    const pdf = await app.call(downloadPortalReceipt, caller, { params })
    expect(pdf).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } })
    expect((await app.call(downloadPortalReceipt, caller, { params })).raw.equals(pdf.raw)).toBe(true)
    expect((await app.call(downloadPortalReceipt, contact, { params })).status).toBe(404)
    expect((await app.call(listPortalReceipts, contact, { query: { limit: 100 } })).body.data.every(({ id }) => id !== params.receipt_id)).toBe(true)
  })
})

describe('profile', () => {
  test('shows the person, the company and its people [POR-19] [POR-20] [POR-21]', async () => {
    const { body } = await app.call(getPortalProfile, contact)
    expect(body).toMatchObject({ contact: { id: toPublicId('contact', contact.contactId), email: contact.email, locale: 'en', version: 1 }, company: { name: desk.client.name, version: 1 }, rights: expect.arrayContaining(['invoices.pay', 'company.edit']) })
    expect(body.contacts.map(({ id }) => id)).toContain(toPublicId('contact', contact.contactId))
  })

  test('changes one’s own details and language, from the version that was seen [POR-19] [POR-21]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client, { rights: [] })
    const body = { name: 'Amina Salum', phone: '+255 712 345 678', job_title: 'Accountant', locale: 'sw' as const }
    const { body: after } = await app.call(updatePortalContact, caller, { version: 1, body })
    expect(after.contact).toMatchObject({ ...body, version: 2 })
    expect((await app.call(updatePortalContact, caller, { version: 1, body: { name: 'Other' } })).body).toMatchObject({ code: 'version_mismatch', current_version: 2 })
    expect((await app.call(updatePortalContact, caller, { version: 2, body: { phone: null } })).body.contact).toMatchObject({ name: 'Amina Salum', phone: null, locale: 'sw', version: 3 })
    expect((await app.call(updatePortalContact, caller, { version: 3, body: { name: ' ' } })).body).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/name' }] })
    expect((await app.call(updatePortalContact, caller, { version: 3, body: { email: 'x@example.com' } as never })).body).toMatchObject({ code: 'validation_failed' })
    expect((await app.call(updatePortalCompany, caller, { version: 1, body: { phone: '+255 712 000 000' } })).body).toMatchObject({ code: 'permission_denied' })
  })

  test('changes the company with the right to; issued documents keep theirs [POR-20] [POR-22] [RBAC-19]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client)
    const invoice = await issued(app, of)
    const body = { legal_name: 'Pwani Logistics Limited', email: 'billing@pwani.example', phone: '+255 222 601 180', website: 'https://pwani.example', address: { line1: 'Sokoine Drive 88', city: 'Dar es Salaam' }, country: 'TZ', tax_number: '118-402-556' }
    const answer = await app.call(updatePortalCompany, caller, { version: 1, body })
    expect(answer.body.company).toMatchObject({ ...body, name: of.client.name, version: 2 })
    expect((await app.call(updatePortalCompany, caller, { version: 2, body: { tax_number: null } })).body.company).toMatchObject({ legal_name: 'Pwani Logistics Limited', tax_number: null })
    expect((await app.call(updatePortalCompany, caller, { version: 1, body: {} })).body).toMatchObject({ code: 'version_mismatch' })
    const taken = await app.fixtures.client(of.organization, { email: 'taken@example.com' })
    expect(taken.id).toBeTypeOf('string')
    expect((await app.call(updatePortalCompany, caller, { version: 3, body: { email: 'Taken@example.com' } })).body).toMatchObject({ code: 'duplicate_email' })
    expect((await get(invoice, caller)).body.buyer).toMatchObject({ name: of.client.name })
    const [entry] = await app.fixtures.inOrganization(of.organization.id, (tx) => tx.all(statement<{ actor_kind: string }>(`select actor_kind from audit_entries where organization_id = $1 and entity_kind = 'client' order by id`)(tx.organizationId)))
    expect(entry).toMatchObject({ actor_kind: 'contact' })
  })
})

describe('walls', () => {
  test('a client sees only its own: other clients’ and other organizations’ ids are not there [SEC-07] [RBAC-09]', async () => {
    const sister = { ...desk, client: await app.fixtures.client(desk.organization, { currency: 'TZS' }) }
    const stranger = await billingDesk(app)
    const hidden = [await issued(app, sister), await issued(app, stranger), await draft(app, desk), { id: toPublicId('invoice', newId()) }]
    for (const invoice of hidden) {
      expect((await get(invoice)).status).toBe(404)
      expect((await app.call(downloadPortalInvoice, contact, { params: { invoice_id: invoice.id } })).status).toBe(404)
      expect((await app.call(applyPortalCredit, contact, { params: { invoice_id: invoice.id }, body: { amount: money(100) } })).status).toBe(404)
    }
    expect((await app.call(getPortalHome, { ...contact, clientId: sister.client.publicId })).status).toBe(404)
    expect((await app.call(getPortalHome, { ...contact, organizationId: stranger.organization.publicId })).status).toBe(404)
    const invoice = await issued(app, desk)
    expect((await get(invoice, { organizationId: contact.organizationId, clientId: contact.clientId })).status).toBe(401)
    expect((await get(invoice, desk.owner)).status).toBe(401)
    const without = await app.fixtures.contact(desk.organization, desk.client, { rights: ['projects.read'] })
    for (const operation of [getPortalHome, listPortalInvoices, listPortalPayments, listPortalReceipts]) expect((await app.call(operation as typeof getPortalHome, without)).body).toMatchObject({ code: 'permission_denied' })
  })

  test('a suspended client still sees, pays and proves; an inactive one does not come in [POR-12] [RBAC-09]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client)
    const invoice = await issued(app, of)
    await setStatus(of, 'suspended')
    expect((await app.call(getPortalHome, caller)).status).toBe(200)
    expect((await get(invoice, caller)).body).toMatchObject({ can_pay: true })
    expect((await say(invoice, caller)).status).toBe(201)
    expect((await app.call(getPortalProfile, caller)).body).toMatchObject({ code: 'client_suspended' })
    await setStatus(of, 'inactive')
    expect((await get(invoice, caller)).status).toBe(404)
    expect((await app.call(getPortalHome, caller)).status).toBe(404)
  })
})
