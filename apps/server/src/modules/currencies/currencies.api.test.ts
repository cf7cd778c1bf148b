import { listExchangeRates, lookUpExchangeRate, setExchangeRate } from '@portico/contract'
import { convert, money } from '@portico/money'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import type { BuiltMember, BuiltOrganization } from '../../../test/fixtures.ts'
import { db } from '../../platform/database/index.ts'
import { rateOn } from './index.ts'

const app = await testApp()
afterAll(() => app.close())

let organization: BuiltOrganization
let owner: BuiltMember
beforeAll(async () => {
  organization = await app.fixtures.organization({ currency: 'USD' })
  owner = organization.owner
})
const set = (currency: string, rate_date: string, rate: string, caller: Caller = owner) =>
  app.call(setExchangeRate, caller, { params: { currency }, body: { rate, rate_date } })
const look = (currency: string, on?: string, caller: Caller = owner) =>
  app.call(lookUpExchangeRate, caller, { params: { currency }, ...(on && { query: { on } }) })
const rate = async (base: string, currency: string, date: string) =>
  (
    await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(rateOn(organization.id, base, currency, date)),
    )
  )[0]

describe('exchange rates', () => {
  test('are stored as one unit in the base currency and looked up as the latest on or before a date [CUR-04]', async () => {
    expect(await set('TZS', '2026-01-10', '0.000385')).toMatchObject({
      status: 200,
      body: {
        currency: 'TZS',
        base_currency: 'USD',
        rate_date: '2026-01-10',
        rate: '0.000385',
        source: 'manual',
      },
    })
    await set('TZS', '2026-02-01', '0.000377358491')
    expect((await look('TZS', '2026-01-31')).body).toMatchObject({
      rate: '0.000385',
      rate_date: '2026-01-10',
    })
    expect((await look('TZS', '2026-02-01')).body).toMatchObject({
      rate: '0.000377358491',
      rate_date: '2026-02-01',
    })
    expect((await look('TZS')).body).toMatchObject({ rate: '0.000377358491' })
    expect(await look('TZS', '2026-01-09')).toMatchObject({
      status: 422,
      body: { code: 'exchange_rate_missing' },
    })
    expect(await look('KES')).toMatchObject({ status: 422, body: { code: 'exchange_rate_missing' } })
    expect((await look('USD')).body).toEqual({
      currency: 'USD',
      base_currency: 'USD',
      rate_date: '2026-03-10',
      rate: '1',
      source: 'base',
    })
  })

  test('convert without any outside service [CUR-07]', async () => {
    await set('EUR', '2026-02-01', '1.0825')
    expect(await rate('USD', 'EUR', '2026-03-01')).toEqual({
      rate: '1.0825',
      rate_date: '2026-02-01',
      source: 'manual',
    })
    expect(
      convert(money(200_00, 'EUR'), (await rate('USD', 'EUR', '2026-03-01'))?.rate as string, 'USD'),
    ).toEqual(money(216_50, 'USD'))
    expect(await rate('USD', 'USD', '2026-03-01')).toEqual({
      rate: '1',
      rate_date: '2026-03-01',
      source: 'base',
    })
    // A stored pair says nothing of its inverse.
    expect(await rate('EUR', 'USD', '2026-03-01')).toBeUndefined()
    expect(await rate('USD', 'EUR', '2026-01-31')).toBeUndefined()
  })

  test('of the same date are replaced, with the old one in the audit log', async () => {
    await set('GBP', '2026-02-01', '1.2')
    await set('GBP', '2026-02-01', '1.3')
    expect(
      (await app.call(listExchangeRates, owner, { query: { currency: 'GBP' } })).body.data,
    ).toMatchObject([{ rate: '1.3' }])
    const audit = await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.first(
        db
          .selectFrom('audit_entries as e')
          .innerJoin('audit_payloads as p', (join) =>
            join.onRef('p.entry_id', '=', 'e.id').onRef('p.organization_id', '=', 'e.organization_id'),
          )
          .select(['e.action', 'p.before', 'p.after'])
          .where('e.organization_id', '=', organization.id)
          .orderBy('e.id', 'desc'),
      ),
    )
    expect(audit).toMatchObject({
      action: 'currencies.rate_set',
      before: { rate: '1.2' },
      after: { rate: '1.3' },
    })
  })

  test('are listed newest first, page by page', async () => {
    const { owner: keeper } = await app.fixtures.organization({ currency: 'EUR' })
    for (const [currency, date] of [
      ['USD', '2026-01-01'],
      ['KES', '2026-01-02'],
      ['USD', '2026-01-02'],
      ['USD', '2026-01-03'],
      ['KES', '2026-01-03'],
    ])
      await set(currency as string, date as string, '0.5', keeper)
    const list = async (query: Record<string, string | number>) =>
      (await app.call(listExchangeRates, keeper, { query: query as never })).body
    const all = (await list({})).data.map((row) => `${row.rate_date} ${row.currency}`)
    expect(all).toEqual([
      '2026-01-03 USD',
      '2026-01-03 KES',
      '2026-01-02 USD',
      '2026-01-02 KES',
      '2026-01-01 USD',
    ])
    const first = await list({ limit: 2 })
    const second = await list({ limit: 2, after: first.next_cursor as string })
    expect([...first.data, ...second.data].map((row) => `${row.rate_date} ${row.currency}`)).toEqual(
      all.slice(0, 4),
    )
    expect((await list({ limit: 2, before: second.previous_cursor as string })).data).toEqual(first.data)
    expect((await list({ currency: 'KES' })).data.map((row) => row.rate_date)).toEqual([
      '2026-01-03',
      '2026-01-02',
    ])
  })

  test('answer bad input', async () => {
    expect(await set('USD', '2026-01-01', '1')).toMatchObject({
      status: 422,
      body: { code: 'currency_mismatch' },
    })
    for (const bad of ['0', '-1', '1e3', 'abc', '0.0000000000001']) {
      const { status, body } = await set('EUR', '2026-01-01', bad)
      expect({ bad, status, body }).toMatchObject({
        bad,
        status: 422,
        body: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/rate' })]) },
      })
    }
    expect((await set('EUR', '2026-02-30', '1')).body).toMatchObject({ errors: [{ pointer: '/rate_date' }] })
    expect([
      (await set('XQQ', '2026-01-01', '1')).status,
      (await look('XQQ')).status,
      (await look('eur')).status,
    ]).toEqual([404, 404, 404])
  })

  test('are for members with the permission, and of this organization only [RBAC-15]', async () => {
    const stranger = (await app.fixtures.organization({ currency: 'USD' })).owner
    expect((await look('TZS', undefined, stranger)).body).toMatchObject({ code: 'exchange_rate_missing' })
    expect((await app.call(listExchangeRates, stranger)).body.data).toEqual([])
    const member = await app.fixtures.member(organization, { role: 'member' })
    expect([
      (await look('TZS', undefined, member)).status,
      (await set('TZS', '2026-01-01', '1', member)).status,
    ]).toEqual([200, 403])
    const support = await app.fixtures.member(organization, { role: 'support' })
    expect([
      (await look('TZS', undefined, support)).status,
      (await app.call(listExchangeRates, support)).status,
    ]).toEqual([403, 403])
    const contact = await app.fixtures.contact(organization, await app.fixtures.client(organization))
    for (const caller of [{ organizationId: organization.publicId }, contact])
      expect([
        (await look('TZS', undefined, caller)).status,
        (await set('TZS', '2026-01-01', '1', caller)).status,
      ]).toEqual([401, 401])
  })
})
