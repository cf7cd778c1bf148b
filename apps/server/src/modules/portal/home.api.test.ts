import {
  applyPortalCredit,
  downloadFile,
  downloadPortalReceipt,
  getPortalHome,
  listPortalPayments,
  listPortalReceipts,
  listProofs,
  rejectProof,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, draft, issued, type Desk } from '../../../test/billing.ts'
import type { BuiltContact } from '../../../test/fixtures.ts'
import { pay as payTo, sendProof, type Part } from '../../../test/paying.ts'

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
const say = (invoice: Part, caller: Caller = contact) => sendProof(app, caller, invoice)

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
    await app.call(rejectProof, of.owner, {
      params: { payment_proof_id: waiting.id },
      body: { reason: 'Not ours' },
    })

    const { status, body } = await app.call(getPortalHome, caller)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      owed: [
        {
          currency: 'TZS',
          open: money(21_800),
          overdue: money(10_000),
          oldest_due_date: '2026-03-01',
          open_count: 2,
        },
        {
          currency: 'USD',
          open: money(11_800, 'USD'),
          overdue: money(0, 'USD'),
          oldest_due_date: '2026-03-24',
          open_count: 1,
        },
      ],
      credit: [money(1_000)],
      open_invoices: [
        { number: late.number, badge: 'overdue', due: money(10_000), proof: null },
        { number: fresh.number, proof: { state: 'rejected' } },
        { number: dollars.number, proof: { state: 'submitted' } },
      ],
      waiting: [
        {
          kind: 'proof_rejected',
          invoice_number: fresh.number,
          detail: 'Not ours',
          at: '2026-03-10T09:00:00.000Z',
        },
        { kind: 'proof_submitted', invoice_number: dollars.number, detail: null },
      ],
      recent_receipts: [
        { number: 'RCP-2026-002', amount: money(1_800) },
        { number: 'RCP-2026-001', amount: money(12_800) },
      ],
      today: '2026-03-10',
    })
    const download = await app.call(
      downloadFile,
      {},
      { params: { token: body.recent_receipts[0]?.download_url.split('/').at(-1) as string } },
    )
    expect(download).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': expect.stringContaining('RCP-2026-002.pdf'),
      },
    })
    expect(download.raw.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('is empty and calm for a new client', async () => {
    const of = await billingDesk(app)
    expect(
      (await app.call(getPortalHome, await app.fixtures.contact(of.organization, of.client))).body,
    ).toEqual({
      owed: [],
      credit: [],
      open_invoices: [],
      waiting: [],
      recent_receipts: [],
      today: '2026-03-10',
    })
  })
})

describe('payments and receipts', () => {
  test('show payments and uses of credit as one history [PAY-20] [POR-14] [RCP-02]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client)
    const [first, second] = [await issued(app, of), await issued(app, of)]
    await pay(of, 15_000, [[first, 11_800]])
    await app.call(applyPortalCredit, caller, {
      params: { invoice_id: second.id },
      body: { amount: money(3_200) },
    })
    await pay(of, 1_000, [[second, 1_000]])
    const { body } = await app.call(listPortalPayments, caller)
    expect(body.data).toMatchObject([
      {
        kind: 'payment',
        amount: money(1_000),
        credited: money(0),
        method: 'Bank TZS',
        invoices: [{ number: second.number, amount: money(1_000) }],
        receipt: { number: 'RCP-2026-003' },
      },
      {
        kind: 'credit',
        amount: money(3_200),
        credited: money(0),
        on: '2026-03-10',
        invoices: [{ number: second.number }],
        receipt: { number: 'RCP-2026-002' },
      },
      {
        kind: 'payment',
        amount: money(15_000),
        credited: money(3_200),
        invoices: [{ number: first.number, amount: money(11_800) }],
        receipt: { number: 'RCP-2026-001' },
      },
    ])
    const { body: one } = await app.call(listPortalPayments, caller, { query: { limit: 1 } })
    const { body: two } = await app.call(listPortalPayments, caller, {
      query: { limit: 1, after: one.next_cursor as string },
    })
    const { body: three } = await app.call(listPortalPayments, caller, {
      query: { limit: 1, after: two.next_cursor as string },
    })
    expect([...one.data, ...two.data, ...three.data].map(({ id }) => id)).toEqual(
      body.data.map(({ id }) => id),
    )
    expect(three.has_more).toBe(false)
    expect(
      (
        await app.call(listPortalPayments, caller, {
          query: { limit: 1, before: three.previous_cursor as string },
        })
      ).body.data,
    ).toMatchObject([{ kind: 'credit' }])

    const { body: receipts } = await app.call(listPortalReceipts, caller)
    expect(receipts.data.map(({ number }) => number)).toEqual([
      'RCP-2026-003',
      'RCP-2026-002',
      'RCP-2026-001',
    ])
    const params = { receipt_id: receipts.data[0]?.id as string }
    const pdf = await app.call(downloadPortalReceipt, caller, { params })
    expect(pdf).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } })
    expect((await app.call(downloadPortalReceipt, caller, { params })).raw.equals(pdf.raw)).toBe(true)
    expect((await app.call(downloadPortalReceipt, contact, { params })).status).toBe(404)
    expect(
      (await app.call(listPortalReceipts, contact, { query: { limit: 100 } })).body.data.every(
        ({ id }) => id !== params.receipt_id,
      ),
    ).toBe(true)
  })
})
