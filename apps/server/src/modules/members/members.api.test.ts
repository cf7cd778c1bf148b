import {
  getWorkspace,
  listMembers,
  listPermissions,
  listRoles,
  permissionKeys,
  permissions,
  roleSeeds,
  updateMember,
} from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import type { BuiltMember, BuiltOrganization } from '../../../test/fixtures.ts'
import { db, statement } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { updateMember as updateMemberService } from './update-member.ts'

const app = await testApp()
afterAll(() => app.close())

const role = (organization: BuiltOrganization, key: string): string =>
  app.id('role', organization.roleIds.get(key) as string)
const change = (
  caller: BuiltMember | Parameters<typeof app.call>[1],
  target: { membershipId: string },
  body: { role_id?: string; title?: string | null; is_limited_to_assigned_clients?: boolean },
  version = 1,
) =>
  app.call(updateMember, caller, {
    params: { membership_id: app.id('membership', target.membershipId) },
    body,
    version,
  })

describe('the team', () => {
  test('is listed page by page with role, status and last sign-in [ORG-28] [ORG-39]', async () => {
    const organization = await app.fixtures.organization()
    for (const key of ['admin', 'manager', 'member', 'support'])
      await app.fixtures.member(organization, { role: key })
    const first = await app.call(listMembers, organization.owner, { query: { limit: 2 } })
    expect(first.body.data.map((member) => member.role.key)).toEqual(['owner', 'admin'])
    expect(first.body).toMatchObject({ object: 'list', has_more: true, previous_cursor: null })
    expect(first.body.data[0]).toMatchObject({
      user_id: app.id('user', organization.owner.userId),
      email: organization.owner.email,
      status: 'active',
      last_login_at: null,
      version: 1,
    })
    const second = await app.call(listMembers, organization.owner, {
      query: { limit: 2, after: first.body.next_cursor as string },
    })
    expect(second.body.data.map((member) => member.role.key)).toEqual(['manager', 'member'])
    const back = await app.call(listMembers, organization.owner, {
      query: { limit: 2, before: second.body.previous_cursor as string },
    })
    expect(back.body.data.map((member) => member.role.key)).toEqual(['owner', 'admin'])
    expect(
      (await app.call(listMembers, organization.owner, { query: { status: 'suspended' } })).body.data,
    ).toEqual([])
    const elsewhere = await app.fixtures.organization()
    expect((await app.call(listMembers, elsewhere.owner)).body.data).toHaveLength(1)
    expect(
      (await app.call(listMembers, elsewhere.owner, { query: { after: first.body.next_cursor as string } }))
        .body,
    ).toMatchObject({ code: 'validation_failed' })
  })

  test('changes roles, titles and reach; the new rights hold from the next request on [ORG-33] [ORG-28] [RBAC-06]', async () => {
    const organization = await app.fixtures.organization()
    const admin = await app.fixtures.member(organization, { role: 'admin' })
    const member = await app.fixtures.member(organization, { role: 'member' })
    expect((await app.call(listRoles, member)).status).toBe(403)
    const answer = await change(admin, member, {
      role_id: role(organization, 'manager'),
      title: 'Head of studio',
      is_limited_to_assigned_clients: true,
    })
    expect(answer.body).toMatchObject({
      role: { key: 'manager', name: 'Manager' },
      title: 'Head of studio',
      is_limited_to_assigned_clients: true,
      version: 2,
    })
    expect((await app.call(listRoles, member)).status).toBe(200)
    expect((await app.call(getWorkspace, member)).body.membership).toMatchObject({
      role: { key: 'manager' },
      is_limited_to_assigned_clients: true,
    })
    expect((await change(admin, member, { title: null }, 2)).body).toMatchObject({
      title: null,
      role: { key: 'manager' },
      version: 3,
    })
    expect((await change(admin, member, {}, 3)).body).toMatchObject({ version: 3 })
  })

  test('is changed from the version that was seen [ORG-33]', async () => {
    const organization = await app.fixtures.organization()
    const member = await app.fixtures.member(organization, { role: 'member' })
    expect((await change(organization.owner, member, { title: 'A' }, 7)).body).toMatchObject({
      code: 'version_mismatch',
      current_version: 1,
    })
    const bare = await app.call(updateMember, organization.owner, {
      params: { membership_id: app.id('membership', member.membershipId) },
      body: { title: 'A' },
    })
    expect(bare.body).toMatchObject({ code: 'version_required' })
  })

  test('keeps an owner, also when two owners demote each other at the same moment [ORG-33] [RBAC-05]', async () => {
    const organization = await app.fixtures.organization()
    expect(
      (await change(organization.owner, organization.owner, { role_id: role(organization, 'admin') })).body,
    ).toMatchObject({ code: 'last_owner', status: 409 })
    const second = await app.fixtures.member(organization, { role: 'owner' })
    const answers = await Promise.all([
      change(organization.owner, second, { role_id: role(organization, 'admin') }),
      change(second, organization.owner, { role_id: role(organization, 'admin') }),
    ])
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(
      (await app.call(listMembers, organization.owner)).body.data.filter(
        (member) => member.role.key === 'owner',
      ),
    ).toHaveLength(1)
  })

  test('lets nobody lift others, or themselves, above their own rights, nor touch who has more [RBAC-14] [RBAC-06]', async () => {
    const organization = await app.fixtures.organization()
    const admin = await app.fixtures.member(organization, { role: 'admin' })
    const member = await app.fixtures.member(organization, { role: 'member' })
    expect((await change(admin, member, { role_id: role(organization, 'owner') })).body).toMatchObject({
      code: 'permission_denied',
    })
    expect((await change(admin, admin, { role_id: role(organization, 'owner') })).body).toMatchObject({
      code: 'permission_denied',
    })
    expect(
      (await change(admin, organization.owner, { role_id: role(organization, 'member') })).body,
    ).toMatchObject({ code: 'permission_denied' })
    expect((await change(admin, organization.owner, { title: 'Underling' })).body).toMatchObject({
      code: 'permission_denied',
    })
    const strong = await app.fixtures.member(organization, { role: 'member' })
    await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(
        db.insertInto('membership_overrides').values({
          organization_id: organization.id,
          membership_id: strong.membershipId,
          permission: 'organizations.billing.manage',
          effect: 'grant',
        }),
      ),
    )
    expect((await change(admin, strong, { title: 'x' })).body).toMatchObject({ code: 'permission_denied' })
  })

  test('gives the role of the portal to nobody, and no limit to an owner [RBAC-09] [ORG-33]', async () => {
    const organization = await app.fixtures.organization()
    const member = await app.fixtures.member(organization, { role: 'member' })
    expect(
      (await change(organization.owner, member, { role_id: role(organization, 'client') })).body,
    ).toMatchObject({ errors: [{ pointer: '/role_id', code: 'role_not_for_members' }] })
    expect(
      (await change(organization.owner, organization.owner, { is_limited_to_assigned_clients: true })).body,
    ).toMatchObject({ errors: [{ pointer: '/is_limited_to_assigned_clients' }] })
  })

  test('of another organization cannot be met: path 404, body a field error like an unknown id [ORG-04] [RBAC-13]', async () => {
    const [mine, theirs] = [await app.fixtures.organization(), await app.fixtures.organization()]
    const member = await app.fixtures.member(mine, { role: 'member' })
    expect((await change(mine.owner, theirs.owner, { title: 'x' })).body).toMatchObject({ code: 'not_found' })
    expect((await change(mine.owner, { membershipId: newId() }, { title: 'x' })).body).toMatchObject({
      code: 'not_found',
    })
    const foreign = await change(mine.owner, member, { role_id: role(theirs, 'admin') })
    const unknown = await change(mine.owner, member, { role_id: app.id('role', newId()) })
    expect(foreign.body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/role_id', code: 'unknown_id' }],
    })
    expect((foreign.body as unknown as { errors: unknown }).errors).toEqual(
      (unknown.body as unknown as { errors: unknown }).errors,
    )
  })

  test('is changed by those with the right alone; signed out and from the portal by nobody [RBAC-13] [ORG-28]', async () => {
    const organization = await app.fixtures.organization()
    const member = await app.fixtures.member(organization, { role: 'member' })
    for (const key of ['manager', 'member', 'finance', 'project_manager', 'support']) {
      const caller = await app.fixtures.member(organization, { role: key })
      expect((await change(caller, member, { title: 'x' })).body).toMatchObject({ code: 'permission_denied' })
      expect((await app.call(listMembers, caller)).status).toBe(200)
    }
    const contact = await app.fixtures.contact(organization, await app.fixtures.client(organization))
    expect((await app.call(listMembers, contact)).status).toBe(401)
    expect((await app.call(listMembers, { organizationId: organization.publicId })).status).toBe(401)
  })

  test('refuses in the service too, whatever door was used [RBAC-14]', async () => {
    const organization = await app.fixtures.organization()
    const member = await app.fixtures.member(organization, { role: 'member' })
    const principal = {
      kind: 'member' as const,
      sessionId: newId(),
      userId: member.userId,
      name: 'M',
      email: member.email,
      locale: 'en',
      isPlatformAdmin: false,
      membershipId: member.membershipId,
      roleKey: 'member',
      permissions: new Set<never>(),
      isLimited: false,
    }
    await expect(
      app.parts.database.withOrganization(organization.id, principal, (tx) =>
        updateMemberService(tx, member.membershipId, { title: 'x' }, 1),
      ),
    ).rejects.toMatchObject({ code: 'permission_denied' })
  })
})

