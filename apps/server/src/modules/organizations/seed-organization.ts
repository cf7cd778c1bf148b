import { roleSeeds } from '@portico/contract'
import { db, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { markOf } from './offer-permissions.ts'

export type NewOrganization = {
  name: string
  slug: string
  country?: string | null
  currency?: string
  timezone?: string
  locale?: string
  mode?: 'live' | 'test'
}

/** Self-hosted without billing, the default plan is unlimited (DESIGN.md, decision 4). */
const defaultPlan = 'self_hosted'

/**
 * The rows that every organization starts with: itself, its settings, and the roles of the written table (permissions.ts). The
 * transaction works for the new organization afterwards.
 * @returns the organization's id and the id of each role by key
 * @throws the constraint organizations__slug where the slug is taken
 */
export async function seedOrganization(
  tx: Tx,
  given: NewOrganization,
): Promise<{ organizationId: string; roleIds: ReadonlyMap<string, string> }> {
  const organizationId = newId()
  await tx.all(
    db.insertInto('organizations').values((eb) => ({
      id: organizationId,
      slug: given.slug,
      name: given.name,
      mode: given.mode ?? 'live',
      offered_roles: markOf(roleSeeds),
      plan_id: eb.selectFrom('plans').select('id').where('key', '=', defaultPlan),
      created_at: tx.now,
      updated_at: tx.now,
    })),
  )
  await tx.enter(organizationId)
  const roleIds = new Map(roleSeeds.map((role) => [role.key, newId()]))
  const roleId = (key: string): string => roleIds.get(key) as string
  await tx.batch([
    db.insertInto('organization_settings').values({
      organization_id: organizationId,
      ...(given.country && { country: given.country }),
      ...(given.currency && { base_currency: given.currency }),
      ...(given.timezone && { timezone: given.timezone }),
      ...(given.locale && { locale: given.locale }),
      paper: given.country && ['US', 'CA', 'MX', 'PH', 'CO', 'CL'].includes(given.country) ? 'Letter' : 'A4',
      created_at: tx.now,
      updated_at: tx.now,
    }),
    db.insertInto('roles').values(
      roleSeeds.map((role, position) => ({
        organization_id: organizationId,
        id: roleId(role.key),
        key: role.key,
        name: role.name,
        kind: role.kind,
        position,
        offered_permissions: [...role.permissions],
        created_at: tx.now,
      })),
    ),
    db.insertInto('role_permissions').values(
      roleSeeds.flatMap((role) =>
        role.permissions.map((permission) => ({
          organization_id: organizationId,
          role_id: roleId(role.key),
          permission,
        })),
      ),
    ),
  ])
  tx.announce('organization.created', { organization_id: organizationId })
  return { organizationId, roleIds }
}
