import {
  getInvoice,
  getPayment,
  getReceipt,
  listPayments,
  listReceipts,
  recordPayment,
  toPublicId,
  voidInvoice,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, draft, issued, workLine, type Desk } from '../../../test/billing.ts'
import { mailsTo } from '../../../test/mailbox.ts'
import {
  eventsOf,
  look,
  pay as payTo,
  paymentOf,
  accountOf,
  tzs,
  type GivenPayment,
  type Part,
} from '../../../test/paying.ts'
import { newId } from '../../platform/ids.ts'
import { verifyLedger } from '../ledger/index.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
beforeAll(async () => {
  desk = await billingDesk(app)
})
const pay = (given: GivenPayment, caller: Caller = desk.owner, of = desk) => payTo(app, of, given, caller)
const read = async ({ id }: Part, caller: Caller = desk.owner) =>
  (await app.call(getInvoice, caller, { params: { invoice_id: id } })).body

describe('recording a payment', () => {
  test('marks an invoice as paid, posts it and gives a receipt [INV-11] [INV-12] [RCP-01] [TAX-05] [PAY-03] [PAY-30]', async () => {
    const of = await billingDesk(app)
    const invoice = await issued(app, of)
    const answer = await pay(
      {
        amount: 11_800,
        parts: [[invoice, 11_800]],
        change: { payer: 'Pwani Logistics', external_reference: 'QCK7H2M9XA', note: 'by phone' },
      },
      of.owner,
      of,
    )
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      amount: tzs(11_800),
      credited: tzs(0),
      received_on: '2026-03-10',
      receiving_account: { name: 'Bank TZS', kind: 'bank' },
      payer: 'Pwani Logistics',
      external_reference: 'QCK7H2M9XA',
      note: 'by phone',
      proof_id: null,
      allocations: [{ invoice: { id: invoice.id, number: invoice.number }, amount: tzs(11_800) }],
      receipt: { number: 'RCP-2026-001' },
      client: { id: of.client.publicId },
    })
    expect((await app.call(getPayment, of.owner, { params: { payment_id: answer.body.id } })).body).toEqual(
      answer.body,
    )
    expect(await read(invoice, of.owner)).toMatchObject({
      badge: 'paid',
      settlement_state: 'paid',
      totals: { settled: tzs(11_800), due: tzs(0) },
      paid_at: expect.any(String),
      payment_reference: { state: 'approved' },
      settlements: [
        {
          kind: 'payment',
          amount: tzs(11_800),
          on: '2026-03-10',
          method: 'Bank TZS',
          receipt: { number: 'RCP-2026-001' },
        },
      ],
    })
    const receipt = await app.call(getReceipt, of.owner, {
      params: { receipt_id: answer.body.receipt?.id as string },
    })
    expect(receipt.body).toMatchObject({
      number: 'RCP-2026-001',
      amount: tzs(11_800),
      tax: tzs(1_800),
      receipt_date: '2026-03-10',
      invoices: [{ number: invoice.number, amount: tzs(11_800) }],
      payment_id: answer.body.id,
    })
    const report = await verifyLedger(app.parts.database, of.organization.id)
    expect(report.findings).toEqual([])
    expect(await eventsOf(app, of, 'receipt.issued')).toHaveLength(1)
    expect(await eventsOf(app, of, 'invoice.paid')).toHaveLength(1)
    expect(await eventsOf(app, of, 'payment.recorded')).toHaveLength(1)
  })

  test('mails the receipt to the document recipients, with the PDF and the private link [RCP-01]', async () => {
    const of = await billingDesk(app, { email: 'accounts@pwani.example' })
    const invoice = await issued(app, of)
    await pay({ amount: 5_000, parts: [[invoice, 5_000]] }, of.owner, of)
    const mail = (await mailsTo(app, of.organization.id, 'accounts@pwani.example')).find(
      ({ template }) => template === 'receipt',
    )
    expect(mail?.props).toMatchObject({
      number: 'RCP-2026-001',
      paid: tzs(5_000),
      paidOn: '2026-03-10',
      method: 'Bank TZS',
      attached: true,
      invoices: [{ number: invoice.number, paid: tzs(5_000), remaining: tzs(6_800) }],
      url: expect.stringMatching(/^http:\/\/localhost:3000\/i\/[\w-]{68}$/),
    })
    const [row] = await look<{ attachments: unknown }>(
      app,
      of,
      `select attachments from emails where organization_id = $1 and template = 'receipt'`,
    )
    expect(row?.attachments).toEqual([
      { documentKind: 'receipt', documentId: expect.any(String), name: 'RCP-2026-001.pdf' },
    ])
  })

  test('settles in part, then in full; the receipts split the tax to the unit [INV-10] [TAX-05] [RCP-03]', async () => {
    const invoice = await issued(app, desk, { lines: [workLine({ unit_price: '100.01' })] })
    const gross = 11_801
    const taxes: number[] = []
    let left = gross
    for (const part of [3_333, 4_444, gross - 7_777]) {
      const { body } = await pay({ amount: part, parts: [[invoice, part]] })
      left -= part
      const receipt = await app.call(getReceipt, desk.owner, {
        params: { receipt_id: body.receipt?.id as string },
      })
      taxes.push(receipt.body.tax.amount)
      expect(await read(invoice)).toMatchObject({
        badge: left === 0 ? 'paid' : 'partial',
        totals: { due: tzs(left) },
        payment_reference: { state: left === 0 ? 'approved' : 'pending' },
      })
    }
    expect(taxes.reduce((sum, tax) => sum + tax)).toBe(1_800)
  })

  test('one payment settles several invoices and the rest becomes credit, nothing lost or counted twice [INV-34] [RCP-03]', async () => {
    const of = await billingDesk(app)
    const first = await issued(app, of)
    const second = await issued(app, of, { lines: [workLine({ unit_price: '50', tax_rate_key: null })] })
    const { body } = await pay(
      {
        amount: 20_000,
        parts: [
          [first, 11_800],
          [second, 2_000],
        ],
      },
      of.owner,
      of,
    )
    expect(body).toMatchObject({
      credited: tzs(6_200),
      allocations: [{ amount: tzs(11_800) }, { amount: tzs(2_000) }],
    })
    expect(await balanceOf(of)).toEqual({ receivable: 3_000, credit: 6_200 })
    const receipt = await app.call(getReceipt, of.owner, {
      params: { receipt_id: body.receipt?.id as string },
    })
    expect(receipt.body).toMatchObject({
      amount: tzs(20_000),
      tax: tzs(1_800),
      invoices: [{ number: first.number }, { number: second.number }],
    })
    const [frozen] = await look<{ content: string }>(
      app,
      of,
      `select content from document_contents where organization_id = $1 and document_kind = 'receipt'`,
    )
    expect(JSON.parse(frozen?.content ?? '{}').paper).toMatchObject({
      kind: 'receipt',
      amount: 20_000,
      credited: 6_200,
      method: 'Bank TZS',
      taxes: [{ label: 'VAT', percent: '18', taxable: 10_000, tax: 1_800 }],
      settles: [
        { invoiceNumber: first.number, invoiceGross: 11_800, amount: 11_800, remaining: 0 },
        { invoiceNumber: second.number, invoiceGross: 5_000, amount: 2_000, remaining: 3_000 },
      ],
      base: { currency: 'USD', rate: '0.000377358491', gross: 8 },
      seller: { tin: '142-887-301', vrn: '40-031882-K' },
      buyer: { name: of.client.name },
    })
    expect((await verifyLedger(app.parts.database, of.organization.id)).findings).toEqual([])
  })

  test('keeps a payment without an invoice as credit [INV-34]', async () => {
    const of = await billingDesk(app)
    const { status, body } = await pay({ amount: 7_000 }, of.owner, of)
    expect(status).toBe(201)
    expect(body).toMatchObject({ credited: tzs(7_000), allocations: [], receipt: { number: 'RCP-2026-001' } })
    expect(await balanceOf(of)).toEqual({ receivable: 0, credit: 7_000 })
  })

  test('freezes the exchange rate of the day it was received [CUR-02] [CUR-08]', async () => {
    const of = await billingDesk(app, { accounts: ['JPY', 'KWD', 'NOK'] })
    const yen = await issued(app, of, {
      currency: 'JPY',
      lines: [workLine({ quantity: '3', unit_price: '333.5', tax_rate_key: null })],
    })
    expect(
      (await pay({ amount: 1_001, currency: 'JPY', parts: [[yen, 1_001]] }, of.owner, of)).body,
    ).toMatchObject({ amount: { amount: 1_001, currency: 'JPY' } })
    const dinar = await issued(app, of, {
      currency: 'KWD',
      lines: [workLine({ quantity: '1.5', unit_price: '0.333', tax_rate_key: null })],
    })
    expect((await pay({ amount: 500, currency: 'KWD', parts: [[dinar, 500]] }, of.owner, of)).status).toBe(
      201,
    )
    expect(
      await look(
        app,
        of,
        'select currency, base_currency, base_rate, base_amount from payments where organization_id = $1 order by id',
      ),
    ).toEqual([
      {
        currency: 'JPY',
        base_currency: 'USD',
        base_rate: expect.stringMatching(/^0\.0067/),
        base_amount: 671,
      },
      { currency: 'KWD', base_currency: 'USD', base_rate: expect.stringMatching(/^3\.25/), base_amount: 163 },
    ])
    expect((await pay({ amount: 500, currency: 'NOK' }, of.owner, of)).body).toMatchObject({
      code: 'exchange_rate_missing',
    })
    expect((await verifyLedger(app.parts.database, of.organization.id)).findings).toEqual([])
  })

  test('refuses what does not add up, and says the figure [INV-34] [PAY-30]', async () => {
    const invoice = await issued(app, desk)
    const other = await issued(app, desk)
    expect((await pay({ amount: 11_801, parts: [[invoice, 11_801]] })).body).toMatchObject({
      code: 'amount_too_large',
      detail: expect.stringContaining('118.00'),
      errors: [{ pointer: '/allocations/0/amount' }],
    })
    expect(
      (
        await pay({
          amount: 10_000,
          parts: [
            [invoice, 6_000],
            [other, 6_000],
          ],
        })
      ).body,
    ).toMatchObject({ code: 'allocation_exceeds_payment', errors: [{ pointer: '/allocations/1/amount' }] })
    expect(
      (
        await pay({
          amount: 10_000,
          parts: [
            [invoice, 5_000],
            [invoice, 5_000],
          ],
        })
      ).body,
    ).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/allocations/1/invoice_id', code: 'repeated' }],
    })
    expect((await pay({ amount: 100, currency: 'USD', parts: [[invoice, 100]] })).body).toMatchObject({
      code: 'currency_mismatch',
    })
    expect(
      (await pay({ amount: 100, change: { receiving_account_id: accountOf(desk, 'USD') } })).body,
    ).toMatchObject({ code: 'currency_mismatch', errors: [{ pointer: '/receiving_account_id' }] })
    expect((await pay({ amount: 0 })).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/amount/amount' }],
    })
    expect((await pay({ amount: 10, change: { received_on: '2026-03-20' } })).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/received_on', code: 'in_future' }],
    })
    expect(
      (await pay({ amount: 10, change: { receiving_account_id: toPublicId('receivingAccount', newId()) } }))
        .body,
    ).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/receiving_account_id', code: 'unknown_id' }],
    })
    expect(
      (await pay({ amount: 10, change: { client_id: toPublicId('client', newId()) } })).body,
    ).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/client_id', code: 'unknown_id' }] })
    expect(await read(invoice)).toMatchObject({ badge: 'final', totals: { settled: tzs(0) } })
  })

  test('pays nothing that is settled, void, a draft or somebody else’s [INV-12] [SEC-07]', async () => {
    const paid = await issued(app, desk)
    await pay({ amount: 11_800, parts: [[paid, 11_800]] })
    expect((await pay({ amount: 100, parts: [[paid, 100]] })).body).toMatchObject({
      code: 'invoice_not_open',
    })
    const voided = await issued(app, desk)
    await app.call(voidInvoice, desk.owner, {
      params: { invoice_id: voided.id },
      version: voided.version,
      body: { reason: 'Twice' },
    })
    expect((await pay({ amount: 100, parts: [[voided, 100]] })).body).toMatchObject({
      code: 'invoice_not_open',
    })
    const unknown = {
      code: 'validation_failed',
      errors: [{ pointer: '/allocations/0/invoice_id', code: 'unknown_id' }],
    }
    expect((await pay({ amount: 100, parts: [[await draft(app, desk), 100]] })).body).toMatchObject(unknown)
    const sister = { ...desk, client: await app.fixtures.client(desk.organization, { currency: 'TZS' }) }
    expect((await pay({ amount: 100, parts: [[await issued(app, sister), 100]] })).body).toMatchObject(
      unknown,
    )
    const elsewhere = await billingDesk(app)
    expect((await pay({ amount: 100, parts: [[await issued(app, elsewhere), 100]] })).body).toMatchObject(
      unknown,
    )
    expect(
      (await pay({ amount: 100, change: { receiving_account_id: accountOf(elsewhere, 'TZS') } })).body,
    ).toMatchObject({ errors: [{ pointer: '/receiving_account_id', code: 'unknown_id' }] })
    expect((await pay({ amount: 100, change: { client_id: elsewhere.client.publicId } })).body).toMatchObject(
      { errors: [{ pointer: '/client_id', code: 'unknown_id' }] },
    )
  })

  test('has one effect per key, however often and at once it is sent [INV-34] [API-18]', async () => {
    const of = await billingDesk(app)
    const invoice = await issued(app, of)
    const body = paymentOf(of, { amount: 4_000, parts: [[invoice, 4_000]] })
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => app.call(recordPayment, of.owner, { body, idempotencyKey: 'once' })),
    )
    expect(new Set(answers.map(({ raw }) => raw.toString())).size).toBe(1)
    expect(answers.every(({ status }) => status === 201)).toBe(true)
    expect((await look(app, of, 'select id from payments where organization_id = $1')).length).toBe(1)
    expect(
      (await app.call(recordPayment, of.owner, { body: { ...body, note: 'other' }, idempotencyKey: 'once' }))
        .body,
    ).toMatchObject({ code: 'idempotency_key_reused' })
  })

  test('two payments at once never settle more than is due, and receipts have no gaps [INV-34]', async () => {
    const of = await billingDesk(app)
    const invoice = await issued(app, of)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => pay({ amount: 5_000, parts: [[invoice, 5_000]] }, of.owner, of)),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2)
    expect(
      answers
        .filter(({ status }) => status !== 201)
        .map(({ body }) => (body as unknown as { code: string }).code),
    ).toEqual(Array(6).fill('amount_too_large'))
    expect((await app.call(listReceipts, of.owner)).body.data.map(({ number }) => number)).toEqual([
      'RCP-2026-002',
      'RCP-2026-001',
    ])
    expect(await read(invoice, of.owner)).toMatchObject({ totals: { settled: tzs(10_000) } })
    expect((await verifyLedger(app.parts.database, of.organization.id)).findings).toEqual([])
  })
})

