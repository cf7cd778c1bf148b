import { createHash } from 'node:crypto'
import { roleSeeds, type RoleSeed } from '@portico/contract'
import { statement, type Database, type Tx } from '../../platform/database/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'

type Offer = Pick<RoleSeed, 'key' | 'permissions'>
type RoleRow = { id: string; key: string; held: string[]; offered: string[] | null }

const system = systemPrincipal('permissions')

/** The mark of a written table of roles: an organization that carries it has been offered all that stands there. */
export const markOf = (offers: readonly Offer[]): string =>
  createHash('sha256')
    .update(JSON.stringify(offers.map(({ key, permissions }) => [key, permissions.toSorted()])))
    .digest('hex')

const organizationsWithout = statement<{ id: string }>(
  'select id from organizations where offered_roles is distinct from $1 order by id',
)
/** Of several processes that start, one goes on; the others wait for it and find the mark. */
const holdWithout = statement<{ id: string }>(
  'select id from organizations where id = $1 and offered_roles is distinct from $2 for update',
)
const seededRoles = statement<RoleRow>(
  `select r.id, r.key, r.offered_permissions as offered,
     array(select p.permission from role_permissions p where p.organization_id = r.organization_id and p.role_id = r.id) as held
   from roles r where r.organization_id = $1 and r.kind in ('system', 'preset') order by r.position for update of r`,
)
const grant = statement(
  `insert into role_permissions (organization_id, role_id, permission) select $1, $2, unnest($3::text[]) on conflict do nothing`,
)
const remember = statement(
  'update roles set offered_permissions = $3, version = version + $4 where organization_id = $1 and id = $2',
)
const mark = statement('update organizations set offered_roles = $2 where id = $1')

/**
 * Gives the roles of organizations that exist what the written table offers them for the first time: permissions that came with a later
 * version. What was offered before is not offered again, so what an admin took from a role stays away; roles that an organization made
 * itself are left alone. Done by every process that starts, and a look at one table where nothing is new.
 * @returns how many organizations were given something
 */
export async function offerPermissions(
  database: Database,
  offers: readonly Offer[] = roleSeeds,
): Promise<number> {
  const current = markOf(offers)
  const [waiting] = await database.look(organizationsWithout(current))
  let given = 0
  for (const { id } of waiting)
    if (await database.withOrganization(id, system, (tx) => offerTo(tx, offers, current))) given++
  return given
}

async function offerTo(tx: Tx, offers: readonly Offer[], current: string): Promise<boolean> {
  const { organizationId } = tx
  const [held, roles] = await tx.batch([holdWithout(organizationId, current), seededRoles(organizationId)])
  if (held.length === 0) return false
  const after: Record<string, string[]> = {}
  for (const role of roles) {
    const offer = offers.find(({ key }) => key === role.key)
    if (!offer) continue
    const before = new Set(role.offered ?? role.held)
    const fresh = offer.permissions.filter((permission) => !before.has(permission))
    if (fresh.length === 0 && role.offered) continue
    tx.later(remember(organizationId, role.id, [...before, ...fresh].toSorted(), fresh.length > 0 ? 1 : 0))
    const missing = fresh.filter((permission) => !role.held.includes(permission))
    if (missing.length === 0) continue
    tx.later(grant(organizationId, role.id, missing))
    after[role.key] = missing
  }
  tx.later(mark(organizationId, current))
  const hasNew = Object.keys(after).length > 0
  if (hasNew)
    tx.record({
      action: 'organizations.permissions_introduced',
      entityKind: 'organization',
      entityId: organizationId,
      after,
    })
  return hasNew
}
