import {
  changeClientStatus,
  createClient,
  createContact,
  deleteClient,
  deleteContact,
  getClient,
  getPortalHome,
  listClientHistory,
  listContacts,
  rightsPresets,
  setClientPortal,
  setPortalAccess,
  updateClient,
  updateContact,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { testApp, type Caller } from '../../../test/app.ts'
import type { BuiltClient, BuiltMember, BuiltOrganization } from '../../../test/fixtures.ts'
import { modules, type Module } from '../../app.ts'
import { db } from '../../platform/database/index.ts'

/** Who the portal takes a caller for: the prelude decides it, whatever the operation. */
const portalTrial: Module = {
  name: 'portal trial',
  register(edge) {
    edge.handle(getPortalHome, async (call) => {
      const { principal } = await call.read()
      expect(principal.kind).toBe('contact')
      return {
        owed: [],
        credit: [],
        open_invoices: [],
        waiting: [],
        recent_receipts: [],
        today: '2026-03-10',
      }
    })
  },
}
const app = await testApp({ using: [...modules.filter((module) => module.name === 'clients'), portalTrial] })
afterAll(() => app.close())

let organization: BuiltOrganization
let owner: BuiltMember
let client: BuiltClient
beforeAll(async () => {
  organization = await app.fixtures.organization({ name: 'Acme Agency' })
  owner = organization.owner
})
const freshClient = async () => (client = await app.fixtures.client(organization))
const add = (
  body: { name?: string } & Partial<z.input<NonNullable<typeof createContact.body>>>,
  at = client,
) => app.call(createContact, owner, { params: { client_id: at.publicId }, body: { name: 'Amina', ...body } })
const change = (
  contactId: string,
  version: number,
  body: z.input<NonNullable<typeof updateContact.body>>,
  caller: Caller = owner,
) =>
  app.call(updateContact, caller, {
    params: { client_id: client.publicId, contact_id: contactId },
    version,
    body,
  })
const access = (contactId: string, body: z.input<NonNullable<typeof setPortalAccess.body>>, at = client) =>
  app.call(setPortalAccess, owner, { params: { client_id: at.publicId, contact_id: contactId }, body })
const people = async (at = client) =>
  (await app.call(listContacts, owner, { params: { client_id: at.publicId } })).body.data
const mails = () =>
  app.fixtures.inOrganization(organization.id, (tx) =>
    tx.all(
      db
        .selectFrom('emails')
        .selectAll()
        .where('organization_id', '=', organization.id)
        .orderBy('id', 'desc'),
    ),
  )
/** A person who has proven to read an address, signed in to the portal. */
const visitor = async (email: string) => {
  const user = await app.fixtures.user({ email })
  return { ...user, token: await app.fixtures.session(user.userId, 'portal') }
}
const visit = async (token: string, at: BuiltClient | null = client) =>
  (
    await app.call(getPortalHome, {
      token,
      organizationId: organization.publicId,
      ...(at && { clientId: at.publicId }),
    })
  ).status

describe('contacts', () => {
  beforeAll(freshClient)

  test('are added, changed and listed, the primary one first; there is at most one [CLI-59] [CLI-64]', async () => {
    const first = await add({
      name: 'Zuhura',
      email: 'zuhura@people.example',
      phone: '+255 712 000 000',
      job_title: 'Director',
    })
    expect(first).toMatchObject({
      status: 201,
      body: {
        is_primary: true,
        document_delivery: 'none',
        portal_access: false,
        rights_preset: 'viewer',
        last_portal_visit_at: null,
        has_other_clients: false,
        version: 1,
      },
    })
    const second = await add({ name: 'Baraka', is_primary: true, document_delivery: 'to' })
    await add({ name: 'asha' })
    expect((await people()).map(({ name, is_primary }) => [name, is_primary])).toEqual([
      ['Baraka', true],
      ['asha', false],
      ['Zuhura', false],
    ])
    expect((await change(first.body.id, 1, { is_primary: true })).status).toBe(412)
    expect((await change(first.body.id, 2, { is_primary: true, job_title: null })).body).toMatchObject({
      is_primary: true,
      job_title: null,
      version: 3,
    })
    expect((await people()).filter((contact) => contact.is_primary).map((contact) => contact.id)).toEqual([
      first.body.id,
    ])
    expect((await change(second.body.id, 2, { name: 'Baraka' })).body.version).toBe(2)
  })

  test('that all want to be the primary one at once end with one that is', async () => {
    const at = await app.fixtures.client(organization)
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, number) => add({ name: `Racer ${number}`, is_primary: true }, at)),
    )
    expect(answers.every(({ status }) => status === 201)).toBe(true)
    expect((await people(at)).filter((contact) => contact.is_primary)).toHaveLength(1)
  })

  test('have an address once per client, and may share it between clients [CLI-59]', async () => {
    expect(await add({ email: 'ZUHURA@people.example' })).toMatchObject({
      status: 409,
      body: { code: 'duplicate_email', errors: [{ pointer: '/email' }] },
    })
    const sister = await app.fixtures.client(organization)
    expect((await add({ email: 'zuhura@people.example' }, sister)).body).toMatchObject({
      has_other_clients: true,
    })
    expect(
      (await people()).find((contact) => contact.email === 'zuhura@people.example')?.has_other_clients,
    ).toBe(true)
  })

  test('come with a new client', async () => {
    const { body } = await app.call(createClient, owner, {
      body: { name: 'With contact', primary_contact: { name: 'Neema', email: 'neema@people.example' } },
    })
    expect((await app.call(listContacts, owner, { params: { client_id: body.id } })).body.data).toMatchObject(
      [{ name: 'Neema', is_primary: true, email: 'neema@people.example' }],
    )
  })

  test('go, and leave their trace in the client’s history', async () => {
    const { body: contact } = await add({ name: 'Leaving', email: 'leaving@people.example' })
    const params = { client_id: client.publicId, contact_id: contact.id }
    expect((await app.call(deleteContact, owner, { params })).body).toEqual({ done: true })
    expect((await app.call(deleteContact, owner, { params })).status).toBe(404)
    expect((await people()).map(({ name }) => name)).not.toContain('Leaving')
    const { body: history } = await app.call(listClientHistory, owner, {
      params: { client_id: client.publicId },
      query: { limit: 2 },
    })
    expect(history.data.map((entry) => entry.action)).toEqual(['contacts.deleted', 'contacts.created'])
    expect((await add({ email: 'leaving@people.example' })).status).toBe(201)
  })

  test('answer bad input by field', async () => {
    expect(
      (await add({ name: '', email: 'nobody', phone: 'x', rights: ['invoices.pay'] } as never)).body,
    ).toMatchObject({
      code: 'validation_failed',
      errors: expect.arrayContaining(
        ['/name', '/email', '/phone', '/rights'].map((pointer) => expect.objectContaining({ pointer })),
      ),
    })
  })
})

