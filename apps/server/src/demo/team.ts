import { createInvitation, listInvitations, listRoles, revokeInvitation } from '@portico/contract'
import type { ApiCaller } from './api-caller.ts'
import type { Story } from './story.ts'

/** What happens in a team: somebody is expected, somebody was uninvited. */
export async function livesOfTheTeam(api: ApiCaller, story: Story): Promise<void> {
  const { data: roles } = await api.call(listRoles)
  const role_id = roles.find(({ key }) => key === 'member')?.id as string
  const domain = story.people[0]?.email.split('@')[1] as string
  await api.call(createInvitation, { body: { email: `new@${domain}`, role_id } })
  await api.call(createInvitation, { body: { email: `wrong@${domain}`, role_id } })
  const { data: invitations } = await api.call(listInvitations)
  const wrong = invitations.find(({ email }) => email.startsWith('wrong@'))
  if (wrong) await api.call(revokeInvitation, { params: { invitation_id: wrong.id } })
}
