import {
  approveProof,
  getInvoice,
  getPortalInvoice,
  getProof,
  listPayments,
  listProofs,
  listReceipts,
  recordPayment,
  rejectProof,
  toPublicId,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, issued, type Desk } from '../../../test/billing.ts'
import type { BuiltContact } from '../../../test/fixtures.ts'
import { mailsTo } from '../../../test/mailbox.ts'
import { accountOf, picture, sendProof, tzs, type GivenProof, type Part } from '../../../test/paying.ts'
import { newId } from '../../platform/ids.ts'
import { verifyLedger } from '../ledger/index.ts'

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
const reject = (proof: Part, reason = 'The slip cannot be read', caller: Caller = desk.owner) =>
  app.call(rejectProof, caller, { params: { payment_proof_id: proof.id }, body: { reason } })
const invoiceOf = async ({ id }: Part) =>
  (await app.call(getInvoice, desk.owner, { params: { invoice_id: id } })).body

describe('the desk', () => {
  test('approves in full: payment, receipt, invoice paid [PAY-06] [PAY-03] [RCP-01] [INV-11]', async () => {
    const invoice = await issued(app, desk)
    await sendSlip(invoice, { amount: '118.00', payer: 'Baraka', reference: 'REF-1' })
    const proof = await waitingFor(invoice)
    const answer = await approve(proof, 11_800)
    expect(answer.body).toMatchObject({
      state: 'approved',
      decided_at: '2026-03-10T09:00:00.000Z',
      decided_by: desk.owner.name,
      invoice: { badge: 'paid', due: tzs(0) },
      payment_id: expect.stringMatching(/^pay_/),
      version: 2,
    })
    expect(
      (await app.call(getProof, desk.owner, { params: { payment_proof_id: proof.id } })).body,
    ).toMatchObject({ ...answer.body, file: { name: 'slip.png' } })
    expect(await invoiceOf(invoice)).toMatchObject({
      badge: 'paid',
      payment_reference: { state: 'approved' },
      proofs_waiting: 0,
    })
    const { body } = await app.call(listPayments, desk.owner, { query: { limit: 1 } })
    expect(body.data[0]).toMatchObject({
      id: answer.body.payment_id,
      proof_id: proof.id,
      received_on: '2026-03-09',
      payer: 'Baraka',
      external_reference: 'REF-1',
      allocations: [{ invoice: { id: invoice.id } }],
      receipt: { number: expect.stringMatching(/^RCP-/) },
    })
    expect((await verifyLedger(app.parts.database, desk.organization.id)).findings).toEqual([])
  })

  test('approves in part, then the rest; what is over becomes credit [PAY-06] [INV-10] [INV-34]', async () => {
    const of = await billingDesk(app)
    const payer = await app.fixtures.contact(of.organization, of.client)
    const accountId = accountOf(of, 'TZS')
    const invoice = await issued(app, of)
    await send(invoice, { body: { pasted_text: 'Paid 50' } }, payer)
    const first = await approve(await waitingFor(invoice, of), 5_000, of.owner, {
      receiving_account_id: accountId,
    })
    expect(first.body).toMatchObject({ state: 'approved', invoice: { badge: 'partial', due: tzs(6_800) } })
    expect((await send(invoice, { body: { pasted_text: 'Paid 100' } }, payer)).status).toBe(201)
    const [, second] = [
      null,
      (await app.call(listProofs, of.owner, { query: { invoice_id: invoice.id, state: 'submitted' } })).body
        .data[0] as Part,
    ]
    expect((await approve(second, 10_000, of.owner, { receiving_account_id: accountId })).body).toMatchObject(
      { invoice: { badge: 'paid' } },
    )
    const { body } = await app.call(listPayments, of.owner)
    expect(body.data.map(({ credited }) => credited.amount)).toEqual([3_200, 0])
    expect((await app.call(listReceipts, of.owner)).body.data).toHaveLength(2)
    expect((await verifyLedger(app.parts.database, of.organization.id)).findings).toEqual([])
  })

  test('of two reviewers at once one decides; a retry is the same decision [PAY-06] [API-18]', async () => {
    const invoice = await issued(app, desk)
    await sendSlip(invoice)
    const proof = await waitingFor(invoice)
    const answers = await Promise.all([approve(proof, 11_800), approve(proof, 11_800), approve(proof, 1_000)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(
      answers
        .filter(({ status }) => status === 409)
        .every(({ body }) => (body as unknown as { code: string }).code === 'proof_decided'),
    ).toBe(true)
    expect((await reject(proof)).body).toMatchObject({ code: 'proof_decided' })

    const again = await issued(app, desk)
    await sendSlip(again)
    const other = await waitingFor(again)
    const [one, two] = [
      await approve(other, 11_800, desk.owner, {}, 'decide'),
      await approve(other, 11_800, desk.owner, {}, 'decide'),
    ]
    expect(two).toMatchObject({ status: 200, headers: { 'idempotency-replayed': 'true' } })
    expect(two.body).toEqual(one.body)
  })

  test('rejects with a reason that the client reads, and the client sends another [PAY-07] [PAY-03]', async () => {
    const invoice = await issued(app, desk)
    await sendSlip(invoice, { amount: '118.00' })
    const proof = await waitingFor(invoice)
    expect((await reject(proof, '')).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/reason' }],
    })
    expect((await reject(proof, 'The slip shows another account')).body).toMatchObject({
      state: 'rejected',
      rejection_reason: 'The slip shows another account',
      decided_by: desk.owner.name,
      payment_id: null,
      version: 2,
    })
    expect(await invoiceOf(invoice)).toMatchObject({
      badge: 'final',
      payment_reference: { state: 'rejected' },
      proofs_waiting: 0,
    })
    const { body } = await app.call(getPortalInvoice, contact, { params: { invoice_id: invoice.id } })
    expect(body).toMatchObject({
      proof: { state: 'rejected' },
      proofs: [{ state: 'rejected', rejection_reason: 'The slip shows another account' }],
      can_pay: true,
    })
    const mail = (await mailsTo(app, desk.organization.id, contact.email)).findLast(
      ({ template }) => template === 'proof-rejected',
    )
    expect(mail?.props).toMatchObject({
      invoices: [invoice.number],
      amount: tzs(11_800),
      reason: 'The slip shows another account',
      url: expect.stringContaining('/i/'),
    })
    expect((await approve(proof, 11_800)).body).toMatchObject({ code: 'proof_decided' })
    expect((await sendSlip(invoice)).status).toBe(201)
  })

  test('refuses another currency, unknown accounts, and an invoice that was paid another way [PAY-06] [CUR-08]', async () => {
    const invoice = await issued(app, desk)
    await sendSlip(invoice)
    const proof = await waitingFor(invoice)
    expect(
      (await approve(proof, 100, desk.owner, { amount: { amount: 100, currency: 'USD' } })).body,
    ).toMatchObject({ code: 'currency_mismatch' })
    expect(
      (
        await approve(proof, 100, desk.owner, {
          receiving_account_id: toPublicId('receivingAccount', newId()),
        })
      ).body,
    ).toMatchObject({ errors: [{ pointer: '/receiving_account_id', code: 'unknown_id' }] })
    await app.call(recordPayment, desk.owner, {
      body: {
        client_id: desk.client.publicId,
        receiving_account_id: accountOf(desk, 'TZS'),
        amount: tzs(11_800),
        received_on: '2026-03-10',
        allocations: [{ invoice_id: invoice.id, amount: tzs(11_800) }],
      },
    })
    expect((await approve(proof, 11_800)).body).toMatchObject({ code: 'invoice_not_open' })
    expect((await reject(proof)).body).toMatchObject({ state: 'rejected' })
    expect(await invoiceOf(invoice)).toMatchObject({
      badge: 'paid',
      payment_reference: { state: 'approved' },
    })
  })

  test('warns of the same file, the same reference, another amount and a date to come [PAY-05]', async () => {
    const [first, second] = [await issued(app, desk), await issued(app, desk)]
    const file = { name: 'again.png', content: await picture('#b91c1c') }
    await send(first, { file, body: { amount: '100', reference: 'MP 7788-12', paid_on: '2026-03-15' } })
    await send(second, { file, body: { amount: '118', reference: 'mp778812' } })
    const warningsFor = async (invoice: Part) =>
      (await app.call(getProof, desk.owner, { params: { payment_proof_id: (await waitingFor(invoice)).id } }))
        .body.warnings
    expect(await warningsFor(first)).toEqual([
      { code: 'amount_differs', detail: expect.stringMatching(/100\.00.*18\.00 less.*118\.00/) },
      { code: 'date_in_future', detail: expect.stringContaining('15 Mar 2026') },
    ])
    expect(await warningsFor(second)).toEqual([
      {
        code: 'same_file',
        detail: `The same file was sent on 10 Mar 2026 for ${first.number}, where it waits.`,
      },
      {
        code: 'same_reference',
        detail: `The same reference was given on 10 Mar 2026 for ${first.number}, where it waits.`,
      },
    ])
    const sister = { ...desk, client: await app.fixtures.client(desk.organization, { currency: 'TZS' }) }
    const third = await issued(app, sister)
    await send(
      third,
      { file, body: { amount: '118' } },
      await app.fixtures.contact(desk.organization, sister.client),
    )
    const limited = await app.fixtures.member(desk.organization, {
      role: 'finance',
      isLimited: true,
      assignedTo: [sister.client.id],
    })
    const { body } = await app.call(listProofs, limited, {})
    expect(body.data).toHaveLength(1)
    expect(body.data[0]?.warnings).toEqual([
      {
        code: 'same_file',
        detail: 'The same file was sent on 10 Mar 2026 for an invoice of another client, where it waits.',
      },
    ])
  })

  test('shows what waits oldest first, the decided newest first, page by page [PAY-05] [API-13]', async () => {
    const of = await billingDesk(app)
    const payer = await app.fixtures.contact(of.organization, of.client)
    const numbers: string[] = []
    for (let at = 0; at < 4; at++) {
      const invoice = await issued(app, of)
      numbers.push(invoice.number)
      await send(invoice, { body: { pasted_text: `Paid ${at}` } }, payer)
    }
    const shown = (page: { data: { invoice: { number: string } }[] }) =>
      page.data.map(({ invoice }) => invoice.number)
    const query = { state: 'submitted' as const, limit: 3 }
    const { body: one } = await app.call(listProofs, of.owner, { query })
    expect(shown(one)).toEqual(numbers.slice(0, 3))
    const { body: two } = await app.call(listProofs, of.owner, {
      query: { ...query, after: one.next_cursor as string },
    })
    expect(shown(two)).toEqual(numbers.slice(3))
    const { body: back } = await app.call(listProofs, of.owner, {
      query: { ...query, before: two.previous_cursor as string },
    })
    expect(shown(back)).toEqual(numbers.slice(0, 3))
    for (const proof of [...one.data, ...two.data]) await reject(proof, 'No', of.owner)
    expect(shown((await app.call(listProofs, of.owner, { query: { state: 'rejected' } })).body)).toEqual(
      numbers.toReversed(),
    )
    expect(shown((await app.call(listProofs, of.owner)).body)).toEqual(numbers.toReversed())
    expect(
      (await app.call(listProofs, of.owner, { query: { client_id: desk.client.publicId } })).body.data,
    ).toEqual([])
  })

  test('is for reviewers: rights, other organizations, assigned clients, nobody from the portal [RBAC-09] [SEC-07]', async () => {
    const invoice = await issued(app, desk)
    await sendSlip(invoice)
    const proof = await waitingFor(invoice)
    const params = { payment_proof_id: proof.id }
    const manager = await app.fixtures.member(desk.organization, { role: 'manager' })
    const stranger = await billingDesk(app)
    const limited = await app.fixtures.member(desk.organization, { role: 'finance', isLimited: true })
    const nobody = { organizationId: desk.organization.publicId }
    for (const [caller, status] of [
      [manager, 403],
      [stranger.owner, 404],
      [limited, 404],
      [nobody, 401],
      [contact, 401],
    ] as const) {
      expect((await app.call(getProof, caller, { params })).status).toBe(status)
      expect((await approve(proof, 100, caller)).status).toBe(status)
      expect((await reject(proof, 'No', caller)).status).toBe(status)
    }
    expect((await app.call(listProofs, manager)).status).toBe(403)
    expect((await app.call(listProofs, limited)).body).toMatchObject({ data: [] })
    expect((await app.call(getProof, desk.owner, { params })).body).toMatchObject({ state: 'submitted' })
  })
})
