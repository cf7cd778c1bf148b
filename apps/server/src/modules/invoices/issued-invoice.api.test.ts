import { createHash } from 'node:crypto'
import {
  downloadInvoice,
  getInvoice,
  issueInvoice,
  listInvoiceHistory,
  listInvoiceLinks,
  listInvoices,
  rotateInvoiceLink,
  updateInvoice,
  voidInvoice,
} from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, draft, issued } from '../../../test/billing.ts'
import { statement } from '../../platform/database/index.ts'
import type { InvoicePaper } from '../../platform/paper/index.ts'
import { frozenContent, linkInForce, readLinkToken, thaw } from '../documents/index.ts'
import { verifyLedger } from '../ledger/index.ts'
import { settle, lockOpenInvoices } from './index.ts'

const app = await testApp()
afterAll(() => app.close())
const params = ({ id }: { id: string }) => ({ invoice_id: id })
const uuidOf = async (organizationId: string, number: string): Promise<string> =>
  (
    await app.fixtures.inOrganization(organizationId, (tx) =>
      tx.first(
        statement<{ id: string }>('select id from invoices where organization_id = $1 and number = $2')(
          organizationId,
          number,
        ),
      ),
    )
  )?.id as string
const contentOf = async (organizationId: string, id: string) =>
  app.fixtures.inOrganization(organizationId, (tx) => tx.first(frozenContent(organizationId, 'invoice', id)))
const owed = statement<{ currency: string; receivable: number; credit: number }>(
  'select currency, receivable, credit from client_balances where organization_id = $1 and client_id = $2',
)

describe('the PDF', () => {
  test('is rendered once and the same bytes for ever, also when many ask at once [INV-14] [INV-15] [INV-25]', async () => {
    const desk = await billingDesk(app)
    const done = await issued(app, desk)
    const download = () =>
      app.call(downloadInvoice, desk.owner, { params: params(done), query: { disposition: 'inline' } })
    const many = await Promise.all(Array.from({ length: 5 }, download))
    expect(many[0]).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': expect.stringMatching(/^inline; filename="INV-2026-001\.pdf"/),
      },
    })
    expect(many[0]?.raw.subarray(0, 5).toString()).toBe('%PDF-')
    await app.fixtures.inOrganization(desk.organization.id, (tx) =>
      tx.all(
        statement(`update organization_settings set brand_color = '#ff0000' where organization_id = $1`)(
          tx.organizationId,
        ),
      ),
    )
    many.push(await download())
    expect(new Set(many.map(({ raw }) => createHash('sha256').update(raw).digest('hex'))).size).toBe(1)
    const rows = await app.fixtures.inOrganization(desk.organization.id, (tx) =>
      tx.all(
        statement<{ files: number }>(
          `select count(*) as files from document_files d join files f on f.organization_id = d.organization_id and f.id = d.file_id where d.organization_id = $1`,
        )(tx.organizationId),
      ),
    )
    expect(rows).toEqual([{ files: 1 }])
    expect(
      (await app.call(downloadInvoice, (await billingDesk(app)).owner, { params: params(done) })).status,
    ).toBe(404)
  })

  test('of a draft is a preview with a mark, made anew and kept nowhere [INV-15]', async () => {
    const desk = await billingDesk(app)
    const made = await draft(app, desk)
    const preview = await app.call(downloadInvoice, desk.owner, { params: params(made) })
    expect(preview).toMatchObject({
      status: 200,
      headers: { 'content-disposition': expect.stringContaining('draft.pdf') },
    })
    await app.call(updateInvoice, desk.owner, { params: params(made), version: 1, body: { note: 'changed' } })
    expect(
      (await app.call(downloadInvoice, desk.owner, { params: params(made) })).raw.equals(preview.raw),
    ).toBe(false)
    expect(
      await app.fixtures.inOrganization(desk.organization.id, (tx) =>
        tx.all(statement('select file_id from document_files where organization_id = $1')(tx.organizationId)),
      ),
    ).toEqual([])
  })
})

