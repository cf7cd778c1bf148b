import { changeClientStatus, createClient, listClients } from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import type { BuiltMember } from '../../../test/fixtures.ts'

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

describe('the list of clients', () => {
  let owner: BuiltMember
  const names = [
    'Zanzibar Spices',
    'arusha Coffee',
    'Mbeya Tea',
    'Café Dodoma',
    'Iringa Timber',
    'Kilimo Fresh',
    'Tanga Sisal',
  ]
  beforeAll(async () => {
    owner = (await app.fixtures.organization()).owner
    const states = ['active', 'pending', 'suspended', 'inactive', 'active', 'pending', 'active'] as const
    for (const [at, name] of names.entries()) {
      const { body: client } = await app.call(createClient, owner, {
        body: {
          name,
          email: `c${at}@list.example`,
          phone: `+255 700 00${at} 000`,
          metadata: { segment: at % 2 ? 'Retail' : 'Enterprise' },
        },
      })
      const steps = {
        pending: [],
        active: ['active'],
        suspended: ['active', 'suspended'],
        inactive: ['inactive'],
      } as const
      for (const status of steps[states[at] as 'active'])
        await app.call(changeClientStatus, owner, { params: { client_id: client.id }, body: { status } })
    }
  })

  test('shows the newest first, or by name whatever its case [CLI-04]', async () => {
    expect(await namesOf(owner)).toEqual(names.toReversed())
    expect(await namesOf(owner, { sort: 'name' })).toEqual([
      'arusha Coffee',
      'Café Dodoma',
      'Iringa Timber',
      'Kilimo Fresh',
      'Mbeya Tea',
      'Tanga Sisal',
      'Zanzibar Spices',
    ])
  })

  test('turns pages forwards and backwards without losing or repeating a row', async () => {
    for (const query of [
      { sort: 'name' },
      { sort: '-created' },
      { q: 'list.example' },
      { q: 'list.example', sort: 'name' },
    ]) {
      const all = await page(owner, { ...query, limit: 100 })
      expect(all).toMatchObject({ has_more: false, next_cursor: null, previous_cursor: null })
      const seen: string[] = []
      let next: string | null = null
      let last = all
      do {
        last = await page(owner, { ...query, limit: 3, ...(next && { after: next }) })
        seen.push(...last.data.map((client) => client.id))
        next = last.next_cursor
      } while (next)
      expect(seen).toEqual(all.data.map((client) => client.id))
      const before = await page(owner, { ...query, limit: 3, before: last.previous_cursor as string })
      expect(before.data.map((client) => client.id)).toEqual(seen.slice(3, 6))
    }
  })

  test('filters by each status [CLI-36] [CLI-37] [CLI-38] [CLI-39]', async () => {
    expect(await namesOf(owner, { status: 'active', sort: 'name' })).toEqual([
      'Iringa Timber',
      'Tanga Sisal',
      'Zanzibar Spices',
    ])
    expect(await namesOf(owner, { status: 'pending', sort: 'name' })).toEqual([
      'arusha Coffee',
      'Kilimo Fresh',
    ])
    expect(await namesOf(owner, { status: 'suspended' })).toEqual(['Mbeya Tea'])
    expect(await namesOf(owner, { status: 'inactive' })).toEqual(['Café Dodoma'])
    expect((await app.call(listClients, owner, { query: { status: 'gone' } as never })).status).toBe(422)
  })

  test('filters by refid, email and segment, together too [CLI-23]', async () => {
    const [tanga] = (await page(owner, { q: 'tanga' })).data
    expect(await namesOf(owner, { refid: tanga?.refid.toLowerCase() as string })).toEqual(['Tanga Sisal'])
    expect(await namesOf(owner, { email: 'C5@LIST.example' })).toEqual(['Kilimo Fresh'])
    expect(await namesOf(owner, { segment: 'Retail', sort: 'name' })).toEqual([
      'arusha Coffee',
      'Café Dodoma',
      'Kilimo Fresh',
    ])
    expect(await namesOf(owner, { segment: 'Retail', status: 'inactive' })).toEqual(['Café Dodoma'])
    expect(await namesOf(owner, { refid: 'CL-NOBODY' })).toEqual([])
  })

  test('finds by part of a name, typo, accent, email, phone and refid; two letters are the beginning of a name', async () => {
    const [mbeya] = (await page(owner, { q: 'mbeya' })).data
    for (const [q, name] of [
      ['spices', 'Zanzibar Spices'],
      ['Zanzbar', 'Zanzibar Spices'],
      ['cafe dod', 'Café Dodoma'],
      ['c4@list', 'Iringa Timber'],
      ['255700003000', 'Café Dodoma'],
      [mbeya?.refid.toLowerCase(), 'Mbeya Tea'],
      ['ki', 'Kilimo Fresh'],
      ['AR', 'arusha Coffee'],
    ]) {
      expect([q, (await namesOf(owner, { q: q as string }))[0]]).toEqual([q, name])
    }
    expect(await namesOf(owner, { q: 'xylophone' })).toEqual([])
    expect(await namesOf(owner, { q: 'qqq%_\\' })).toEqual([])
    expect(await namesOf(owner, { q: 'list.example', status: 'suspended' })).toEqual(['Mbeya Tea'])
  })

  test('counts only when asked', async () => {
    expect(await page(owner, {})).not.toHaveProperty('total')
    expect((await page(owner, { total: 'true', limit: 2 })).total).toEqual({ count: 7, is_capped: false })
    expect((await page(owner, { total: 'true', status: 'active' })).total).toEqual({
      count: 3,
      is_capped: false,
    })
    expect((await page(owner, { total: 'true', q: 'list.example' })).total).toEqual({
      count: 7,
      is_capped: false,
    })
  })

  test('refuses a cursor of another list and unknown parameters', async () => {
    const { next_cursor } = await page(owner, { limit: 2, sort: 'name' })
    expect(
      (await app.call(listClients, owner, { query: { limit: 2, after: next_cursor as string } })).body,
    ).toMatchObject({ code: 'validation_failed', errors: [{ code: 'invalid_cursor' }] })
    expect((await app.call(listClients, owner, { query: { page: '2' } as never })).body).toMatchObject({
      code: 'unknown_parameter',
    })
  })
})
