import { approveProof, downloadFile, getInvoice, getPortalInvoice, getProof, listPayments, listProofs, listReceipts, recordPayment, rejectProof, submitPortalProof, toPublicId, voidInvoice } from '@portico/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, issued, type Desk } from '../../../test/billing.ts'
import type { BuiltContact } from '../../../test/fixtures.ts'
import { mailsTo } from '../../../test/mailbox.ts'
import { statement } from '../../platform/database/index.ts'
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

const tzs = (amount: number) => ({ amount, currency: 'TZS' })
const picture = (background: string): Promise<Buffer> => sharp({ create: { width: 12, height: 8, channels: 3, background } }).png().toBuffer()
type Part = { id: string }
const send = (invoice: Part, given: { body?: Record<string, string>; file?: { name: string; content: Buffer | string }; key?: string } = {}, caller: Caller = contact) =>
  app.call(submitPortalProof, caller, { params: { invoice_id: invoice.id }, body: given.body ?? {}, ...(given.file && { file: given.file }), ...(given.key && { idempotencyKey: given.key }) })
const sendSlip = (invoice: Part, body: Record<string, string> = {}) => send(invoice, { body, file: { name: 'slip.png', content: slip } })
const waitingFor = async (invoice: Part, of = desk) => (await app.call(listProofs, of.owner, { query: { invoice_id: invoice.id } })).body.data[0] as { id: string; version: number }
const approve = (proof: Part, amount: number, caller: Caller = desk.owner, change: object = {}, key?: string) =>
  app.call(approveProof, caller, { params: { payment_proof_id: proof.id }, body: { amount: tzs(amount), received_on: '2026-03-09', receiving_account_id: toPublicId('receivingAccount', desk.accounts['TZS'] as string), ...change }, ...(key && { idempotencyKey: key }) })
const reject = (proof: Part, reason = 'The slip cannot be read', caller: Caller = desk.owner) => app.call(rejectProof, caller, { params: { payment_proof_id: proof.id }, body: { reason } })
const invoiceOf = async ({ id }: Part) => (await app.call(getInvoice, desk.owner, { params: { invoice_id: id } })).body

