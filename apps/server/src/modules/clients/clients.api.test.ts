import {
  createClient,
  deleteClient,
  getClient,
  listClientHistory,
  listClients,
  restoreClient,
  updateClient,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { testApp } from '../../../test/app.ts'
import type { BuiltMember, BuiltOrganization } from '../../../test/fixtures.ts'
import { db } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'

const app = await testApp()
afterAll(() => app.close())

let organization: BuiltOrganization
let owner: BuiltMember
let stranger: BuiltMember
beforeAll(async () => {
  organization = await app.fixtures.organization()
  owner = organization.owner
  stranger = (await app.fixtures.organization()).owner
})

const add = (
  body: Partial<z.input<NonNullable<typeof createClient.body>>> & Record<string, unknown>,
  caller = owner,
) => app.call(createClient, caller, { body: { name: 'Kilimo Fresh Ltd', ...body } })

describe('adding a client', () => {
  test('gives it a refid, the default status and its billing profile [CLI-01] [CLI-12] [CLI-15] [CLI-58] [CLI-64]', async () => {
    const { status, body } = await add({
      email: 'Accounts@Kilimo.example',
      kind: 'company',
      legal_name: 'Kilimo Fresh Limited',
      country: 'TZ',
      tax_number: '123-456-789',
      currency: 'TZS',
      locale: 'sw',
      payment_terms_days: 30,
      payment_terms_kind: 'end_of_month',
      requires_purchase_order: true,
      address: { line1: 'Plot 12', city: 'Arusha' },
      metadata: { segment: 'Enterprise' },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      refid: expect.stringMatching(/^CL-[A-Z0-9]{8}$/),
      status: 'pending',
      email: 'Accounts@Kilimo.example',
      owner_id: null,
      currency: 'TZS',
      locale: 'sw',
      payment_terms_days: 30,
      payment_terms_kind: 'end_of_month',
      requires_purchase_order: true,
      metadata: { segment: 'Enterprise' },
      version: 1,
      balances: [],
      abilities: {
        edit: true,
        delete: true,
        manage_contacts: true,
        manage_portal: true,
        create_invoice: true,
        transitions: ['active', 'inactive'],
      },
    })
    expect(body.id).toMatch(/^cli_/)
    expect((await app.call(getClient, owner, { params: { client_id: body.id } })).body).toEqual(body)
  })

  test('follows the organization’s prefix and default status [CLI-14] [CLI-15]', async () => {
    const other = await app.fixtures.organization()
    await app.fixtures.inOrganization(other.id, (tx) =>
      tx.all(
        db
          .updateTable('organization_settings')
          .set({ refid_prefix: 'ACME', default_client_status: 'active' })
          .where('organization_id', '=', other.id),
      ),
    )
    const { body } = await add({}, other.owner)
    expect(body).toMatchObject({ refid: expect.stringMatching(/^ACME[A-Z0-9]{8}$/), status: 'active' })
  })

  test('draws refids that are unique and no count; no numeric id leaves the server [CLI-13] [CLI-57]', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, (_, at) => add({ name: `Many ${at}` })))
    const refids = made.map(({ body }) => body.refid)
    expect(new Set(refids).size).toBe(12)
    for (const { body } of made) {
      expect(body.refid.slice(3)).toMatch(/[A-Z]/)
      expect(body.id).toMatch(/^cli_[0-9a-z]{26}$/)
    }
    expect((await app.call(getClient, owner, { params: { client_id: '17' } })).status).toBe(404)
  })

  test('refuses a second client with the same email, whatever its case, until the first is deleted [CLI-25]', async () => {
    const first = await add({ email: 'same@kilimo.example' })
    const second = await add({ email: 'SAME@Kilimo.example' })
    expect(second).toMatchObject({
      status: 409,
      body: {
        code: 'duplicate_email',
        title: 'Duplicate email',
        errors: [{ pointer: '/email', code: 'duplicate_email' }],
      },
    })
    expect((await add({ email: 'same@kilimo.example' }, stranger)).status).toBe(201)
    await app.call(deleteClient, owner, { params: { client_id: first.body.id } })
    expect((await add({ email: 'same@kilimo.example' })).status).toBe(201)
    expect(
      (await app.call(restoreClient, owner, { params: { client_id: first.body.id } })).body,
    ).toMatchObject({ code: 'duplicate_email' })
  })

  test('of several at once with the same email takes one [CLI-25]', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) => add({ name: `Racer ${at}`, email: 'race@kilimo.example' })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409])
  })

  test('refuses a reseller that is not this organization’s [CLI-58] [SEC-05]', async () => {
    const reseller = newId()
    await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(
        db
          .insertInto('resellers')
          .values({ organization_id: organization.id, id: reseller, name: 'Partner', created_at: tx.now }),
      ),
    )
    expect((await add({ owner_id: app.id('reseller', reseller) })).body).toMatchObject({
      owner_id: app.id('reseller', reseller),
    })
    for (const id of [newId(), reseller]) {
      const { status, body } = await add(
        { owner_id: app.id('reseller', id) },
        id === reseller ? stranger : owner,
      )
      expect({ status, body }).toMatchObject({
        status: 422,
        body: { code: 'invalid_reseller', errors: [{ pointer: '/owner_id' }] },
      })
    }
    expect((await add({ owner_id: 'res_nonsense' })).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/owner_id', code: 'unknown_id' }],
    })
  })

  test('answers bad input by field, and takes no field that it does not know', async () => {
    const { status, body } = await add({
      name: ' ',
      country: 'Tanzania',
      website: 'javascript:alert(1)',
      payment_terms_days: 900,
      status: 'active',
      organization_id: stranger.organizationId,
    })
    expect(status).toBe(422)
    const pointers = (body as unknown as { errors: { pointer: string }[] }).errors.map(
      (error) => error.pointer,
    )
    expect(pointers).toEqual(
      expect.arrayContaining([
        '/name',
        '/country',
        '/website',
        '/payment_terms_days',
        '/status',
        '/organization_id',
      ]),
    )
    expect((await add({ currency: 'XQQ' })).body).toMatchObject({
      errors: [{ pointer: '/currency', code: 'unknown_currency' }],
    })
  })

  test('with the same key adds it once', async () => {
    const key = newId()
    const [first, second] = [
      await app.call(createClient, owner, { body: { name: 'Once' }, idempotencyKey: key }),
      await app.call(createClient, owner, { body: { name: 'Once' }, idempotencyKey: key }),
    ]
    expect(second.raw).toEqual(first.raw)
    expect(second.headers['idempotency-replayed']).toBe('true')
  })
})

