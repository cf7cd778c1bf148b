import { issueInvoice as issueOperation, listInvoices, updateInvoice } from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, draft } from '../../../test/billing.ts'
import { statement } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { takeNumber } from '../documents/index.ts'
import { verifyLedger } from '../ledger/index.ts'
import { createDraft, issueInvoice } from './index.ts'

const app = await testApp()
afterAll(() => app.close())
const numbersOf = statement<{ number: string; document_state: string }>(
  'select number, document_state from invoices where organization_id = $1 and number is not null',
)

describe('many at once', () => {
  test(
    '200 invoices issued in parallel, a fifth rolled back, leave no gap and no number twice [INV-24]',
    { timeout: 60_000 },
    async () => {
      const desk = await billingDesk(app)
      const others = await Promise.all(
        Array.from({ length: 7 }, () => app.fixtures.client(desk.organization, { currency: 'TZS' })),
      )
      const clients = [desk.client, ...others]
      const given = Array.from({ length: 200 }, (_, at) => ({
        id: '',
        fails: at % 5 === 3,
        client: clients[at % clients.length]?.id as string,
      }))
      for (const one of given)
        one.id = (
          await app.fixtures.inOrganization(desk.organization.id, (tx) =>
            createDraft(tx, {
              client_id: one.client,
              lines: [{ description: 'Work', quantity: '1', unit_price: '10' }],
            }),
          )
        ).id
      const outcomes = await Promise.allSettled(
        given.map(({ id, fails }) =>
          app.fixtures.inOrganization(desk.organization.id, async (tx) => {
            const invoice = await issueInvoice(tx, app.parts, id, 1)
            if (fails) throw new Error('rolled back')
            return invoice.number
          }),
        ),
      )
      const given_ = outcomes.flatMap((outcome) =>
        outcome.status === 'fulfilled' ? [outcome.value as string] : [],
      )
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(40)
      const expected = Array.from({ length: 160 }, (_, at) => `INV-2026-${String(at + 1).padStart(3, '0')}`)
      expect(given_.toSorted()).toEqual(expected.toSorted())
      const rows = await app.fixtures.inOrganization(desk.organization.id, (tx) =>
        tx.all(numbersOf(tx.organizationId)),
      )
      expect(rows.map(({ number }) => number).toSorted()).toEqual(expected.toSorted())
      expect((await verifyLedger(app.parts.database, desk.organization.id)).findings).toEqual([])
    },
  )

  test(
    '1,000 numbers taken in parallel, some rolled back, are 1 to the last [INV-24]',
    { timeout: 60_000 },
    async () => {
      const { id } = await app.fixtures.organization()
      const outcomes = await Promise.allSettled(
        Array.from({ length: 1000 }, (_, at) =>
          app.fixtures.inOrganization(id, async (tx) => {
            const number = await takeNumber(tx, 'receipt', 'R{YYYY}-{N}', '2026-03-10')
            if (at % 5 === 0) throw new Error('rolled back')
            return Number(number.split('-')[1])
          }),
        ),
      )
      const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 800 }, (_, at) => at + 1))
    },
  )

  test('two people who change the same draft: one change holds, the other is told [INV-02]', async () => {
    const desk = await billingDesk(app)
    const manager = await app.fixtures.member(desk.organization, { role: 'manager' })
    const made = await draft(app, desk)
    const change = (caller: typeof manager, note: string) =>
      app.call(updateInvoice, caller, { params: { invoice_id: made.id }, version: 1, body: { note } })
    const answers = await Promise.all([
      change(desk.owner, 'from the owner'),
      change(manager, 'from the manager'),
      change(desk.owner, 'again'),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412])
    expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({
      code: 'version_mismatch',
      current_version: 2,
    })
  })

  test('one invoice issued from several places at once is issued once [INV-24] [API-18]', async () => {
    const desk = await billingDesk(app)
    const made = await draft(app, desk)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        app.call(issueOperation, desk.owner, {
          params: { invoice_id: made.id },
          version: 1,
          body: {},
          idempotencyKey: newId(),
        }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
    const listed = await app.call(listInvoices, desk.owner, {
      query: { document_state: 'final', total: 'true' },
    })
    expect(listed.body).toMatchObject({
      data: [{ number: 'INV-2026-001' }],
      total: { count: 1, is_capped: false },
    })
    expect((await verifyLedger(app.parts.database, desk.organization.id)).findings).toEqual([])
  })
})
