import type { Invitation, Member, Permission } from '@portico/contract'
import type { z } from 'zod'
import { statement } from '../../platform/database/index.ts'
import { invitationStatus, type RoleFacts } from './rules.ts'

export type MemberRow = {
  id: string
  user_id: string
  name: string
  email: string
  title: string | null
  role_id: string
  role_key: string
  role_name: string
  status: 'active' | 'suspended' | 'removed'
  is_limited_to_assigned_clients: boolean
  last_login_at: string | null
  created_at: string
  version: number
}

const memberColumns = `m.id, m.user_id, u.name, u.email, m.title, m.role_id, r.key as role_key, r.name as role_name, m.status, m.is_limited_to_assigned_clients,
  u.last_login_at, m.created_at, m.version`
const memberTables = `memberships m join roles r on r.organization_id = m.organization_id and r.id = m.role_id join users u on u.id = m.user_id`

export const memberById = statement<MemberRow>(
  `select ${memberColumns} from ${memberTables} where m.organization_id = $1 and m.id = $2`,
)
// The order of the primary key: who came first stands first. `$2` is the status wished for, `$3` the id before the page.
export const membersAfter = statement<MemberRow>(
  `select ${memberColumns} from ${memberTables} where m.organization_id = $1 and ($2::text is null or m.status = $2) and ($3::uuid is null or m.id > $3) order by m.id limit $4`,
)
export const membersBefore = statement<MemberRow>(
  `select ${memberColumns} from ${memberTables} where m.organization_id = $1 and ($2::text is null or m.status = $2) and ($3::uuid is null or m.id < $3) order by m.id desc limit $4`,
)

export const presentMember = (row: MemberRow): z.output<typeof Member> => ({
  id: row.id,
  user_id: row.user_id,
  name: row.name,
  email: row.email,
  title: row.title,
  role: { id: row.role_id, key: row.role_key, name: row.role_name },
  status: row.status,
  is_limited_to_assigned_clients: row.is_limited_to_assigned_clients,
  last_login_at: row.last_login_at,
  created_at: row.created_at,
  version: row.version,
})

export type RoleRow = RoleFacts & {
  kind: 'system' | 'preset' | 'custom'
  permissions: Permission[]
  members: number
}

const roleColumns = `r.id, r.key, r.name, r.kind,
  array(select p.permission from role_permissions p where p.organization_id = r.organization_id and p.role_id = r.id order by p.permission) as permissions`
export const rolesWithMembers = statement<RoleRow>(
  `select ${roleColumns}, (select count(*) from memberships m where m.organization_id = r.organization_id and m.role_id = r.id and m.status <> 'removed') as members
   from roles r where r.organization_id = $1 order by r.position, r.id`,
)
export const roleById = statement<RoleRow>(
  `select ${roleColumns} from roles r where r.organization_id = $1 and r.id = $2`,
)
export const allPermissions = statement<{ key: Permission; module: string; description: string }>(
  'select key, module, description from permissions order by key',
)

export type InvitationRow = {
  id: string
  email: string
  role_id: string
  role_key: string
  role_name: string
  status: 'pending' | 'accepted' | 'revoked'
  invited_by: string
  created_at: string
  expires_at: string
}

const invitationColumns = `i.id, i.email, i.role_id, r.key as role_key, r.name as role_name, i.status, u.name as invited_by, i.created_at, i.expires_at`
const invitationTables = `invitations i
  join roles r on r.organization_id = i.organization_id and r.id = i.role_id
  join memberships m on m.organization_id = i.organization_id and m.id = i.invited_by
  join users u on u.id = m.user_id`

export const invitationById = statement<InvitationRow>(
  `select ${invitationColumns} from ${invitationTables} where i.organization_id = $1 and i.id = $2`,
)
export const invitationsAfter = statement<InvitationRow>(
  `select ${invitationColumns} from ${invitationTables} where i.organization_id = $1 and ($2::timestamptz is null or (i.created_at, i.id) < ($2, $3::uuid)) order by i.created_at desc, i.id desc limit $4`,
)
export const invitationsBefore = statement<InvitationRow>(
  `select ${invitationColumns} from ${invitationTables} where i.organization_id = $1 and (i.created_at, i.id) > ($2::timestamptz, $3::uuid) order by i.created_at, i.id limit $4`,
)

export const presentInvitation = (row: InvitationRow, now: string): z.output<typeof Invitation> => ({
  id: row.id,
  email: row.email,
  role: { id: row.role_id, key: row.role_key, name: row.role_name },
  status: invitationStatus(row, now),
  invited_by: row.invited_by,
  created_at: row.created_at,
  expires_at: row.expires_at,
})