describe('opening the portal', () => {
  test('switches it on for the client, gives the preset’s rights and mails how to get in [POR-28] [EML-36] [RBAC-19]', async () => {
    const { body: fresh } = await app.call(createClient, owner, {
      body: {
        name: 'Portal Ltd',
        locale: 'sw',
        primary_contact: { name: 'Juma', email: 'juma@portal.example' },
      },
    })
    const at = { id: '', publicId: fresh.id, name: '' }
    const [juma] = await people(at)
    expect(fresh.is_portal_enabled).toBe(false)
    const { status, body } = await access(
      juma?.id as string,
      { portal_access: true, rights_preset: 'payer' },
      at,
    )
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        portal_access: true,
        rights_preset: 'payer',
        rights: ['invoices.read', 'invoices.pay', 'company.edit'],
      },
    })
    expect((await app.call(getClient, owner, { params: { client_id: fresh.id } })).body).toMatchObject({
      is_portal_enabled: true,
      version: 2,
    })
    const [mail] = await mails()
    expect(mail).toMatchObject({
      template: 'portal-enabled',
      to_addresses: ['juma@portal.example'],
      locale: 'sw',
      status: 'queued',
      entity_kind: 'contact',
    })
    expect(JSON.parse(app.parts.keyring.open('emails', mail?.sealed_props as Buffer))).toEqual({
      name: 'Juma',
      client: 'Portal Ltd',
      url: `http://localhost:3000/client-portal/${organization.slug}`,
    })
    // Changing rights alone mails nothing; asking for it does.
    await access(juma?.id as string, { portal_access: true, rights_preset: 'viewer' }, at)
    expect(await mails()).toHaveLength(1)
    await access(juma?.id as string, { portal_access: true, notify: true }, at)
    expect(await mails()).toHaveLength(2)
    const { body: history } = await app.call(listClientHistory, owner, {
      params: { client_id: fresh.id },
      query: { limit: 4 },
    })
    expect(history.data.map((entry) => entry.action)).toEqual([
      'contacts.rights_changed',
      'contacts.rights_changed',
      'clients.portal_enabled',
      'contacts.portal_opened',
    ])
  })

  test('knows the presets and single rights; nothing is allowed that is not named [RBAC-19]', async () => {
    await freshClient()
    const { body: contact } = await add({ email: 'rights@portal.example' })
    for (const [preset, rights] of Object.entries(rightsPresets)) {
      const { body } = await access(contact.id, {
        portal_access: true,
        rights_preset: preset as 'viewer',
        notify: false,
      })
      expect([body.rights_preset, body.rights.toSorted()]).toEqual([preset, [...rights].toSorted()])
    }
    expect(
      (await access(contact.id, { portal_access: true, rights: ['tickets.open', 'invoices.read'] })).body,
    ).toMatchObject({ rights_preset: 'custom', rights: ['invoices.read', 'tickets.open'] })
    expect((await access(contact.id, { portal_access: true, rights: [] })).body).toMatchObject({
      rights_preset: 'custom',
      rights: [],
    })
    expect(
      (await access(contact.id, { portal_access: true, rights_preset: 'payer', rights: ['gateway.keys'] }))
        .body,
    ).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/rights' }] })
    expect((await access(contact.id, { portal_access: true, rights: ['everything'] as never })).status).toBe(
      422,
    )
  })

  test('needs an address and a client that is not suspended', async () => {
    await freshClient()
    const { body: nameless } = await add({ name: 'No address' })
    expect(await access(nameless.id, { portal_access: true })).toMatchObject({
      status: 422,
      body: { code: 'contact_needs_email' },
    })
    const { body: contact } = await add({ email: 'late@portal.example' })
    await app.call(changeClientStatus, owner, {
      params: { client_id: client.publicId },
      body: { status: 'suspended' },
    })
    expect(await access(contact.id, { portal_access: true })).toMatchObject({
      status: 403,
      body: { code: 'client_suspended' },
    })
    expect((await access(contact.id, { portal_access: false })).status).toBe(200)
  })

  test('lets in the person who reads the address, at once where that is proven already [CLI-59]', async () => {
    await freshClient()
    const person = await visitor('both@portal.example')
    const sister = await app.fixtures.client(organization)
    const { body: here } = await add({ email: 'Both@portal.example' })
    const { body: there } = await add({ email: 'both@portal.example' }, sister)
    expect(await visit(person.token)).toBe(404)
    await access(here.id, { portal_access: true, rights_preset: 'viewer' })
    expect([await visit(person.token), await visit(person.token, sister)]).toEqual([200, 404])
    await access(there.id, { portal_access: true, rights_preset: 'viewer' }, sister)
    expect([await visit(person.token), await visit(person.token, sister)]).toEqual([200, 200])
    const directory = await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(db.selectFrom('directory').selectAll().where('user_id', '=', person.userId)),
    )
    expect(directory).toMatchObject([{ organization_id: organization.id, kind: 'contact' }])
  })

  test('lets nobody in by an address that they have not proven', async () => {
    await freshClient()
    const person = await visitor('claimed@portal.example')
    await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(db.updateTable('users').set({ email_verified_at: null }).where('id', '=', person.userId)),
    )
    const { body: contact } = await add({ email: 'claimed@portal.example' })
    await access(contact.id, { portal_access: true })
    expect(await visit(person.token)).toBe(404)
  })
})

