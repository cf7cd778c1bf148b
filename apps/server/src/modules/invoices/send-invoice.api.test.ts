import { getInvoice, getSendPreview, sendInvoice, createContact, voidInvoice } from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, draft, issued } from '../../../test/billing.ts'
import { mailsTo } from '../../../test/mailbox.ts'
import { statement } from '../../platform/database/index.ts'
import { readLinkToken } from '../documents/index.ts'

const app = await testApp()
afterAll(() => app.close())
const params = ({ id }: { id: string }) => ({ invoice_id: id })
const queued = statement<{
  template: string
  to_addresses: string[]
  subject: string
  attachments: unknown[]
  entity_kind: string
  status: string
}>(
  'select template, to_addresses, subject, attachments, entity_kind, status from emails where organization_id = $1 order by to_addresses',
)

describe('sending an invoice', () => {
  test('mails the contacts that receive documents, with the PDF and the private link [INV-13] [INV-08] [INV-33]', async () => {
    const desk = await billingDesk(app, { email: 'office@pwani.example' })
    const contact = (name: string, document_delivery: 'to' | 'cc' | 'none') =>
      app.call(createContact, desk.owner, {
        params: { client_id: desk.client.publicId },
        body: { name, email: `${name.toLowerCase()}@pwani.example`, document_delivery },
      })
    await contact('Amina', 'to')
    await contact('Juma', 'cc')
    await contact('Neema', 'none')
    const done = await issued(app, desk, { purchase_order: 'PO-7' })
    const preview = await app.call(getSendPreview, desk.owner, { params: params(done) })
    expect(preview.body).toEqual({
      to: [{ name: 'Amina', email: 'amina@pwani.example' }],
      cc: [{ name: 'Juma', email: 'juma@pwani.example' }],
      subject: expect.stringContaining('INV-2026-001'),
      is_mail_configured: false,
    })

    const sent = await app.call(sendInvoice, desk.owner, {
      params: params(done),
      body: { message: 'Asante for your order.' },
    })
    expect(sent.body).toMatchObject({
      badge: 'sent',
      delivery_state: 'sent',
      sent_at: '2026-03-10T09:00:00.000Z',
      document_state: 'final',
    })
    expect((await app.call(getInvoice, desk.owner, { params: params(done) })).body).toEqual(sent.body)
    const rows = await app.fixtures.inOrganization(desk.organization.id, (tx) =>
      tx.all(queued(tx.organizationId)),
    )
    expect(rows.map(({ to_addresses }) => to_addresses[0])).toEqual([
      'amina@pwani.example',
      'juma@pwani.example',
    ])
    expect(rows[0]).toMatchObject({
      template: 'invoice-sent',
      subject: preview.body.subject,
      attachments: [{ documentKind: 'invoice', name: 'INV-2026-001.pdf' }],
      entity_kind: 'invoice',
      status: 'queued',
    })
    const [mail] = await mailsTo(app, desk.organization.id, 'amina@pwani.example')
    expect(mail?.props).toMatchObject({
      name: 'Amina',
      number: 'INV-2026-001',
      amountDue: { amount: 11_800, currency: 'TZS' },
      payable: true,
      purchaseOrder: 'PO-7',
      paymentReference: expect.stringMatching(/^PAY-/),
      note: { text: 'Asante for your order.' },
      attached: true,
    })
    expect(readLinkToken(app.parts.keyring, mail?.props.url?.split('/i/')[1] as string)?.organizationId).toBe(
      desk.organization.id,
    )
  })

  test('goes to the addresses given, else to the client’s own, and to nobody is refused [INV-13]', async () => {
    const desk = await billingDesk(app, { email: 'office@pwani.example' })
    const done = await issued(app, desk)
    expect((await app.call(getSendPreview, desk.owner, { params: params(done) })).body).toMatchObject({
      to: [{ email: 'office@pwani.example' }],
      cc: [],
    })
    await app.call(sendInvoice, desk.owner, {
      params: params(done),
      body: { to: ['boss@pwani.example'], cc: ['BOSS@pwani.example', 'copy@pwani.example'] },
    })
    const rows = await app.fixtures.inOrganization(desk.organization.id, (tx) =>
      tx.all(queued(tx.organizationId)),
    )
    expect(rows.map(({ to_addresses }) => to_addresses[0])).toEqual([
      'boss@pwani.example',
      'copy@pwani.example',
    ])
    const nobody = await billingDesk(app, { email: null })
    const silent = await issued(app, nobody)
    expect(
      (await app.call(sendInvoice, nobody.owner, { params: params(silent), body: {} })).body,
    ).toMatchObject({ code: 'no_recipient' })
    expect(
      (
        await app.call(sendInvoice, nobody.owner, {
          params: params(silent),
          body: { to: ['not an address'] },
        })
      ).status,
    ).toBe(422)
  })

  test('is for issued invoices and for those who may [INV-13]', async () => {
    const desk = await billingDesk(app)
    const [made, done] = [await draft(app, desk), await issued(app, desk)]
    expect((await app.call(sendInvoice, desk.owner, { params: params(made), body: {} })).body).toMatchObject({
      code: 'invoice_not_open',
    })
    const writer = await app.fixtures.member(desk.organization, { role: 'member' })
    expect((await app.call(sendInvoice, writer, { params: params(done), body: {} })).status).toBe(403)
    expect(
      (await app.call(sendInvoice, (await billingDesk(app)).owner, { params: params(done), body: {} }))
        .status,
    ).toBe(404)
    await app.call(voidInvoice, desk.owner, { params: params(done), version: 2, body: { reason: 'x' } })
    expect((await app.call(sendInvoice, desk.owner, { params: params(done), body: {} })).body).toMatchObject({
      code: 'invoice_not_open',
    })
  })
})
