import { applyCredit, listReceipts, toPublicId } from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, draft, issued, workLine, type Desk } from '../../../test/billing.ts'
import { eventsOf, look, pay as payTo, tzs, type GivenPayment, type Part } from '../../../test/paying.ts'
import { newId } from '../../platform/ids.ts'
import { verifyLedger } from '../ledger/index.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
beforeAll(async () => {
  desk = await billingDesk(app)
})
const pay = (given: GivenPayment, caller: Caller = desk.owner, of = desk) => payTo(app, of, given, caller)

describe('using credit', () => {
  const use = (invoice: Part, amount: number, of = desk, caller: Caller = of.owner, currency = 'TZS') =>
    app.call(applyCredit, caller, {
      params: { invoice_id: invoice.id },
      body: { amount: { amount, currency } },
    })

  test('settles an invoice with credit and gives a receipt with its tax [INV-34] [RCP-01] [TAX-05]', async () => {
    const of = await billingDesk(app)
    const invoice = await issued(app, of)
    await pay({ amount: 20_000 }, of.owner, of)
    const answer = await use(invoice, 5_900, of)
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      badge: 'partial',
      totals: { settled: tzs(5_900), due: tzs(5_900) },
      client_credit: tzs(14_100),
      settlements: [
        { kind: 'credit', amount: tzs(5_900), method: null, receipt: { number: 'RCP-2026-002' } },
      ],
    })
    expect((await use(invoice, 5_900, of)).body).toMatchObject({ badge: 'paid', settlement_state: 'paid' })
    expect(await balanceOf(of)).toEqual({ receivable: 0, credit: 8_200 })
    const { body } = await app.call(listReceipts, of.owner)
    expect(body.data.map(({ tax, payment_id }) => [tax.amount, payment_id === null])).toEqual([
      [900, true],
      [900, true],
      [0, false],
    ])
    expect(await eventsOf(app, of, 'credit.applied')).toHaveLength(2)
    expect((await verifyLedger(app.parts.database, of.organization.id)).findings).toEqual([])
  })

  test('refuses more than there is, more than is due, another currency, another’s invoice', async () => {
    const of = await billingDesk(app)
    const invoice = await issued(app, of)
    expect((await use(invoice, 100, of)).body).toMatchObject({ code: 'insufficient_credit' })
    await pay({ amount: 5_000 }, of.owner, of)
    expect((await use(invoice, 5_001, of)).body).toMatchObject({
      code: 'insufficient_credit',
      detail: expect.stringContaining('50.00'),
    })
    expect((await use(invoice, 11_801, of)).body).toMatchObject({ code: 'amount_too_large' })
    expect((await use(invoice, 100, of, of.owner, 'USD')).body).toMatchObject({ code: 'currency_mismatch' })
    expect((await use({ id: toPublicId('invoice', newId()) }, 100, of)).status).toBe(404)
    expect((await use(await draft(app, of), 100, of)).status).toBe(404)
    expect((await use(invoice, 100, of, desk.owner)).status).toBe(404)
    const manager = await app.fixtures.member(of.organization, { role: 'manager' })
    expect((await use(invoice, 100, of, manager)).status).toBe(403)
    const limited = await app.fixtures.member(of.organization, { role: 'finance', isLimited: true })
    expect((await use(invoice, 100, of, limited)).status).toBe(404)
    expect((await use(invoice, 100, of, { organizationId: of.organization.publicId })).status).toBe(401)
  })

  test('32 spenders at once spend exactly what there is [INV-34]', async () => {
    const of = await billingDesk(app)
    const invoice = await issued(app, of, { lines: [workLine({ unit_price: '100000' })] })
    await pay({ amount: 10_000 }, of.owner, of)
    const answers = await Promise.all(Array.from({ length: 32 }, () => use(invoice, 1_000, of)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
    expect(
      answers
        .filter(({ status }) => status !== 201)
        .every(
          ({ status, body }) =>
            status === 409 && (body as unknown as { code: string }).code === 'insufficient_credit',
        ),
    ).toBe(true)
    expect(await balanceOf(of)).toMatchObject({ credit: 0 })
    expect((await verifyLedger(app.parts.database, of.organization.id)).findings).toEqual([])
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