describe('voiding', () => {
  test('mirrors the posting, keeps the number and shows in the register [INV-37] [PAY-21]', async () => {
    const desk = await billingDesk(app)
    const [kept, wrong] = [await issued(app, desk), await issued(app, desk)]
    const original = await app.call(downloadInvoice, desk.owner, { params: params(wrong) })
    const voided = await app.call(voidInvoice, desk.owner, {
      params: params(wrong),
      version: wrong.version,
      body: { reason: 'Wrong client' },
    })
    expect(voided.body).toMatchObject({
      number: 'INV-2026-002',
      badge: 'void',
      document_state: 'void',
      void_reason: 'Wrong client',
      voided_at: expect.any(String),
      totals: { due: { amount: 0 } },
      abilities: { void: false, send: false, record_payment: false },
    })
    expect((await app.call(getInvoice, desk.owner, { params: params(wrong) })).body).toEqual(voided.body)
    const register = await app.call(listInvoices, desk.owner, { query: { document_state: 'void' } })
    expect(register.body.data.map(({ number, badge }) => [number, badge])).toEqual([['INV-2026-002', 'void']])
    expect(
      await app.fixtures.inOrganization(desk.organization.id, (tx) =>
        tx.all(owed(tx.organizationId, desk.client.id)),
      ),
    ).toEqual([{ currency: 'TZS', receivable: 11_800, credit: 0 }])
    expect((await issued(app, desk)).number).toBe('INV-2026-003')
    expect((await verifyLedger(app.parts.database, desk.organization.id)).findings).toEqual([])
    const marked = await app.call(downloadInvoice, desk.owner, { params: params(wrong) })
    expect(marked.raw.equals(original.raw)).toBe(false)
    expect(
      (
        await app.call(voidInvoice, desk.owner, {
          params: params(wrong),
          version: 3,
          body: { reason: 'again' },
        })
      ).body,
    ).toMatchObject({ code: 'invoice_not_open' })
    expect(
      (
        await app.call(voidInvoice, desk.owner, {
          params: params(kept),
          version: 1,
          body: { reason: 'old version' },
        })
      ).status,
    ).toBe(412)
    const manager = await app.fixtures.member(desk.organization, { role: 'manager' })
    expect(
      (await app.call(voidInvoice, manager, { params: params(kept), version: 2, body: { reason: 'x' } }))
        .status,
    ).toBe(403)
  })

  test('is refused where something was paid, or a proof waits [INV-37]', async () => {
    const desk = await billingDesk(app)
    const [paid, proven] = [await issued(app, desk), await issued(app, desk)]
    const paidId = await uuidOf(desk.organization.id, paid.number)
    const provenId = await uuidOf(desk.organization.id, proven.number)
    await app.fixtures.inOrganization(desk.organization.id, async (tx) => {
      const [invoice] = await lockOpenInvoices(tx, [paidId])
      if (invoice)
        expect(settle(tx, invoice, 800)).toMatchObject({
          settled: 800,
          due: 11_000,
          settlement_state: 'partial',
        })
      tx.later(
        statement(`insert into payment_proofs (organization_id, id, client_id, invoice_id, payment_reference_id, pasted_text, submitted_by_kind, submitted_at)
        select $1, gen_random_uuid(), i.client_id, i.id, r.id, 'Paid', 'link', $3 from invoices i join payment_references r on r.organization_id = i.organization_id and r.invoice_id = i.id where i.organization_id = $1 and i.id = $2`)(
          tx.organizationId,
          provenId,
          tx.now,
        ),
      )
    })
    const paidNow = await app.call(getInvoice, desk.owner, { params: params(paid) })
    expect(paidNow.body).toMatchObject({
      badge: 'partial',
      settlement_state: 'partial',
      totals: { settled: { amount: 800 }, due: { amount: 11_000 } },
      version: 3,
    })
    expect(
      (await app.call(voidInvoice, desk.owner, { params: params(paid), version: 3, body: { reason: 'x' } }))
        .body,
    ).toMatchObject({ code: 'invoice_has_payments' })
    expect(
      (await app.call(voidInvoice, desk.owner, { params: params(proven), version: 2, body: { reason: 'x' } }))
        .body,
    ).toMatchObject({ code: 'proof_pending' })
  })
})

