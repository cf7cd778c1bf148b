import {
  applyCredit,
  downloadPortalStatement,
  downloadStatement,
  exportStatement,
  getClient,
  getPortalStatement,
  getStatement,
  recordPayment,
  sendStatement,
  voidInvoice,
} from '@portico/contract'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, issued, workLine, type Desk } from '../../../test/billing.ts'
import { db } from '../../platform/database/index.ts'

const app = await testApp()
afterAll(() => app.close())

let desk: Desk
const shillings = (more: { email?: string | null } = {}) =>
  billingDesk(app, { currency: 'TZS', clientCurrency: 'TZS', accounts: ['TZS'], rates: {}, ...more })
const tzs = (amount: number) => ({ amount, currency: 'TZS' })

async function invoiceOf(of: Desk, price: string, dates: { issue_date?: string; due_date?: string } = {}) {
  return issued(app, of, { ...dates, lines: [workLine({ unit_price: price, tax_rate_key: 'zero' })] })
}
async function pay(of: Desk, amount: number, receivedOn: string, invoiceId?: string) {
  const answer = await app.call(recordPayment, of.owner, {
    body: {
      client_id: of.client.publicId,
      receiving_account_id: app.id('receivingAccount', of.accounts['TZS'] as string),
      amount: tzs(amount),
      received_on: receivedOn,
      external_reference: '=HYPERLINK("http://evil.example")',
      allocations: invoiceId ? [{ invoice_id: invoiceId, amount: tzs(amount) }] : [],
    },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
}
const statement = async (of: Desk, query: Record<string, string> = {}, caller: Caller = of.owner) => {
  const answer = await app.call(getStatement, caller, { params: { client_id: of.client.publicId }, query })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

let first: Awaited<ReturnType<typeof invoiceOf>>
beforeAll(async () => {
  desk = await shillings()
  first = await invoiceOf(desk, '1000', { issue_date: '2025-11-01', due_date: '2025-11-15' })
  await invoiceOf(desk, '500', { issue_date: '2026-02-01', due_date: '2026-02-20' })
  await invoiceOf(desk, '200', { issue_date: '2026-03-01', due_date: '2026-04-01' })
  await pay(desk, 40_000, '2026-02-10', first.id)
  await pay(desk, 25_000, '2026-03-05')
})

describe('the statement of account', () => {
  test('tells every movement with the running balance, and ends with what the balances say [CLI-61]', async () => {
    const { currencies, as_of, client } = await statement(desk)
    expect(as_of).toBe('2026-03-10')
    expect(client.name).toBe(desk.client.name)
    expect(currencies).toHaveLength(1)
    const [account] = currencies
    const running = account?.lines.map(({ charged, settled }) => charged.amount - settled.amount) ?? []
    let sum = account?.opening.amount ?? 0
    expect(account?.lines.map(({ balance }) => balance.amount)).toEqual(
      running.map((change) => (sum += change)),
    )
    expect(account).toMatchObject({
      currency: 'TZS',
      opening: tzs(0),
      charged: tzs(170_000),
      settled: tzs(65_000),
      receivable: tzs(130_000),
      credit: tzs(25_000),
      closing: tzs(105_000),
      is_truncated: false,
    })
    const { body } = await app.call(getClient, desk.owner, { params: { client_id: desk.client.publicId } })
    expect(body.balances?.[0]).toMatchObject({
      open: account?.receivable,
      credit: account?.credit,
      overdue: account?.overdue,
    })
  })

  test('says how long what is owed has been due, and the sum is what is owed [CLI-61]', async () => {
    const [account] = (await statement(desk)).currencies
    expect(account?.ageing).toEqual({
      not_due: tzs(20_000),
      days_1_30: tzs(50_000),
      days_31_60: tzs(0),
      days_61_90: tzs(0),
      days_over_90: tzs(60_000),
    })
    expect(account?.overdue).toEqual(tzs(110_000))
  })

  test('as of an earlier day it stands as it stood then; a period begins with what was before [CLI-61]', async () => {
    const [then] = (await statement(desk, { as_of: '2026-02-05' })).currencies
    // The ledger books an invoice on the day of issue, whatever date it bears.
    const days = (await statement(desk)).currencies[0]?.lines.map(({ date }) => date) ?? []
    const until = days.filter((day) => day <= '2026-02-05').length
    expect(then?.lines.length ?? 0).toBe(until)
    const whole = (await statement(desk)).currencies[0]
    const part = (await statement(desk, { from: '2026-03-01' })).currencies[0]
    expect(part?.closing).toEqual(whole?.closing)
    expect((part?.opening.amount ?? 0) + (part?.charged.amount ?? 0) - (part?.settled.amount ?? 0)).toBe(
      part?.closing.amount,
    )
    expect((await statement(desk, { as_of: '2020-01-01' })).currencies).toEqual([])
    expect((await statement(desk, { currency: 'EUR' })).currencies).toEqual([])
    const wrong = await app.call(getStatement, desk.owner, {
      params: { client_id: desk.client.publicId },
      query: { from: '2026-03-02', as_of: '2026-03-01' },
    })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/from' }] } })
  })

  test('use of credit moves nothing, voiding takes back, and the sums still hold [CLI-61]', async () => {
    const of = await shillings()
    const invoice = await invoiceOf(of, '300')
    const gone = await invoiceOf(of, '70')
    await pay(of, 50_000, '2026-03-09')
    await app.call(applyCredit, of.owner, {
      params: { invoice_id: invoice.id },
      body: { amount: tzs(30_000) },
    })
    const voided = await app.call(voidInvoice, of.owner, {
      params: { invoice_id: gone.id },
      body: { reason: 'Twice' },
      version: gone.version,
    })
    expect(voided.status, JSON.stringify(voided.body)).toBe(200)
    const [account] = (await statement(of)).currencies
    expect(account).toMatchObject({
      closing: tzs(-20_000),
      receivable: tzs(0),
      credit: tzs(20_000),
      overdue: tzs(0),
    })
    const used = account?.lines.find(({ kind }) => kind === 'credit_used')
    expect(used).toMatchObject({
      charged: tzs(0),
      settled: tzs(0),
      detail: invoice.number,
      document: { kind: 'receipt' },
    })
    expect(account?.lines.find(({ kind }) => kind === 'void')).toMatchObject({
      settled: tzs(7_000),
      document: { number: gone.number },
    })
  })

  test('is a PDF that reads like one, in the language of the client [CLI-61] [POR-31]', async () => {
    const params = { client_id: desk.client.publicId }
    const answer = await app.call(downloadStatement, desk.owner, { params })
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(String(answer.headers['content-disposition'])).toContain('Statement CL-')
    const { text } = await extractText(new Uint8Array(answer.raw), { mergePages: true })
    for (const words of [
      'Statement of account',
      'As of Mar 10, 2026',
      desk.client.name,
      first.number,
      '1,050.00',
      'Over 90 days',
      'Page 1 of 1',
    ])
      expect(text).toContain(words)
    await app.fixtures.inOrganization(desk.organization.id, (tx) =>
      tx.all(
        db
          .updateTable('clients')
          .set({ locale: 'sw' })
          .where('organization_id', '=', desk.organization.id)
          .where('id', '=', desk.client.id),
      ),
    )
    const swahili = await app.call(downloadStatement, desk.owner, { params })
    expect((await extractText(new Uint8Array(swahili.raw), { mergePages: true })).text).toContain(
      'Taarifa ya akaunti',
    )
    const none = await app.call(downloadStatement, desk.owner, { params, query: { as_of: '2020-01-01' } })
    expect(none.status).toBe(200)
  })

  test('is a CSV whose figures are numbers and whose texts are no formulas [CLI-61] [SEC-23]', async () => {
    const answer = await app.call(exportStatement, desk.owner, {
      params: { client_id: desk.client.publicId },
    })
    const text = answer.raw.toString('utf8')
    expect(
      text.startsWith('\ufeffcurrency,date,kind,document,number,detail,due_date,charged,settled,balance\r\n'),
    ).toBe(true)
    expect(text).toContain('TZS,2026-03-10,closing,,,,,1700,650,1050')
    expect(text).not.toMatch(/(^|,)"?=/m)
    expect(text).toContain('HYPERLINK')
  })

  test('goes by mail to those who get documents, with the PDF [CLI-61]', async () => {
    const of = await shillings({ email: 'books@pwani.example' })
    await invoiceOf(of, '300')
    const sent = await app.call(sendStatement, of.owner, {
      params: { client_id: of.client.publicId },
      body: { message: 'As promised.' },
    })
    expect(sent).toMatchObject({ status: 200, body: { to: ['books@pwani.example'], as_of: '2026-03-10' } })
    const [mail] = await app.fixtures.inOrganization(of.organization.id, (tx) =>
      tx.all(
        db
          .selectFrom('emails')
          .selectAll()
          .where('organization_id', '=', of.organization.id)
          .where('template', '=', 'statement'),
      ),
    )
    expect(mail?.subject).toMatch(/^Statement of account from Organization/)
    expect(mail?.client_id).toBe(of.client.id)
    expect(mail?.attachments).toMatchObject([{ documentKind: 'statement', asOf: '2026-03-10' }])
    const nobody = await shillings({ email: null })
    expect(
      (
        await app.call(sendStatement, nobody.owner, {
          params: { client_id: nobody.client.publicId },
          body: {},
        })
      ).body,
    ).toMatchObject({ code: 'no_recipient' })
  })

  test('is the client’s own in the portal, and nobody else’s [CLI-61] [SEC-07]', async () => {
    const contact = await app.fixtures.contact(desk.organization, desk.client)
    const { body } = await app.call(getPortalStatement, contact)
    expect(body.currencies[0]?.closing).toEqual(tzs(105_000))
    expect((await app.call(downloadPortalStatement, contact)).headers['content-type']).toBe('application/pdf')
    const sister = await app.fixtures.client(desk.organization)
    const other = await app.fixtures.contact(desk.organization, sister)
    expect((await app.call(getPortalStatement, other)).body.currencies).toEqual([])
    const without = await app.fixtures.contact(desk.organization, desk.client, { rights: ['projects.read'] })
    expect((await app.call(getPortalStatement, without)).status).toBe(403)
  })

  test('needs the right to see what it lists [CLI-61] [RBAC-22]', async () => {
    const params = { client_id: desk.client.publicId }
    const support = await app.fixtures.member(desk.organization, { role: 'support' })
    expect((await app.call(getStatement, support, { params })).status).toBe(403)
    const limited = await app.fixtures.member(desk.organization, { role: 'finance', isLimited: true })
    for (const operation of [getStatement, downloadStatement, exportStatement])
      expect((await app.call(operation as typeof getStatement, limited, { params })).status).toBe(404)
    expect((await app.call(sendStatement, limited, { params, body: {} })).status).toBe(404)
    const stranger = await shillings()
    expect((await app.call(getStatement, stranger.owner, { params })).status).toBe(404)
  })

  test('of a long history shows the newest lines and sums up the rest; the CSV holds all [CLI-61]', async () => {
    const { presentStatement } = await import('./present.ts')
    const { statementReads } = await import('./reads.ts')
    const asked = { client: desk.client.id, from: null, asOf: null, currency: null }
    const rows = await app.fixtures.inOrganization(desk.organization.id, (tx) =>
      tx.batch(statementReads(desk.organization.id, asked, tx.now, 2)),
    )
    const { statement: cut } = presentStatement(rows as never, asked, 2)
    const whole = (await statement(desk)).currencies[0]
    const [account] = cut.currencies
    expect(account).toMatchObject({ is_truncated: true, closing: whole?.closing })
    expect(account?.lines).toHaveLength(2)
    expect(account?.opening.amount).toBe(whole?.lines.at(-3)?.balance.amount)
  })
})
