import { createHash } from 'node:crypto'
import { getInvoice, issueInvoice, listInvoices } from '@portico/contract'
import { isValidPaymentReference } from '@portico/money'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { addTaxRate, billingDesk, draft, issued, workLine } from '../../../test/billing.ts'
import { statement } from '../../platform/database/index.ts'
import type { InvoicePaper } from '../../platform/paper/index.ts'
import { frozenContent, thaw } from '../documents/index.ts'
import { verifyLedger } from '../ledger/index.ts'
import { invoiceByReference } from './index.ts'

const app = await testApp()
afterAll(() => app.close())
const params = ({ id }: { id: string }) => ({ invoice_id: id })
const uuidOf = async (organizationId: string, number: string): Promise<string> =>
  (
    await app.fixtures.inOrganization(organizationId, (tx) =>
      tx.first(
        statement<{ id: string }>('select id from invoices where organization_id = $1 and number = $2')(
          organizationId,
          number,
        ),
      ),
    )
  )?.id as string
const contentOf = async (organizationId: string, id: string) =>
  app.fixtures.inOrganization(organizationId, (tx) => tx.first(frozenContent(organizationId, 'invoice', id)))
const owed = statement<{ currency: string; receivable: number; credit: number }>(
  'select currency, receivable, credit from client_balances where organization_id = $1 and client_id = $2',
)

