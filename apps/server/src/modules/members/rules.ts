import type { Permission } from '@portico/contract'
import { fieldRefusal, Refusal } from '../../platform/errors.ts'

/** A role as the rules look at it. */
export type RoleFacts = { id: string; key: string; name: string; permissions: readonly Permission[] }

/** Contacts hold rights instead of this role (portal-rights.ts), so no member can have it. */
const portalRole = 'client'
export const ownerRole = 'owner'

/**
 * Who may hand out a role: whoever may do all of it themselves. So nobody lifts others, or themselves, above their own reach.
 * @throws Refusal permission_denied; validation_failed for the role of the portal's side
 */
export function refuseGrant(own: ReadonlySet<Permission>, role: RoleFacts, pointer = '/role_id'): void {
  if (role.key === portalRole)
    throw fieldRefusal(
      pointer,
      'role_not_for_members',
      'This role belongs to the portal. Open the portal for a contact instead.',
    )
  if (!reaches(own, role.permissions))
    throw new Refusal(
      'permission_denied',
      `You cannot make somebody ${role.name}: that role may do more than you may.`,
    )
}

/** Whether somebody may do everything that is named. */
export const reaches = (own: ReadonlySet<Permission>, named: readonly Permission[]): boolean =>
  named.every((permission) => own.has(permission))

/** The state of an invitation; that it expired is never stored. */
export function invitationStatus(
  row: { status: 'pending' | 'accepted' | 'revoked'; expires_at: string },
  now: string,
): 'pending' | 'accepted' | 'revoked' | 'expired' {
  return row.status === 'pending' && row.expires_at <= now ? 'expired' : row.status
}
