import {
  acceptInvitation as acceptOperation,
  createInvitation,
  listInvitations,
  listMembers,
  listPermissions,
  listRoles,
  readInvitation,
  resendInvitation,
  revokeInvitation as revokeOperation,
  updateMember as updateOperation,
} from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { giveSession, visitorOf } from '../identity/index.ts'
import { presentEntry } from '../organizations/index.ts'
import { acceptInvitation, findInvitation, presentOpenInvitation } from './accept-invitation.ts'
import { invite, resend, revokeInvitation } from './invitations.ts'
import {
  allPermissions,
  invitationsAfter,
  invitationsBefore,
  membersAfter,
  membersBefore,
  presentInvitation,
  presentMember,
  rolesWithMembers,
  type InvitationRow,
  type MemberRow,
  type RoleRow,
} from './reads.ts'
import { updateMember } from './update-member.ts'

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(listMembers, async (call) => {
    const page = call.page(call.query)
    const [id = null] = page.position ?? []
    const members = page.isBackwards ? membersBefore : membersAfter
    const { rows } = await call.read(
      members(call.organizationId, call.query.status ?? null, id, page.limit + 1),
    )
    return edge.pages.answer(page, rows[0] as MemberRow[], (row) => [row.id], presentMember)
  })

  edge.handle(updateOperation, async (call) =>
    call.command((tx) => updateMember(tx, call.params.membership_id, call.body, call.expectedVersion)),
  )

  edge.handle(listRoles, async (call) => {
    const { rows } = await call.read(rolesWithMembers(call.organizationId))
    return { data: rows[0] as RoleRow[] }
  })

  edge.handle(listPermissions, async (call) => {
    const { rows } = await call.read(allPermissions())
    return { data: rows[0] as { key: RoleRow['permissions'][number]; module: string; description: string }[] }
  })

  edge.handle(listInvitations, async (call) => {
    const page = call.page(call.query)
    const [at = null, id = null] = page.position ?? []
    const invitations = page.isBackwards ? invitationsBefore : invitationsAfter
    const { rows } = await call.read(invitations(call.organizationId, at, id, page.limit + 1))
    return edge.pages.answer(
      page,
      rows[0] as InvitationRow[],
      (row) => [row.created_at, row.id],
      (row) => presentInvitation(row, call.now),
    )
  })

  edge.handle(createInvitation, async (call) => call.command((tx) => invite(parts, tx, call.body)))
  edge.handle(resendInvitation, async (call) =>
    call.command((tx) => resend(parts, tx, call.params.invitation_id)),
  )
  edge.handle(revokeOperation, async (call) =>
    call.command((tx) => revokeInvitation(tx, call.params.invitation_id)),
  )

  edge.handle(readInvitation, async (call) =>
    presentOpenInvitation(await findInvitation(parts, call.params.token)),
  )

  edge.handle(acceptOperation, async (call) => {
    const { entry, session } = await acceptInvitation(
      parts,
      call.origin,
      visitorOf(call),
      call.params.token,
      call.body,
    )
    if (session) giveSession(call, session)
    return presentEntry(entry)
  })
}
