import type { OpenInvitation } from '@portico/contract'
import type { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'
import { sha256 } from '../../platform/crypto/tokens.ts'
import { openOrganization, statement, type Origin, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Principal } from '../../platform/principal.ts'
import {
  authenticate,
  enterDirectory,
  hashPassword,
  insertPerson,
  passAuthenticated,
  personByEmail,
  refuseWeakPassword,
  startSession,
  takeOver,
  type Authenticated,
  type Person,
} from '../identity/index.ts'
import { logoUrl, organizationEntryOf, type EntryRow } from '../organizations/index.ts'
import { readInvitationToken } from './invitation-token.ts'

type OpenRow = {
  id: string
  email: string
  email_key: string
  role_id: string
  role_key: string
  role_name: string
  expires_at: string
  organization_name: string
  brand_color: string
  logo_sha256: Buffer | null
  has_account: boolean
}
type Found = { organizationId: string; tokenHash: Buffer; row: OpenRow }
export type Acceptance = { name: string; password: string } | { password: string } | object
type StartedSession = ReturnType<typeof startSession>

const openInvitation = statement<OpenRow>(
  `select i.id, i.email, i.email_key, i.role_id, r.key as role_key, r.name as role_name, i.expires_at, o.name as organization_name, s.brand_color, f.sha256 as logo_sha256,
     exists (select 1 from users u where u.email_key = i.email_key and u.password_hash is not null and u.email_verified_at is not null) as has_account
   from invitations i
     join roles r on r.organization_id = i.organization_id and r.id = i.role_id
     join organizations o on o.id = i.organization_id
     join organization_settings s on s.organization_id = i.organization_id
     left join files f on f.organization_id = s.organization_id and f.id = s.logo_file_id
   where i.organization_id = $1 and i.token_hash = $2 and i.status = 'pending' and i.expires_at > $3 and o.status = 'active'`,
)
const personOfSession = statement<{ email_key: string }>(
  `select u.email_key from sessions s join users u on u.id = s.user_id
   where s.token_hash = $1 and s.realm = 'staff' and s.revoked_at is null and s.expires_at > $2 and u.disabled_at is null`,
)
const accept = statement(
  `update invitations set status = 'accepted', decided_at = $3, version = version + 1 where organization_id = $1 and token_hash = $2 and status = 'pending' and expires_at > $3`,
)
// Who was removed once comes back to the same membership, with the role that is offered now.
const join = statement<{ id: string }>(
  `insert into memberships as m (organization_id, id, user_id, role_id, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
   on conflict (organization_id, user_id) do update set role_id = excluded.role_id, status = 'active', is_limited_to_assigned_clients = false, updated_at = excluded.updated_at, version = m.version + 1
     where m.status = 'removed'
   returning id`,
)
const dropOverrides = statement(
  'delete from membership_overrides where organization_id = $1 and membership_id = $2',
)
const setNameAndPassword = statement(
  'update users set name = $2, password_hash = $3, updated_at = $4, version = version + 1 where id = $1',
)

/** What the link of an invitation offers. @throws Refusal token_invalid where it is unknown, revoked, accepted or expired */
export async function findInvitation(parts: AppParts, token: string): Promise<Found> {
  const read = readInvitationToken(token)
  if (!read) throw deadLink()
  const { rows } = await parts.database.read(openOrganization(read.organizationId, { kind: 'nobody' }), [
    openInvitation(read.organizationId, read.tokenHash, parts.database.now()),
  ])
  const row = rows[0]?.[0] as OpenRow | undefined
  if (!row) throw deadLink()
  return { ...read, row }
}

export const presentOpenInvitation = ({ organizationId, row }: Found): z.output<typeof OpenInvitation> => ({
  organization_name: row.organization_name,
  logo_url: logoUrl(organizationId, row.logo_sha256),
  brand_color: row.brand_color,
  email: row.email,
  role_name: row.role_name,
  has_account: row.has_account,
  expires_at: row.expires_at,
})

/**
 * Joins the organization. The mail proves the address, so a new person gets a verified account; a known one is signed in with the
 * invited address already, or gives the password. Answers with the organization, and a session where there was none.
 * @throws Refusal token_invalid, wrong_credentials, account_locked, invitation_for_another, password_too_weak, already_member
 */
export async function acceptInvitation(
  parts: AppParts,
  origin: Origin,
  visitor: { sessionToken: string | null; deviceToken: string | null },
  token: string,
  given: Acceptance,
): Promise<{ entry: EntryRow; session: StartedSession | null }> {
  const found = await findInvitation(parts, token)
  const { row, organizationId } = found
  const isSignedIn = await isInvitedPerson(parts, visitor.sessionToken, row, given)
  const password = 'password' in given ? given.password : null
  const name = 'name' in given ? given.name : null

  let authenticated: Authenticated | null = null
  let passwordHash: string | null = null
  if (!isSignedIn && row.has_account) {
    if (password === null)
      throw fieldRefusal(
        '/password',
        'required',
        'There is an account with this address. Sign in to it, or type its password.',
      )
    authenticated = await authenticate(parts, origin, {
      email: row.email,
      password,
      deviceToken: visitor.deviceToken,
    })
  } else if (!isSignedIn) {
    if (password === null || name === null)
      throw fieldRefusal(
        name === null ? '/name' : '/password',
        'required',
        'Choose a name and a password for the new account.',
      )
    await refuseWeakPassword(password, { email: row.email, names: [name] })
    passwordHash = await hashPassword(password)
  }

  const principal: Principal = { kind: 'link', linkId: row.id, name: name ?? row.email }
  return parts.database.transaction(openOrganization(organizationId, principal), origin, async (tx) => {
    if ((await tx.change(accept(organizationId, found.tokenHash, tx.now))) === 0) throw deadLink()
    if (authenticated) await passAuthenticated(tx, authenticated)
    const person = await personWhoJoins(tx, row, name, passwordHash)
    const membership = await tx.first(join(organizationId, newId(), person.id, row.role_id, tx.now))
    if (!membership) throw new Refusal('already_member', 'You are a member of this organization already.')
    tx.later(dropOverrides(organizationId, membership.id))
    tx.later(enterDirectory(person.id, organizationId, 'member', tx.now))
    tx.record({
      action: 'members.joined',
      entityKind: 'membership',
      entityId: membership.id,
      after: { email: row.email, role: row.role_key },
    })
    tx.announce('member.joined', { membership_id: membership.id })
    const entry = (await tx.first(organizationEntryOf(organizationId, person.id))) as EntryRow
    return {
      entry,
      session: isSignedIn ? null : startSession(tx, { userId: person.id, realm: 'staff', visitor }),
    }
  })
}

async function isInvitedPerson(
  parts: AppParts,
  sessionToken: string | null,
  row: OpenRow,
  given: Acceptance,
): Promise<boolean> {
  if (!sessionToken || 'password' in given) return false
  const [persons] = await parts.database.look(personOfSession(sha256(sessionToken), parts.database.now()))
  if (!persons[0]) return false
  if (persons[0].email_key !== row.email_key)
    throw new Refusal(
      'invitation_for_another',
      `This invitation is for ${row.email}. Sign out, and open the link again.`,
    )
  return true
}

async function personWhoJoins(
  tx: Tx,
  row: OpenRow,
  name: string | null,
  passwordHash: string | null,
): Promise<Person> {
  const [, persons] = await tx.batch([
    insertPerson(newId(), row.email, row.email_key, name ?? row.email, 'en', null, tx.now, tx.now),
    personByEmail(row.email_key),
  ])
  const person = persons[0] && (await tx.first(takeOver(persons[0].id, tx.now, null)))
  if (!person) throw deadLink()
  // Somebody got a password in the meantime, through a reset: theirs holds.
  if (passwordHash && name && !person.password_hash)
    await tx.change(setNameAndPassword(person.id, name, passwordHash, tx.now))
  return person
}

const deadLink = (): Refusal =>
  new Refusal('token_invalid', 'This invitation is no longer valid. Ask for a new one.')
