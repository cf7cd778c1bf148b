import type { Access, Permission, PortalRight } from '@portico/contract'
import { statement, type Opening } from '../database/index.ts'
import { Refusal } from '../errors.ts'
import type { Person, Principal } from '../principal.ts'

/** What begin_staff and begin_portal answer; null where there is no such session. */
type Prelude = [
  sessionId: string,
  seenAt: string,
  userId: string,
  name: string,
  email: string,
  locale: string,
  isPlatformAdmin: boolean,
  entry: unknown,
]
/** Of a member: permissions of the role with commas between, and what was changed for this member: `grant <permission>,deny …`. */
type MemberEntry = [
  membershipId: string,
  roleKey: string,
  isLimited: boolean,
  permissions: string | null,
  changes: string | null,
]
type ContactEntry = [
  contactId: string,
  clientId: string,
  status: 'pending' | 'active' | 'suspended',
  rights: PortalRight[],
]

const beginStaff = statement<{ prelude: Prelude | null }>('select app.begin_staff($1, $2, $3) as prelude')
const beginPortal = statement<{ prelude: Prelude | null }>(
  'select app.begin_portal($1, $2, $3, $4) as prelude',
)

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
  /** The caller may enter the organization; whether the operation is theirs is judged after. */
  onEntered: (kind: 'member' | 'contact', id: string, sessionId: string) => void,
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
      const prelude = (results[0]?.rows[0] as { prelude: Prelude | null } | undefined)?.prelude
      if (!prelude) throw new Refusal('not_signed_in')
      const [sessionId, seenAt, userId, name, email, locale, isPlatformAdmin, entry] = prelude
      onSeen(sessionId, seenAt)
      if (inOrganization && entry)
        onEntered(isPortal ? 'contact' : 'member', (entry as MemberEntry | ContactEntry)[0], sessionId)
      const person: Person = { sessionId, userId, name, email, locale, isPlatformAdmin }
      return principalOf(access, person, inOrganization, entry)
    },
  }
}

function principalOf(access: Access, person: Person, inOrganization: boolean, entry: unknown): Principal {
  if (access.who === 'platform' && !person.isPlatformAdmin) throw new Refusal('permission_denied')
  if (access.who === 'contact') {
    if (!inOrganization) return { kind: 'portal_user', ...person }
    // The same answer as for an organization or client that does not exist.
    if (!entry) throw new Refusal('not_found', 'There is no such client.')
    const [contactId, clientId, clientStatus, given] = entry as ContactEntry
    const rights = new Set(given)
    if (clientStatus === 'suspended' && !access.evenSuspended)
      throw new Refusal('client_suspended', 'This account is suspended. Invoices can still be seen and paid.')
    if (access.right && !rights.has(access.right)) throw new Refusal('permission_denied')
    return { kind: 'contact', ...person, contactId, clientId, clientStatus, rights }
  }
  if (access.who !== 'member') return { kind: 'user', ...person }
  if (!entry) throw new Refusal('not_found', 'There is no such organization.')
  const [membershipId, roleKey, isLimited, ofRole, changes] = entry as MemberEntry
  const permissions = permissionsOf(ofRole ?? '', changes ?? '')
  if (access.permission && !permissions.has(access.permission)) throw new Refusal('permission_denied')
  return { kind: 'member', ...person, membershipId, roleKey, permissions, isLimited }
}

const permissionSets = new Map<string, ReadonlySet<Permission>>()
const mostPermissionSets = 10_000

/** The set that the two texts name. Kept by the texts themselves, so that it can never be out of date. */
function permissionsOf(ofRole: string, changes: string): ReadonlySet<Permission> {
  const key = `${ofRole};${changes}`
  const known = permissionSets.get(key)
  if (known) return known
  const permissions = new Set((ofRole === '' ? [] : ofRole.split(',')) as Permission[])
  for (const change of changes === '' ? [] : changes.split(',')) {
    const [effect, permission] = change.split(' ') as ['grant' | 'deny', Permission]
    if (effect === 'grant') permissions.add(permission)
  }
  // What is denied is denied, whatever grants it.
  for (const change of changes.split(','))
    if (change.startsWith('deny ')) permissions.delete(change.slice(5) as Permission)
  if (permissionSets.size >= mostPermissionSets) permissionSets.clear()
  permissionSets.set(key, permissions)
  return permissions
}