describe('metadata', () => {
  test('merges, and null removes a key [CLI-21] [CLI-22]', async () => {
    const { body: client } = await add({ metadata: { industry: 'Farming', tier: 'Gold' } })
    const { body } = await app.call(updateClient, owner, {
      params: { client_id: client.id },
      version: 1,
      body: { metadata: { tier: null, region: 'North' } },
    })
    expect(body).toMatchObject({ metadata: { industry: 'Farming', region: 'North' }, version: 2 })
    expect(body.metadata).not.toHaveProperty('tier')
  })

  test('serves as segment [CLI-23]', async () => {
    const { body: client } = await add({ name: 'Segmented', metadata: { segment: 'Wholesale' } })
    const { body } = await app.call(listClients, owner, { query: { segment: 'Wholesale', total: 'true' } })
    expect(body).toMatchObject({
      data: [{ id: client.id, segment: 'Wholesale' }],
      total: { count: 1, is_capped: false },
    })
  })

  test('refuses credentials, cards and identity numbers, and more than fifty keys [CLI-24]', async () => {
    const { body } = await add({ metadata: { portal_password: 'hunter2' } })
    expect(body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/metadata/portal_password', code: 'sensitive_value' }],
    })
    const { body: client } = await add({
      metadata: Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`key${at}`, 'x'])),
    })
    const change = (metadata: Record<string, string | null>) =>
      app.call(updateClient, owner, { params: { client_id: client.id }, version: 1, body: { metadata } })
    expect((await change({ note: 'card 4111 1111 1111 1111' })).body).toMatchObject({
      errors: [{ pointer: '/metadata/note', code: 'sensitive_value' }],
    })
    expect((await change({ one_more: 'x' })).body).toMatchObject({
      errors: [{ pointer: '/metadata', code: 'too_many_keys' }],
    })
    expect((await change({ one_more: 'x', key0: null })).status).toBe(200)
  })
})

describe('changing a client', () => {
  test('changes what is given and records before and after [CLI-02]', async () => {
    const { body: client } = await add({
      name: 'Before',
      phone: '+255 712 345 678',
      email: 'before@kilimo.example',
    })
    const { status, body } = await app.call(updateClient, owner, {
      params: { client_id: client.id },
      version: 1,
      body: { name: 'After', phone: null, email: 'after@kilimo.example' },
    })
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { name: 'After', phone: null, email: 'after@kilimo.example', version: 2 },
    })
    const { body: history } = await app.call(listClientHistory, owner, { params: { client_id: client.id } })
    expect(history.data[0]).toMatchObject({
      action: 'clients.changed',
      actor: { kind: 'member', name: owner.name },
      before: { name: 'Before', phone: '+255 712 345 678' },
      after: { name: 'After', phone: null },
    })
    expect(
      (await app.call(listClients, owner, { query: { email: 'AFTER@kilimo.example' } })).body.data,
    ).toHaveLength(1)
    expect(
      (await app.call(listClients, owner, { query: { email: 'before@kilimo.example' } })).body.data,
    ).toHaveLength(0)
  })

  test('needs the version that it was made from', async () => {
    const { body: client } = await add({})
    const change = (version?: number) =>
      app.call(updateClient, owner, {
        params: { client_id: client.id },
        body: { name: 'New' },
        ...(version && { version }),
      })
    expect((await change()).status).toBe(428)
    expect(await change(7)).toMatchObject({
      status: 412,
      body: { code: 'version_mismatch', current_version: 1 },
    })
    expect((await change(1)).body.version).toBe(2)
    // What changes nothing makes no version and no history.
    expect((await change(2)).body.version).toBe(2)
  })

  test('of two changes from the same version one wins', async () => {
    const { body: client } = await add({})
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((name) =>
        app.call(updateClient, owner, { params: { client_id: client.id }, version: 1, body: { name } }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412])
  })

  test('assigns members of this organization only [RBAC-20]', async () => {
    const { body: client } = await add({})
    const member = await app.fixtures.member(organization, { role: 'member' })
    const assign = (version: number, ids: string[]) =>
      app.call(updateClient, owner, {
        params: { client_id: client.id },
        version,
        body: { assigned_member_ids: ids },
      })
    expect((await assign(1, [app.id('membership', member.membershipId)])).body).toMatchObject({
      version: 2,
      assigned_members: [{ name: member.name }],
    })
    expect((await assign(2, [app.id('membership', stranger.membershipId)])).body).toMatchObject({
      errors: [{ pointer: '/assigned_member_ids/0', code: 'unknown_id' }],
    })
    expect((await assign(2, [])).body).toMatchObject({ version: 3, assigned_members: [] })
    const { body: history } = await app.call(listClientHistory, owner, { params: { client_id: client.id } })
    expect(history.data[0]).toMatchObject({
      before: { assigned_member_ids: [app.id('membership', member.membershipId)] },
      after: { assigned_member_ids: [] },
    })
  })
})