describe('sending a proof', () => {
  test('with a file: the invoice says so, the desk sees it, the submitter gets a mail [PAY-04] [PAY-05] [PAY-03] [POR-13]', async () => {
    const invoice = await issued(app, desk)
    const answer = await sendSlip(invoice, { amount: '118.00', paid_on: '2026-03-09', payer: 'Baraka', reference: 'QCK 7H2 M9X', note: 'paid by phone', receiving_account_id: toPublicId('receivingAccount', desk.accounts['TZS'] as string) })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ id: invoice.id, proof: { state: 'submitted' }, proofs: [{ state: 'submitted', amount: tzs(11_800), file_name: 'slip.png', rejection_reason: null }], proof_review_hours: 24 })
    expect(await invoiceOf(invoice)).toMatchObject({ payment_reference: { state: 'submitted' }, proofs_waiting: 1, abilities: { void: false } })
    const { id } = await waitingFor(invoice)
    const { body: proof } = await app.call(getProof, desk.owner, { params: { payment_proof_id: id } })
    expect(proof).toMatchObject({
      state: 'submitted', client: { id: desk.client.publicId }, invoice: { id: invoice.id, due: tzs(11_800), badge: 'final' }, payment_reference: { label: 'Payment reference', value: expect.stringMatching(/^PAY-/) },
      file: { name: 'slip.png', media_type: 'image/png', size: slip.length }, claimed: { amount: tzs(11_800), on: '2026-03-09', payer: 'Baraka', reference: 'QCK 7H2 M9X' }, note: 'paid by phone', submitter: { kind: 'contact' }, warnings: [], version: 1,
    })
    const file = await app.call(downloadFile, {}, { params: { token: proof.file?.url.split('/').at(-1) as string } })
    expect(file).toMatchObject({ status: 200, headers: { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' } })
    expect(file.raw.equals(slip)).toBe(true)
    const [mail] = (await mailsTo(app, desk.organization.id, contact.email)).filter(({ template }) => template === 'proof-received')
    expect(mail?.props).toMatchObject({ invoices: [invoice.number], amount: tzs(11_800), receivedOn: '2026-03-10', usualMinutes: 1440, url: expect.stringContaining('/i/') })
    expect(await app.fixtures.inOrganization(desk.organization.id, (tx) => tx.all(statement(`select type from domain_events where organization_id = $1 and type = 'proof.submitted'`)(tx.organizationId)))).not.toHaveLength(0)
  })

  test('as a PDF, or as the pasted message alone [PAY-04]', async () => {
    const first = await issued(app, desk)
    expect((await send(first, { file: { name: 'slip.pdf', content: '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n' } })).body).toMatchObject({ proofs: [{ file_name: 'slip.pdf', amount: null }] })
    const second = await issued(app, desk)
    expect((await send(second, { body: { pasted_text: 'QCK7H2M9XA Confirmed. Tsh118.00 sent to KIJANI STUDIO\non 9/3/26' } })).body).toMatchObject({ proofs: [{ file_name: null }] })
    const { id } = await waitingFor(second)
    expect((await app.call(getProof, desk.owner, { params: { payment_proof_id: id } })).body).toMatchObject({ file: null, pasted_text: 'QCK7H2M9XA Confirmed. Tsh118.00 sent to KIJANI STUDIO\non 9/3/26' })
  })

  test('reads the amount as it is typed and refuses nonsense at its field [PAY-04] [CUR-08]', async () => {
    const invoice = await issued(app, desk)
    for (const [amount, code] of [['about 100', 'not_a_number'], ['0', 'not_positive'], ['-5', 'not_positive'], ['12.345', 'too_many_decimals'], ['USD 10', 'other_currency']] as const) {
      const answer = await sendSlip(invoice, { amount })
      expect([amount, answer.body]).toMatchObject([amount, { status: 422, errors: [{ pointer: '/amount', code }] }])
    }
    expect((await sendSlip(invoice, { amount: 'TSh 1,118/=' })).body).toMatchObject({ proofs: [{ amount: tzs(111_800) }] })
    const yen = await issued(app, desk, { currency: 'JPY' })
    expect((await sendSlip(yen, { amount: '¥118' })).body).toMatchObject({ proofs: [{ amount: { amount: 118, currency: 'JPY' } }] })
  })

  test('refuses files that are too large, of another kind, empty, or not what they are named; nothing stays behind [PAY-04]', async () => {
    const invoice = await issued(app, desk)
    const large = Buffer.concat([slip, Buffer.alloc(10 * 1024 * 1024)])
    expect((await send(invoice, { file: { name: 'large.png', content: large } })).body).toMatchObject({ code: 'file_too_large', status: 413 })
    expect((await send(invoice, { file: { name: 'page.html', content: '<html><script>alert(1)</script></html>' } })).body).toMatchObject({ code: 'file_type_not_allowed', status: 415 })
    expect((await send(invoice, { file: { name: 'slip.png', content: Buffer.from('MZ\u0090\u0000this program cannot be run in DOS mode', 'latin1') } })).body).toMatchObject({ code: 'file_type_not_allowed', status: 415 })
    expect((await send(invoice, { file: { name: 'slip.png', content: '' } })).body).toMatchObject({ code: 'file_empty', status: 422 })
    expect((await send(invoice)).body).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/file', code: 'required' }] })
    expect((await send(invoice, { body: { pasted_text: '   ' } })).body).toMatchObject({ code: 'validation_failed' })
    expect((await sendSlip(invoice, { paid_on: 'yesterday' })).body).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/paid_on' }] })
    expect((await sendSlip(invoice, { receiving_account_id: toPublicId('receivingAccount', desk.accounts['USD'] as string) })).body).toMatchObject({ errors: [{ pointer: '/receiving_account_id' }] })
    expect((await app.call(listProofs, desk.owner, { query: { invoice_id: invoice.id } })).body.data).toEqual([])
    expect(await invoiceOf(invoice)).toMatchObject({ payment_reference: { state: 'pending' } })
  })

  test('one waits at a time; nothing can be proven for what is paid or void [PAY-04]', async () => {
    const invoice = await issued(app, desk)
    const both = await Promise.all([sendSlip(invoice), send(invoice, { body: { pasted_text: 'Paid' } })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect((await sendSlip(invoice)).body).toMatchObject({ code: 'proof_pending' })
    const paid = await issued(app, desk)
    await approve((await sendSlip(paid), await waitingFor(paid)), 11_800)
    expect((await sendSlip(paid)).body).toMatchObject({ code: 'invoice_not_open' })
    const voided = await issued(app, desk)
    await app.call(voidInvoice, desk.owner, { params: { invoice_id: voided.id }, version: voided.version, body: { reason: 'Twice' } })
    expect((await sendSlip(voided)).body).toMatchObject({ code: 'invoice_not_open' })
  })

  test('sent twice with one key it is one proof, with one file [API-18]', async () => {
    const invoice = await issued(app, desk)
    const given = { file: { name: 'slip.png', content: await picture('#123456') }, key: 'one-proof' }
    const [first, second] = [await send(invoice, given), await send(invoice, given)]
    expect(second).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } })
    expect(second.raw.equals(first.raw)).toBe(true)
    expect((await app.call(listProofs, desk.owner, { query: { invoice_id: invoice.id } })).body.data).toHaveLength(1)
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
    expect((await send(invoice, { body }, { organizationId: contact.organizationId as string, clientId: contact.clientId })).status).toBe(401)
    expect((await send(invoice, { body }, desk.owner)).status).toBe(401)
  })
})

