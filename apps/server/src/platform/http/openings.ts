import type { Access, Permission, PortalRight } from '@portico/contract'
import { statement, type Opening } from '../database/index.ts'
import { Refusal } from '../errors.ts'
import type { Person, Principal } from '../principal.ts'

/** A row of app.principal, as begin_staff and begin_portal return it. */
type PreludeRow = {
  outcome: 'ok' | 'no_session' | 'no_entry'
  session_id: string
  session_seen_at: string
  user_id: string
  user_name: string
  user_email: string
  user_locale: string
  is_platform_admin: boolean
  membership_id: string | null
  role_key: string
  permissions: Permission[] | null
  is_limited: boolean
  contact_id: string | null
  client_id: string
  client_status: 'pending' | 'active' | 'suspended'
  rights: PortalRight[]
}

const beginStaff = statement<PreludeRow>('select * from app.begin_staff($1, $2, $3)')
const beginPortal = statement<PreludeRow>('select * from app.begin_portal($1, $2, $3, $4)')

export type Credential = { tokenHash: Buffer | null; organizationId: string | null; clientId: string | null }

/**
 * The opening of an operation: the prelude that the access asks for, and the judgement over what it found. One place decides who may
 * go on: reads and commands, pages and programs pass here.
 */
export function openingFor(
  access: Access,
  credential: Credential,
  now: string,
  onSeen: (sessionId: string, seenAt: string) => void,
): Opening {
  const { tokenHash, organizationId, clientId } = credential
  if (access.who === 'public' || access.who === 'link')
    return { organizationId: null, statements: [], judge: () => ({ kind: 'nobody' }) }
  if (!tokenHash) throw new Refusal('not_signed_in')
  const inOrganization = access.who === 'member' || (access.who === 'contact' && organizationId !== null)
  if (access.who === 'member' && !organizationId)
    throw new Refusal('malformed_request', 'Name the organization in the Portico-Organization header.')
  const isPortal = access.who === 'contact'
  return {
    organizationId: inOrganization ? organizationId : null,
    statements: [
      isPortal
        ? beginPortal(tokenHash, inOrganization ? organizationId : null, clientId, now)
        : beginStaff(tokenHash, inOrganization ? organizationId : null, now),
    ],
    judge(results) {
      const row = results[0]?.rows[0] as PreludeRow | undefined
      if (!row || row.outcome === 'no_session') throw new Refusal('not_signed_in')
      onSeen(row.session_id, row.session_seen_at)
      const person: Person = {
        sessionId: row.session_id,
        userId: row.user_id,
        name: row.user_name,
        email: row.user_email,
        locale: row.user_locale,
        isPlatformAdmin: row.is_platform_admin,
      }
      return principalOf(access, row, person, inOrganization)
    },
  }
}

function principalOf(access: Access, row: PreludeRow, person: Person, inOrganization: boolean): Principal {
  if (access.who === 'platform' && !person.isPlatformAdmin) throw new Refusal('permission_denied')
  if (access.who === 'contact') {
    if (!inOrganization) return { kind: 'portal_user', ...person }
    // The same answer as for an organization or client that does not exist.
    if (row.outcome === 'no_entry' || !row.contact_id)
      throw new Refusal('not_found', 'There is no such client.')
    const rights = new Set(row.rights)
    if (row.client_status === 'suspended' && !access.evenSuspended)
      throw new Refusal('client_suspended', 'This account is suspended. Invoices can still be seen and paid.')
    if (access.right && !rights.has(access.right)) throw new Refusal('permission_denied')
    return {
      kind: 'contact',
      ...person,
      contactId: row.contact_id,
      clientId: row.client_id,
      clientStatus: row.client_status,
      rights,
    }
  }
  if (access.who !== 'member') return { kind: 'user', ...person }
  if (row.outcome === 'no_entry' || !row.membership_id)
    throw new Refusal('not_found', 'There is no such organization.')
  const permissions = new Set(row.permissions ?? [])
  if (access.permission && !permissions.has(access.permission)) throw new Refusal('permission_denied')
  return {
    kind: 'member',
    ...person,
    membershipId: row.membership_id,
    roleKey: row.role_key,
    permissions,
    isLimited: row.is_limited,
  }
}