describe('roles', () => {
  test('are the written table, stored for each organization with their permissions [RBAC-10] [RBAC-16] [RBAC-18] [RBAC-22]', async () => {
    const organization = await app.fixtures.organization()
    await app.fixtures.member(organization, { role: 'member' })
    const { body } = await app.call(listRoles, organization.owner)
    expect(
      body.data.map(({ key, name, kind, permissions: held }) => ({
        key,
        name,
        kind,
        permissions: held.toSorted(),
      })),
    ).toEqual(
      roleSeeds.map((seed) => ({
        key: seed.key,
        name: seed.name,
        kind: seed.kind,
        permissions: [...seed.permissions].toSorted(),
      })),
    )
    expect(body.data.filter((one) => one.kind === 'system').map((one) => one.key)).toEqual([
      'owner',
      'admin',
      'manager',
      'member',
      'client',
    ])
    expect(body.data.filter((one) => one.kind === 'preset').map((one) => one.name)).toEqual([
      'Finance',
      'Project manager',
      'Support',
    ])
    expect(body.data.map((one) => [one.key, one.members]).filter(([, members]) => members !== 0)).toEqual([
      ['owner', 1],
      ['member', 1],
    ])
    const [count] = await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(
        statement<{ n: number }>('select count(*) as n from role_permissions where organization_id = $1')(
          organization.id,
        ),
      ),
    )
    expect(count?.n).toBe(roleSeeds.reduce((sum, seed) => sum + seed.permissions.length, 0))
  })

  test.each([
    [
      'owner',
      ['organizations.organization.delete', 'organizations.billing.manage', 'members.member.manage'],
      [],
    ],
    [
      'admin',
      ['members.member.manage', 'members.invitation.manage', 'organizations.settings.edit'],
      ['organizations.organization.delete', 'organizations.billing.manage'],
    ],
    [
      'manager',
      ['clients.client.create', 'invoices.invoice.send', 'members.role.read'],
      ['members.member.manage', 'organizations.settings.edit', 'payments.payment.record'],
    ],
    [
      'member',
      ['clients.client.read', 'invoices.invoice.create'],
      ['invoices.invoice.issue', 'members.invitation.manage', 'clients.balance.read'],
    ],
    ['client', [], permissionKeys],
  ])(
    'the %s may what it says, and no more [RBAC-05] [RBAC-06] [RBAC-07] [RBAC-08] [RBAC-09] [RBAC-10]',
    async (key, may, mayNot) => {
      const organization = await app.fixtures.organization()
      const { body } = await app.call(listRoles, organization.owner)
      const held = body.data.find((one) => one.key === key)?.permissions ?? []
      expect(held).toEqual(expect.arrayContaining(may))
      for (const permission of mayNot) expect(held).not.toContain(permission)
      if (key === 'client') return
      const caller = await app.fixtures.member(organization, { role: key })
      expect((await app.call(getWorkspace, caller)).body.permissions.toSorted()).toEqual(held.toSorted())
    },
  )

  test('come with the catalogue of permissions, stored as records [RBAC-17]', async () => {
    const organization = await app.fixtures.organization()
    const { body } = await app.call(listPermissions, organization.owner)
    expect(body.data).toEqual(
      permissionKeys
        .map((key) => ({ key, module: key.split('.')[0], description: permissions[key] }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    )
    expect(
      (await app.call(listPermissions, await app.fixtures.member(organization, { role: 'support' }))).status,
    ).toBe(403)
    expect((await app.call(listRoles, { organizationId: organization.publicId })).status).toBe(401)
  })
})
