import { issueInvoice as issueOperation, listInvoices, updateInvoice } from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, draft } from '../../../test/billing.ts'
import { newId } from '../../platform/ids.ts'
import { verifyLedger } from '../ledger/index.ts'

const app = await testApp()
afterAll(() => app.close())
describe('many at once', () => {
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