describe('the reach of a portal session ends at once', () => {
  const opened = async (email: string) => {
    await freshClient()
    const person = await visitor(email)
    const { body: contact } = await add({ email })
    const { body } = await access(contact.id, { portal_access: true, rights_preset: 'viewer' })
    expect(await visit(person.token)).toBe(200)
    return { person, contact: body }
  }

  test('when access is closed or the contact removed [SEC-07]', async () => {
    const closed = await opened('closed@portal.example')
    await access(closed.contact.id, { portal_access: false })
    expect(await visit(closed.person.token)).toBe(404)
    const removed = await opened('removed@portal.example')
    await app.call(deleteContact, owner, {
      params: { client_id: client.publicId, contact_id: removed.contact.id },
    })
    expect(await visit(removed.person.token)).toBe(404)
  })

  test('when the portal of the client is switched off, or the client deleted or inactive [SEC-07]', async () => {
    const { person } = await opened('off@portal.example')
    await app.call(setClientPortal, owner, {
      params: { client_id: client.publicId },
      body: { is_portal_enabled: false },
    })
    expect(await visit(person.token)).toBe(404)
    await app.call(setClientPortal, owner, {
      params: { client_id: client.publicId },
      body: { is_portal_enabled: true },
    })
    expect(await visit(person.token)).toBe(200)
    await app.call(changeClientStatus, owner, {
      params: { client_id: client.publicId },
      body: { status: 'inactive' },
    })
    expect(await visit(person.token)).toBe(404)
    await app.call(changeClientStatus, owner, {
      params: { client_id: client.publicId },
      body: { status: 'active' },
    })
    expect(await visit(person.token)).toBe(200)
    await app.call(deleteClient, owner, { params: { client_id: client.publicId } })
    expect(await visit(person.token)).toBe(404)
  })

  test('when rights are taken away [RBAC-19]', async () => {
    const { person, contact } = await opened('rights-gone@portal.example')
    await access(contact.id, { portal_access: true, rights: ['tickets.open'] })
    expect(await visit(person.token)).toBe(403)
  })

  test('when the address becomes another person’s, which needs the right to open the portal [RBAC-19]', async () => {
    const { person, contact } = await opened('first@portal.example')
    const support = await app.fixtures.member(organization, { role: 'support' })
    expect(
      (await change(contact.id, contact.version, { email: 'support@portal.example' }, support)).body,
    ).toMatchObject({ code: 'permission_denied' })
    expect(await change(contact.id, contact.version, { email: null })).toMatchObject({
      status: 422,
      body: { code: 'contact_needs_email' },
    })
    expect(
      (await change(contact.id, contact.version, { email: 'FIRST@portal.example' }, support)).status,
    ).toBe(200)
    expect(await visit(person.token)).toBe(200)
    const next = await visitor('next@portal.example')
    expect((await change(contact.id, contact.version + 1, { email: 'next@portal.example' })).status).toBe(200)
    expect([await visit(person.token), await visit(next.token)]).toEqual([404, 200])
  })

  test('and reaches one client only, whatever is named [SEC-07]', async () => {
    const { person } = await opened('one@portal.example')
    const other = await app.fixtures.client(organization)
    const elsewhere = await app.fixtures.organization()
    const theirs = await app.fixtures.client(elsewhere)
    expect(await visit(person.token, other)).toBe(404)
    expect(await visit(person.token, theirs)).toBe(404)
    expect(
      (
        await app.call(getPortalHome, {
          token: person.token,
          organizationId: elsewhere.publicId,
          clientId: theirs.publicId,
        })
      ).status,
    ).toBe(404)
    expect(
      (
        await app.call(
          updateClient,
          { token: person.token, organizationId: organization.publicId },
          { params: { client_id: client.publicId }, version: 1, body: { name: 'Mine' } },
        )
      ).status,
    ).toBe(401)
  })
})

describe('the database itself', () => {
  test('refuses a contact of a client in another organization [SEC-05]', async () => {
    const elsewhere = await app.fixtures.organization()
    const theirs = await app.fixtures.client(elsewhere)
    await expect(
      app.fixtures.inOrganization(organization.id, (tx) =>
        tx.all(
          db.insertInto('contacts').values({
            organization_id: organization.id,
            id: '01938c0a-7b1e-7c3d-9f42-5a6b7c8d9e0f',
            client_id: theirs.id,
            name: 'Across',
            created_at: tx.now,
            updated_at: tx.now,
          }),
        ),
      ),
    ).rejects.toMatchObject({ code: '23503' })
  })
})
