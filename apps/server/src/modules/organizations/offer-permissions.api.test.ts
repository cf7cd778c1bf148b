import { listAuditEntries, listRoles, roleSeeds, type Permission } from '@portico/contract'
import { afterAll, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import type { BuiltOrganization } from '../../../test/fixtures.ts'
import { statement, type Statement } from '../../platform/database/index.ts'
import { offerPermissions } from './offer-permissions.ts'

const app = await testApp()
afterAll(() => app.close())

/** The written table of a version that did not know these permissions. */
const without = (...unknown: Permission[]) =>
  roleSeeds.map((seed) => ({
    ...seed,
    permissions: seed.permissions.filter((permission) => !unknown.includes(permission)),
  }))
const inside = (organization: BuiltOrganization, ...statements: Statement[]) =>
  app.fixtures.inOrganization(organization.id, (tx) => tx.batch(statements))
const takeFrom = (organization: BuiltOrganization, role: string, ...permissions: Permission[]) =>
  statement(
    'delete from role_permissions where organization_id = $1 and role_id = $2 and permission = any($3)',
  )(organization.id, organization.roleIds.get(role), permissions)
const unmark = (organization: BuiltOrganization) =>
  statement('update organizations set offered_roles = null where id = $1')(organization.id)
async function held(organization: BuiltOrganization, role: string): Promise<string[]> {
  const { body } = await app.call(listRoles, organization.owner)
  return body.data.find(({ key }) => key === role)?.permissions ?? []
}
async function introductions(organization: BuiltOrganization) {
  const { body } = await app.call(listAuditEntries, organization.owner, {
    query: { action: 'organizations.permissions_introduced' },
  })
  return body.data.map(({ actor, after }) => ({ actor: actor.kind, after }))
}

/** An organization as an earlier version made it, which remembered no offers. */
async function old(...unknown: Permission[]): Promise<BuiltOrganization> {
  const organization = await app.fixtures.organization()
  await inside(
    organization,
    unmark(organization),
    statement('update roles set offered_permissions = null where organization_id = $1')(organization.id),
    ...roleSeeds.map(({ key }) => takeFrom(organization, key, ...unknown)),
  )
  return organization
}

test('a permission that a later version brings reaches the roles it is meant for, and the audit log says so [RBAC-10] [RBAC-18] [AUD-01]', async () => {
  const organization = await old('imports.batch.read', 'imports.batch.manage')
  expect(await held(organization, 'owner')).not.toContain('imports.batch.manage')
  expect(await offerPermissions(app.parts.database)).toBe(1)
  for (const seed of roleSeeds)
    expect((await held(organization, seed.key)).toSorted()).toEqual(seed.permissions.toSorted())
  const both = ['imports.batch.read', 'imports.batch.manage']
  expect(await introductions(organization)).toEqual([
    { actor: 'system', after: { owner: both, admin: both, finance: both } },
  ])
})

test('what was taken from a role on purpose stays away, in every later version [RBAC-10] [RBAC-18]', async () => {
  const organization = await app.fixtures.organization()
  await inside(organization, takeFrom(organization, 'admin', 'imports.batch.manage'))
  const later = [without('prices.item.read'), roleSeeds]
  for (const table of later) await offerPermissions(app.parts.database, table)
  await inside(organization, unmark(organization))
  await offerPermissions(app.parts.database)
  expect(await held(organization, 'admin')).not.toContain('imports.batch.manage')
  expect(await introductions(organization)).toEqual([])
})

test('a role is offered what it was not meant to have before; a role of the organization’s own is left alone [RBAC-10] [RBAC-18]', async () => {
  const organization = await app.fixtures.organization()
  const own = organization.roleIds.get('support') as string
  await inside(
    organization,
    statement(`update roles set kind = 'custom' where organization_id = $1 and id = $2`)(
      organization.id,
      own,
    ),
  )
  const wider = roleSeeds.map((seed) =>
    seed.key === 'member' || seed.key === 'support'
      ? { ...seed, permissions: [...seed.permissions, 'audit.entry.read' as const] }
      : seed,
  )
  await offerPermissions(app.parts.database, wider)
  expect(await held(organization, 'member')).toContain('audit.entry.read')
  expect(await held(organization, 'support')).not.toContain('audit.entry.read')
  expect(await introductions(organization)).toEqual([
    { actor: 'system', after: { member: ['audit.entry.read'] } },
  ])
  await offerPermissions(app.parts.database)
  expect(await held(organization, 'member'), 'what an earlier table does not know stays').toContain(
    'audit.entry.read',
  )
})

test('several processes that start at once give it once [RBAC-10] [RBAC-18]', async () => {
  const organizations = [await old('emails.email.read'), await old('emails.email.read')]
  const given = await Promise.all(Array.from({ length: 4 }, () => offerPermissions(app.parts.database)))
  expect(given.reduce((sum, count) => sum + count, 0)).toBe(2)
  for (const organization of organizations) expect(await introductions(organization)).toHaveLength(1)
  expect(await offerPermissions(app.parts.database), 'a second start').toBe(0)
})
