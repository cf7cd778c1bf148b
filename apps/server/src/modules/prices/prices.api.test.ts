import {
  createPriceItem,
  createTaxRate,
  deletePriceItem,
  getPriceItem,
  listPriceItems,
  updatePriceItem,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { testApp, type Caller } from '../../../test/app.ts'
import type { BuiltMember, BuiltOrganization } from '../../../test/fixtures.ts'

const app = await testApp()
afterAll(() => app.close())

let organization: BuiltOrganization
let owner: BuiltMember
beforeAll(async () => {
  organization = await app.fixtures.organization()
  owner = organization.owner
  await app.call(createTaxRate, owner, {
    body: { key: 'vat', name: 'VAT', category: 'standard', percent: '18', valid_from: '2020-01-01' },
  })
})
let count = 0
const add = (body: Partial<z.input<NonNullable<typeof createPriceItem.body>>>, caller: Caller = owner) =>
  app.call(createPriceItem, caller, { body: { code: `P-${++count}`, name: 'Design hour', ...body } })
const change = (id: string, version: number, body: Record<string, unknown>, caller: Caller = owner) =>
  app.call(updatePriceItem, caller, { params: { price_item_id: id }, version, body })
const list = async (query: Record<string, string | number> = {}, caller: Caller = owner) =>
  (await app.call(listPriceItems, caller, { query: query as never })).body

describe('the price list', () => {
  test('holds code, text, unit, tax and a price per currency [INV-40]', async () => {
    const item = {
      code: 'DES-1',
      name: 'Design hour',
      description: 'One hour\nof design',
      unit: 'h',
      tax_rate_key: 'vat',
      prices: [
        { currency: 'USD', price: '85.5' },
        { currency: 'TZS', price: '210000' },
      ],
    }
    const { status, body } = await add(item)
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        ...item,
        prices: [
          { currency: 'TZS', price: '210000' },
          { currency: 'USD', price: '85.5' },
        ],
        is_active: true,
        version: 1,
      },
    })
    expect((await app.call(getPriceItem, owner, { params: { price_item_id: body.id } })).body).toEqual(body)
  })

  test('takes a code once, until the item is removed', async () => {
    const { body: first } = await add({ code: 'Once' })
    expect(await add({ code: 'ONCE' })).toMatchObject({
      status: 409,
      body: { code: 'duplicate_code', errors: [{ pointer: '/code' }] },
    })
    const { body: second } = await add({ code: 'Twice' })
    expect(await change(second.id, 1, { code: 'once' })).toMatchObject({
      status: 409,
      body: { code: 'duplicate_code' },
    })
    expect((await app.call(deletePriceItem, owner, { params: { price_item_id: first.id } })).body).toEqual({
      done: true,
    })
    expect((await app.call(getPriceItem, owner, { params: { price_item_id: first.id } })).status).toBe(404)
    expect((await change(second.id, 1, { code: 'once' })).status).toBe(200)
  })

  test('changes what is given; prices are replaced as a whole', async () => {
    const { body: item } = await add({
      prices: [
        { currency: 'USD', price: '10' },
        { currency: 'EUR', price: '9' },
      ],
    })
    expect((await change(item.id, 1, { name: 'Renamed' })).body).toMatchObject({
      name: 'Renamed',
      prices: [
        { currency: 'EUR', price: '9' },
        { currency: 'USD', price: '10' },
      ],
      version: 2,
    })
    expect(
      (await change(item.id, 2, { prices: [{ currency: 'USD', price: '11.25' }], is_active: false })).body,
    ).toMatchObject({ prices: [{ currency: 'USD', price: '11.25' }], is_active: false, version: 3 })
    expect(await change(item.id, 2, { name: 'Late' })).toMatchObject({
      status: 412,
      body: { current_version: 3 },
    })
    expect((await change(item.id, 3, { prices: [] })).body.prices).toEqual([])
  })

  test('answers bad input by field [INV-40]', async () => {
    for (const [pointer, body] of [
      ['/tax_rate_key', { tax_rate_key: 'never' }],
      [
        '/prices/1/currency',
        {
          prices: [
            { currency: 'USD', price: '1' },
            { currency: 'USD', price: '2' },
          ],
        },
      ],
      ['/prices/0/currency', { prices: [{ currency: 'XQQ', price: '1' }] }],
      ['/prices/0/price', { prices: [{ currency: 'USD', price: '1.123456789' }] }],
      ['/code', { code: '' }],
      ['/name', { name: 'x'.repeat(161) }],
    ] as const)
      expect(await add(body as never)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
    const stranger = (await app.fixtures.organization()).owner
    expect(await add({ tax_rate_key: 'vat' }, stranger)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/tax_rate_key', code: 'unknown_tax_rate' }] },
    })
  })

  test('is listed by name page by page, and found by typing [INV-40]', async () => {
    const { owner: seller } = await app.fixtures.organization()
    for (const [code, name] of [
      ['WEB-1', 'Website hosting'],
      ['DOM-1', 'Domain renewal'],
      ['DES-9', 'logo design'],
      ['PRT-4', 'Printing of Café menus'],
    ])
      await add({ code: code as string, name: name as string }, seller)
    const names = async (query: Record<string, string | number>) =>
      (await list(query, seller)).data.map((item) => item.name)
    const all = ['Domain renewal', 'logo design', 'Printing of Café menus', 'Website hosting']
    expect(await names({})).toEqual(all)
    const first = await list({ limit: 3 }, seller)
    const second = await list({ limit: 3, after: first.next_cursor as string }, seller)
    expect([...first.data, ...second.data].map((item) => item.name)).toEqual(all)
    expect((await list({ limit: 3, before: second.previous_cursor as string }, seller)).data).toEqual(
      first.data,
    )
    for (const [q, name] of [
      ['des-9', 'logo design'],
      ['hosting', 'Website hosting'],
      ['websit hostng', 'Website hosting'],
      ['cafe', 'Printing of Café menus'],
      ['do', 'Domain renewal'],
    ])
      expect([q, (await names({ q: q as string }))[0]]).toEqual([q, name])
    expect(await names({ q: 'nothing like it' })).toEqual([])
    const [hosting] = (await list({ q: 'hosting' }, seller)).data
    await change(hosting?.id as string, 1, { is_active: false }, seller)
    expect(await names({ is_active: 'false' })).toEqual(['Website hosting'])
    expect(await names({ q: 'hosting', is_active: 'true' })).toEqual([])
  })

  test('is a right of its own: without it no price is met [RBAC-23] [RBAC-15]', async () => {
    const { body: item } = await add({ name: 'Secret price', prices: [{ currency: 'USD', price: '987654' }] })
    const params = { price_item_id: item.id }
    const all = async (caller: Caller) => [
      await app.call(listPriceItems, caller),
      await app.call(getPriceItem, caller, { params }),
      await add({}, caller),
      await change(item.id, 1, { name: 'x' }, caller),
      await app.call(deletePriceItem, caller, { params }),
    ]
    const support = await app.fixtures.member(organization, { role: 'support' })
    for (const answer of await all(support)) {
      expect(answer.status).toBe(403)
      expect(answer.raw.toString()).not.toContain('987654')
    }
    const member = await app.fixtures.member(organization, { role: 'member' })
    expect((await all(member)).map(({ status }) => status)).toEqual([200, 200, 403, 403, 403])
    const contact = await app.fixtures.contact(organization, await app.fixtures.client(organization))
    for (const caller of [{ organizationId: organization.publicId }, contact])
      expect((await all(caller)).map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
    const stranger = (await app.fixtures.organization()).owner
    expect((await all(stranger)).map(({ status }) => status)).toEqual([200, 404, 201, 404, 404])
    expect((await list({ q: 'Secret' }, stranger)).data).toEqual([])
  })
})
