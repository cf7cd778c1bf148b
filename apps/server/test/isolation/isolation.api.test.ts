import { operations, roleSeeds, type Operation, type Permission } from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller, type TestAnswer } from '../app.ts'
import { idFields } from '../samples.ts'
import { idFrom, pathIds, requestFor, type BuiltRequest } from './requests.ts'
import { buildWorld, type World } from './world.ts'

/**
 * Walks every operation of the contract, so a new one is covered the moment it is declared: signed out, with every role, with another
 * organization's ids in every place that takes one, and looks for the other's canary in all that comes back.
 */
const app = await testApp()
let ours: World
let theirs: World
beforeAll(async () => {
  ours = await buildWorld(app, 'ours')
  theirs = await buildWorld(app, 'theirs')
}, 60_000)
afterAll(() => app.close())

const named = (list: readonly Operation[]): [string, Operation][] =>
  list.map((operation) => [operation.id, operation])
const memberOperations = operations.filter((operation) => operation.access.who === 'member')
const contactOperations = operations.filter(
  (operation) => operation.access.who === 'contact' && operation.id !== 'portal.me',
)
const send = (operation: Operation, caller: Caller, request: BuiltRequest): Promise<TestAnswer> =>
  app.call(operation, caller, request as never)
const code = (answer: TestAnswer): unknown => (answer.body as { code?: string } | null)?.code

function expectNothingOf(world: World, answer: TestAnswer, what: string): void {
  const text = answer.raw.toString('utf8') + JSON.stringify(answer.headers)
  expect(text.includes(world.canary), `${what} shows the other organization's data`).toBe(false)
  expect(answer.status, `${what}: ${text.slice(0, 300)}`).toBeLessThan(500)
}

describe('signed out', () => {
  test.each(
    named([
      ...memberOperations,
      ...contactOperations,
      ...operations.filter(
        (operation) => operation.access.who === 'user' || operation.access.who === 'platform',
      ),
    ]),
  )('%s answers 401 [RBAC-21] [AUTH-42]', async (_id, operation) => {
    const answer = await send(
      operation,
      { organizationId: ours.organization.publicId, clientId: ours.ids['client_id'] as string },
      requestFor(operation, ours),
    )
    expect(code(answer)).toBe('not_signed_in')
    const forged = await send(
      operation,
      { token: 'x'.repeat(43), organizationId: ours.organization.publicId },
      requestFor(operation, ours),
    )
    expect(forged.status).toBe(401)
  })

  test.each(named(contactOperations))(
    '%s does not take a staff session, nor a staff operation a portal one [RBAC-21] [RBAC-09]',
    async (_id, operation) => {
      expect((await send(operation, ours.owner, requestFor(operation, ours))).status).toBe(401)
    },
  )
  test.each(named(memberOperations))(
    '%s does not take a portal session [RBAC-21] [RBAC-09]',
    async (_id, operation) => {
      expect((await send(operation, { ...ours.contact }, requestFor(operation, ours))).status).toBe(401)
    },
  )
})

describe('the platform’s own operations', () => {
  const platformOperations = operations.filter((operation) => operation.access.who === 'platform')

  test.each(named(platformOperations))(
    '%s is for platform admins alone: no owner, no contact, here or elsewhere [RBAC-21] [SEC-04]',
    async (_id, operation) => {
      for (const world of [ours, theirs]) {
        const answer = await send(operation, ours.owner, requestFor(operation, world))
        expect(code(answer), `${operation.id}: ${answer.raw.toString().slice(0, 200)}`).toBe(
          'permission_denied',
        )
        expectNothingOf(theirs, answer, operation.id)
      }
      expect((await send(operation, ours.contact, requestFor(operation, ours))).status).toBe(401)
    },
  )

  test('what a platform admin reads there holds names and numbers, and nothing of what is in an organization [RBAC-21] [SEC-04]', async () => {
    const admin = await app.fixtures.platformAdmin()
    for (const operation of platformOperations.filter(({ method }) => method === 'GET')) {
      const answer = await send(operation, admin, requestFor(operation, ours))
      expect(answer.status, operation.id).toBe(200)
      const text = answer.raw.toString('utf8').replaceAll(`${theirs.canary} organization`, '')
      expect(text.includes(theirs.canary), operation.id).toBe(false)
    }
  })
})

