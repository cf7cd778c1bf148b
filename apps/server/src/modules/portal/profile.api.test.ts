import {
  getPortalProfile,
  getPortalInvoice,
  toPublicId,
  updatePortalCompany,
  updatePortalContact,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, issued, type Desk } from '../../../test/billing.ts'
import type { BuiltContact } from '../../../test/fixtures.ts'
import { type Part } from '../../../test/paying.ts'
import { statement } from '../../platform/database/index.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
let contact: BuiltContact
beforeAll(async () => {
  desk = await billingDesk(app)
  contact = await app.fixtures.contact(desk.organization, desk.client)
})

const get = (invoice: Part, caller: Caller = contact) =>
  app.call(getPortalInvoice, caller, { params: { invoice_id: invoice.id } })

describe('profile', () => {
  test('shows the person, the company and its people [POR-19] [POR-20] [POR-21]', async () => {
    const { body } = await app.call(getPortalProfile, contact)
    expect(body).toMatchObject({
      contact: {
        id: toPublicId('contact', contact.contactId),
        email: contact.email,
        locale: 'en',
        version: 1,
      },
      company: { name: desk.client.name, version: 1 },
      rights: expect.arrayContaining(['invoices.pay', 'company.edit']),
    })
    expect(body.contacts.map(({ id }) => id)).toContain(toPublicId('contact', contact.contactId))
  })

  test('changes one’s own details and language, from the version that was seen [POR-19] [POR-21]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client, { rights: [] })
    const body = {
      name: 'Amina Salum',
      phone: '+255 712 345 678',
      job_title: 'Accountant',
      locale: 'sw' as const,
    }
    const { body: after } = await app.call(updatePortalContact, caller, { version: 1, body })
    expect(after.contact).toMatchObject({ ...body, version: 2 })
    expect(
      (await app.call(updatePortalContact, caller, { version: 1, body: { name: 'Other' } })).body,
    ).toMatchObject({ code: 'version_mismatch', current_version: 2 })
    expect(
      (await app.call(updatePortalContact, caller, { version: 2, body: { phone: null } })).body.contact,
    ).toMatchObject({ name: 'Amina Salum', phone: null, locale: 'sw', version: 3 })
    expect(
      (await app.call(updatePortalContact, caller, { version: 3, body: { name: ' ' } })).body,
    ).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/name' }] })
    expect(
      (await app.call(updatePortalContact, caller, { version: 3, body: { email: 'x@example.com' } as never }))
        .body,
    ).toMatchObject({ code: 'validation_failed' })
    expect(
      (await app.call(updatePortalCompany, caller, { version: 1, body: { phone: '+255 712 000 000' } })).body,
    ).toMatchObject({ code: 'permission_denied' })
  })

  test('changes the company with the right to; issued documents keep theirs [POR-20] [POR-22] [RBAC-19]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client)
    const invoice = await issued(app, of)
    const body = {
      legal_name: 'Pwani Logistics Limited',
      email: 'billing@pwani.example',
      phone: '+255 222 601 180',
      website: 'https://pwani.example',
      address: { line1: 'Sokoine Drive 88', city: 'Dar es Salaam' },
      country: 'TZ',
      tax_number: '118-402-556',
    }
    const answer = await app.call(updatePortalCompany, caller, { version: 1, body })
    expect(answer.body.company).toMatchObject({ ...body, name: of.client.name, version: 2 })
    expect(
      (await app.call(updatePortalCompany, caller, { version: 2, body: { tax_number: null } })).body.company,
    ).toMatchObject({ legal_name: 'Pwani Logistics Limited', tax_number: null })
    expect((await app.call(updatePortalCompany, caller, { version: 1, body: {} })).body).toMatchObject({
      code: 'version_mismatch',
    })
    const taken = await app.fixtures.client(of.organization, { email: 'taken@example.com' })
    expect(taken.id).toBeTypeOf('string')
    expect(
      (await app.call(updatePortalCompany, caller, { version: 3, body: { email: 'Taken@example.com' } }))
        .body,
    ).toMatchObject({ code: 'duplicate_email' })
    expect((await get(invoice, caller)).body.buyer).toMatchObject({ name: of.client.name })
    const [entry] = await app.fixtures.inOrganization(of.organization.id, (tx) =>
      tx.all(
        statement<{ actor_kind: string }>(
          `select actor_kind from audit_entries where organization_id = $1 and entity_kind = 'client' order by id`,
        )(tx.organizationId),
      ),
    )
    expect(entry).toMatchObject({ actor_kind: 'contact' })
  })
})
