import { isCurrency } from '@portico/money'
import { statement, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { seedOrganization } from './seed-organization.ts'
import { freeSlug, isReservedSlug } from './slugs.ts'

export type OrganizationWish = {
  name: string
  slug?: string | undefined
  country?: string | undefined
  currency?: string | undefined
  timezone?: string | undefined
}

const insertOwner = statement(
  'insert into memberships (organization_id, id, user_id, role_id, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)',
)
const mirror = statement(
  `insert into directory (user_id, organization_id, kind, created_at) values ($1, $2, 'member', $3) on conflict do nothing`,
)

/**
 * Makes an organization with its settings and roles, owned by a person, within a transaction that works for no organization yet and
 * works for this one afterwards. @throws Refusal slug_taken
 */
export async function createOrganizationFor(
  tx: Tx,
  userId: string,
  wish: OrganizationWish,
): Promise<{ organizationId: string; membershipId: string }> {
  if (wish.slug && isReservedSlug(wish.slug))
    throw new Refusal('slug_taken', 'This address is taken. Choose another.', {
      errors: [{ pointer: '/slug', code: 'slug_taken', detail: 'This address is taken' }],
    })
  const slug = wish.slug ?? (await freeSlug(tx, wish.name))
  const { organizationId, roleIds } = await seedOrganization(tx, {
    name: wish.name,
    slug,
    country: wish.country ?? null,
    ...(wish.currency && { currency: wish.currency }),
    ...(wish.timezone && { timezone: wish.timezone }),
  })
  const membershipId = newId()
  await tx.batch([
    insertOwner(organizationId, membershipId, userId, roleIds.get('owner'), tx.now),
    mirror(userId, organizationId, tx.now),
  ])
  tx.record({
    action: 'organizations.created',
    entityKind: 'organization',
    entityId: organizationId,
    after: { name: wish.name, slug },
  })
  tx.announce('member.joined', { membership_id: membershipId })
  return { organizationId, membershipId }
}

/** @throws Refusal validation_failed where there is no such currency */
export function refuseUnknownCurrency(code: string | undefined, pointer: string): void {
  if (code !== undefined && !isCurrency(code))
    throw fieldRefusal(pointer, 'unknown_currency', 'There is no such currency.')
}
