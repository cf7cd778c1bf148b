import { createTaxRate, listTaxRates, updateTaxRate } from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { testApp } from '../../../test/app.ts'
import type { BuiltMember, BuiltOrganization } from '../../../test/fixtures.ts'
import { db } from '../../platform/database/index.ts'
import { taxKeyExists, taxRatesOn } from './index.ts'

const app = await testApp()
afterAll(() => app.close())

let organization: BuiltOrganization
let owner: BuiltMember
beforeAll(async () => {
  organization = await app.fixtures.organization()
  owner = organization.owner
})
const add = (body: Partial<z.input<NonNullable<typeof createTaxRate.body>>>, caller = owner) =>
  app.call(createTaxRate, caller, {
    body: { key: 'vat', name: 'VAT', category: 'standard', percent: '18', valid_from: '2020-01-01', ...body },
  })
const list = async (query: { on?: string } = {}, caller = owner) =>
  (await app.call(listTaxRates, caller, { query })).body.data
const ratesOn = async (date: string) =>
  (await app.fixtures.inOrganization(organization.id, (tx) => tx.all(taxRatesOn(organization.id, date)))).map(
    (rate) => `${rate.key} ${rate.percent}`,
  )

describe('tax rates', () => {
  test('are set by the agency, and a new percentage is a new row from its date on [TAX-03] [TAX-11]', async () => {
    const first = await add({})
    expect(first).toMatchObject({
      status: 201,
      body: {
        key: 'vat',
        percent: '18',
        valid_from: '2020-01-01',
        valid_to: null,
        is_current: true,
        version: 1,
      },
    })
    const second = await add({ percent: '16.5', valid_from: '2026-07-01' })
    expect(second.body).toMatchObject({ percent: '16.5', is_current: false, valid_to: null })
    expect(await list()).toMatchObject([
      { id: second.body.id, percent: '16.5', valid_from: '2026-07-01', valid_to: null, is_current: false },
      {
        id: first.body.id,
        percent: '18',
        valid_from: '2020-01-01',
        valid_to: '2026-06-30',
        is_current: true,
        version: 2,
      },
    ])
    expect((await list({ on: '2026-06-30' })).map((rate) => rate.percent)).toEqual(['18'])
    expect((await list({ on: '2026-07-01' })).map((rate) => rate.percent)).toEqual(['16.5'])
    expect([await ratesOn('2019-12-31'), await ratesOn('2026-06-30'), await ratesOn('2026-07-01')]).toEqual([
      [],
      ['vat 18'],
      ['vat 16.5'],
    ])
  })

  test('never overlap: not by two of the same start, not by stretching one, not by a race [TAX-11]', async () => {
    await add({ key: 'levy', valid_from: '2020-01-01' })
    expect(await add({ key: 'levy', valid_from: '2020-01-01' })).toMatchObject({
      status: 409,
      body: { code: 'rate_period_taken', errors: [{ pointer: '/valid_from' }] },
    })
    await add({ key: 'levy', valid_from: '2024-01-01', percent: '5' })
    const [, old] = (await list()).filter((rate) => rate.key === 'levy')
    const stretch = await app.call(updateTaxRate, owner, {
      params: { tax_rate_id: old?.id as string },
      version: old?.version as number,
      body: { valid_to: '2024-06-01' },
    })
    expect(stretch).toMatchObject({ status: 409, body: { code: 'rate_period_taken' } })
    const race = await Promise.all(
      ['2021-01-01', '2021-02-01', '2021-03-01', '2021-04-01'].map((valid_from) =>
        add({ key: 'fresh', valid_from }),
      ),
    )
    expect(race.every(({ status }) => status === 201 || status === 409)).toBe(true)
    for (const day of ['2021-01-15', '2021-03-15', '2026-01-01'])
      expect((await ratesOn(day)).filter((rate) => rate.startsWith('fresh')).length).toBeLessThanOrEqual(1)
  })

  test('are renamed and ended, but a percentage never changes in place [TAX-11]', async () => {
    const { body: rate } = await add({ key: 'named' })
    const change = (version: number, body: Record<string, unknown>) =>
      app.call(updateTaxRate, owner, { params: { tax_rate_id: rate.id }, version, body })
    expect((await change(1, { name: 'Renamed', valid_to: '2026-12-31' })).body).toMatchObject({
      name: 'Renamed',
      valid_to: '2026-12-31',
      percent: '18',
      version: 2,
    })
    expect(await change(1, { name: 'Late' })).toMatchObject({ status: 412, body: { current_version: 2 } })
    expect(await change(2, { percent: '20' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/percent', code: 'unknown_field' }] },
    })
    expect(await change(2, { valid_to: '2019-01-01' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/valid_to', code: 'before_start' }] },
    })
    // Not by a careless statement either: the role that serves requests has no right to.
    await expect(
      app.fixtures.inOrganization(organization.id, (tx) =>
        tx.all(
          db.updateTable('tax_rates').set({ percent: '1' }).where('organization_id', '=', organization.id),
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test('answer bad input by field', async () => {
    const pointer = async (body: Record<string, unknown>) =>
      ((await add(body)).body as unknown as { errors: { pointer: string }[] }).errors[0]?.pointer
    expect(await pointer({ percent: '101' })).toBe('/percent')
    expect(await pointer({ key: 'Not A Key' })).toBe('/key')
    expect(await pointer({ valid_from: 'soon' })).toBe('/valid_from')
    expect(await pointer({ key: 'exempt', category: 'exempt', percent: '18' })).toBe('/percent')
    expect(
      (await add({ key: 'exempt', category: 'exempt', percent: '0', exemption_reason: 'Medical supplies' }))
        .body,
    ).toMatchObject({ category: 'exempt', exemption_reason: 'Medical supplies' })
    expect(
      (
        await app.fixtures.inOrganization(organization.id, (tx) =>
          tx.batch([taxKeyExists(organization.id, 'exempt'), taxKeyExists(organization.id, 'never')]),
        )
      ).map((rows) => rows.length),
    ).toEqual([1, 0])
  })

  test('are current by the organization’s own day', async () => {
    const kiribati = await app.fixtures.organization({ timezone: 'Pacific/Kiritimati' })
    app.clock.advance(3 * 3_600_000)
    expect((await add({ valid_from: '2026-03-11' }, kiribati.owner)).body.is_current).toBe(true)
    expect((await add({ key: 'here', valid_from: '2026-03-11' })).body.is_current).toBe(false)
  })

  test('are for members with the permission, and of this organization only [RBAC-15]', async () => {
    const { body: rate } = await add({ key: 'guarded' })
    const params = { tax_rate_id: rate.id }
    const stranger = (await app.fixtures.organization()).owner
    expect(await list({}, stranger)).toEqual([])
    expect(
      (await app.call(updateTaxRate, stranger, { params, version: 1, body: { name: 'Mine' } })).status,
    ).toBe(404)
    const member = await app.fixtures.member(organization, { role: 'member' })
    expect((await app.call(listTaxRates, member)).status).toBe(200)
    expect([
      (await add({ key: 'x' }, member)).status,
      (await app.call(updateTaxRate, member, { params, version: 1, body: {} })).status,
    ]).toEqual([403, 403])
    const support = await app.fixtures.member(organization, { role: 'support' })
    expect((await app.call(listTaxRates, support)).status).toBe(403)
    const contact = await app.fixtures.contact(organization, await app.fixtures.client(organization))
    for (const caller of [{ organizationId: organization.publicId }, contact])
      expect((await app.call(listTaxRates, caller)).status).toBe(401)
  })
})
