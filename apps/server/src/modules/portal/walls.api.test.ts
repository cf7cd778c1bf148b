import {
  applyPortalCredit,
  downloadPortalInvoice,
  getPortalHome,
  getPortalInvoice,
  getPortalProfile,
  listPortalInvoices,
  listPortalPayments,
  listPortalReceipts,
  toPublicId,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, draft, issued, type Desk } from '../../../test/billing.ts'
import type { BuiltContact } from '../../../test/fixtures.ts'
import { sendProof, type Part } from '../../../test/paying.ts'
import { statement } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
let contact: BuiltContact
beforeAll(async () => {
  desk = await billingDesk(app)
  contact = await app.fixtures.contact(desk.organization, desk.client)
})

const money = (amount: number, currency = 'TZS') => ({ amount, currency })
const say = (invoice: Part, caller: Caller = contact) => sendProof(app, caller, invoice)
const get = (invoice: Part, caller: Caller = contact) =>
  app.call(getPortalInvoice, caller, { params: { invoice_id: invoice.id } })

const setStatus = (of: Desk, status: string) =>
  app.fixtures.inOrganization(of.organization.id, (tx) =>
    tx.all(
      statement('update clients set status = $3 where organization_id = $1 and id = $2')(
        tx.organizationId,
        of.client.id,
        status,
      ),
    ),
  )

describe('walls', () => {
  test('a client sees only its own: other clients’ and other organizations’ ids are not there [SEC-07] [RBAC-09]', async () => {
    const sister = { ...desk, client: await app.fixtures.client(desk.organization, { currency: 'TZS' }) }
    const stranger = await billingDesk(app)
    const hidden = [
      await issued(app, sister),
      await issued(app, stranger),
      await draft(app, desk),
      { id: toPublicId('invoice', newId()) },
    ]
    for (const invoice of hidden) {
      expect((await get(invoice)).status).toBe(404)
      expect(
        (await app.call(downloadPortalInvoice, contact, { params: { invoice_id: invoice.id } })).status,
      ).toBe(404)
      expect(
        (
          await app.call(applyPortalCredit, contact, {
            params: { invoice_id: invoice.id },
            body: { amount: money(100) },
          })
        ).status,
      ).toBe(404)
    }
    expect((await app.call(getPortalHome, { ...contact, clientId: sister.client.publicId })).status).toBe(404)
    expect(
      (await app.call(getPortalHome, { ...contact, organizationId: stranger.organization.publicId })).status,
    ).toBe(404)
    const invoice = await issued(app, desk)
    expect(
      (await get(invoice, { organizationId: contact.organizationId, clientId: contact.clientId })).status,
    ).toBe(401)
    expect((await get(invoice, desk.owner)).status).toBe(401)
    const without = await app.fixtures.contact(desk.organization, desk.client, { rights: ['projects.read'] })
    for (const operation of [getPortalHome, listPortalInvoices, listPortalPayments, listPortalReceipts])
      expect((await app.call(operation as typeof getPortalHome, without)).body).toMatchObject({
        code: 'permission_denied',
      })
  })

  test('a suspended client still sees, pays and proves; an inactive one does not come in [POR-12] [RBAC-09]', async () => {
    const of = await billingDesk(app)
    const caller = await app.fixtures.contact(of.organization, of.client)
    const invoice = await issued(app, of)
    await setStatus(of, 'suspended')
    expect((await app.call(getPortalHome, caller)).status).toBe(200)
    expect((await get(invoice, caller)).body).toMatchObject({ can_pay: true })
    expect((await say(invoice, caller)).status).toBe(201)
    expect((await app.call(getPortalProfile, caller)).body).toMatchObject({ code: 'client_suspended' })
    await setStatus(of, 'inactive')
    expect((await get(invoice, caller)).status).toBe(404)
    expect((await app.call(getPortalHome, caller)).status).toBe(404)
  })
})
