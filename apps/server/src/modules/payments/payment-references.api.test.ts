import { getInvoice, listReferences, lookUpReference } from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, issued, type Desk } from '../../../test/billing.ts'
import { type Part } from '../../../test/paying.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
beforeAll(async () => {
  desk = await billingDesk(app)
})
const read = async ({ id }: Part, caller: Caller = desk.owner) =>
  (await app.call(getInvoice, caller, { params: { invoice_id: id } })).body

describe('payment references', () => {
  test('lead to their invoice however they are typed [PAY-01] [PAY-33]', async () => {
    const invoice = await issued(app, desk)
    const { payment_reference } = await read(invoice)
    const value = payment_reference?.value ?? ''
    expect(value).toMatch(/^PAY-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(value.replaceAll('-', '')).not.toMatch(/^\d{12}$/)
    const typed = [
      value,
      value.toLowerCase(),
      value.replaceAll('-', ' '),
      value.replaceAll('0', 'O').replaceAll('1', 'l'),
      value.replace('PAY-', ''),
    ]
    for (const reference of typed) {
      expect((await app.call(lookUpReference, desk.owner, { params: { reference } })).body).toMatchObject({
        value,
        state: 'pending',
        invoice: { id: invoice.id, number: invoice.number },
      })
    }
    expect(
      (await app.call(lookUpReference, desk.owner, { params: { reference: '123456789012' } })).status,
    ).toBe(404)
    const stranger = await billingDesk(app)
    expect((await app.call(lookUpReference, stranger.owner, { params: { reference: value } })).status).toBe(
      404,
    )
    const limited = await app.fixtures.member(desk.organization, { role: 'finance', isLimited: true })
    expect((await app.call(lookUpReference, limited, { params: { reference: value } })).status).toBe(404)
  })

  test('are listed, newest first and page by page, for one client or all, within what one may see [CLI-07]', async () => {
    const of = await billingDesk(app)
    const made = [await issued(app, of), await issued(app, of), await issued(app, of)]
    const sister = { ...of, client: await app.fixtures.client(of.organization, { currency: 'TZS' }) }
    await issued(app, sister)
    const list = (query: Record<string, string>, caller: Caller = of.owner) =>
      app.call(listReferences, caller, { query: query as never })
    const numbers = async (query: Record<string, string>, caller?: Caller) =>
      (await list(query, caller)).body.data.map(({ invoice }) => invoice.number)
    const newest = made.map(({ number }) => number).toReversed()
    expect(await numbers({ client_id: of.client.publicId })).toEqual(newest)
    expect(await numbers({})).toHaveLength(4)
    const first = (await list({ client_id: of.client.publicId, limit: '2' })).body
    expect(first.data[0]).toMatchObject({ state: 'pending', client: { id: of.client.publicId } })
    expect(
      await numbers({ client_id: of.client.publicId, limit: '2', after: first.next_cursor ?? '' }),
    ).toEqual(newest.slice(2))
    const limited = await app.fixtures.member(of.organization, {
      role: 'finance',
      isLimited: true,
      assignedTo: [sister.client.id],
    })
    expect(await numbers({}, limited)).toHaveLength(1)
    expect(await numbers({ client_id: of.client.publicId }, limited)).toEqual([])
    expect(await numbers({ client_id: of.client.publicId }, desk.owner)).toEqual([])
  })
})