describe('who may', () => {
  test('record and see payments: rights, other organizations, assigned clients, nobody from the portal [RBAC-09] [SEC-07]', async () => {
    const invoice = await issued(app, desk)
    const { body: payment } = await pay({ amount: 1_000, parts: [[invoice, 1_000]] })
    const body = paymentOf(desk, { amount: 100 })
    const params = { payment_id: payment.id }
    expect(
      (await app.call(recordPayment, { organizationId: desk.organization.publicId }, { body })).status,
    ).toBe(401)
    const manager = await app.fixtures.member(desk.organization, { role: 'manager' })
    expect((await app.call(recordPayment, manager, { body })).body).toMatchObject({
      code: 'permission_denied',
    })
    expect((await app.call(getPayment, manager, { params })).status).toBe(200)
    const member = await app.fixtures.member(desk.organization, { role: 'member' })
    expect((await app.call(getPayment, member, { params })).status).toBe(403)
    expect((await app.call(listPayments, member)).status).toBe(403)
    const stranger = await billingDesk(app)
    expect((await app.call(getPayment, stranger.owner, { params })).status).toBe(404)
    expect(
      (await app.call(listPayments, stranger.owner, { query: { client_id: desk.client.publicId } })).body,
    ).toMatchObject({ data: [] })
    const contact = await app.fixtures.contact(desk.organization, desk.client)
    expect((await app.call(getPayment, contact, { params })).status).toBe(401)

    const limited = await app.fixtures.member(desk.organization, { role: 'finance', isLimited: true })
    expect((await app.call(getPayment, limited, { params })).status).toBe(404)
    expect((await app.call(listPayments, limited)).body).toMatchObject({ data: [] })
    expect((await app.call(recordPayment, limited, { body })).body).toMatchObject({
      errors: [{ pointer: '/client_id', code: 'unknown_id' }],
    })
    const assigned = await app.fixtures.member(desk.organization, {
      role: 'finance',
      isLimited: true,
      assignedTo: [desk.client.id],
    })
    expect((await app.call(getPayment, assigned, { params })).status).toBe(200)
    expect((await app.call(recordPayment, assigned, { body })).status).toBe(201)
  })

  test('the list goes page by page, newest first, also backwards [API-13]', async () => {
    const of = await billingDesk(app)
    for (let at = 1; at <= 5; at++) await pay({ amount: at * 100 }, of.owner, of)
    const amounts = (page: { data: { amount: { amount: number } }[] }) =>
      page.data.map(({ amount }) => amount.amount)
    const { body: one } = await app.call(listPayments, of.owner, { query: { limit: 2 } })
    expect(amounts(one)).toEqual([500, 400])
    const { body: two } = await app.call(listPayments, of.owner, {
      query: { limit: 2, after: one.next_cursor as string },
    })
    expect(amounts(two)).toEqual([300, 200])
    const { body: back } = await app.call(listPayments, of.owner, {
      query: { limit: 2, before: two.previous_cursor as string },
    })
    expect(amounts(back)).toEqual([500, 400])
    expect(
      (await app.call(listPayments, of.owner, { query: { client_id: of.client.publicId } })).body.data,
    ).toHaveLength(5)
    const sister = await app.fixtures.client(of.organization)
    expect(
      (await app.call(listPayments, of.owner, { query: { client_id: sister.publicId } })).body.data,
    ).toEqual([])
  })
})

async function balanceOf(of: Desk): Promise<{ receivable: number; credit: number } | undefined> {
  const rows = await look<{ receivable: number; credit: number }>(
    app,
    of,
    `select receivable, credit from client_balances where organization_id = $1 and currency = 'TZS'`,
  )
  return rows[0]
}
