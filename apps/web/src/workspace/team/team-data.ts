import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { paths } from '@portico/sdk'
import { api, ifMatch, unwrap, type Schema } from '../../shared/api.ts'

export type Member = Schema<'Member'>
export type Role = Schema<'Role'>
export type Invitation = Schema<'Invitation'>
type MemberChange =
  paths['/v1/members/{membership_id}']['patch']['requestBody']['content']['application/json']
type MembersQuery = NonNullable<paths['/v1/members']['get']['parameters']['query']>

export const membersQuery = (query: MembersQuery) =>
  queryOptions({
    queryKey: ['members', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/members', { params: { query }, signal })),
  })

/** Those who can be given something to look after. */
export const activeMembersQuery = membersQuery({ status: 'active', limit: 100 })

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/roles', { signal })),
})

export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/permissions', { signal })),
  staleTime: 600_000,
})

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/invitations', { params: { query: { limit: 100 } }, signal })),
})

export function useUpdateMember() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ member, body }: { member: Member; body: MemberChange }) => {
      const changed = await unwrap(
        api.PATCH('/v1/members/{membership_id}', {
          params: { path: { membership_id: member.id }, header: ifMatch(member.version) },
          body,
        }),
      )
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['members'] }),
        queries.invalidateQueries({ queryKey: ['roles'] }),
        queries.invalidateQueries({ queryKey: ['workspace'] }),
      ])
      return changed
    },
  })
}

export function useInvite() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: { email: string; role_id: string }) => {
      const invitation = await unwrap(api.POST('/v1/invitations', { body }))
      await queries.invalidateQueries({ queryKey: ['invitations'] })
      return invitation
    },
  })
}

/** Sends an invitation again with a new link, or revokes it. */
export function useInvitationDeed(deed: 'resend' | 'revoke') {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (invitation: Invitation) => {
      const params = { path: { invitation_id: invitation.id } }
      const changed = await unwrap(
        deed === 'resend'
          ? api.POST('/v1/invitations/{invitation_id}/resend', { params })
          : api.POST('/v1/invitations/{invitation_id}/revoke', { params }),
      )
      await queries.invalidateQueries({ queryKey: ['invitations'] })
      return changed
    },
  })
}
