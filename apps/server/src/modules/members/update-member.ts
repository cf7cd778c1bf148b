import type { Member, Permission } from '@portico/contract'
import type { z } from 'zod'
import { statement, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, notFound, Refusal } from '../../platform/errors.ts'
import type { MemberPrincipal } from '../../platform/principal.ts'
import { memberById, presentMember, roleById, type MemberRow } from './reads.ts'
import { ownerRole, reaches, refuseGrant } from './rules.ts'

export type MemberPatch = {
  role_id?: string | undefined
  title?: string | null | undefined
  is_limited_to_assigned_clients?: boolean | undefined
}

const lockMember = statement('select id from memberships where organization_id = $1 and id = $2 for update')
// All owners are held, in the order of their ids: two who demote each other wait for each other, and the second finds one left.
const lockOwners = statement<{ id: string }>(
  `select m.id from memberships m join roles r on r.organization_id = m.organization_id and r.id = m.role_id
   where m.organization_id = $1 and r.organization_id = $1 and r.key = '${ownerRole}' and m.status = 'active' order by m.id for update of m`,
)
const overridesOf = statement<{ permission: Permission }>(
  `select permission from membership_overrides where organization_id = $1 and membership_id = $2 and effect = 'grant'`,
)
const update = statement(
  `update memberships set role_id = $3, title = $4, is_limited_to_assigned_clients = $5, updated_at = $6, version = version + 1 where organization_id = $1 and id = $2`,
)

/**
 * Changes a member's role, title or reach. Nobody hands out, or touches, more than they may do themselves, and an organization keeps an owner.
 * @throws Refusal not_found, version_mismatch, permission_denied, last_owner; validation_failed for an unknown role
 */
export async function updateMember(
  tx: Tx,
  membershipId: string,
  patch: MemberPatch,
  expectedVersion: number,
): Promise<z.output<typeof Member>> {
  tx.allow('members.member.manage')
  const organizationId = tx.organizationId
  const own = (tx.principal as MemberPrincipal).permissions
  const [owners, , members, overrides, roles] = await tx.batch([
    lockOwners(organizationId),
    lockMember(organizationId, membershipId),
    memberById(organizationId, membershipId),
    overridesOf(organizationId, membershipId),
    roleById(organizationId, patch.role_id ?? null),
  ])
  const before = members[0]
  if (!before) throw notFound('member')
  if (before.version !== expectedVersion)
    throw new Refusal(
      'version_mismatch',
      'Somebody changed this member in the meantime. Load the team again.',
      { currentVersion: before.version },
    )
  const wanted = roles[0]
  if (patch.role_id !== undefined && !wanted)
    throw fieldRefusal('/role_id', 'unknown_id', 'There is no such role.')
  const [current] = await tx.all(roleById(organizationId, before.role_id))
  const held = [...(current?.permissions ?? []), ...overrides.map((override) => override.permission)]
  if (!reaches(own, held))
    throw new Refusal(
      'permission_denied',
      'This member may do more than you may, so only an owner can change them.',
    )

  const role = wanted ?? { id: before.role_id, key: before.role_key, name: before.role_name }
  if (wanted && wanted.id !== before.role_id) {
    refuseGrant(own, wanted)
    if (before.role_key === ownerRole && owners.every((owner) => owner.id === membershipId))
      throw new Refusal('last_owner', 'Make somebody else an owner first: an organization needs one.')
  }
  const isLimited = patch.is_limited_to_assigned_clients ?? before.is_limited_to_assigned_clients
  if (role.key === ownerRole && isLimited)
    throw fieldRefusal(
      '/is_limited_to_assigned_clients',
      'owner_not_limited',
      'An owner sees every client. Choose another role first.',
    )

  const after: MemberRow = {
    ...before,
    role_id: role.id,
    role_key: role.key,
    role_name: role.name,
    title: patch.title === undefined ? before.title : patch.title,
    is_limited_to_assigned_clients: isLimited,
  }
  const changed = (['role_key', 'title', 'is_limited_to_assigned_clients'] as const).filter(
    (key) => after[key] !== before[key],
  )
  if (changed.length === 0) return presentMember(before)
  tx.later(update(organizationId, membershipId, after.role_id, after.title, isLimited, tx.now))
  tx.record({
    action: 'members.updated',
    entityKind: 'membership',
    entityId: membershipId,
    before: Object.fromEntries(changed.map((key) => [key, before[key]])),
    after: Object.fromEntries(changed.map((key) => [key, after[key]])),
  })
  tx.announce('member.updated', { membership_id: membershipId })
  return presentMember({ ...after, version: before.version + 1 })
}
