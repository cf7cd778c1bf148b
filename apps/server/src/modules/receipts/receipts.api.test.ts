import { downloadReceipt, getReceipt, listReceipts, recordPayment, toPublicId } from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, issued, type Desk } from '../../../test/billing.ts'
import { newId } from '../../platform/ids.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
let receiptId: string
beforeAll(async () => {
  desk = await billingDesk(app)
  receiptId = await payNew(desk)
})

async function payNew(of: Desk): Promise<string> {
  const invoice = await issued(app, of)
  const amount = { amount: 11_800, currency: 'TZS' }
  const { body } = await app.call(recordPayment, of.owner, {
    body: {
      client_id: of.client.publicId,
      receiving_account_id: toPublicId('receivingAccount', of.accounts['TZS'] as string),
      amount,
      received_on: '2026-03-10',
      allocations: [{ invoice_id: invoice.id, amount }],
    },
  })
  return body.receipt?.id as string
}

describe('receipts', () => {
  test('download as a PDF that has always the same bytes [RCP-02] [RCP-03] [TAX-05]', async () => {
    const params = { receipt_id: receiptId }
    const first = await app.call(downloadReceipt, desk.owner, { params })
    expect(first).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': expect.stringContaining('RCP-2026-001.pdf'),
        etag: expect.any(String),
      },
    })
    const again = await app.call(downloadReceipt, desk.owner, { params, query: { disposition: 'inline' } })
    expect(again.headers['content-disposition']).toMatch(/^inline/)
    expect(again.raw.equals(first.raw)).toBe(true)
    const { getDocumentProxy, extractText } = await import('unpdf')
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(first.raw)), {
      mergePages: true,
    })
    for (const words of ['Tax receipt', 'RCP-2026-001', 'VAT', '18.00', '118.00', 'INV-2026-001', 'Bank TZS'])
      expect(text).toContain(words)
    const part = await app.call(downloadReceipt, desk.owner, { params, headers: { range: 'bytes=0-4' } })
    expect([part.status, part.raw.toString()]).toEqual([206, '%PDF-'])
    expect(
      (
        await app.call(downloadReceipt, desk.owner, {
          params,
          headers: { 'if-none-match': first.headers['etag'] as string },
        })
      ).status,
    ).toBe(304)
  })

  test('are listed newest first, by client, page by page [RCP-01] [API-13]', async () => {
    const of = await billingDesk(app)
    const ids = [await payNew(of), await payNew(of), await payNew(of)]
    const { body } = await app.call(listReceipts, of.owner, { query: { limit: 2 } })
    expect(body.data.map(({ id }) => id)).toEqual([ids[2], ids[1]])
    expect(
      (
        await app.call(listReceipts, of.owner, { query: { limit: 2, after: body.next_cursor as string } })
      ).body.data.map(({ id }) => id),
    ).toEqual([ids[0]])
    expect(
      (await app.call(listReceipts, of.owner, { query: { client_id: of.client.publicId } })).body.data,
    ).toHaveLength(3)
    expect(
      (await app.call(listReceipts, of.owner, { query: { client_id: desk.client.publicId } })).body.data,
    ).toEqual([])
  })

  test('are for those who may see them [RBAC-09] [SEC-07]', async () => {
    const params = { receipt_id: receiptId }
    const stranger = await billingDesk(app)
    const member = await app.fixtures.member(desk.organization, { role: 'member' })
    const limited = await app.fixtures.member(desk.organization, { role: 'finance', isLimited: true })
    const contact = await app.fixtures.contact(desk.organization, desk.client)
    for (const [caller, status] of [
      [member, 403],
      [stranger.owner, 404],
      [limited, 404],
      [contact, 401],
      [{ organizationId: desk.organization.publicId }, 401],
    ] as const) {
      expect((await app.call(getReceipt, caller, { params })).status).toBe(status)
      expect((await app.call(downloadReceipt, caller, { params })).status).toBe(status)
    }
    expect(
      (await app.call(getReceipt, desk.owner, { params: { receipt_id: toPublicId('receipt', newId()) } }))
        .status,
    ).toBe(404)
    expect((await app.call(listReceipts, limited)).body).toMatchObject({ data: [] })
    expect((await app.call(listReceipts, member)).status).toBe(403)
  })
})
