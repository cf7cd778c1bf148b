import type { Notice } from '@portico/contract'
import { statement, type Statement } from '../../platform/database/index.ts'
import type { DomainEvent } from '../../platform/jobs/definitions.ts'

/** Who may be notified, with what they wish: null where they never said so. */
export type Recipient = {
  membership_id: string | null
  contact_id: string | null
  email: string | null
  wants_in_app: boolean | null
  wants_email: boolean | null
  /** Whether a mail of its own about the same record went to this address already. */
  is_mailed: boolean
}

/** An organization with more people than this at once is told in parts by its own means. */
const most = 1_000

const members = statement<Recipient>(
  `select m.id as membership_id, null::uuid as contact_id, u.email, p.in_app as wants_in_app, p.email as wants_email, false as is_mailed
   from memberships m join users u on u.id = m.user_id
     left join notification_preferences p on p.organization_id = $1 and p.membership_id = m.id and p.type = $2
   where m.organization_id = $1 and m.status = 'active' and u.disabled_at is null
     and ($3::uuid is null or m.id <> $3) and ($4::uuid is null or m.id = $4)
     and (exists (select 1 from role_permissions r where r.organization_id = $1 and r.role_id = m.role_id and r.permission = $5)
       or exists (select 1 from membership_overrides o where o.organization_id = $1 and o.membership_id = m.id and o.permission = $5 and o.effect = 'grant'))
     and not exists (select 1 from membership_overrides o where o.organization_id = $1 and o.membership_id = m.id and o.permission = $5 and o.effect = 'deny')
     and (not m.is_limited_to_assigned_clients or $6::uuid is null
       or exists (select 1 from client_assignments a where a.organization_id = $1 and a.membership_id = m.id and a.client_id = $6))
   order by m.id limit ${most}`,
)
const contacts = statement<Recipient>(
  `select null::uuid as membership_id, k.id as contact_id, k.email, p.in_app as wants_in_app, p.email as wants_email,
     exists (select 1 from emails e where e.organization_id = $1 and e.entity_kind = $6 and e.entity_id = $7 and e.created_at >= $8::timestamptz - interval '1 minute'
       and lower(k.email) = any (select lower(address) from unnest(e.to_addresses) address)) as is_mailed
   from contacts k join clients c on c.organization_id = k.organization_id and c.id = k.client_id join users u on u.id = k.user_id
     left join notification_preferences p on p.organization_id = $1 and p.contact_id = k.id and p.type = $2
   where k.organization_id = $1 and k.client_id = $3 and k.portal_access and k.deleted_at is null and u.disabled_at is null
     and c.deleted_at is null and c.is_portal_enabled and c.status in ('pending', 'active', 'suspended')
     and ($4::uuid is null or k.id <> $4) and ($5::text is null or $5 = any (k.rights))
   order by k.id limit ${most}`,
)
const writerOf = statement<{ id: string | null }>(
  'select created_by as id from invoices where organization_id = $1 and id = $2',
)

/** One of the members, where a notice is for one only. Null: there is none. */
export function theOne(
  organizationId: string,
  notice: Extract<Notice, { permission: unknown }>,
  event: Pick<DomainEvent, 'payload'>,
): Statement<{ id: string | null }> | { id: string | null } {
  switch (notice.only) {
    case 'member':
      return { id: event.payload['membership_id'] ?? null }
    case 'scheduler':
      return { id: event.payload['scheduled_by'] ?? null }
    default:
      return writerOf(organizationId, event.payload['invoice_id'])
  }
}

export const membersFor = (
  organizationId: string,
  notice: Extract<Notice, { permission: unknown }>,
  given: { actorId: string | null; onlyId: string | null; clientId: string | null },
): Statement<Recipient> =>
  members(organizationId, notice.type, given.actorId, given.onlyId, notice.permission, given.clientId)

export const contactsFor = (
  organizationId: string,
  notice: Extract<Notice, { right: unknown }>,
  given: { actorId: string | null; clientId: string; subjectId: string; happenedAt: string },
): Statement<Recipient> =>
  contacts(
    organizationId,
    notice.type,
    given.clientId,
    given.actorId,
    notice.right,
    notice.about,
    given.subjectId,
    given.happenedAt,
  )
