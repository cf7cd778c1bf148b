import { getInvoice, updateClient, getClient } from '@portico/contract'
import { afterAll, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, draft, issued } from '../../../test/billing.ts'

const app = await testApp()
afterAll(() => app.close())

test('an issued invoice keeps both sides as they were printed, a draft follows them [INV-25] [INV-03]', async () => {
  const desk = await billingDesk(app)
  const [kept, open] = [await issued(app, desk), await draft(app, desk)]
  const before = kept.buyer
  expect(before).toMatchObject({ name: desk.client.name })
  expect(kept.seller).toMatchObject({ tin: '142-887-301', vrn: '40-031882-K' })

  const params = { client_id: kept.client.id }
  const client = (await app.call(getClient, desk.owner, { params })).body as { version: number }
  const moved = await app.call(updateClient, desk.owner, {
    params,
    version: client.version,
    body: { legal_name: 'Pwani Holdings Limited', address: { line1: 'Bandari Road 1', city: 'Tanga' } },
  })
  expect(moved.status).toBe(200)

  const read = async ({ id }: { id: string }) =>
    (await app.call(getInvoice, desk.owner, { params: { invoice_id: id } })).body
  expect(await read(kept)).toMatchObject({ buyer: before, seller: kept.seller })
  expect(await read(open)).toMatchObject({
    buyer: { name: 'Pwani Holdings Limited', address_lines: ['Bandari Road 1', 'Tanga'] },
  })
})
