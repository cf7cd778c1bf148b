import {
  changeClientStatus,
  createClient,
  createContact,
  deleteClient,
  deleteContact,
  findDuplicateClients,
  getClient,
  listClientHistory,
  listClients,
  listContacts,
  restoreClient,
  setClientPortal,
  setPortalAccess,
  updateClient,
  updateContact,
  type Operation,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import type { BuiltClient, BuiltMember, BuiltOrganization } from '../../../test/fixtures.ts'

const app = await testApp()
afterAll(() => app.close())

type Query = Record<string, string | number | undefined>
const page = async (caller: Caller, query: Query) =>
  (
    await app.call(listClients, caller, {
      query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never,
    })
  ).body
const namesOf = async (caller: Caller, query: Query = {}) =>
  (await page(caller, query)).data.map((client) => client.name)

describe('a member limited to assigned clients', () => {
  let organization: BuiltOrganization
  let limited: BuiltMember
  let mine: BuiltClient
  let other: BuiltClient
  beforeAll(async () => {
    organization = await app.fixtures.organization()
    mine = await app.fixtures.client(organization, { name: 'Ruvuma Mine', email: 'mine@ruvuma.example' })
    other = await app.fixtures.client(organization, { name: 'Ruvuma Other', email: 'other@ruvuma.example' })
    limited = await app.fixtures.member(organization, {
      role: 'manager',
      isLimited: true,
      assignedTo: [mine.id],
    })
  })

  test('meets only those in list, search, filters, totals and duplicates [RBAC-20]', async () => {
    for (const query of [{}, { sort: 'name' }, { q: 'ruvuma' }, { q: 'ru' }, { status: 'active' }])
      expect([query, await namesOf(limited, query)]).toEqual([query, ['Ruvuma Mine']])
    expect(await namesOf(limited, { email: 'other@ruvuma.example' })).toEqual([])
    expect((await page(limited, { total: 'true' })).total).toEqual({ count: 1, is_capped: false })
    expect((await page(limited, { total: 'true', q: 'ruvuma' })).total).toEqual({
      count: 1,
      is_capped: false,
    })
    for (const query of [{ name: 'Ruvuma Other' }, { email: 'other@ruvuma.example' }]) {
      const { body } = await app.call(findDuplicateClients, limited, { query })
      expect(body.data.filter(({ client }) => client.id === other.publicId)).toEqual([])
    }
  })

  test('gets 404 for every other client, on every route [RBAC-20] [SEC-07]', async () => {
    expect((await app.call(getClient, limited, { params: { client_id: mine.publicId } })).status).toBe(200)
    await expectNotFound(limited, other.publicId)
  })

  test('is assigned to the clients that they add, and cannot change who is [RBAC-20]', async () => {
    const { status, body } = await app.call(createClient, limited, { body: { name: 'Ruvuma New' } })
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { name: 'Ruvuma New', assigned_members: [{ name: limited.name }] },
    })
    expect((await app.call(getClient, limited, { params: { client_id: body.id } })).status).toBe(200)
    expect(
      (
        await app.call(updateClient, limited, {
          params: { client_id: body.id },
          version: 1,
          body: { assigned_member_ids: [] },
        })
      ).body,
    ).toMatchObject({ code: 'permission_denied' })
  })

  test('is told nothing of a contact’s other clients that they may not meet [RBAC-20]', async () => {
    await app.fixtures.contact(organization, mine, { email: 'both@ruvuma.example' })
    await app.fixtures.contact(organization, other, {
      email: 'both@ruvuma.example',
      user: await app.fixtures.user(),
    })
    await app.call(createContact, organization.owner, {
      params: { client_id: other.publicId },
      body: { name: 'Both', email: 'both@ruvuma.example' },
    })
    const seenBy = async (caller: Caller) =>
      (await app.call(listContacts, caller, { params: { client_id: mine.publicId } })).body.data.find(
        (contact) => contact.email === 'both@ruvuma.example',
      )?.has_other_clients
    expect(await seenBy(organization.owner)).toBe(true)
    expect(await seenBy(limited)).toBe(false)
  })
})

/** Every operation on one client: what it takes to call it. */
const onOneClient = (
  clientId: string,
  contactId = app.id('contact', '01938c0a-7b1e-7c3d-9f42-5a6b7c8d9e0f'),
): [Operation, Record<string, unknown>][] => {
  const params = { client_id: clientId }
  const both = { ...params, contact_id: contactId }
  return [
    [getClient, { params }],
    [updateClient, { params, version: 1, body: { name: 'Taken over' } }],
    [changeClientStatus, { params, body: { status: 'suspended' } }],
    [deleteClient, { params }],
    [restoreClient, { params }],
    [listClientHistory, { params }],
    [setClientPortal, { params, body: { is_portal_enabled: false } }],
    [listContacts, { params }],
    [createContact, { params, body: { name: 'Intruder' } }],
    [updateContact, { params: both, version: 1, body: { name: 'Taken over' } }],
    [deleteContact, { params: both }],
    [setPortalAccess, { params: both, body: { portal_access: true } }],
  ] as unknown as [Operation, Record<string, unknown>][]
}
const inGeneral: [Operation, Record<string, unknown>][] = [
  [listClients, {}],
  [createClient, { body: { name: 'Intruder' } }],
  [findDuplicateClients, { query: { name: 'Kilimo' } }],
] as unknown as [Operation, Record<string, unknown>][]