describe('issuing', () => {
  test('gives the next number of the year, dates, a reference and what is owed [INV-05] [INV-08] [INV-24] [PAY-21]', async () => {
    const desk = await billingDesk(app)
    const first = await issued(app, desk)
    expect(first).toMatchObject({
      number: 'INV-2026-001',
      badge: 'final',
      document_state: 'final',
      delivery_state: 'not_sent',
      settlement_state: 'open',
      issue_date: '2026-03-10',
      due_date: '2026-03-24',
      issued_at: '2026-03-10T09:00:00.000Z',
      version: 2,
      preflight: [],
      abilities: { edit: false, issue: false, send: true, void: true, record_payment: true },
    })
    expect((await app.call(getInvoice, desk.owner, { params: params(first) })).body).toEqual(first)
    expect((await issued(app, desk, { issue_date: '2026-03-01', due_date: '2026-03-05' })).number).toBe(
      'INV-2026-002',
    )
    expect(
      await app.fixtures.inOrganization(desk.organization.id, (tx) =>
        tx.all(owed(tx.organizationId, desk.client.id)),
      ),
    ).toEqual([{ currency: 'TZS', receivable: 23_600, credit: 0 }])
    expect(await verifyLedger(app.parts.database, desk.organization.id)).toEqual({
      findings: [],
      totals: [{ currency: 'TZS', postings: 4, debits: '23600', credits: '23600' }],
    })
  })

  test('counts from one again in a new year of the organization’s zone, by the pattern it chose [INV-24]', async () => {
    const desk = await billingDesk(app)
    const pattern = (text: string) =>
      app.fixtures.inOrganization(desk.organization.id, (tx) =>
        tx.all(
          statement(
            'update organization_settings set invoice_number_pattern = $2 where organization_id = $1',
          )(tx.organizationId, text),
        ),
      )
    const start = app.clock.now()
    try {
      await issued(app, desk)
      // 21:30 in London on New Year's Eve is next year already in Dar es Salaam.
      app.clock.advance(Date.parse('2026-12-31T21:30:00Z') - start.getTime())
      expect((await issued(app, desk)).number).toBe('INV-2027-001')
      await pattern('A{YY}/{MM}-{NNNN}')
      expect((await issued(app, desk)).number).toBe('A27/01-0002')
      await pattern('{NNNNN}')
      expect([(await issued(app, desk)).number, (await issued(app, desk)).number]).toEqual(['00001', '00002'])
      await pattern('INV-2027-{NNN}')
      const made = await draft(app, desk)
      await app.fixtures.inOrganization(desk.organization.id, (tx) =>
        tx.all(
          statement(`update number_series set next = 1 where organization_id = $1 and year = 0`)(
            tx.organizationId,
          ),
        ),
      )
      const taken = await app.call(issueInvoice, desk.owner, { params: params(made), version: 1, body: {} })
      expect(taken).toMatchObject({
        status: 422,
        body: { code: 'invoice_incomplete', detail: expect.stringContaining('number pattern') },
      })
    } finally {
      app.clock.advance(start.getTime() - app.clock.now().getTime())
    }
  })

  test('draws a payment reference that cannot be a government control number, found however it is typed [PAY-33]', async () => {
    const desk = await billingDesk(app)
    const { payment_reference, number } = (await issued(app, desk)) as never as {
      payment_reference: { label: string; value: string; state: string }
      number: string
    }
    const { value } = payment_reference
    expect(payment_reference).toEqual({
      label: 'Payment reference',
      value: expect.stringMatching(/^PAY-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      state: 'pending',
    })
    expect(isValidPaymentReference(value)).toBe(true)
    expect(value.replaceAll('-', '')).not.toMatch(/^\d{12}$/)
    for (const typed of [
      value,
      value.toLowerCase(),
      value.replaceAll('-', ' '),
      value.slice(4),
      value.replaceAll('0', 'O').replaceAll('1', 'I'),
      value.replaceAll('1', 'l'),
    ]) {
      const statementByReference = invoiceByReference(desk.organization.id, typed)
      expect(
        (
          await app.fixtures.inOrganization(desk.organization.id, async (tx) =>
            statementByReference ? tx.first(statementByReference) : undefined,
          )
        )?.number,
        typed,
      ).toBe(number)
    }
    const found = await app.call(listInvoices, desk.owner, {
      query: { q: value.toLowerCase().replaceAll('-', '') },
    })
    expect(found.body.data.map((row) => row.number)).toEqual([number])
  })

  test('freezes client, rates and totals with a hash: later changes reach nothing of it [INV-25] [TAX-01] [TAX-02] [INV-16]', async () => {
    const desk = await billingDesk(app)
    const before = await issued(app, desk, {
      lines: [workLine({ unit_price: '265000' })],
      purchase_order: 'PO-1',
    })
    const id = await uuidOf(desk.organization.id, before.number)
    const content = await contentOf(desk.organization.id, id)
    const { paper } = thaw<InvoicePaper>(content?.content as string)
    expect(paper).toMatchObject({
      kind: 'invoice',
      number: before.number,
      purchaseOrder: 'PO-1',
      seller: {
        legalName: 'Kijani Digital Studio Limited',
        tin: '142-887-301',
        vrn: '40-031882-K',
        addressLines: ['Plot 14', 'Dar es Salaam'],
      },
      buyer: { name: desk.client.name },
      taxes: [{ label: 'VAT', percent: '18', taxable: 26_500_000, tax: 4_770_000 }],
      totals: { net: 26_500_000, tax: 4_770_000, gross: 31_270_000, paid: 0, due: 31_270_000 },
      base: { currency: 'USD', rate: '0.000377358491', rateDate: '2026-01-01', gross: 11_800 },
      payTo: [{ name: 'Bank TZS', kind: 'bank' }],
    })
    expect(
      createHash('sha256')
        .update(content?.content as string)
        .digest('hex'),
    ).toBe(before.content_hash)
    await app.fixtures.inOrganization(desk.organization.id, (tx) =>
      tx.batch([
        statement(`update clients set name = 'Renamed Ltd' where organization_id = $1`)(tx.organizationId),
        statement(`update exchange_rates set rate = 9 where organization_id = $1`)(tx.organizationId),
        statement(
          `update organization_settings set vrn = 'other', tax_rounding = 'line' where organization_id = $1`,
        )(tx.organizationId),
        statement(`update tax_rates set name = 'Other' where organization_id = $1`)(tx.organizationId),
      ]),
    )
    expect((await contentOf(desk.organization.id, id))?.content).toBe(content?.content)
    const after = await app.call(getInvoice, desk.owner, { params: params(before) })
    expect(after.body).toEqual({
      ...before,
      client: { ...before.client, name: 'Renamed Ltd' },
    })
    for (const sql of [
      'update document_contents set content = content where organization_id = $1',
      'delete from document_contents where organization_id = $1',
      'update postings set amount = 1 where organization_id = $1',
      'delete from journal_entries where organization_id = $1',
      'delete from invoices where organization_id = $1',
    ]) {
      await expect(
        app.fixtures.inOrganization(desk.organization.id, (tx) => tx.all(statement(sql)(tx.organizationId))),
      ).rejects.toThrow(/permission denied/)
    }
  })

  test('uses the rates of the day it is issued on, also where the draft was saved under another [TAX-11]', async () => {
    const desk = await billingDesk(app)
    await addTaxRate(app, desk.organization.id, {
      key: 'levy',
      name: 'Levy',
      percent: '5',
      from: '2020-01-01',
      to: '2026-03-10',
    })
    await addTaxRate(app, desk.organization.id, {
      key: 'levy',
      name: 'Levy',
      percent: '7.5',
      from: '2026-03-11',
    })
    const made = await draft(app, desk, { lines: [workLine({ tax_rate_key: 'levy' })] })
    app.clock.advance(86_400_000)
    try {
      const { body } = await app.call(issueInvoice, desk.owner, {
        params: params(made),
        version: 1,
        body: {},
      })
      expect(body).toMatchObject({
        issue_date: '2026-03-11',
        lines: [{ tax_percent: '7.5' }],
        totals: { tax: { amount: 750 } },
      })
      expect((await app.call(getInvoice, desk.owner, { params: params(made) })).body).toEqual(body)
    } finally {
      app.clock.advance(-86_400_000)
    }
    expect((await verifyLedger(app.parts.database, desk.organization.id)).findings).toEqual([])
  })

  test('an invoice over nothing is settled as it is issued [INV-11]', async () => {
    const desk = await billingDesk(app)
    const free = await issued(app, desk, { lines: [workLine(), workLine({ quantity: '-1' })] })
    expect(free).toMatchObject({
      badge: 'paid',
      settlement_state: 'paid',
      paid_at: expect.any(String),
      totals: { gross: { amount: 0 } },
    })
    expect((await verifyLedger(app.parts.database, desk.organization.id)).findings).toEqual([])
  })

  test('clicked twice has one effect: the same key is answered again, another finds it issued [API-18] [INV-24]', async () => {
    const desk = await billingDesk(app)
    const made = await draft(app, desk)
    const click = (idempotencyKey: string) =>
      app.call(issueInvoice, desk.owner, { params: params(made), version: 1, body: {}, idempotencyKey })
    const answers = await Promise.all([click('a'), click('a'), click('a'), click('b')])
    const done = answers.filter(({ status }) => status === 200)
    expect(done.length).toBeGreaterThanOrEqual(1)
    expect(new Set(done.map(({ raw }) => raw.toString())).size).toBe(1)
    expect(
      answers
        .filter(({ status }) => status !== 200)
        .every(({ body }) =>
          ['invoice_not_draft', 'idempotency_in_flight'].includes((body as never as { code: string }).code),
        ),
    ).toBe(true)
    expect((await issued(app, desk)).number).toBe('INV-2026-002')
  })
})
