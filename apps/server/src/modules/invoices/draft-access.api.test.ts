import {
  createInvoice,
  deleteClient,
  deleteInvoice,
  duplicateInvoice,
  getInvoice,
  issueInvoice,
  updateInvoice,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, draft, workLine, type Desk } from '../../../test/billing.ts'
import { statement } from '../../platform/database/index.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
beforeAll(async () => {
  desk = await billingDesk(app)
})
const params = ({ id }: { id: string }) => ({ invoice_id: id })

describe('the pre-flight', () => {
  test('lists what stands in the way and what deserves a look [INV-01]', async () => {
    const poor = await billingDesk(app, { email: null, accounts: [], rates: {} })
    await app.fixtures.inOrganization(poor.organization.id, (tx) =>
      tx.all(
        statement('update organization_settings set tin = null, vrn = null where organization_id = $1')(
          tx.organizationId,
        ),
      ),
    )
    const client = await app.fixtures.client(poor.organization, {
      currency: 'TZS',
      requiresPurchaseOrder: true,
    })
    const made = await draft(app, poor, {
      client_id: client.publicId,
      issue_date: '2026-03-10',
      due_date: '2026-03-01',
      lines: [workLine({ unit_price: '0' }), workLine()],
    })
    const codes = (
      made as unknown as { preflight: { code: string; severity: string; pointer: string }[] }
    ).preflight.map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`)
    expect(codes).toEqual([
      'warning no_client_email /client_id',
      'error purchase_order_required /purchase_order',
      'error due_before_issue /due_date',
      'error exchange_rate_missing /currency',
      'warning price_zero /lines/0/unit_price',
      'warning no_tax_number ',
      'warning no_receiving_account /receiving_account_ids',
    ])
    const refused = await app.call(issueInvoice, poor.owner, { params: params(made), version: 1, body: {} })
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'invoice_incomplete',
        errors: [
          { code: 'purchase_order_required' },
          { code: 'due_before_issue' },
          { code: 'exchange_rate_missing' },
        ],
      },
    })
    const empty = await draft(app, desk, { lines: [] })
    expect(
      (await app.call(issueInvoice, desk.owner, { params: params(empty), version: 1, body: {} })).body,
    ).toMatchObject({ code: 'invoice_incomplete', errors: [{ pointer: '/lines', code: 'no_lines' }] })
    const negative = await draft(app, desk, { lines: [workLine({ quantity: '-1' })] })
    expect(
      (await app.call(issueInvoice, desk.owner, { params: params(negative), version: 1, body: {} })).body,
    ).toMatchObject({ errors: [{ code: 'total_negative' }] })
  })

  test('lets nobody issue without the purchase order that the client requires [INV-43]', async () => {
    const client = await app.fixtures.client(desk.organization, {
      currency: 'TZS',
      requiresPurchaseOrder: true,
    })
    const made = await draft(app, desk, { client_id: client.publicId })
    expect(
      await app.call(issueInvoice, desk.owner, { params: params(made), version: 1, body: {} }),
    ).toMatchObject({ status: 422, body: { code: 'purchase_order_required' } })
    const ordered = await app.call(updateInvoice, desk.owner, {
      params: params(made),
      version: 1,
      body: { purchase_order: 'PO-44718' },
    })
    expect(
      await app.call(issueInvoice, desk.owner, {
        params: params(made),
        version: ordered.body.version,
        body: {},
      }),
    ).toMatchObject({ status: 200, body: { purchase_order: 'PO-44718' } })
  })
})

test('a draft outlives its client, but cannot be issued before somebody decides [INV-02]', async () => {
  const client = await app.fixtures.client(desk.organization, { name: 'Gone Ltd', currency: 'TZS' })
  const made = await draft(app, desk, { client_id: client.publicId })
  await app.call(deleteClient, desk.owner, { params: { client_id: client.publicId } })
  const read = await app.call(getInvoice, desk.owner, { params: params(made) })
  expect(read.body).toMatchObject({
    client: { name: 'Gone Ltd' },
    preflight: [{ code: 'client_deleted', severity: 'error' }, { code: 'no_client_email' }],
  })
  const refused = await app.call(issueInvoice, desk.owner, { params: params(made), version: 1, body: {} })
  expect(refused.body).toMatchObject({ code: 'invoice_incomplete', errors: [{ code: 'client_deleted' }] })
  const moved = await app.call(updateInvoice, desk.owner, {
    params: params(made),
    version: 1,
    body: { client_id: desk.client.publicId },
  })
  expect(moved.body).toMatchObject({ client: { name: desk.client.name }, preflight: [] })
})

describe('who may', () => {
  test('nobody without the permission, from elsewhere, or not signed in [INV-01] [INV-03]', async () => {
    const made = await draft(app, desk)
    const stranger = await billingDesk(app)
    const support = await app.fixtures.member(desk.organization, { role: 'support' })
    const contact = await app.fixtures.contact(desk.organization, desk.client)
    const given = { params: params(made), version: 1, body: { note: 'x' } }
    const signedOut = { organizationId: desk.organization.publicId }
    expect((await app.call(getInvoice, signedOut, { params: params(made) })).status).toBe(401)
    expect((await app.call(getInvoice, support, { params: params(made) })).status).toBe(403)
    expect((await app.call(getInvoice, contact, { params: params(made) })).status).toBe(401)
    for (const operation of [updateInvoice, issueInvoice]) {
      expect(
        (
          await app.call(operation, signedOut, {
            ...given,
            body: operation === issueInvoice ? {} : given.body,
          } as never)
        ).status,
      ).toBe(401)
      expect(
        (
          await app.call(operation, support, {
            ...given,
            body: operation === issueInvoice ? {} : given.body,
          } as never)
        ).status,
      ).toBe(403)
      expect(
        (
          await app.call(operation, stranger.owner, {
            ...given,
            body: operation === issueInvoice ? {} : given.body,
          } as never)
        ).status,
      ).toBe(404)
    }
    expect((await app.call(getInvoice, stranger.owner, { params: params(made) })).status).toBe(404)
    expect((await app.call(deleteInvoice, stranger.owner, { params: params(made) })).status).toBe(404)
    expect(
      (await app.call(duplicateInvoice, stranger.owner, { params: params(made), body: undefined as never }))
        .status,
    ).toBe(404)
    const writer = await app.fixtures.member(desk.organization, { role: 'member' })
    expect((await app.call(getInvoice, writer, { params: params(made) })).body).toMatchObject({
      abilities: { edit: true, issue: false },
      client_credit: null,
    })
    expect(
      (await app.call(issueInvoice, writer, { params: params(made), version: 1, body: {} })).status,
    ).toBe(403)
  })

  test('a member limited to assigned clients meets only their invoices [RBAC-23]', async () => {
    const other = await app.fixtures.client(desk.organization, { name: 'Not theirs' })
    const limited = await app.fixtures.member(desk.organization, {
      role: 'finance',
      isLimited: true,
      assignedTo: [desk.client.id],
    })
    const [mine, theirs] = [await draft(app, desk), await draft(app, desk, { client_id: other.publicId })]
    expect((await app.call(getInvoice, limited, { params: params(mine) })).status).toBe(200)
    expect((await app.call(getInvoice, limited, { params: params(theirs) })).status).toBe(404)
    expect(
      (await app.call(updateInvoice, limited, { params: params(theirs), version: 1, body: { note: 'x' } }))
        .status,
    ).toBe(404)
    expect(
      (await app.call(issueInvoice, limited, { params: params(theirs), version: 1, body: {} })).status,
    ).toBe(404)
    expect(
      (await app.call(createInvoice, limited, { body: { client_id: other.publicId } })).body,
    ).toMatchObject({ errors: [{ pointer: '/client_id', code: 'unknown_id' }] })
    expect(
      (
        await app.call(updateInvoice, limited, {
          params: params(mine),
          version: 1,
          body: { client_id: other.publicId },
        })
      ).body,
    ).toMatchObject({ errors: [{ pointer: '/client_id', code: 'unknown_id' }] })
  })
})
