import type { PlatformOrganization } from '@portico/contract'
import { sql } from 'kysely'
import type { z } from 'zod'
import { db, statement, type Tx } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import type { PageRequest } from '../../platform/http/pages.ts'
import { throughTheDoor } from './door.ts'
import { containing } from './containing.ts'

type Shown = z.output<typeof PlatformOrganization>
export type OrganizationRow = Omit<Shown, 'plan' | 'size'> & {
  plan_key: string
  plan_name: string
  members: number | null
  clients: number | null
  invoices: number | null
  file_bytes: number | null
  counted_at: string | null
}

const columns = [
  'o.id',
  'o.slug',
  'o.name',
  'o.mode',
  'o.status',
  'o.status_reason',
  'o.status_changed_at',
  'o.created_at',
  'p.key as plan_key',
  'p.name as plan_name',
  's.members',
  's.clients',
  's.invoices',
  's.file_bytes',
  's.counted_at',
] as const

/** Rows of the global tables only: that it exists, and how large it is. */
export function organizationPage(
  page: PageRequest,
  filters: { search?: string | undefined; status?: 'active' | 'suspended' | undefined },
) {
  const order = page.isBackwards ? 'asc' : 'desc'
  let query = db
    .selectFrom('organizations as o')
    .innerJoin('plans as p', 'p.id', 'o.plan_id')
    .leftJoin('organization_sizes as s', 's.organization_id', 'o.id')
    .select(columns)
    .where('o.status', filters.status ? '=' : '<>', filters.status ?? 'deleted')
    .orderBy('o.created_at', order)
    .orderBy('o.id', order)
    .limit(page.limit + 1)
  if (filters.search)
    query = query.where(sql`lower(o.name) || ' ' || o.slug`, 'like', containing(filters.search))
  if (page.position) {
    const [at, id] = page.position as [string, string]
    query = query.where((eb) =>
      eb(eb.refTuple('o.created_at', 'o.id'), page.isBackwards ? '>' : '<', eb.tuple(at, id)),
    )
  }
  return query.compile()
}

const oneOrganization = statement<OrganizationRow>(
  `select ${columns.join(', ')} from organizations o join plans p on p.id = o.plan_id left join organization_sizes s on s.organization_id = o.id where o.id = $1`,
)
const lockOrganization = statement<{ name: string; status: string }>(
  'select name, status from organizations where id = $1 for update',
)
const setStatus = statement(
  'update organizations set status = $2, status_reason = $3, status_changed_at = $4, updated_at = $4, version = version + 1 where id = $1',
)

/**
 * Suspends or reopens an organization. Sessions belong to people and stay; but every request, link and page asks whether the
 * organization is active, so that nobody enters from the commit on.
 * @throws not_found, status_transition_denied
 */
export async function changeOrganizationStatus(
  tx: Tx,
  organizationId: string,
  to: 'active' | 'suspended',
  reason: string,
): Promise<Shown> {
  const found = await tx.first(lockOrganization(organizationId))
  if (!found || found.status === 'deleted') throw notFound('organization')
  if (found.status === to)
    throw new Refusal(
      'status_transition_denied',
      to === 'suspended' ? 'It is suspended already.' : 'It is active already.',
    )
  await throughTheDoor(tx, {
    action: to === 'suspended' ? 'organization.suspended' : 'organization.reactivated',
    subject: { kind: 'organization', id: organizationId, name: found.name },
    reason,
  })
  tx.later(setStatus(organizationId, to, to === 'suspended' ? reason : null, tx.now))
  const [rows] = await tx.readBack([oneOrganization(organizationId)])
  return presentOrganization(rows?.[0] as OrganizationRow)
}

export function presentOrganization(row: OrganizationRow): Shown {
  const { plan_key, plan_name, members, clients, invoices, file_bytes, counted_at, ...shown } = row
  return {
    ...shown,
    plan: { key: plan_key, name: plan_name },
    size: counted_at
      ? {
          members: members ?? 0,
          clients: clients ?? 0,
          invoices: invoices ?? 0,
          file_bytes: file_bytes ?? 0,
          counted_at,
        }
      : null,
  }
}
