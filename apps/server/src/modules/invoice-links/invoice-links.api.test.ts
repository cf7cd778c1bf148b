import {
  downloadLinkedInvoice,
  downloadLinkedReceipt,
  getInvoice,
  getLinkedInvoice,
  listInvoiceLinks,
  listProofs,
  noteLinkedInvoiceView,
  recordPayment,
  rotateInvoiceLink,
  submitLinkedProof,
  toPublicId,
  voidInvoice,
} from '@portico/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, issued, type Desk } from '../../../test/billing.ts'
import { mailsTo } from '../../../test/mailbox.ts'
import { statement } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
beforeAll(async () => {
  desk = await billingDesk(app, { email: 'accounts@pwani.example' })
})
const tzs = (amount: number) => ({ amount, currency: 'TZS' })
type Part = { id: string }
const linksOf = async (invoice: Part) =>
  (await app.call(listInvoiceLinks, desk.owner, { params: { invoice_id: invoice.id } })).body.data
const tokenOf = async (invoice: Part) => (await linksOf(invoice))[0]?.url.split('/').at(-1) as string
const open = (token: string) => app.call(getLinkedInvoice, {}, { params: { token } })
const pay = (invoice: Part, amount: number) =>
  app.call(recordPayment, desk.owner, {
    body: {
      client_id: desk.client.publicId,
      receiving_account_id: toPublicId('receivingAccount', desk.accounts['TZS'] as string),
      amount: tzs(amount),
      received_on: '2026-03-10',
      allocations: [{ invoice_id: invoice.id, amount: tzs(amount) }],
    },
  })

