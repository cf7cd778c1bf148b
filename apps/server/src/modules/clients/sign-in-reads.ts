import { statement } from '../../platform/database/index.ts'

/** Whether anybody with this address may enter the portal of the transaction's organization: `portalContacts(organizationId, emailKey)`. */
export const portalContacts = statement<{
  id: string
  client_id: string
  name: string
  user_id: string | null
  locale: string | null
}>(
  `select k.id, k.client_id, k.name, k.user_id, c.locale from contacts k join clients c on c.organization_id = k.organization_id and c.id = k.client_id
   where k.organization_id = $1 and k.email_key = $2 and k.portal_access and k.deleted_at is null
     and c.deleted_at is null and c.is_portal_enabled and c.status in ('pending', 'active', 'suspended') order by k.id`,
)

/** Links a person who has proven to read the address to their contacts here: `linkContacts(organizationId, emailKey, userId, now)`. */
export const linkContacts = statement(
  `update contacts set user_id = $3, updated_at = $4 where organization_id = $1 and email_key = $2 and deleted_at is null and portal_access and user_id is distinct from $3`,
)