async function expectNotFound(caller: Caller, clientId: string, contactId?: string): Promise<void> {
  for (const [operation, given] of onOneClient(clientId, contactId)) {
    const { status, body } = await app.call(operation, caller, given)
    const denied = status === 403 && (body as { code: string }).code === 'permission_denied'
    expect([operation.id, denied ? 404 : status]).toEqual([operation.id, 404])
  }
}

describe('who may call', () => {
  let organization: BuiltOrganization
  let client: BuiltClient
  let contactId: string
  let portal: Caller
  beforeAll(async () => {
    organization = await app.fixtures.organization()
    client = await app.fixtures.client(organization, { name: 'Guarded Ltd' })
    const contact = await app.fixtures.contact(organization, client)
    contactId = app.id('contact', contact.contactId)
    portal = contact
  })

  test('nobody without a session [CLI-01] [CLI-02] [CLI-03] [CLI-04] [CLI-05]', async () => {
    for (const [operation, given] of [...inGeneral, ...onOneClient(client.publicId, contactId)]) {
      const { status, body } = await app.call(operation, { organizationId: organization.publicId }, given)
      expect([operation.id, status, (body as { code: string }).code]).toEqual([
        operation.id,
        401,
        'not_signed_in',
      ])
    }
  })

  test('no contact of the portal, with a portal session or none of ours [SEC-07]', async () => {
    for (const [operation, given] of [...inGeneral, ...onOneClient(client.publicId, contactId)]) {
      expect([operation.id, (await app.call(operation, portal, given)).status]).toEqual([operation.id, 401])
    }
  })

  test('another organization gets 404 for our client and contact, and finds neither [SEC-07]', async () => {
    const stranger = (await app.fixtures.organization()).owner
    await expectNotFound(stranger, client.publicId, contactId)
    expect(await namesOf(stranger, { q: 'Guarded' })).toEqual([])
    // Named by the address of its own client, the contact is still not found.
    const own = await app.fixtures.client({ id: (await app.fixtures.organization()).id })
    expect(
      (
        await app.call(updateContact, organization.owner, {
          params: { client_id: own.publicId, contact_id: contactId },
          version: 1,
          body: { name: 'x' },
        })
      ).status,
    ).toBe(404)
  })

  test('only members with the permission; their abilities say so beforehand [RBAC-15]', async () => {
    const roles: Record<string, { allowed: string[]; abilities: object }> = {
      member: {
        allowed: [
          'clients.list',
          'clients.get',
          'clients.history',
          'clients.find_duplicates',
          'contacts.list',
        ],
        abilities: {
          edit: false,
          delete: false,
          manage_contacts: false,
          manage_portal: false,
          create_invoice: true,
          transitions: [],
        },
      },
      support: {
        allowed: [
          'clients.list',
          'clients.get',
          'clients.history',
          'clients.find_duplicates',
          'contacts.list',
          'contacts.create',
          'contacts.update',
          'contacts.delete',
        ],
        abilities: { edit: false, manage_contacts: true, manage_portal: false, create_invoice: false },
      },
      project_manager: {
        allowed: [
          'clients.list',
          'clients.get',
          'clients.history',
          'clients.find_duplicates',
          'contacts.list',
          'contacts.create',
          'contacts.update',
          'contacts.delete',
          'clients.update',
        ],
        abilities: { edit: true, delete: false },
      },
    }
    for (const [role, { allowed, abilities }] of Object.entries(roles)) {
      const caller = await app.fixtures.member(organization, { role })
      const subject = await app.fixtures.client(organization)
      expect(
        (await app.call(getClient, caller, { params: { client_id: subject.publicId } })).body.abilities,
      ).toMatchObject(abilities)
      for (const [operation, given] of [...inGeneral, ...onOneClient(subject.publicId)]) {
        const { status, body } = await app.call(operation, caller, given)
        const isDenied = status === 403 && (body as { code: string }).code === 'permission_denied'
        expect([role, operation.id, isDenied]).toEqual([role, operation.id, !allowed.includes(operation.id)])
      }
    }
  })

  test('a suspended or removed member is out at once', async () => {
    const stranger = await app.fixtures.organization()
    const { status } = await app.call(
      getClient,
      { ...organization.owner, organizationId: stranger.publicId },
      { params: { client_id: client.publicId } },
    )
    expect(status).toBe(404)
  })
})

test('rights that were chosen before a colleague closed the portal do not open it again [RBAC-19]', async () => {
  const organization = await app.fixtures.organization()
  const { owner } = organization
  const client = await app.fixtures.client(organization)
  const params = { client_id: client.publicId }
  const { body: contact } = await app.call(createContact, owner, {
    params,
    body: { name: 'Amina', email: 'amina@portal.example' },
  })
  const at = { params: { ...params, contact_id: contact.id } }
  const { body: opened } = await app.call(setPortalAccess, owner, { ...at, body: { portal_access: true } })
  await app.call(setPortalAccess, owner, { ...at, body: { portal_access: false } })
  const late = await app.call(setPortalAccess, owner, {
    ...at,
    version: opened.version,
    body: { portal_access: true, rights_preset: 'owner' },
  })
  expect([late.status, late.body]).toMatchObject([412, { code: 'version_mismatch' }])
  const { body: people } = await app.call(listContacts, owner, { params })
  expect(people.data).toMatchObject([{ portal_access: false }])
})
