import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  approveProof,
  downloadFile,
  getInvoice,
  getProof,
  listProofs,
  toPublicId,
  voidInvoice,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, issued, type Desk } from '../../../test/billing.ts'
import type { BuiltContact } from '../../../test/fixtures.ts'
import { mailsTo } from '../../../test/mailbox.ts'
import {
  accountOf,
  eventsOf,
  picture,
  sendProof,
  tzs,
  type GivenProof,
  type Part,
} from '../../../test/paying.ts'
import { newId } from '../../platform/ids.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
let contact: BuiltContact
let slip: Buffer
beforeAll(async () => {
  desk = await billingDesk(app)
  contact = await app.fixtures.contact(desk.organization, desk.client)
  slip = await picture('#0f766e')
})

const send = (invoice: Part, given: GivenProof, caller: Caller = contact) =>
  sendProof(app, caller, invoice, given)
const sendSlip = (invoice: Part, body: Record<string, string> = {}) =>
  send(invoice, { body, file: { name: 'slip.png', content: slip } })
const waitingFor = async (invoice: Part, of = desk) =>
  (await app.call(listProofs, of.owner, { query: { invoice_id: invoice.id } })).body.data[0] as Part
const approve = (
  proof: Part,
  amount: number,
  caller: Caller = desk.owner,
  change: object = {},
  key?: string,
) =>
  app.call(approveProof, caller, {
    params: { payment_proof_id: proof.id },
    body: {
      amount: tzs(amount),
      received_on: '2026-03-09',
      receiving_account_id: accountOf(desk),
      ...change,
    },
    ...(key && { idempotencyKey: key }),
  })
const invoiceOf = async ({ id }: Part) =>
  (await app.call(getInvoice, desk.owner, { params: { invoice_id: id } })).body

