import {
  fromPublicId,
  changeClientStatus,
  createClient,
  listClientHistory,
  setClientPortal,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { testApp } from '../../../test/app.ts'
import type { BuiltMember, BuiltOrganization } from '../../../test/fixtures.ts'
import { db } from '../../platform/database/index.ts'

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

const addActive = async () => {
  const { body: client } = await add({})
  return (
    await app.call(changeClientStatus, owner, {
      params: { client_id: client.id },
      body: { status: 'active' },
    })
  ).body
}

describe('status', () => {
  const move = (clientId: string, status: 'pending' | 'active' | 'suspended' | 'inactive', caller = owner) =>
    app.call(changeClientStatus, caller, {
      params: { client_id: clientId },
      body: { status, reason: 'As agreed' },
    })

  test('walks the state machine and nothing else [CLI-16] [CLI-17] [CLI-18] [CLI-19] [CLI-20]', async () => {
    const ways = {
      pending: ['active', 'inactive'],
      active: ['suspended', 'inactive'],
      suspended: ['active', 'inactive'],
      inactive: ['active'],
    } as const
    const states = ['pending', 'active', 'suspended', 'inactive'] as const
    for (const from of states) {
      for (const to of states) {
        const client = await app.fixtures.client(organization, { status: from })
        const { status, body } = await move(client.publicId, to)
        if ((ways[from] as readonly string[]).includes(to))
          expect({ from, to, status, now: body.status }).toEqual({ from, to, status: 200, now: to })
        else
          expect({ from, to, status, body }).toMatchObject({
            from,
            to,
            status: 409,
            body: { code: 'status_transition_denied', title: 'Status transition denied' },
          })
      }
    }
  })

  test('leaves every change in the history [CLI-56]', async () => {
    const { body: client } = await add({})
    await move(client.id, 'active')
    await move(client.id, 'suspended')
    const { body } = await app.call(listClientHistory, owner, { params: { client_id: client.id } })
    expect(body.data.map(({ action, before, after }) => [action, before?.status, after?.status])).toEqual([
      ['clients.status_changed', 'active', 'suspended'],
      ['clients.status_changed', 'pending', 'active'],
      ['clients.created', undefined, 'pending'],
    ])
    expect(body.data[0]).toMatchObject({ id: expect.stringMatching(/^aud_/), after: { reason: 'As agreed' } })
    const page = await app.call(listClientHistory, owner, {
      params: { client_id: client.id },
      query: { limit: 2 },
    })
    const rest = await app.call(listClientHistory, owner, {
      params: { client_id: client.id },
      query: { limit: 2, after: page.body.next_cursor as string },
    })
    expect([...page.body.data, ...rest.body.data]).toEqual(body.data)
    const back = await app.call(listClientHistory, owner, {
      params: { client_id: client.id },
      query: { limit: 2, before: rest.body.previous_cursor as string },
    })
    expect(back.body.data).toEqual(page.body.data)
  })

  test('announces it to whoever listens', async () => {
    const client = await addActive()
    const [event] = await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(
        db
          .selectFrom('domain_events')
          .select('payload')
          .where('organization_id', '=', organization.id)
          .where('type', '=', 'client.status_changed')
          .orderBy('id', 'desc')
          .limit(1),
      ),
    )
    expect(event?.payload).toEqual({ client_id: fromPublicId('client', client.id) })
  })
})

describe('the portal of a client', () => {
  test('is switched on and off, and said so in the history [POR-28]', async () => {
    const client = await addActive()
    const set = (is_portal_enabled: boolean) =>
      app.call(setClientPortal, owner, { params: { client_id: client.id }, body: { is_portal_enabled } })
    expect((await set(true)).body).toMatchObject({ is_portal_enabled: true, version: 3 })
    expect((await set(true)).body.version).toBe(3)
    expect((await set(false)).body.is_portal_enabled).toBe(false)
    const { body } = await app.call(listClientHistory, owner, {
      params: { client_id: client.id },
      query: { limit: 2 },
    })
    expect(body.data.map((entry) => entry.action)).toEqual([
      'clients.portal_disabled',
      'clients.portal_enabled',
    ])
  })
})