describe('the private link', () => {
  test('opens the one invoice without an account, with how to pay and without balances [INV-33] [INV-38] [PAY-30]', async () => {
    const invoice = await issued(app, desk)
    const { status, body } = await open(await tokenOf(invoice))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      organization: { slug: desk.organization.slug, logo_url: null, brand_color: '#0f766e', locale: 'en' },
      is_portal_enabled: true,
      today: '2026-03-10',
      invoice: {
        id: invoice.id,
        number: invoice.number,
        due: tzs(11_800),
        can_pay: true,
        client_credit: null,
        pay_methods: [{ name: 'Bank TZS' }],
        payment_reference: { value: expect.stringMatching(/^PAY-/) },
        download_url: expect.stringMatching(/^\/v1\/invoice-links\/[\w-]+\/pdf$/),
      },
    })
    expect(
      (await app.call(getInvoice, desk.owner, { params: { invoice_id: invoice.id } })).body,
    ).toMatchObject({ delivery_state: 'not_sent', viewed_at: null })
    const pdf = await app.edge.server.inject({ url: body.invoice.download_url })
    expect([pdf.statusCode, pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ])
  })

  test('notes that a person looked, once as an event [INV-33] [INV-32]', async () => {
    const invoice = await issued(app, desk)
    const params = { token: await tokenOf(invoice) }
    expect(await app.call(noteLinkedInvoiceView, {}, { params })).toMatchObject({
      status: 200,
      body: { done: true },
    })
    app.clock.advance(60_000)
    expect((await app.call(noteLinkedInvoiceView, {}, { params, idempotencyKey: 'seen' })).status).toBe(200)
    expect(
      (await app.call(getInvoice, desk.owner, { params: { invoice_id: invoice.id } })).body,
    ).toMatchObject({ delivery_state: 'viewed', badge: 'viewed', viewed_at: '2026-03-10T09:00:00.000Z' })
    expect(await linksOf(invoice)).toMatchObject([
      { first_viewed_at: '2026-03-10T09:00:00.000Z', last_viewed_at: '2026-03-10T09:01:00.000Z' },
    ])
    const events = await app.fixtures.inOrganization(desk.organization.id, (tx) =>
      tx.all(
        statement<{ payload: { invoice_id: string } }>(
          `select payload from domain_events where organization_id = $1 and type = 'invoice.viewed'`,
        )(tx.organizationId),
      ),
    )
    expect(events).toHaveLength(1)
    app.clock.advance(-60_000)
  })

  test('takes a proof from somebody who gives a name, and answers with the page [INV-38] [PAY-04]', async () => {
    const invoice = await issued(app, desk)
    const params = { token: await tokenOf(invoice) }
    const slip = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const answer = await app.call(
      submitLinkedProof,
      {},
      {
        params,
        body: { your_name: 'Baraka Mwakyusa', amount: '118' },
        file: { name: 'IMG_2041.HEIC.jpg', content: slip },
        idempotencyKey: 'linked',
      },
    )
    expect(answer).toMatchObject({
      status: 201,
      body: {
        invoice: {
          proof: { state: 'submitted' },
          proofs: [{ amount: tzs(11_800), file_name: expect.stringMatching(/\.jpg$/) }],
        },
      },
    })
    expect(
      (
        await app.call(
          submitLinkedProof,
          {},
          {
            params,
            body: { your_name: 'Baraka Mwakyusa', amount: '118' },
            file: { name: 'IMG_2041.HEIC.jpg', content: slip },
            idempotencyKey: 'linked',
          },
        )
      ).headers['idempotency-replayed'],
    ).toBe('true')
    const { body } = await app.call(listProofs, desk.owner, { query: { invoice_id: invoice.id } })
    expect(body.data).toMatchObject([
      { submitter: { kind: 'link', name: 'Baraka Mwakyusa' }, claimed: { amount: tzs(11_800) } },
    ])
    expect(
      (await mailsTo(app, desk.organization.id, 'accounts@pwani.example')).filter(
        ({ template }) => template === 'proof-received',
      ),
    ).toHaveLength(1)
    expect(
      (await app.call(submitLinkedProof, {}, { params, body: { pasted_text: 'again' } })).body,
    ).toMatchObject({ code: 'proof_pending' })
    expect(
      (await app.call(submitLinkedProof, {}, { params, file: { name: 'a.exe', content: 'MZ\u0000\u0001' } }))
        .body,
    ).toMatchObject({ code: 'file_type_not_allowed' })
  })

  test('gives the receipts of its invoice and no other [INV-38] [RCP-02]', async () => {
    const [invoice, other] = [await issued(app, desk), await issued(app, desk)]
    const { body: payment } = await pay(invoice, 11_800)
    const { body: elsewhere } = await pay(other, 11_800)
    const token = await tokenOf(invoice)
    const { body } = await open(token)
    expect(body.invoice).toMatchObject({
      badge: 'paid',
      can_pay: false,
      pay_methods: [],
      receipts: [{ id: payment.receipt?.id, amount: tzs(11_800) }],
    })
    const pdf = await app.edge.server.inject({ url: body.invoice.receipts[0]?.download_url as string })
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(
      (
        await app.call(
          downloadLinkedReceipt,
          {},
          { params: { token, receipt_id: elsewhere.receipt?.id as string } },
        )
      ).status,
    ).toBe(404)
    expect(
      (
        await app.call(
          downloadLinkedReceipt,
          {},
          { params: { token, receipt_id: toPublicId('receipt', newId()) } },
        )
      ).status,
    ).toBe(404)
  })

  test('says that an invoice is void [INV-33]', async () => {
    const invoice = await issued(app, desk)
    const token = await tokenOf(invoice)
    await app.call(voidInvoice, desk.owner, {
      params: { invoice_id: invoice.id },
      version: invoice.version,
      body: { reason: 'Twice' },
    })
    expect((await open(token)).body).toMatchObject({
      invoice: { badge: 'void', can_pay: false, due: tzs(0) },
    })
    expect(
      (await app.call(submitLinkedProof, {}, { params: { token }, body: { pasted_text: 'Paid' } })).body,
    ).toMatchObject({ code: 'invoice_not_open' })
  })

  test('an inactive client keeps its links; its portal is not offered [INV-33]', async () => {
    const of = await billingDesk(app)
    const invoice = await issued(app, of)
    const [link] = (await app.call(listInvoiceLinks, of.owner, { params: { invoice_id: invoice.id } })).body
      .data
    await app.fixtures.inOrganization(of.organization.id, (tx) =>
      tx.all(
        statement(`update clients set status = 'inactive' where organization_id = $1`)(tx.organizationId),
      ),
    )
    expect(await open(link?.url.split('/').at(-1) as string)).toMatchObject({
      status: 200,
      body: { is_portal_enabled: false, invoice: { can_pay: true } },
    })
  })

  test('that is unknown, mistyped or rotated is gone, with the same answer for all [INV-38] [SEC-07]', async () => {
    const invoice = await issued(app, desk)
    const token = await tokenOf(invoice)
    const [link] = await linksOf(invoice)
    await app.call(rotateInvoiceLink, desk.owner, {
      params: { invoice_id: invoice.id, document_link_id: link?.id as string },
    })
    const fresh = await tokenOf(invoice)
    expect(fresh).not.toBe(token)
    const slip = { name: 'slip.pdf', content: '%PDF-1.7\n%%EOF' }
    const before = await countFiles()
    for (const dead of [
      token,
      `${fresh.slice(0, -1)}${fresh.endsWith('A') ? 'B' : 'A'}`,
      fresh.slice(0, -1),
      'x',
      `${fresh}A`,
    ]) {
      const answers = [
        await open(dead),
        await app.call(noteLinkedInvoiceView, {}, { params: { token: dead } }),
        await app.call(submitLinkedProof, {}, { params: { token: dead }, file: slip }),
        await app.call(downloadLinkedInvoice, {}, { params: { token: dead } }),
        await app.call(
          downloadLinkedReceipt,
          {},
          { params: { token: dead, receipt_id: toPublicId('receipt', newId()) } },
        ),
      ]
      expect(answers.map(({ status }) => status)).toEqual([410, 410, 410, 410, 410])
      expect(new Set(answers.map(({ body }) => (body as unknown as { detail: string }).detail)).size).toBe(1)
    }
    expect(await countFiles()).toBe(before)
    expect((await open(fresh)).status).toBe(200)
  })
})

const countFiles = async () =>
  (
    await app.fixtures.inOrganization(desk.organization.id, (tx) =>
      tx.first(
        statement<{ n: number }>('select count(*) as n from files where organization_id = $1')(
          tx.organizationId,
        ),
      ),
    )
  )?.n