describe('sending a proof', () => {
  test('with a file: the invoice says so, the desk sees it, the submitter gets a mail [PAY-04] [PAY-05] [PAY-03] [POR-13]', async () => {
    const invoice = await issued(app, desk)
    const answer = await sendSlip(invoice, {
      amount: '118.00',
      paid_on: '2026-03-09',
      payer: 'Baraka',
      reference: 'QCK 7H2 M9X',
      note: 'paid by phone',
      receiving_account_id: accountOf(desk, 'TZS'),
    })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      id: invoice.id,
      proof: { state: 'submitted' },
      proofs: [{ state: 'submitted', amount: tzs(11_800), file_name: 'slip.png', rejection_reason: null }],
      proof_review_hours: 24,
    })
    expect(await invoiceOf(invoice)).toMatchObject({
      payment_reference: { state: 'submitted' },
      proofs_waiting: 1,
      abilities: { void: false },
    })
    const { id } = await waitingFor(invoice)
    const { body: proof } = await app.call(getProof, desk.owner, { params: { payment_proof_id: id } })
    expect(proof).toMatchObject({
      state: 'submitted',
      client: { id: desk.client.publicId },
      invoice: { id: invoice.id, due: tzs(11_800), badge: 'final' },
      payment_reference: { label: 'Payment reference', value: expect.stringMatching(/^PAY-/) },
      file: { name: 'slip.png', media_type: 'image/png', size: slip.length },
      claimed: { amount: tzs(11_800), on: '2026-03-09', payer: 'Baraka', reference: 'QCK 7H2 M9X' },
      note: 'paid by phone',
      submitter: { kind: 'contact' },
      warnings: [],
      version: 1,
    })
    const file = await app.call(
      downloadFile,
      {},
      { params: { token: proof.file?.url.split('/').at(-1) as string } },
    )
    expect(file).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' },
    })
    expect(file.raw.equals(slip)).toBe(true)
    const [mail] = (await mailsTo(app, desk.organization.id, contact.email)).filter(
      ({ template }) => template === 'proof-received',
    )
    expect(mail?.props).toMatchObject({
      invoices: [invoice.number],
      amount: tzs(11_800),
      receivedOn: '2026-03-10',
      usualMinutes: 1440,
      url: expect.stringContaining('/i/'),
    })
    expect(await eventsOf(app, desk, 'proof.submitted')).toMatchObject([
      { payload: { invoice_id: expect.any(String), client_id: desk.client.id } },
    ])
  })

  test('as a PDF, or as the pasted message alone [PAY-04]', async () => {
    const first = await issued(app, desk)
    expect(
      (
        await send(first, {
          file: {
            name: 'slip.pdf',
            content: '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n',
          },
        })
      ).body,
    ).toMatchObject({ proofs: [{ file_name: 'slip.pdf', amount: null }] })
    const second = await issued(app, desk)
    expect(
      (
        await send(second, {
          body: { pasted_text: 'QCK7H2M9XA Confirmed. Tsh118.00 sent to KIJANI STUDIO\non 9/3/26' },
        })
      ).body,
    ).toMatchObject({ proofs: [{ file_name: null }] })
    const { id } = await waitingFor(second)
    expect((await app.call(getProof, desk.owner, { params: { payment_proof_id: id } })).body).toMatchObject({
      file: null,
      pasted_text: 'QCK7H2M9XA Confirmed. Tsh118.00 sent to KIJANI STUDIO\non 9/3/26',
    })
  })

  test('reads the amount as it is typed and refuses nonsense at its field [PAY-04] [CUR-08]', async () => {
    const invoice = await issued(app, desk)
    for (const [amount, code] of [
      ['about 100', 'not_a_number'],
      ['0', 'not_positive'],
      ['-5', 'not_positive'],
      ['12.345', 'too_many_decimals'],
      ['USD 10', 'other_currency'],
    ] as const) {
      const answer = await sendSlip(invoice, { amount })
      expect([amount, answer.body]).toMatchObject([
        amount,
        { status: 422, errors: [{ pointer: '/amount', code }] },
      ])
    }
    expect((await sendSlip(invoice, { amount: 'TSh 1,118/=' })).body).toMatchObject({
      proofs: [{ amount: tzs(111_800) }],
    })
    const yen = await issued(app, desk, { currency: 'JPY' })
    expect((await sendSlip(yen, { amount: '¥118' })).body).toMatchObject({
      proofs: [{ amount: { amount: 118, currency: 'JPY' } }],
    })
  })

  test('refuses files that are too large, of another kind, empty, or not what they are named; nothing stays behind [PAY-04]', async () => {
    const invoice = await issued(app, desk)
    const large = Buffer.concat([slip, Buffer.alloc(10 * 1024 * 1024)])
    expect((await send(invoice, { file: { name: 'large.png', content: large } })).body).toMatchObject({
      code: 'file_too_large',
      status: 413,
    })
    expect(
      (
        await send(invoice, {
          file: { name: 'page.html', content: '<html><script>alert(1)</script></html>' },
        })
      ).body,
    ).toMatchObject({ code: 'file_type_not_allowed', status: 415 })
    expect(
      (
        await send(invoice, {
          file: {
            name: 'slip.png',
            content: Buffer.from('MZ\u0090\u0000this program cannot be run in DOS mode', 'latin1'),
          },
        })
      ).body,
    ).toMatchObject({ code: 'file_type_not_allowed', status: 415 })
    expect((await send(invoice, { file: { name: 'slip.png', content: '' } })).body).toMatchObject({
      code: 'file_empty',
      status: 422,
    })
    expect((await send(invoice, {})).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/file', code: 'required' }],
    })
    expect((await send(invoice, { body: { pasted_text: '   ' } })).body).toMatchObject({
      code: 'validation_failed',
    })
    expect((await sendSlip(invoice, { paid_on: 'yesterday' })).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/paid_on' }],
    })
    expect(
      (
        await sendSlip(invoice, {
          receiving_account_id: accountOf(desk, 'USD'),
        })
      ).body,
    ).toMatchObject({ errors: [{ pointer: '/receiving_account_id' }] })
    expect((await app.call(listProofs, desk.owner, { query: { invoice_id: invoice.id } })).body.data).toEqual(
      [],
    )
    expect(await invoiceOf(invoice)).toMatchObject({ payment_reference: { state: 'pending' } })
  })

  test('one waits at a time; nothing can be proven for what is paid or void [PAY-04]', async () => {
    const invoice = await issued(app, desk)
    const both = await Promise.all([sendSlip(invoice), send(invoice, { body: { pasted_text: 'Paid' } })])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect((await sendSlip(invoice)).body).toMatchObject({ code: 'proof_pending' })
    const paid = await issued(app, desk)
    await approve((await sendSlip(paid), await waitingFor(paid)), 11_800)
    expect((await sendSlip(paid)).body).toMatchObject({ code: 'invoice_not_open' })
    const voided = await issued(app, desk)
    await app.call(voidInvoice, desk.owner, {
      params: { invoice_id: voided.id },
      version: voided.version,
      body: { reason: 'Twice' },
    })
    expect((await sendSlip(voided)).body).toMatchObject({ code: 'invoice_not_open' })
  })

  test('sent twice with one key it is one proof, with one file [API-18]', async () => {
    const invoice = await issued(app, desk)
    const given = { file: { name: 'slip.png', content: await picture('#123456') }, key: 'one-proof' }
    const [first, second] = [await send(invoice, given), await send(invoice, given)]
    expect(second).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } })
    expect(second.raw.equals(first.raw)).toBe(true)
    expect(
      (await app.call(listProofs, desk.owner, { query: { invoice_id: invoice.id } })).body.data,
    ).toHaveLength(1)
  })

  test('only for the caller’s own invoices and with the right to pay [RBAC-19] [SEC-07] [RBAC-09]', async () => {
    const invoice = await issued(app, desk)
    const sister = { ...desk, client: await app.fixtures.client(desk.organization, { currency: 'TZS' }) }
    const stranger = await billingDesk(app)
    const body = { pasted_text: 'Paid' }
    expect((await send(await issued(app, sister), { body })).status).toBe(404)
    expect((await send(await issued(app, stranger), { body })).status).toBe(404)
    expect((await send({ id: toPublicId('invoice', newId()) }, { body })).status).toBe(404)
    const viewer = await app.fixtures.contact(desk.organization, desk.client, { rights: ['invoices.read'] })
    expect((await send(invoice, { body }, viewer)).body).toMatchObject({ code: 'permission_denied' })
    expect(
      (
        await send(
          invoice,
          { body },
          { organizationId: contact.organizationId as string, clientId: contact.clientId },
        )
      ).status,
    ).toBe(401)
    expect((await send(invoice, { body }, desk.owner)).status).toBe(401)
  })

  test('and voiding the invoice at the same time: one of the two is told [PAY-04] [INV-37]', async () => {
    for (let round = 0; round < 8; round++) {
      const invoice = await issued(app, desk)
      const [proof, voided] = await Promise.all([
        send(invoice, { body: { pasted_text: 'Paid' } }),
        app.call(voidInvoice, desk.owner, {
          params: { invoice_id: invoice.id },
          version: invoice.version,
          body: { reason: 'Twice' },
        }),
      ])
      expect([proof.status, voided.status].toSorted((a, b) => a - b)[1]).toBe(409)
      const { body } = await app.call(getInvoice, desk.owner, { params: { invoice_id: invoice.id } })
      expect(body.document_state === 'void' && body.proofs_waiting > 0).toBe(false)
    }
  })

  test('that was refused or sent before leaves no file in the store [PAY-04]', async () => {
    const folder = join(app.parts.config.dataFolder, 'files', desk.organization.id, 'proof')
    const count = async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
        .length
    const invoice = await issued(app, desk)
    const given = { file: { name: 'slip.png', content: slip }, key: 'kept-once' }
    await send(invoice, given)
    const before = await count()
    expect((await send(invoice, given)).headers['idempotency-replayed']).toBe('true')
    expect((await sendSlip(invoice)).body).toMatchObject({ code: 'proof_pending' })
    expect((await sendSlip(await issued(app, desk), { amount: 'nonsense' })).status).toBe(422)
    expect(await count()).toBe(before)
  })
})
