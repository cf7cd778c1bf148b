import { statement } from '../../platform/database/index.ts'
import { externalIdOf } from '../external-ids/index.ts'
import { mayMeet } from './visibility.ts'

export type ContactRow = {
  id: string
  client_id: string
  external_id: string | null
  user_id: string | null
  name: string
  email: string | null
  phone: string | null
  job_title: string | null
  is_primary: boolean
  document_delivery: 'none' | 'to' | 'cc'
  portal_access: boolean
  rights_preset: 'viewer' | 'owner' | 'payer' | 'approver' | 'technical' | 'custom'
  rights: string[]
  last_portal_visit_at: string | null
  has_other_clients: boolean
  version: number
}

/** The same person at another client of this organization: known by the address, and only where the caller may meet that client. */
const columns = `k.id, k.client_id, ${externalIdOf('contact', 'k.id')} as external_id, k.user_id, k.name, k.email, k.phone, k.job_title, k.is_primary, k.document_delivery, k.portal_access, k.rights_preset, k.rights,
  k.last_portal_visit_at, k.version,
  (k.email_key is not null and exists (
    select 1 from contacts o join clients oc on oc.organization_id = o.organization_id and oc.id = o.client_id
    where o.organization_id = $1 and o.email_key = k.email_key and o.client_id <> k.client_id and o.deleted_at is null and oc.deleted_at is null and ${mayMeet('o.client_id')})) as has_other_clients`
const isLiving =
  'k.organization_id = $1 and k.client_id = (select app.living_client($2)) and k.deleted_at is null'

/** The people at a client, the primary contact first: `contactsOf(organizationId, clientId)`. */
export const contactsOf = statement<ContactRow>(
  `select ${columns} from contacts k where ${isLiving} and ${mayMeet('k.client_id')} order by k.is_primary desc, lower(k.name), k.id`,
)
export const contactById = statement<ContactRow>(
  `select ${columns} from contacts k where ${isLiving} and k.id = $3`,
)
export const lockContact = statement<ContactRow>(
  `select ${columns} from contacts k where ${isLiving} and k.id = $3 for update`,
)
export const hasContacts = statement<{ id: string }>(
  'select id from contacts where organization_id = $1 and client_id = $2 and deleted_at is null limit 1',
)

export const unsetPrimary = statement(
  'update contacts set is_primary = false, updated_at = $4, version = version + 1 where organization_id = $1 and client_id = $2 and id <> $3 and is_primary and deleted_at is null',
)
/** The account of a person who has proven to read this address (its key); nobody else may be let in by it. */
export const provenUser = statement<{ id: string }>(
  'select id from users where email_key = $1 and email_verified_at is not null and disabled_at is null',
)
/** The same for the address of a contact: `provenUserOfContact(organizationId, contactId)`. */
export const provenUserOfContact = statement<{ id: string }>(
  `select u.id from contacts k join users u on u.email_key = k.email_key
   where k.organization_id = $1 and k.id = $2 and u.email_verified_at is not null and u.disabled_at is null`,
)
export const addToDirectory = statement(
  `insert into directory (user_id, organization_id, kind, created_at) values ($2, $1, 'contact', $3) on conflict do nothing`,
)

export type MailFacts = { slug: string; organization: string; locale: string }
/** What the mail that opens the portal is written from: `portalMailFacts(organizationId)`. */
export const portalMailFacts = statement<MailFacts>(
  'select o.slug, o.name as organization, s.locale from organizations o join organization_settings s on s.organization_id = o.id where o.id = $1 and s.organization_id = $1',
)