describe('the desk', () => {
  test('approves in full: payment, receipt, invoice paid [PAY-06] [PAY-03] [RCP-01] [INV-11]', async () => {
    const invoice = await issued(app, desk)
    await sendSlip(invoice, { amount: '118.00', payer: 'Baraka', reference: 'REF-1' })
    const proof = await waitingFor(invoice)
    const answer = await approve(proof, 11_800)
    expect(answer.body).toMatchObject({ state: 'approved', decided_at: '2026-03-10T09:00:00.000Z', decided_by: desk.owner.name, invoice: { badge: 'paid', due: tzs(0) }, payment_id: expect.stringMatching(/^pay_/), version: 2 })
    expect((await app.call(getProof, desk.owner, { params: { payment_proof_id: proof.id } })).body).toMatchObject({ ...answer.body, file: { name: 'slip.png' } })
    expect(await invoiceOf(invoice)).toMatchObject({ badge: 'paid', payment_reference: { state: 'approved' }, proofs_waiting: 0 })
    const { body } = await app.call(listPayments, desk.owner, { query: { limit: 1 } })
    expect(body.data[0]).toMatchObject({ id: answer.body.payment_id, proof_id: proof.id, received_on: '2026-03-09', payer: 'Baraka', external_reference: 'REF-1', allocations: [{ invoice: { id: invoice.id } }], receipt: { number: expect.stringMatching(/^RCP-/) } })
    expect((await verifyLedger(app.parts.database, desk.organization.id)).findings).toEqual([])
  })

  test('approves in part, then the rest; what is over becomes credit [PAY-06] [INV-10] [INV-34]', async () => {
    const of = await billingDesk(app)
    const payer = await app.fixtures.contact(of.organization, of.client)
    const accountId = toPublicId('receivingAccount', of.accounts['TZS'] as string)
    const invoice = await issued(app, of)
    await send(invoice, { body: { pasted_text: 'Paid 50' } }, payer)
    const first = await approve(await waitingFor(invoice, of), 5_000, of.owner, { receiving_account_id: accountId })
    expect(first.body).toMatchObject({ state: 'approved', invoice: { badge: 'partial', due: tzs(6_800) } })
    expect((await send(invoice, { body: { pasted_text: 'Paid 100' } }, payer)).status).toBe(201)
    const [, second] = [null, (await app.call(listProofs, of.owner, { query: { invoice_id: invoice.id, state: 'submitted' } })).body.data[0] as Part]
    expect((await approve(second, 10_000, of.owner, { receiving_account_id: accountId })).body).toMatchObject({ invoice: { badge: 'paid' } })
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
    expect(answers.filter(({ status }) => status === 409).every(({ body }) => (body as unknown as { code: string }).code === 'proof_decided')).toBe(true)
    expect((await reject(proof)).body).toMatchObject({ code: 'proof_decided' })

    const again = await issued(app, desk)
    await sendSlip(again)
    const other = await waitingFor(again)
    const [one, two] = [await approve(other, 11_800, desk.owner, {}, 'decide'), await approve(other, 11_800, desk.owner, {}, 'decide')]
    expect(two).toMatchObject({ status: 200, headers: { 'idempotency-replayed': 'true' } })
    expect(two.body).toEqual(one.body)
  })

  test('rejects with a reason that the client reads, and the client sends another [PAY-07] [PAY-03]', async () => {
    const invoice = await issued(app, desk)
    await sendSlip(invoice, { amount: '118.00' })
    const proof = await waitingFor(invoice)
    expect((await reject(proof, '')).body).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/reason' }] })
    expect((await reject(proof, 'The slip shows another account')).body).toMatchObject({ state: 'rejected', rejection_reason: 'The slip shows another account', decided_by: desk.owner.name, payment_id: null, version: 2 })
    expect(await invoiceOf(invoice)).toMatchObject({ badge: 'final', payment_reference: { state: 'rejected' }, proofs_waiting: 0 })
    const { body } = await app.call(getPortalInvoice, contact, { params: { invoice_id: invoice.id } })
    expect(body).toMatchObject({ proof: { state: 'rejected' }, proofs: [{ state: 'rejected', rejection_reason: 'The slip shows another account' }], can_pay: true })
    const mail = (await mailsTo(app, desk.organization.id, contact.email)).findLast(({ template }) => template === 'proof-rejected')
    expect(mail?.props).toMatchObject({ invoices: [invoice.number], amount: tzs(11_800), reason: 'The slip shows another account', url: expect.stringContaining('/i/') })
    expect((await approve(proof, 11_800)).body).toMatchObject({ code: 'proof_decided' })
    expect((await sendSlip(invoice)).status).toBe(201)
  })

  test('refuses another currency, unknown accounts, and an invoice that was paid another way [PAY-06] [CUR-08]', async () => {
    const invoice = await issued(app, desk)
    await sendSlip(invoice)
    const proof = await waitingFor(invoice)
    expect((await approve(proof, 100, desk.owner, { amount: { amount: 100, currency: 'USD' } })).body).toMatchObject({ code: 'currency_mismatch' })
    expect((await approve(proof, 100, desk.owner, { receiving_account_id: toPublicId('receivingAccount', newId()) })).body).toMatchObject({ errors: [{ pointer: '/receiving_account_id', code: 'unknown_id' }] })
    await app.call(recordPayment, desk.owner, { body: { client_id: desk.client.publicId, receiving_account_id: toPublicId('receivingAccount', desk.accounts['TZS'] as string), amount: tzs(11_800), received_on: '2026-03-10', allocations: [{ invoice_id: invoice.id, amount: tzs(11_800) }] } })
    expect((await approve(proof, 11_800)).body).toMatchObject({ code: 'invoice_not_open' })
    expect((await reject(proof)).body).toMatchObject({ state: 'rejected' })
    expect(await invoiceOf(invoice)).toMatchObject({ badge: 'paid', payment_reference: { state: 'approved' } })
  })

  test('warns of the same file, the same reference, another amount and a date to come [PAY-05]', async () => {
    const [first, second] = [await issued(app, desk), await issued(app, desk)]
    const file = { name: 'again.png', content: await picture('#b91c1c') }
    await send(first, { file, body: { amount: '100', reference: 'MP 7788-12', paid_on: '2026-03-15' } })
    await send(second, { file, body: { amount: '118', reference: 'mp778812' } })
    const warningsFor = async (invoice: Part) => (await app.call(getProof, desk.owner, { params: { payment_proof_id: (await waitingFor(invoice)).id } })).body.warnings
    expect(await warningsFor(first)).toEqual([
      { code: 'amount_differs', detail: expect.stringMatching(/100\.00.*18\.00 less.*118\.00/) },
      { code: 'date_in_future', detail: expect.stringContaining('15 Mar 2026') },
    ])
    expect(await warningsFor(second)).toEqual([
      { code: 'same_file', detail: `The same file was sent on 10 Mar 2026 for ${first.number}, where it waits.` },
      { code: 'same_reference', detail: `The same reference was given on 10 Mar 2026 for ${first.number}, where it waits.` },
    ])
    const sister = { ...desk, client: await app.fixtures.client(desk.organization, { currency: 'TZS' }) }
    const third = await issued(app, sister)
    await send(third, { file, body: { amount: '118' } }, await app.fixtures.contact(desk.organization, sister.client))
    const limited = await app.fixtures.member(desk.organization, { role: 'finance', isLimited: true, assignedTo: [sister.client.id] })
    const { body } = await app.call(listProofs, limited, {})
    expect(body.data).toHaveLength(1)
    expect(body.data[0]?.warnings).toEqual([{ code: 'same_file', detail: 'The same file was sent on 10 Mar 2026 for an invoice of another client, where it waits.' }])
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
    const shown = (page: { data: { invoice: { number: string } }[] }) => page.data.map(({ invoice }) => invoice.number)
    const query = { state: 'submitted' as const, limit: 3 }
    const { body: one } = await app.call(listProofs, of.owner, { query })
    expect(shown(one)).toEqual(numbers.slice(0, 3))
    const { body: two } = await app.call(listProofs, of.owner, { query: { ...query, after: one.next_cursor as string } })
    expect(shown(two)).toEqual(numbers.slice(3))
    const { body: back } = await app.call(listProofs, of.owner, { query: { ...query, before: two.previous_cursor as string } })
    expect(shown(back)).toEqual(numbers.slice(0, 3))
    for (const proof of [...one.data, ...two.data]) await reject(proof, 'No', of.owner)
    expect(shown((await app.call(listProofs, of.owner, { query: { state: 'rejected' } })).body)).toEqual(numbers.toReversed())
    expect(shown((await app.call(listProofs, of.owner)).body)).toEqual(numbers.toReversed())
    expect((await app.call(listProofs, of.owner, { query: { client_id: desk.client.publicId } })).body.data).toEqual([])
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
    for (const [caller, status] of [[manager, 403], [stranger.owner, 404], [limited, 404], [nobody, 401], [contact, 401]] as const) {
      expect((await app.call(getProof, caller, { params })).status).toBe(status)
      expect((await approve(proof, 100, caller)).status).toBe(status)
      expect((await reject(proof, 'No', caller)).status).toBe(status)
    }
    expect((await app.call(listProofs, manager)).status).toBe(403)
    expect((await app.call(listProofs, limited)).body).toMatchObject({ data: [] })
    expect((await app.call(getProof, desk.owner, { params })).body).toMatchObject({ state: 'submitted' })
  })
})
