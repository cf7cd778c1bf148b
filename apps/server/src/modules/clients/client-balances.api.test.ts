import {
  createClient,
  deleteClient,
  findDuplicateClients,
  getClient,
  listClientHistory,
  listClients,
  restoreClient,
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
beforeAll(async () => {
  organization = await app.fixtures.organization()
  owner = organization.owner
})

const add = (
  body: Partial<z.input<NonNullable<typeof createClient.body>>> & Record<string, unknown>,
  caller = owner,
) => app.call(createClient, caller, { body: { name: 'Kilimo Fresh Ltd', ...body } })

describe('deleting', () => {
  test('puts a client aside, and restoring brings it back [CLI-03]', async () => {
    const { body: client } = await add({ name: 'Aside' })
    expect((await app.call(deleteClient, owner, { params: { client_id: client.id } })).body).toEqual({
      done: true,
    })
    expect((await app.call(getClient, owner, { params: { client_id: client.id } })).status).toBe(404)
    expect((await app.call(listClients, owner, { query: { refid: client.refid } })).body.data).toEqual([])
    expect((await app.call(deleteClient, owner, { params: { client_id: client.id } })).status).toBe(404)
    expect((await app.call(restoreClient, owner, { params: { client_id: client.id } })).body).toMatchObject({
      id: client.id,
      name: 'Aside',
      version: 3,
    })
    expect((await app.call(restoreClient, owner, { params: { client_id: client.id } })).body).toMatchObject({
      version: 3,
    })
  })

  test('is refused where documents were issued', async () => {
    const client = await app.fixtures.client(organization)
    await insertInvoice(client.id, { state: 'draft' })
    expect(
      (await app.call(getClient, owner, { params: { client_id: client.publicId } })).body.abilities.delete,
    ).toBe(true)
    await insertInvoice(client.id, { state: 'final' })
    expect(
      (await app.call(getClient, owner, { params: { client_id: client.publicId } })).body.abilities.delete,
    ).toBe(false)
    expect(await app.call(deleteClient, owner, { params: { client_id: client.publicId } })).toMatchObject({
      status: 409,
      body: { code: 'client_has_documents' },
    })
  })
})

describe('duplicates', () => {
  test('are named while typing, with the reason', async () => {
    const { owner: typist } = await app.fixtures.organization()
    const { body: client } = await add(
      { name: 'Mwanza Fishing Company', email: 'hello@mwanza.example', tax_number: 'TIN 100-200-300' },
      typist,
    )
    const look = async (query: Record<string, string>) =>
      (await app.call(findDuplicateClients, typist, { query })).body.data
    expect(await look({ email: 'HELLO@mwanza.example' })).toMatchObject([
      { client: { id: client.id }, because: ['email'] },
    ])
    expect(await look({ tax_number: 'tin100200300' })).toMatchObject([{ because: ['tax_number'] }])
    expect(await look({ name: 'Mwanza Fishng Compny' })).toMatchObject([{ because: ['name'] }])
    expect(await look({ name: 'Mwanza Fishing Co', email: 'hello@mwanza.example' })).toMatchObject([
      { because: ['email', 'name'] },
    ])
    expect(await look({ name: 'Dodoma Printing' })).toEqual([])
    expect(await look({})).toEqual([])
    expect(await look({ email: 'hello@mwanza.example', except: client.id })).toEqual([])
    expect(
      (await app.call(findDuplicateClients, owner, { query: { email: 'hello@mwanza.example' } })).body.data,
    ).toEqual([])
  })
})

let invoiceNumber = 0
async function insertInvoice(
  clientId: string,
  given: { state: 'draft' | 'final'; due?: string; gross?: number },
): Promise<void> {
  const isFinal = given.state === 'final'
  await app.fixtures.inOrganization(organization.id, (tx) =>
    tx.all(
      db.insertInto('invoices').values({
        organization_id: organization.id,
        id: newId(),
        client_id: clientId,
        number: isFinal ? `T-${++invoiceNumber}` : null,
        document_state: given.state,
        currency: 'USD',
        base_currency: 'USD',
        locale: 'en',
        prices_include_tax: false,
        tax_rounding: 'document',
        net: given.gross ?? 1000,
        tax: 0,
        gross: given.gross ?? 1000,
        search_text: '',
        created_at: tx.now,
        updated_at: tx.now,
        ...(isFinal && {
          issue_date: '2026-02-01',
          due_date: given.due ?? '2026-03-01',
          content_hash: Buffer.alloc(32),
        }),
      }),
    ),
  )
}

describe('balances', () => {
  test('stand beside the client for those who may see them, and nowhere for others [RBAC-23]', async () => {
    const client = await app.fixtures.client(organization, { name: 'Owing Ltd' })
    await insertInvoice(client.id, { state: 'final', due: '2026-03-01', gross: 700 })
    await insertInvoice(client.id, { state: 'final', due: '2026-04-01', gross: 500 })
    await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(
        db.insertInto('client_balances').values([
          {
            organization_id: organization.id,
            client_id: client.id,
            currency: 'USD',
            receivable: 1200,
            credit: 0,
            updated_at: tx.now,
          },
          {
            organization_id: organization.id,
            client_id: client.id,
            currency: 'EUR',
            receivable: 0,
            credit: 250,
            updated_at: tx.now,
          },
        ]),
      ),
    )
    const usd = (amount: number) => ({ amount, currency: 'USD' })
    const eur = (amount: number) => ({ amount, currency: 'EUR' })
    const params = { client_id: client.publicId }
    expect((await app.call(getClient, owner, { params })).body.balances).toEqual([
      {
        currency: 'EUR',
        open: eur(0),
        overdue: eur(0),
        credit: eur(250),
        oldest_due_date: null,
        open_invoices: 0,
      },
      {
        currency: 'USD',
        open: usd(1200),
        overdue: usd(700),
        credit: usd(0),
        oldest_due_date: '2026-03-01',
        open_invoices: 2,
      },
    ])
    expect((await app.call(listClients, owner, { query: { q: 'Owing' } })).body.data[0]?.balances).toEqual([
      { currency: 'USD', open: usd(1200) },
    ])

    const support = await app.fixtures.member(organization, { role: 'support' })
    for (const answer of [
      await app.call(getClient, support, { params }),
      await app.call(listClients, support, { query: { q: 'Owing' } }),
      await app.call(listClientHistory, support, { params }),
      await app.call(findDuplicateClients, support, { query: { name: 'Owing Ltd' } }),
    ]) {
      expect(answer.status).toBe(200)
      expect(answer.raw.toString()).not.toMatch(/balances|1200|"open"/)
    }
  })

  test('of documents do not speak through the history either [RBAC-23]', async () => {
    const client = await app.fixtures.client(organization)
    await app.fixtures.inOrganization(organization.id, async (tx) => {
      tx.record({
        action: 'invoices.issued',
        entityKind: 'invoice',
        entityId: newId(),
        clientId: client.id,
        after: { gross: 987654 },
      })
      tx.record({
        action: 'clients.changed',
        entityKind: 'client',
        entityId: client.id,
        clientId: client.id,
        after: { name: 'x' },
      })
    })
    const support = await app.fixtures.member(organization, { role: 'support' })
    const seenBy = async (caller: BuiltMember) =>
      (await app.call(listClientHistory, caller, { params: { client_id: client.publicId } })).body.data.map(
        (entry) => entry.action,
      )
    expect(await seenBy(owner)).toEqual(['clients.changed', 'invoices.issued'])
    expect(await seenBy(support)).toEqual(['clients.changed'])
  })
})