describe('the private link', () => {
  test('is made with the invoice, carries a keyed token and is revoked by raising its version [INV-33]', async () => {
    const desk = await billingDesk(app)
    const done = await issued(app, desk)
    const links = await app.call(listInvoiceLinks, desk.owner, { params: params(done) })
    expect(links.body.data).toMatchObject([
      {
        name: 'Client',
        url: expect.stringMatching(/^http:\/\/localhost:3000\/i\/[\w-]{68}$/),
        is_revoked: false,
        first_viewed_at: null,
      },
    ])
    const target = (url: string) => readLinkToken(app.parts.keyring, url.split('/i/')[1] as string)
    const lead = async (url: string) => {
      const to = target(url)
      return (
        to &&
        app.fixtures.inOrganization(to.organizationId, (tx) =>
          tx.first(linkInForce(to.organizationId, to.linkId, to.version)),
        )
      )
    }
    const [link] = links.body.data
    const id = await uuidOf(desk.organization.id, done.number)
    expect(await lead(link?.url as string)).toMatchObject({ document_id: id })
    const { paper } = thaw<InvoicePaper>((await contentOf(desk.organization.id, id))?.content as string)
    expect(paper.links?.pay).toBe(link?.url)
    const rotated = await app.call(rotateInvoiceLink, desk.owner, {
      params: { invoice_id: done.id, document_link_id: link?.id as string },
      body: undefined as never,
    })
    expect(rotated.body.url).not.toBe(link?.url)
    expect(await lead(link?.url as string)).toBeUndefined()
    expect(await lead(rotated.body.url)).toMatchObject({ document_id: id })
    const stranger = await billingDesk(app)
    expect((await app.call(listInvoiceLinks, stranger.owner, { params: params(done) })).status).toBe(404)
    expect(
      (
        await app.call(rotateInvoiceLink, stranger.owner, {
          params: { invoice_id: done.id, document_link_id: link?.id as string },
          body: undefined as never,
        })
      ).status,
    ).toBe(404)
    const other = await issued(app, desk)
    expect(
      (
        await app.call(rotateInvoiceLink, desk.owner, {
          params: { invoice_id: other.id, document_link_id: link?.id as string },
          body: undefined as never,
        })
      ).status,
    ).toBe(404)
  })
})

test('the history tells who did what, newest first [INV-03]', async () => {
  const desk = await billingDesk(app)
  const made = await draft(app, desk)
  await app.call(updateInvoice, desk.owner, { params: params(made), version: 1, body: { note: 'Thanks' } })
  await app.call(issueInvoice, desk.owner, { params: params(made), version: 2, body: {} })
  await app.call(voidInvoice, desk.owner, { params: params(made), version: 3, body: { reason: 'Typo' } })
  const first = await app.call(listInvoiceHistory, desk.owner, { params: params(made), query: { limit: 3 } })
  expect(first.body.data.map(({ action, actor }) => [action, actor.kind])).toEqual([
    ['invoices.voided', 'member'],
    ['invoices.issued', 'member'],
    ['invoices.updated', 'member'],
  ])
  expect(first.body.data[2]).toMatchObject({
    actor: { name: desk.owner.name },
    before: { note: null },
    after: { note: 'Thanks' },
  })
  const rest = await app.call(listInvoiceHistory, desk.owner, {
    params: params(made),
    query: { limit: 3, after: first.body.next_cursor as string },
  })
  expect(rest.body).toMatchObject({ data: [{ action: 'invoices.created' }], has_more: false })
  expect(
    (await app.call(listInvoiceHistory, (await billingDesk(app)).owner, { params: params(made) })).status,
  ).toBe(404)
})