describe('another organization', () => {
  test.each(named(memberOperations))(
    '%s: its name in the header is as good as none [SEC-04] [ORG-04]',
    async (_id, operation) => {
      const answer = await send(
        operation,
        { ...ours.owner, organizationId: theirs.organization.publicId },
        requestFor(operation, theirs),
      )
      expect(code(answer)).toBe('not_found')
      expectNothingOf(theirs, answer, operation.id)
    },
  )

  test.each(
    named(memberOperations.filter((operation) => pathIds(operation).some((name) => name.endsWith('_id')))),
  )('%s: its ids in the path are not found [SEC-04] [RBAC-21]', async (_id, operation) => {
    const request = requestFor(operation, ours, theirs)
    const answer = await send(operation, ours.owner, request)
    expectNothingOf(theirs, answer, operation.id)
    expect([404], `${operation.id}: ${answer.raw.toString().slice(0, 300)}`).toContain(answer.status)
    // The same answer as for an id that never existed.
    const unknown = {
      ...request,
      params: Object.fromEntries(
        Object.entries(request.params).map(([name, value]) => [
          name,
          name.endsWith('_id') ? `${value.slice(0, -6)}zzzzz0` : value,
        ]),
      ),
    }
    const never = await send(operation, ours.owner, unknown)
    expect({
      status: never.status,
      code: code(never),
      detail: (never.body as { detail?: string }).detail,
    }).toEqual({
      status: answer.status,
      code: code(answer),
      detail: (answer.body as { detail?: string }).detail,
    })
  })

  test.each(
    named(memberOperations.filter((operation) => operation.body && idFields(operation.body).length > 0)),
  )('%s: its ids in the body are refused [SEC-04] [RBAC-21]', async (_id, operation) => {
    for (const field of idFields(operation.body as NonNullable<Operation['body']>)) {
      const request = requestFor(operation, ours)
      const name = field.split('.').findLast((part) => part !== '0') as string
      const foreign = idFrom(theirs, name, operation)
      if (!foreign) continue
      place(request.body as Record<string, unknown>, field.split('.'), foreign)
      const answer = await send(operation, ours.owner, request)
      expectNothingOf(theirs, answer, `${operation.id} ${field}`)
      expect(
        [409, 412, 422],
        `${operation.id} ${field}: ${answer.status} ${answer.raw.toString().slice(0, 300)}`,
      ).toContain(answer.status)
    }
  })

  test.each(
    named(memberOperations.filter((operation) => operation.query && idFields(operation.query).length > 0)),
  )('%s: its ids in a filter find nothing [SEC-04] [RBAC-21]', async (_id, operation) => {
    for (const field of idFields(operation.query as NonNullable<Operation['query']>)) {
      const query = { [field]: idFrom(theirs, field === 'except' ? 'client_id' : field, operation) as string }
      const answer = await app.call(operation, ours.owner, { ...requestFor(operation, ours), query } as never)
      expectNothingOf(theirs, answer, `${operation.id} ?${field}`)
      expect(answer.status).toBe(200)
      if (field === 'except') continue
      // A file of rows has its heads and nothing else.
      if ('file' in operation.answer) expect(answer.raw.toString('utf8').trim().split('\n')).toHaveLength(1)
      else expect((answer.body as unknown as { data: unknown[] }).data).toEqual([])
    }
  })

  test.each(named(contactOperations))(
    '%s: a contact meets only the own client [SEC-07] [RBAC-21]',
    async (_id, operation) => {
      const inTheirs = await send(
        operation,
        {
          ...ours.contact,
          organizationId: theirs.organization.publicId,
          clientId: theirs.ids['client_id'] as string,
        },
        requestFor(operation, theirs),
      )
      expect(code(inTheirs)).toBe('not_found')
      const theirIds = await send(operation, ours.contact, requestFor(operation, ours, theirs))
      expectNothingOf(theirs, theirIds, operation.id)
      if (pathIds(operation).some((name) => name.endsWith('_id'))) expect(theirIds.status).toBe(404)
      const sister = await app.fixtures.client({ id: ours.organization.id })
      expect(
        code(
          await send(operation, { ...ours.contact, clientId: sister.publicId }, requestFor(operation, ours)),
        ),
      ).toBe('not_found')
      const other = await app.fixtures.contact(ours.organization, sister)
      const sisterAnswer = await send(operation, other, requestFor(operation, ours))
      if (pathIds(operation).some((name) => name.endsWith('_id'))) expect(sisterAnswer.status).toBe(404)
      expect(sisterAnswer.raw.toString('utf8').includes(`${ours.canary} client`)).toBe(false)
    },
  )
})

describe('roles', () => {
  const seeds = roleSeeds.filter((role) => role.key !== 'client')
  const permissionOf = (operation: Operation): Permission | null =>
    operation.access.who === 'member' ? operation.access.permission : null

  test.each(seeds.map((role) => [role.key, role] as const))(
    '%s reaches exactly what the table says [RBAC-10] [RBAC-13] [RBAC-22]',
    async (key, role) => {
      const caller = await app.fixtures.member(ours.organization, { role: key })
      for (const operation of memberOperations) {
        const permission = permissionOf(operation)
        const isAllowed = permission === null || role.permissions.includes(permission)
        if (isAllowed && operation.method !== 'GET') continue
        const answer = await send(operation, caller, requestFor(operation, ours))
        const said = `${key} ${operation.id}: ${answer.status} ${answer.raw.toString().slice(0, 200)}`
        if (isAllowed) expect(answer.status, said).not.toBe(403)
        else expect(code(answer), said).toBe('permission_denied')
      }
    },
  )

  test('a contact without rights reaches only the own profile [RBAC-19]', async () => {
    const sister = await app.fixtures.client({ id: ours.organization.id })
    const bare = await app.fixtures.contact(ours.organization, sister, { rights: [] })
    for (const operation of contactOperations) {
      const answer = await send(operation, bare, requestFor(operation, ours))
      const needsRight = operation.access.who === 'contact' && operation.access.right !== null
      if (needsRight) expect(code(answer), operation.id).toBe('permission_denied')
      else expect(answer.status, operation.id).not.toBe(403)
    }
  })
})

test('every operation of the contract is answered, and no other [API-22]', () => {
  expect(app.edge.missing()).toEqual([])
})

function place(target: Record<string, unknown>, [head, ...rest]: string[], value: string): void {
  if (head === undefined) return
  if (rest.length === 0) {
    target[head] = value
    return
  }
  target[head] ??= rest[0] === '0' ? [{}] : {}
  if (Array.isArray(target[head]) && (target[head] as unknown[]).length === 0)
    target[head] = [rest.length === 1 ? value : sampleLine()]
  place(target[head] as Record<string, unknown>, rest, value)
}
const sampleLine = (): Record<string, unknown> => ({
  description: 'x',
  quantity: '1',
  unit_price: '1',
  amount: { amount: 100, currency: 'USD' },
})
