import {
  createOrganization,
  getWorkspace,
  removeLogo,
  updateOrganization,
  uploadLogo,
} from '@portico/contract'
import { todayIn } from '@portico/money'
import type { AppParts } from '../../app-parts.ts'
import { Refusal } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import type { MemberPrincipal, PersonPrincipal } from '../../platform/principal.ts'
import { prepareLogo } from '../../platform/uploads/index.ts'
import { withStoredFile } from '../files/index.ts'
import { createOrganizationFor, refuseUnknownCurrency } from './create-organization.ts'
import { organizationEntryOf, presentEntry, type EntryRow } from './entries.ts'
import { changeLogo } from './logo.ts'
import { organizationById, presentOrganization, rolesByKey, type OrganizationRow } from './reads.ts'
import { updateSettings } from './update-settings.ts'

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(createOrganization, async (call) => {
    refuseUnknownCurrency(call.body.currency, '/currency')
    return call.command(async (tx) => {
      const person = tx.principal as PersonPrincipal
      if (parts.config.registration === 'invite' && !person.isPlatformAdmin)
        throw new Refusal(
          'registration_closed',
          'Organizations are made by the person who runs this installation. Ask them for one.',
        )
      const { organizationId } = await createOrganizationFor(tx, person.userId, call.body)
      return presentEntry((await tx.first(organizationEntryOf(organizationId, person.userId))) as EntryRow)
    })
  })

  edge.handle(getWorkspace, async (call) => {
    const { principal, rows } = await call.read(
      organizationById(call.organizationId),
      rolesByKey(call.organizationId),
    )
    const member = principal as MemberPrincipal
    const organization = presentOrganization(rows[0]?.[0] as OrganizationRow)
    const role = (rows[1] as { key: string; name: string }[]).find(({ key }) => key === member.roleKey)
    return {
      organization,
      membership: {
        id: member.membershipId,
        role: { key: member.roleKey, name: role?.name ?? member.roleKey },
        is_limited_to_assigned_clients: member.isLimited,
      },
      permissions: [...member.permissions].toSorted(),
      today: todayIn(organization.timezone, new Date(call.now)),
    }
  })

  edge.handle(updateOrganization, async (call) =>
    call.command((tx) => updateSettings(tx, call.body, call.expectedVersion)),
  )

  edge.handle(uploadLogo, async (call) => {
    const received = call.file
    if (!received) throw new Error('the edge lets no upload through without its file')
    const logo = await prepareLogo(received.path)
    try {
      return await withStoredFile(parts, call.organizationId, logo, 'logo', async (file, keep) => {
        const answer = await call.command((tx) => changeLogo(tx, file))
        if (call.reply.getHeader('idempotency-replayed') === undefined) keep()
        return answer
      })
    } finally {
      await logo.dispose()
    }
  })

  edge.handle(removeLogo, async (call) => call.command((tx) => changeLogo(tx, null)))
}
