import { statement } from '../../platform/database/index.ts'

/** A contact whose portal is open, found by address: one row for each client that knows it. */
export type OpenContact = {
  id: string
  client_id: string
  name: string
  email: string
  locale: string | null
}

const isOpen = `c.deleted_at is null and c.portal_access and cl.deleted_at is null and cl.is_portal_enabled and cl.status in ('pending', 'active', 'suspended')`

/** `openContacts(organizationId, emailKey)` */
export const openContacts = statement<OpenContact>(
  `select c.id, c.client_id, c.name, c.email, cl.locale from contacts c join clients cl on cl.organization_id = c.organization_id and cl.id = c.client_id
   where c.organization_id = $1 and c.email_key = $2 and ${isOpen} order by c.id`,
)
/** Ties the contacts of an address to the person who proved to own it: `tieContacts(organizationId, emailKey, userId, now)`. */
export const tieContacts = statement<{ id: string; client_id: string }>(
  `update contacts c set user_id = $3, last_portal_visit_at = $4 from clients cl
   where c.organization_id = $1 and c.email_key = $2 and cl.organization_id = c.organization_id and cl.id = c.client_id and ${isOpen}
   returning c.id, c.client_id`,
)
