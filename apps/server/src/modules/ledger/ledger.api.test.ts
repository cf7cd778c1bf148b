import { applyCredit, listClientLedger, recordPayment, toPublicId, voidInvoice } from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, issued, type Desk } from '../../../test/billing.ts'
import { runStatements } from '../../../test/database.ts'
import { verifyLedger } from './index.ts'

const app = await testApp()
afterAll(() => app.close())
const tzs = (amount: number) => ({ amount, currency: 'TZS' })
const pay = (
  desk: Desk,
  amount: number,
  allocations: { invoice: { id: string }; amount: number }[],
  receivedOn = '2026-03-10',
) =>
  app.call(recordPayment, desk.owner, {
    body: {
      client_id: desk.client.publicId,
      receiving_account_id: toPublicId('receivingAccount', desk.accounts['TZS'] as string),
      amount: tzs(amount),
      received_on: receivedOn,
      allocations: allocations.map((part) => ({ invoice_id: part.invoice.id, amount: tzs(part.amount) })),
    },
  })
const ledger = async (desk: Desk, query: Record<string, string>) =>
  (
    await app.call(listClientLedger, desk.owner, {
      params: { client_id: desk.client.publicId },
      query: { currency: 'TZS', account: 'receivable', ...query } as never,
    })
  ).body

/** An invoice overpaid, the rest used for a second, a third voided. */
async function busyDesk(): Promise<Desk> {
  const desk = await billingDesk(app)
  const [first, second, third] = [
    await issued(app, desk, { issue_date: '2026-03-01' }),
    await issued(app, desk, { issue_date: '2026-03-02' }),
    await issued(app, desk, { issue_date: '2026-03-03' }),
  ]
  expect((await pay(desk, 15_000, [{ invoice: first, amount: 11_800 }], '2026-03-05')).status).toBe(201)
  expect(
    (
      await app.call(applyCredit, desk.owner, {
        params: { invoice_id: second.id },
        body: { amount: tzs(1_200) },
      })
    ).status,
  ).toBe(201)
  expect(
    (
      await app.call(voidInvoice, desk.owner, {
        params: { invoice_id: third.id },
        version: third.version,
        body: { reason: 'Wrong' },
      })
    ).status,
  ).toBe(200)
  return desk
}

describe('the postings behind a balance', () => {
  test('are listed oldest first with the running balance, and come to the balance [PAY-21]', async () => {
    const desk = await busyDesk()
    const owed = await ledger(desk, {})
    expect(owed).toMatchObject({ opening: tzs(0), closing: tzs(10_600), is_truncated: false })
    expect(
      owed.data.map(({ kind, change, balance, document }) => [
        kind,
        change.amount,
        balance.amount,
        document?.number,
      ]),
    ).toEqual([
      ['invoice_issued', 11_800, 11_800, 'INV-2026-001'],
      ['invoice_issued', 11_800, 23_600, 'INV-2026-002'],
      ['invoice_issued', 11_800, 35_400, 'INV-2026-003'],
      ['payment_received', -11_800, 23_600, 'RCP-2026-001'],
      ['credit_applied', -1_200, 22_400, 'RCP-2026-002'],
      ['invoice_voided', -11_800, 10_600, 'INV-2026-003'],
    ])
    expect(owed.data[0]?.postings).toEqual([
      {
        debit: 'receivable',
        credit: 'revenue',
        amount: tzs(10_000),
        base_amount: { amount: 4, currency: 'USD' },
      },
      { debit: 'receivable', credit: 'tax', amount: tzs(1_800), base_amount: { amount: 0, currency: 'USD' } },
    ])
    const credit = await ledger(desk, { account: 'credit' })
    expect(credit.data.map(({ kind, change, balance }) => [kind, change.amount, balance.amount])).toEqual([
      ['payment_received', 3_200, 3_200],
      ['credit_applied', -1_200, 2_000],
    ])
    expect((await ledger(desk, { as_of: '2026-03-02' })).closing).toEqual(tzs(23_600))
    expect(await ledger(desk, { currency: 'USD' })).toMatchObject({
      closing: { amount: 0, currency: 'USD' },
      data: [],
    })
  })

  test('are for those who may see them, and of clients that they may meet [PAY-21]', async () => {
    const desk = await busyDesk()
    const given = {
      params: { client_id: desk.client.publicId },
      query: { currency: 'TZS', account: 'receivable' as const },
    }
    expect(
      (await app.call(listClientLedger, { organizationId: desk.organization.publicId }, given)).status,
    ).toBe(401)
    expect(
      (
        await app.call(
          listClientLedger,
          await app.fixtures.member(desk.organization, { role: 'manager' }),
          given,
        )
      ).status,
    ).toBe(403)
    expect((await app.call(listClientLedger, (await billingDesk(app)).owner, given)).status).toBe(404)
    expect(
      (
        await app.call(
          listClientLedger,
          await app.fixtures.member(desk.organization, { role: 'finance', isLimited: true }),
          given,
        )
      ).status,
    ).toBe(404)
    expect(
      (
        await app.call(listClientLedger, desk.owner, {
          ...given,
          query: { ...given.query, account: 'cash' as never },
        })
      ).status,
    ).toBe(422)
  })
})

