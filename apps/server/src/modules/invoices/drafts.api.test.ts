import {
  createInvoice,
  deleteInvoice,
  duplicateInvoice,
  getInvoice,
  issueInvoice,
  toPublicId,
  updateInvoice,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { addTaxRate, billingDesk, draft, issued, workLine, type Desk } from '../../../test/billing.ts'
import { statement } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
beforeAll(async () => {
  desk = await billingDesk(app)
})
const params = ({ id }: { id: string }) => ({ invoice_id: id })
const tzs = (amount: number) => ({ amount, currency: 'TZS' })

describe('writing a draft', () => {
  test('takes what is left out from the client and the organization, and computes the rest [INV-01] [INV-04] [INV-07] [INV-23]', async () => {
    const made = await draft(app, desk, {
      lines: [
        workLine({ description: 'Front-end development', quantity: '22.5', unit: 'h', unit_price: '65000' }),
        workLine({ quantity: '1', unit_price: '1850000', discount_percent: '10' }),
      ],
    })
    expect(made).toMatchObject({
      number: null,
      badge: 'draft',
      document_state: 'draft',
      settlement_state: 'open',
      delivery_state: 'not_sent',
      currency: 'TZS',
      locale: 'en',
      issue_date: null,
      due_date: null,
      prices_include_tax: false,
      version: 1,
      client: { id: desk.client.publicId, name: desk.client.name },
      totals: {
        net: tzs(146_250_000 + 166_500_000),
        tax: tzs(56_295_000),
        gross: tzs(369_045_000),
        settled: tzs(0),
        due: tzs(369_045_000),
      },
      taxes: [
        { name: 'VAT', category: 'standard', percent: '18', taxable: tzs(312_750_000), tax: tzs(56_295_000) },
      ],
      lines: [
        {
          position: 1,
          description: 'Front-end development',
          quantity: '22.5',
          unit: 'h',
          unit_price: '65000',
          tax_rate_key: 'vat',
          tax_name: 'VAT',
          tax_percent: '18',
          net: tzs(146_250_000),
        },
        { position: 2, discount_percent: '10', net: tzs(166_500_000) },
      ],
      preflight: [],
      abilities: {
        edit: true,
        issue: true,
        send: false,
        void: false,
        duplicate: true,
        delete: true,
        record_payment: false,
        apply_credit: false,
      },
    })
    const read = await app.call(getInvoice, desk.owner, { params: params(made) })
    expect(read.body).toEqual(made)
  })

  test('shows the base amount beside the display amount with the rate that it would be issued at [INV-16] [CUR-01] [CUR-02] [CUR-03]', async () => {
    const inShillings = await draft(app, desk, {
      lines: [workLine({ unit_price: '265000', tax_rate_key: null })],
    })
    expect(inShillings).toMatchObject({
      currency: 'TZS',
      totals: { gross: tzs(26_500_000) },
      base: {
        currency: 'USD',
        rate: '0.000377358491',
        rate_date: '2026-01-01',
        source: 'manual',
        gross: { amount: 10_000, currency: 'USD' },
      },
    })
    const inEuro = await draft(app, desk, { currency: 'EUR', lines: [workLine({ tax_rate_key: null })] })
    expect(inEuro).toMatchObject({ currency: 'EUR', base: { rate: '1.08', gross: { amount: 10_800 } } })
    const without = await draft(app, desk, { currency: 'NOK' })
    expect(without).toMatchObject({
      base: null,
      preflight: expect.arrayContaining([
        expect.objectContaining({ code: 'exchange_rate_missing', severity: 'error' }),
      ]),
    })
    const plain = await app.fixtures.client(desk.organization)
    expect(await draft(app, desk, { client_id: plain.publicId })).toMatchObject({
      currency: 'USD',
      base: { currency: 'USD', rate: '1' },
    })
  })

  test('counts in currencies of 0 and 3 decimals [CUR-08]', async () => {
    const yen = await draft(app, desk, {
      currency: 'JPY',
      lines: [workLine({ quantity: '3', unit_price: '333.5' })],
    })
    expect(yen).toMatchObject({
      totals: { net: { amount: 1001, currency: 'JPY' }, tax: { amount: 180 }, gross: { amount: 1181 } },
      base: { gross: { amount: 791 } },
    })
    const dinar = await draft(app, desk, {
      currency: 'KWD',
      lines: [workLine({ quantity: '1.5', unit_price: '0.333', tax_rate_key: null })],
    })
    expect(dinar).toMatchObject({
      totals: { gross: { amount: 500, currency: 'KWD' } },
      base: { gross: { amount: 163 } },
    })
  })

  test('applies tax line by line: the default, another rate, or none [TAX-04]', async () => {
    const made = await draft(app, desk, {
      lines: [workLine(), workLine({ tax_rate_key: 'zero' }), workLine({ tax_rate_key: null })],
    })
    expect(made).toMatchObject({
      totals: { net: tzs(30_000), tax: tzs(1_800), gross: tzs(31_800) },
      taxes: [
        { name: 'VAT', tax: tzs(1_800) },
        { name: 'Zero rated', category: 'zero', tax: tzs(0) },
        { category: 'out_of_scope', taxable: tzs(10_000) },
      ],
    })
    const included = await draft(app, desk, {
      prices_include_tax: true,
      lines: [workLine({ unit_price: '118' })],
    })
    expect(included).toMatchObject({
      totals: { net: tzs(10_000), tax: tzs(1_800), gross: tzs(11_800) },
      lines: [{ net: tzs(10_000) }],
    })
  })

  test('uses the rate of its issue date, so that a change of rate changes nothing that is dated before [TAX-11]', async () => {
    const other = await billingDesk(app)
    await addTaxRate(app, other.organization.id, {
      key: 'levy',
      name: 'Levy',
      percent: '5',
      from: '2020-01-01',
      to: '2026-02-28',
    })
    await addTaxRate(app, other.organization.id, {
      key: 'levy',
      name: 'Levy',
      percent: '7.5',
      from: '2026-03-01',
    })
    const line = workLine({ tax_rate_key: 'levy' })
    expect(await draft(app, other, { issue_date: '2026-02-20', lines: [line] })).toMatchObject({
      totals: { tax: tzs(500) },
      due_date: '2026-03-06',
    })
    expect(await draft(app, other, { lines: [line] })).toMatchObject({ totals: { tax: tzs(750) } })
  })

  test('refuses what cannot be, naming the field [INV-01]', async () => {
    const refusal = async (given: Record<string, unknown>) =>
      (
        await app.call(createInvoice, desk.owner, {
          body: { client_id: desk.client.publicId, lines: [workLine()], ...given } as never,
        })
      ).body
    const stranger = await billingDesk(app)
    expect(await refusal({ client_id: stranger.client.publicId })).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/client_id', code: 'unknown_id' }],
    })
    expect(await refusal({ client_id: toPublicId('client', newId()) })).toMatchObject({
      errors: [{ pointer: '/client_id', code: 'unknown_id' }],
    })
    expect(await refusal({ currency: 'XXX' })).toMatchObject({
      errors: [{ pointer: '/currency', code: 'unknown_currency' }],
    })
    expect(await refusal({ lines: [workLine(), workLine({ tax_rate_key: 'nothing' })] })).toMatchObject({
      errors: [{ pointer: '/lines/1/tax_rate_key', code: 'unknown_tax_rate' }],
    })
    expect(
      await refusal({ lines: [workLine({ price_item_id: toPublicId('priceItem', newId()) })] }),
    ).toMatchObject({ errors: [{ pointer: '/lines/0/price_item_id', code: 'unknown_id' }] })
    expect(
      await refusal({
        receiving_account_ids: [toPublicId('receivingAccount', stranger.accounts['TZS'] as string)],
      }),
    ).toMatchObject({ errors: [{ pointer: '/receiving_account_ids/0', code: 'unknown_id' }] })
    expect(
      await refusal({
        receiving_account_ids: [toPublicId('receivingAccount', desk.accounts['USD'] as string)],
      }),
    ).toMatchObject({ errors: [{ pointer: '/receiving_account_ids/0', code: 'currency_mismatch' }] })
    expect(await refusal({ lines: [workLine({ unit_price: '1,5' })] })).toMatchObject({
      errors: [{ pointer: '/lines/0/unit_price' }],
    })
    expect(
      await refusal({ lines: [workLine({ quantity: '999999999999', unit_price: '999999999999' })] }),
    ).toMatchObject({ code: 'amount_too_large' })
    expect(await refusal({ number: 'INV-1' })).toMatchObject({
      errors: [{ pointer: '/number', code: 'unknown_field' }],
    })
  })

  test('copies what a price item says: changing the item later changes no document [INV-40]', async () => {
    const itemId = newId()
    await app.fixtures.inOrganization(desk.organization.id, (tx) =>
      tx.all(insertItem(tx.organizationId, itemId, tx.now)),
    )
    const made = await draft(app, desk, {
      lines: [
        workLine({
          price_item_id: toPublicId('priceItem', itemId),
          description: 'Hosting, Business plan',
          unit_price: '95000',
        }),
      ],
    })
    await app.fixtures.inOrganization(desk.organization.id, (tx) =>
      tx.all(renameItem(tx.organizationId, itemId)),
    )
    const { body } = await app.call(getInvoice, desk.owner, { params: params(made) })
    expect(body).toMatchObject({
      lines: [
        {
          price_item_id: toPublicId('priceItem', itemId),
          description: 'Hosting, Business plan',
          unit_price: '95000',
        },
      ],
    })
  })
})

