import { z } from 'zod'
import { id } from './ids.ts'
import { NewPassword, OrganizationEntry } from './identity.ts'
import { member, operation } from './operation.ts'
import { permissionKeys } from './permissions.ts'
import { Email, Instant, line, listOf, pageQuery, Version } from './pieces.ts'

export const Member = z
  .strictObject({
    id: id('membership'),
    user_id: id('user'),
    name: z.string(),
    email: z.string(),
    title: z.string().nullable(),
    role: z.strictObject({ id: id('role'), key: z.string(), name: z.string() }),
    status: z.enum(['active', 'suspended', 'removed']),
    is_limited_to_assigned_clients: z.boolean(),
    last_login_at: Instant.nullable(),
    created_at: Instant,
    version: Version,
  })
  .meta({ id: 'Member' })
const membershipParams = z.strictObject({ membership_id: id('membership') })
export const listMembers = operation({
  id: 'members.list',
  method: 'GET',
  path: '/v1/members',
  access: member('members.member.read'),
  summary: 'The team',
  query: z.strictObject({ ...pageQuery, status: z.enum(['active', 'suspended', 'removed']).optional() }),
  answer: listOf(Member),
})
export const updateMember = operation({
  id: 'members.update',
  method: 'PATCH',
  path: '/v1/members/{membership_id}',
  access: member('members.member.manage'),
  versioned: true,
  params: membershipParams,
  answer: Member,
  summary: 'Change a member’s role, title or reach',
  body: z.strictObject({
    role_id: id('role').optional(),
    title: line(80).nullable().optional(),
    is_limited_to_assigned_clients: z.boolean().optional(),
  }),
  problems: ['last_owner', 'permission_denied'],
})
export const Role = z
  .strictObject({
    id: id('role'),
    key: z.string(),
    name: z.string(),
    kind: z.enum(['system', 'preset', 'custom']),
    permissions: z.array(z.enum(permissionKeys)),
    members: z.number().int(),
  })
  .meta({ id: 'Role' })
export const listRoles = operation({
  id: 'roles.list',
  method: 'GET',
  path: '/v1/roles',
  access: member('members.role.read'),
  summary: 'Roles and what each may do',
  answer: z.strictObject({ data: z.array(Role) }),
})
export const listPermissions = operation({
  id: 'permissions.list',
  method: 'GET',
  path: '/v1/permissions',
  access: member('members.role.read'),
  summary: 'The catalogue of permissions',
  answer: z.strictObject({
    data: z.array(
      z.strictObject({ key: z.enum(permissionKeys), module: z.string(), description: z.string() }),
    ),
  }),
})

export const Invitation = z
  .strictObject({
    id: id('invitation'),
    email: z.string(),
    role: z.strictObject({ id: id('role'), key: z.string(), name: z.string() }),
    status: z.enum(['pending', 'accepted', 'revoked', 'expired']),
    invited_by: z.string(),
    created_at: Instant,
    expires_at: Instant,
  })
  .meta({ id: 'Invitation' })
const invitationParams = z.strictObject({ invitation_id: id('invitation') })
export const listInvitations = operation({
  id: 'invitations.list',
  method: 'GET',
  path: '/v1/invitations',
  access: member('members.invitation.manage'),
  summary: 'Invitations',
  query: z.strictObject(pageQuery),
  answer: listOf(Invitation),
})
export const createInvitation = operation({
  id: 'invitations.create',
  method: 'POST',
  path: '/v1/invitations',
  access: member('members.invitation.manage'),
  status: 201,
  answer: Invitation,
  summary: 'Invite a person by email; valid for 7 days',
  body: z.strictObject({ email: Email, role_id: id('role') }),
  problems: ['already_member', 'permission_denied'],
})
export const resendInvitation = operation({
  id: 'invitations.resend',
  method: 'POST',
  path: '/v1/invitations/{invitation_id}/resend',
  access: member('members.invitation.manage'),
  params: invitationParams,
  answer: Invitation,
  summary: 'Send it again with a new link, valid for 7 days more',
  problems: ['status_transition_denied'],
})
export const revokeInvitation = operation({
  id: 'invitations.revoke',
  method: 'POST',
  path: '/v1/invitations/{invitation_id}/revoke',
  access: member('members.invitation.manage'),
  params: invitationParams,
  answer: Invitation,
  summary: 'Revoke an invitation',
  problems: ['status_transition_denied'],
})
export const OpenInvitation = z
  .strictObject({
    organization_name: z.string(),
    logo_url: z.string().nullable(),
    brand_color: z.string(),
    email: z.string(),
    role_name: z.string(),
    has_account: z.boolean(),
    expires_at: Instant,
  })
  .meta({ id: 'OpenInvitation' })
export const readInvitation = operation({
  id: 'invitation_links.get',
  method: 'GET',
  path: '/v1/invitation-links/{token}',
  access: { who: 'link' },
  limit: 'public',
  answer: OpenInvitation,
  summary: 'What an invitation offers',
  params: z.strictObject({ token: z.string().max(300) }),
  problems: ['token_invalid'],
})
export const acceptInvitation = operation({
  id: 'invitation_links.accept',
  method: 'POST',
  path: '/v1/invitation-links/{token}/accept',
  access: { who: 'link' },
  limit: 'auth',
  answer: OrganizationEntry,
  summary:
    'Join the organization; a new person sets name and password, a known one must be signed in or give the password',
  params: z.strictObject({ token: z.string().max(300) }),
  body: z.union([
    z.strictObject({ name: line(120), password: NewPassword }),
    z.strictObject({ password: z.string().min(1).max(200) }),
    z.strictObject({}),
  ]),
  problems: [
    'token_invalid',
    'wrong_credentials',
    'account_locked',
    'invitation_for_another',
    'password_too_weak',
    'already_member',
  ],
})
