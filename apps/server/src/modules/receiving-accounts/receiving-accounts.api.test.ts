import {
  createReceivingAccount,
  fromPublicId,
  listReceivingAccounts,
  updateReceivingAccount,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { testApp, type Caller } from '../../../test/app.ts'
import type { BuiltMember, BuiltOrganization } from '../../../test/fixtures.ts'
import { accountById, accountsForCurrency } from './index.ts'

const app = await testApp()
afterAll(() => app.close())

let organization: BuiltOrganization
let owner: BuiltMember
beforeAll(async () => {
  organization = await app.fixtures.organization()
  owner = organization.owner
})
const add = (
  body: Partial<z.input<NonNullable<typeof createReceivingAccount.body>>>,
  caller: Caller = owner,
) =>
  app.call(createReceivingAccount, caller, { body: { kind: 'bank', name: 'CRDB', currency: 'TZS', ...body } })
const change = (id: string, version: number, body: Record<string, unknown>, caller: Caller = owner) =>
  app.call(updateReceivingAccount, caller, { params: { receiving_account_id: id }, version, body })
const names = async (
  query: { currency?: string; is_active?: 'true' | 'false' } = {},
  caller: Caller = owner,
) => (await app.call(listReceivingAccounts, caller, { query })).body.data.map((account) => account.name)
const fitting = (currency: string) =>
  app.fixtures.inOrganization(organization.id, (tx) => tx.all(accountsForCurrency(organization.id, currency)))

describe('receiving accounts', () => {
  test('keep number, steps and QR per currency, in the order to show [PAY-30]', async () => {
    const till = {
      kind: 'mobile_money' as const,
      name: 'M-Pesa till',
      details: [{ label: 'Till number', value: '555 123' }],
      steps: ['Dial *150*00#', 'Choose 4'],
      qr_payload: '00020101',
      position: 2,
    }
    expect(await add(till)).toMatchObject({
      status: 201,
      body: { ...till, currency: 'TZS', is_active: true, is_shown_to_clients: true, version: 1 },
    })
    await add({ name: 'NMB', position: 1 })
    await add({ name: 'Cash box', kind: 'cash', position: 1, is_shown_to_clients: false })
    await add({ name: 'Dollar account', currency: 'USD' })
    expect(await names()).toEqual(['Dollar account', 'Cash box', 'NMB', 'M-Pesa till'])
    expect(await names({ currency: 'TZS' })).toEqual(['Cash box', 'NMB', 'M-Pesa till'])
    expect((await fitting('TZS')).map((account) => [account.name, account.is_shown_to_clients])).toEqual([
      ['Cash box', false],
      ['NMB', true],
      ['M-Pesa till', true],
    ])
    expect((await fitting('TZS'))[2]).toMatchObject({ details: till.details, steps: till.steps })
    expect(await fitting('EUR')).toEqual([])
  })

  test('are changed, retired and brought back; the currency never changes [PAY-30]', async () => {
    const { body: account } = await add({ name: 'Changing' })
    expect(
      (await change(account.id, 1, { name: 'Changed', details: [{ label: 'Account', value: '0150' }] })).body,
    ).toMatchObject({ name: 'Changed', details: [{ label: 'Account', value: '0150' }], version: 2 })
    expect(await change(account.id, 1, { name: 'Late' })).toMatchObject({
      status: 412,
      body: { current_version: 2 },
    })
    expect(await change(account.id, 2, { currency: 'USD' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/currency', code: 'unknown_field' }] },
    })
    expect((await change(account.id, 2, { is_active: false })).body.is_active).toBe(false)
    expect(await names({ is_active: 'false' })).toEqual(['Changed'])
    expect((await fitting('TZS')).map(({ name }) => name)).not.toContain('Changed')
    const [retired] = (await app.call(listReceivingAccounts, owner, { query: { is_active: 'false' } })).body
      .data
    expect(retired?.id).toBe(account.id)
    expect((await change(account.id, 3, { is_active: true })).body.is_active).toBe(true)
    // Old payments still name an account that is retired.
    expect(
      await app.fixtures.inOrganization(organization.id, (tx) =>
        tx.first(accountById(organization.id, fromPublicId('receivingAccount', account.id))),
      ),
    ).toMatchObject({ name: 'Changed' })
  })

  test('answer bad input by field', async () => {
    for (const [pointer, body] of [
      ['/currency', { currency: 'XQQ' }],
      ['/name', { name: '' }],
      ['/kind', { kind: 'crypto' }],
      ['/details/0/label', { details: [{ label: '', value: 'x' }] }],
      ['/position', { position: -1 }],
    ] as const) {
      expect(await add(body as never)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
    }
  })

  test('are for members with the permission, and of this organization only [RBAC-15]', async () => {
    const { body: account } = await add({ name: 'Guarded' })
    const stranger = (await app.fixtures.organization()).owner
    expect(await names({}, stranger)).toEqual([])
    expect((await change(account.id, 1, { name: 'Mine' }, stranger)).status).toBe(404)
    const member = await app.fixtures.member(organization, { role: 'member' })
    expect([
      (await app.call(listReceivingAccounts, member)).status,
      (await add({}, member)).status,
      (await change(account.id, 1, {}, member)).status,
    ]).toEqual([200, 403, 403])
    const support = await app.fixtures.member(organization, { role: 'support' })
    expect((await app.call(listReceivingAccounts, support)).status).toBe(403)
    const contact = await app.fixtures.contact(organization, await app.fixtures.client(organization))
    for (const caller of [{ organizationId: organization.publicId }, contact])
      expect([
        (await app.call(listReceivingAccounts, caller)).status,
        (await add({}, caller)).status,
      ]).toEqual([401, 401])
  })
})