describe('changing a draft', () => {
  test('keeps what is not mentioned, replaces all lines where lines are given, computes anew [INV-02]', async () => {
    const made = await draft(app, desk, {
      note: 'Thank you',
      purchase_order: 'PO-1',
      lines: [workLine(), workLine()],
    })
    const first = await app.call(updateInvoice, desk.owner, {
      params: params(made),
      version: 1,
      body: { purchase_order: 'PO-2', due_date: '2026-05-01' },
    })
    expect(first.body).toMatchObject({
      version: 2,
      purchase_order: 'PO-2',
      due_date: '2026-05-01',
      note: 'Thank you',
      totals: { gross: tzs(23_600) },
    })
    const second = await app.call(updateInvoice, desk.owner, {
      params: params(made),
      version: 2,
      body: { note: null, currency: 'USD', lines: [workLine({ description: 'Only one', quantity: '2' })] },
    })
    expect(second.body).toMatchObject({
      version: 3,
      note: null,
      currency: 'USD',
      lines: [{ description: 'Only one' }],
      totals: { gross: { amount: 23_600, currency: 'USD' } },
    })
    expect((await app.call(getInvoice, desk.owner, { params: params(made) })).body).toEqual(second.body)
    const moved = await app.fixtures.client(desk.organization, { name: 'Another client' })
    expect(
      (
        await app.call(updateInvoice, desk.owner, {
          params: params(made),
          version: 3,
          body: { client_id: moved.publicId },
        })
      ).body,
    ).toMatchObject({ client: { name: 'Another client' }, currency: 'USD' })
  })

  test('from an old version is refused and says which one is current [INV-02]', async () => {
    const made = await draft(app, desk)
    await app.call(updateInvoice, desk.owner, { params: params(made), version: 1, body: { note: 'a' } })
    expect(
      await app.call(updateInvoice, desk.owner, { params: params(made), version: 1, body: { note: 'b' } }),
    ).toMatchObject({ status: 412, body: { code: 'version_mismatch', current_version: 2 } })
    expect(
      await app.call(updateInvoice, desk.owner, { params: params(made), body: { note: 'b' } }),
    ).toMatchObject({ status: 428 })
  })

  test('is over once it is issued [INV-02] [INV-25]', async () => {
    const done = await issued(app, desk)
    for (const answer of [
      await app.call(updateInvoice, desk.owner, {
        params: params(done),
        version: done.version,
        body: { note: 'x' },
      }),
      await app.call(deleteInvoice, desk.owner, { params: params(done) }),
      await app.call(issueInvoice, desk.owner, { params: params(done), version: done.version, body: {} }),
    ])
      expect(answer).toMatchObject({ status: 409, body: { code: 'invoice_not_draft' } })
  })

  test('a draft can be deleted, and duplicated with its lines at today’s rates [INV-40]', async () => {
    const done = await issued(app, desk, { purchase_order: 'PO-9', note: 'Thanks', issue_date: '2026-02-01' })
    const copy = await app.call(duplicateInvoice, desk.owner, {
      params: params(done),
      body: undefined as never,
    })
    expect(copy).toMatchObject({
      status: 201,
      body: {
        number: null,
        document_state: 'draft',
        purchase_order: null,
        issue_date: null,
        due_date: null,
        note: 'Thanks',
        lines: [{ description: 'Website redesign' }],
        totals: { gross: tzs(11_800) },
        version: 1,
      },
    })
    expect((await app.call(getInvoice, desk.owner, { params: params(copy.body) })).body).toEqual(copy.body)
    expect((await app.call(deleteInvoice, desk.owner, { params: params(copy.body) })).body).toEqual({
      done: true,
    })
    expect((await app.call(getInvoice, desk.owner, { params: params(copy.body) })).status).toBe(404)
  })

  test('a repeated request has one effect; the same key with another content is refused [API-18]', async () => {
    const body = { client_id: desk.client.publicId, lines: [workLine({ description: 'Once' })] }
    const [first, second] = [
      await app.call(createInvoice, desk.owner, { body, idempotencyKey: 'same' }),
      await app.call(createInvoice, desk.owner, { body, idempotencyKey: 'same' }),
    ]
    expect(second.body).toEqual(first.body)
    expect(second.headers['idempotency-replayed']).toBe('true')
    expect(
      (
        await app.call(createInvoice, desk.owner, {
          body: { ...body, note: 'other' },
          idempotencyKey: 'same',
        })
      ).body,
    ).toMatchObject({ code: 'idempotency_key_reused' })
  })
})

const insertItem = statement(
  `insert into price_items (organization_id, id, code, name, search_text, created_at, updated_at) values ($1, $2, 'HOST', 'Hosting', 'host hosting', $3, $3)`,
)
const renameItem = statement(
  `update price_items set name = 'Renamed', code = 'X' where organization_id = $1 and id = $2`,
)
