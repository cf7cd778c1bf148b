import { afterAll, expect, test } from 'vitest'
import { countingProxy } from '../../../bench/round-trips.ts'
import { testApp } from '../../../test/app.ts'
import { billingDesk } from '../../../test/billing.ts'
import { Database, type Statement, type Tx } from '../../platform/database/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { openOrganization } from '../../platform/database/index.ts'
import {
  createDraft,
  issueInvoice,
  recordFrom,
  recordStatements,
  shownFrom,
  shownInvoice,
  voidInvoice,
} from './index.ts'
import { presentInvoice } from './present.ts'
import { updateDraft } from './update-draft.ts'

const app = await testApp()
const proxy = await countingProxy(app.database.urlFor('portico_app'))
const counted = new Database({
  connectionString: proxy.url,
  poolSize: 1,
  clock: app.clock,
  applicationName: 'counted',
})
afterAll(async () => {
  await counted.close()
  await proxy.close()
  await app.close()
})

test('an invoice is read in one round trip, written in three and issued in four [OPS-28]', async () => {
  const desk = await billingDesk(app)
  const organizationId = desk.organization.id
  const system = systemPrincipal('test')
  const taken = async <Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer; count: number }> => {
    const before = proxy.taken()
    const answer = await work()
    return { answer, count: proxy.taken() - before }
  }
  const command = <Answer>(work: (tx: Tx) => Promise<Answer>) =>
    taken(() => counted.withOrganization(organizationId, system, work))
  await command(async () => {})
  /** As it is shown, which is what the same invoice read whole would be shown as. */
  const show = async (invoiceId: string) => {
    const read = (statements: Statement[]) =>
      counted.read(openOrganization(organizationId, system), statements)
    const now = counted.now()
    const { answer, count } = await taken(() => read([shownInvoice(organizationId, invoiceId, now)]))
    const invoice = presentInvoice(shownFrom(answer.rows), system)
    const whole = await read(recordStatements(organizationId, invoiceId, now))
    expect(invoice).toEqual(presentInvoice(recordFrom(whole.rows), system))
    return { invoice, count }
  }

  const created = await command((tx) =>
    createDraft(tx, {
      client_id: desk.client.id,
      lines: [{ description: 'Work', quantity: '1', unit_price: '10' }],
    }),
  )
  expect(created.count).toBe(3)
  const { id } = created.answer
  expect((await command((tx) => updateDraft(tx, id, 1, { note: 'Thanks' }))).count).toBe(3)
  expect(await show(id)).toMatchObject({ count: 1, invoice: { document_state: 'draft', note: 'Thanks' } })
  expect((await command((tx) => issueInvoice(tx, app.parts, id, 2))).count).toBe(4)
  expect(await show(id)).toMatchObject({ count: 1, invoice: { document_state: 'final', note: 'Thanks' } })
  expect((await command((tx) => voidInvoice(tx, id, 3, 'Wrong'))).count).toBe(3)
})
