import {
  createPriceItem,
  deleteClient,
  getClient,
  getInvoice,
  issueInvoice,
  listClients,
  listContacts,
  listInvoices,
  listPriceItems,
  mergeClients,
  putClient,
  putContact,
  putInvoice,
  putPriceItem,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, workLine, type Desk } from '../../../test/billing.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
beforeAll(async () => {
  desk = await billingDesk(app)
})

const client = (
  external_id: string,
  body: Record<string, unknown>,
  caller: Caller = desk.owner,
  version?: number,
) =>
  app.call(putClient, caller, {
    params: { key: external_id },
    body: body as never,
    ...(version !== undefined && { version }),
  })

describe('records by an id of one’s own', () => {
  test('a client is made once, changed after, and found by it [API-27]', async () => {
    const made = await client('crm/42 ü', { name: 'Kilimo Fresh', email: 'k@fresh.example' })
    expect(made).toMatchObject({ status: 201, body: { name: 'Kilimo Fresh', external_id: 'crm/42 ü' } })
    const again = await client('crm/42 ü', { name: 'Kilimo Fresh', email: 'k@fresh.example' })
    expect(again).toMatchObject({ status: 200, body: { id: made.body.id, version: made.body.version } })
    const changed = await client('crm/42 ü', { name: 'Kilimo Fresh Ltd' })
    expect(changed).toMatchObject({
      status: 200,
      body: { id: made.body.id, name: 'Kilimo Fresh Ltd', email: 'k@fresh.example', external_id: 'crm/42 ü' },
    })
    const list = await app.call(listClients, desk.owner, { query: { external_id: 'crm/42 ü' } })
    expect(list.body.data.map(({ id }) => id)).toEqual([made.body.id])
    expect((await app.call(listClients, desk.owner, { query: { external_id: 'crm/43' } })).body.data).toEqual(
      [],
    )
    expect(
      (await app.call(getClient, desk.owner, { params: { client_id: made.body.id } })).body.external_id,
    ).toBe('crm/42 ü')
  })

  test('a lost race is a 412, a taken address a 409, nonsense a 422; nothing is made of any of them [API-27]', async () => {
    const made = await client('v-1', { name: 'Versions' })
    expect((await client('v-1', { name: 'Stale' }, desk.owner, made.body.version + 5)).body).toMatchObject({
      code: 'version_mismatch',
    })
    expect((await client('v-1', { name: 'Right' }, desk.owner, made.body.version)).status).toBe(200)
    await client('v-2', { name: 'First', email: 'same@fresh.example' })
    expect((await client('v-3', { name: 'Second', email: 'same@fresh.example' })).body).toMatchObject({
      code: 'duplicate_email',
    })
    expect((await app.call(listClients, desk.owner, { query: { external_id: 'v-3' } })).body.data).toEqual([])
    expect((await client('v-4', { name: '' })).status).toBe(422)
    expect((await client('x'.repeat(201), { name: 'Long' })).status).toBeGreaterThanOrEqual(400)
  })

  test('twenty at once make one [API-27]', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => client('race', { name: `Racer ${at}` })),
    )
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1)
    expect(answers.every(({ status }) => [200, 201].includes(status))).toBe(true)
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  })

  test('another organization has ids of its own, and who may not write does not [API-27] [SEC-04]', async () => {
    const stranger = await billingDesk(app)
    const ours = await client('shared', { name: 'Ours' })
    const theirs = await client('shared', { name: 'Theirs' }, stranger.owner)
    expect(theirs.status).toBe(201)
    expect(theirs.body.id).not.toBe(ours.body.id)
    const member = await app.fixtures.member(desk.organization, { role: 'support' })
    expect((await client('shared', { name: 'No' }, member)).status).toBe(403)
    const limited = await app.fixtures.member(desk.organization, { role: 'finance', isLimited: true })
    expect((await client('shared', { name: 'No' }, limited)).status).toBe(404)
  })

  test('a deleted client leaves its id free, a merged one leads to the survivor [API-27] [CLI-60]', async () => {
    const gone = await client('d-1', { name: 'Gone' })
    await app.call(deleteClient, desk.owner, { params: { client_id: gone.body.id } })
    const anew = await client('d-1', { name: 'Anew' })
    expect(anew.status).toBe(201)
    expect(anew.body.id).not.toBe(gone.body.id)
    const stays = await client('m-1', { name: 'Stays' })
    const goes = await client('m-2', { name: 'Goes' })
    const merged = await app.call(mergeClients, desk.owner, {
      params: { client_id: goes.body.id },
      version: goes.body.version,
      body: { into_client_id: stays.body.id, into_version: stays.body.version },
    })
    expect(merged.status, JSON.stringify(merged.body)).toBe(200)
    expect(await client('m-2', { name: 'Stays', phone: '+255 700 000 000' })).toMatchObject({
      status: 200,
      body: { id: stays.body.id, phone: '+255 700 000 000' },
    })
    const list = await app.call(listClients, desk.owner, { query: { external_id: 'm-2' } })
    expect(list.body.data.map(({ id }) => id)).toEqual([stays.body.id])
  })

  test('contacts stay where the id was first used [API-27]', async () => {
    const [a, b] = [await client('c-a', { name: 'A' }), await client('c-b', { name: 'B' })]
    const put = (at: string, name: string) =>
      app.call(putContact, desk.owner, { params: { client_id: at, key: 'person-1' }, body: { name } })
    expect(await put(a.body.id, 'Salma')).toMatchObject({ status: 201, body: { external_id: 'person-1' } })
    expect(await put(a.body.id, 'Salma Juma')).toMatchObject({ status: 200, body: { name: 'Salma Juma' } })
    expect((await put(b.body.id, 'Salma')).body).toMatchObject({ code: 'external_id_taken' })
    const contacts = await app.call(listContacts, desk.owner, { params: { client_id: a.body.id } })
    expect(contacts.body.data).toMatchObject([{ name: 'Salma Juma', external_id: 'person-1' }])
  })

  test('price items and drafts alike; what is issued stays as it is [API-27]', async () => {
    const item = (name: string, code = 'EXT-1') =>
      app.call(putPriceItem, desk.owner, { params: { key: 'sku-1' }, body: { code, name } as never })
    expect(await item('Hosting')).toMatchObject({ status: 201, body: { external_id: 'sku-1' } })
    expect(await item('Hosting, managed')).toMatchObject({ status: 200, body: { name: 'Hosting, managed' } })
    await app.call(createPriceItem, desk.owner, { body: { code: 'TAKEN', name: 'Taken' } as never })
    expect((await item('Hosting', 'TAKEN')).body).toMatchObject({ code: 'duplicate_code' })
    expect(
      (await app.call(listPriceItems, desk.owner, { query: { external_id: 'sku-1' } })).body.data,
    ).toHaveLength(1)

    const draft = (note: string) =>
      app.call(putInvoice, desk.owner, {
        params: { key: 'order-9' },
        body: { client_id: desk.client.publicId, note, lines: [workLine()] } as never,
      })
    const made = await draft('first')
    expect(made).toMatchObject({ status: 201, body: { external_id: 'order-9', note: 'first' } })
    const changed = await draft('second')
    expect(changed).toMatchObject({ status: 200, body: { id: made.body.id, note: 'second' } })
    const issued = await app.call(issueInvoice, desk.owner, {
      params: { invoice_id: made.body.id },
      version: changed.body.version,
      body: {},
    })
    expect(issued.status).toBe(200)
    expect((await draft('third')).body).toMatchObject({ code: 'invoice_not_draft' })
    const list = await app.call(listInvoices, desk.owner, { query: { external_id: 'order-9' } })
    expect(list.body.data.map(({ id }) => id)).toEqual([made.body.id])
    expect(
      (await app.call(getInvoice, desk.owner, { params: { invoice_id: made.body.id } })).body.external_id,
    ).toBe('order-9')
  })
})
