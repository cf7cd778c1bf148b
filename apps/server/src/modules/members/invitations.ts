import type { Invitation } from '@portico/contract'
import type { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { fieldRefusal, notFound, Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { MemberPrincipal } from '../../platform/principal.ts'
import { queueEmail } from '../emails/index.ts'
import { newInvitationToken } from './invitation-token.ts'
import { invitationById, presentInvitation, roleById, type InvitationRow, type RoleRow } from './reads.ts'
import { invitationStatus, refuseGrant } from './rules.ts'

type Shown = z.output<typeof Invitation>
const validDays = 7

const memberOfAddress = statement<{ one: number }>(
  `select 1 as one from memberships m join users u on u.id = m.user_id where m.organization_id = $1 and u.email_key = $2 and m.status <> 'removed'`,
)
const factsForMail = statement<{ name: string; locale: string }>(
  'select o.name, s.locale from organizations o join organization_settings s on s.organization_id = o.id where o.id = $1 and s.organization_id = $1',
)
// One waiting invitation per address: inviting again renews it, and the link that went out before is void.
const upsert = statement<{ id: string; is_new: boolean }>(
  `insert into invitations (organization_id, id, email, email_key, role_id, token_hash, invited_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (organization_id, email_key) where status = 'pending' do update
     set email = excluded.email, role_id = excluded.role_id, token_hash = excluded.token_hash, invited_by = excluded.invited_by, created_at = excluded.created_at,
       expires_at = excluded.expires_at, version = invitations.version + 1
   returning id, (xmax = 0) as is_new`,
)
const renew = statement(
  'update invitations set token_hash = $3, expires_at = $4, version = version + 1 where organization_id = $1 and id = $2',
)
const lockInvitation = statement(
  'select id from invitations where organization_id = $1 and id = $2 for update',
)
const revoke = statement(
  `update invitations set status = 'revoked', decided_at = $3, version = version + 1 where organization_id = $1 and id = $2`,
)

/** Invites a person by mail, with a link that works for 7 days. @throws Refusal already_member, permission_denied; validation_failed for an unknown role */
export async function invite(
  parts: AppParts,
  tx: Tx,
  given: { email: string; role_id: string },
): Promise<Shown> {
  tx.allow('members.invitation.manage')
  const organizationId = tx.organizationId
  const member = tx.principal as MemberPrincipal
  const key = emailKey(given.email)
  const [roles, known, facts] = await tx.batch([
    roleById(organizationId, given.role_id),
    memberOfAddress(organizationId, key),
    factsForMail(organizationId),
  ])
  const role = roles[0]
  if (!role) throw fieldRefusal('/role_id', 'unknown_id', 'There is no such role.')
  refuseGrant(member.permissions, role)
  if (known.length > 0) throw new Refusal('already_member', 'This person is a member already.')

  const { token, tokenHash } = newInvitationToken(organizationId)
  const expiresAt = expiryFrom(tx.now)
  const row = (await tx.first(
    upsert(
      organizationId,
      newId(),
      given.email,
      key,
      role.id,
      tokenHash,
      member.membershipId,
      tx.now,
      expiresAt,
    ),
  )) as { id: string; is_new: boolean }
  tx.record({
    action: row.is_new ? 'invitations.created' : 'invitations.renewed',
    entityKind: 'invitation',
    entityId: row.id,
    after: { email: given.email, role: role.key },
  })
  tx.announce('invitation.created', { invitation_id: row.id })
  mail(parts, tx, {
    id: row.id,
    email: given.email,
    token,
    role: role.name,
    expiresAt,
    ...(facts[0] as { name: string; locale: string }),
  })
  return presentInvitation(
    {
      id: row.id,
      email: given.email,
      role_id: role.id,
      role_key: role.key,
      role_name: role.name,
      status: 'pending',
      invited_by: member.name,
      created_at: tx.now,
      expires_at: expiresAt,
    },
    tx.now,
  )
}

/** Sends a waiting or expired invitation again; the link before is void. @throws Refusal not_found, status_transition_denied, permission_denied */
export async function resend(parts: AppParts, tx: Tx, invitationId: string): Promise<Shown> {
  tx.allow('members.invitation.manage')
  const organizationId = tx.organizationId
  const row = await held(tx, invitationId)
  if (row.status !== 'pending') throw denied(row, tx.now)
  const [roles, facts] = await tx.batch([roleById(organizationId, row.role_id), factsForMail(organizationId)])
  refuseGrant((tx.principal as MemberPrincipal).permissions, roles[0] as RoleRow)
  const { token, tokenHash } = newInvitationToken(organizationId)
  const expiresAt = expiryFrom(tx.now)
  tx.later(renew(organizationId, invitationId, tokenHash, expiresAt))
  tx.record({ action: 'invitations.resent', entityKind: 'invitation', entityId: invitationId })
  mail(parts, tx, {
    id: invitationId,
    email: row.email,
    token,
    role: row.role_name,
    expiresAt,
    ...(facts[0] as { name: string; locale: string }),
  })
  return presentInvitation({ ...row, expires_at: expiresAt }, tx.now)
}

/** Revokes an invitation that nobody has accepted; its link is void at once. @throws Refusal not_found, status_transition_denied */
export async function revokeInvitation(tx: Tx, invitationId: string): Promise<Shown> {
  tx.allow('members.invitation.manage')
  const row = await held(tx, invitationId)
  if (row.status !== 'pending') throw denied(row, tx.now)
  tx.later(revoke(tx.organizationId, invitationId, tx.now))
  tx.record({
    action: 'invitations.revoked',
    entityKind: 'invitation',
    entityId: invitationId,
    before: { email: row.email, role: row.role_key },
  })
  tx.announce('invitation.revoked', { invitation_id: invitationId })
  return presentInvitation({ ...row, status: 'revoked' }, tx.now)
}

async function held(tx: Tx, invitationId: string): Promise<InvitationRow> {
  const [, rows] = await tx.batch([
    lockInvitation(tx.organizationId, invitationId),
    invitationById(tx.organizationId, invitationId),
  ])
  if (!rows[0]) throw notFound('invitation')
  return rows[0]
}

const denied = (row: InvitationRow, now: string): Refusal =>
  new Refusal(
    'status_transition_denied',
    `This invitation is ${invitationStatus(row, now)}; only one that waits can be changed.`,
  )
const expiryFrom = (now: string): string => new Date(Date.parse(now) + validDays * 86_400_000).toISOString()

function mail(
  parts: AppParts,
  tx: Tx,
  given: {
    id: string
    email: string
    token: string
    role: string
    expiresAt: string
    name: string
    locale: string
  },
): void {
  const inviter = (tx.principal as MemberPrincipal).name
  queueEmail(parts, tx, {
    template: 'invitation',
    to: [given.email],
    locale: given.locale,
    subject: `Invitation to ${given.name}`,
    props: {
      inviter,
      organization: given.name,
      role: given.role,
      url: `${parts.config.publicUrl}/invitations/${given.token}`,
      expiresOn: given.expiresAt.slice(0, 10),
    },
    entity: { kind: 'invitation', id: given.id },
  })
}