describe('verifying', () => {
  test('finds nothing where all is well, and each thing that is not [PAY-21]', async () => {
    const desk = await busyDesk()
    const o = desk.organization.id
    expect((await verifyLedger(app.parts.database, o)).findings).toEqual([])
    const damage: [string, string, string][] = [
      [
        'stored_balance_is_replayed_balance',
        `update client_balances set credit = credit + 1 where organization_id = '${o}'`,
        `update client_balances set credit = credit - 1 where organization_id = '${o}'`,
      ],
      [
        'receivable_is_open_invoices',
        `update invoices set gross = gross + 1 where organization_id = '${o}' and number = 'INV-2026-002'`,
        `update invoices set gross = gross - 1 where organization_id = '${o}' and number = 'INV-2026-002'`,
      ],
      [
        'owed_by_due_date_is_open_invoices',
        `update owed_moves set amount = amount + 1 where organization_id = '${o}' and due_date = (select min(due_date) from owed_moves where organization_id = '${o}')`,
        `update owed_moves set amount = amount - 1 where organization_id = '${o}' and due_date = (select min(due_date) from owed_moves where organization_id = '${o}')`,
      ],
      [
        'settled_is_allocated',
        `update invoices set settled = settled - 1 where organization_id = '${o}' and number = 'INV-2026-001'`,
        `update invoices set settled = settled + 1 where organization_id = '${o}' and number = 'INV-2026-001'`,
      ],
      [
        'settlement_state_is_settled_amount',
        `update invoices set settlement_state = 'open' where organization_id = '${o}' and number = 'INV-2026-001'`,
        `update invoices set settlement_state = 'paid' where organization_id = '${o}' and number = 'INV-2026-001'`,
      ],
      [
        'one_entry_per_document',
        `update postings set amount = amount + 1 where organization_id = '${o}' and position = 1`,
        `update postings set amount = amount - 1 where organization_id = '${o}' and position = 1`,
      ],
      [
        'payment_is_its_parts',
        `update payments set credited = credited - 1 where organization_id = '${o}'`,
        `update payments set credited = credited + 1 where organization_id = '${o}'`,
      ],
      [
        'totals_are_lines',
        `update invoice_lines set net = net + 1 where organization_id = '${o}'`,
        `update invoice_lines set net = net - 1 where organization_id = '${o}'`,
      ],
      [
        'frozen_content_is_whole',
        `update document_contents set content = content || ' ' where organization_id = '${o}'`,
        `update document_contents set content = rtrim(content) where organization_id = '${o}'`,
      ],
      [
        'numbers_have_no_gap',
        `update number_series set next = next + 1 where organization_id = '${o}'`,
        `update number_series set next = next - 1 where organization_id = '${o}'`,
      ],
    ]
    for (const [check, harm, mend] of damage) {
      await runStatements(app.database.adminUrl, [harm])
      expect(
        new Set((await verifyLedger(app.parts.database, o)).findings.map((finding) => finding.check)),
        check,
      ).toContain(check)
      await runStatements(app.database.adminUrl, [mend])
    }
    expect((await verifyLedger(app.parts.database, o)).findings).toEqual([])
  })
})
