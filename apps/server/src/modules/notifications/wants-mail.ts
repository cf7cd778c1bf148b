import type { ContactNotificationType } from '@portico/contract'
import { statement, type Statement } from '../../platform/database/index.ts'

const unwilling = statement<{ contact_id: string }>(
  'select contact_id from notification_preferences where organization_id = $1 and contact_id = any ($2::uuid[]) and type = $3 and not email',
)

/** Of these contacts those who do not want mails of a kind: for mails that are made elsewhere, such as reminders. */
export const wantsMail = {
  refusedBy: (
    organizationId: string,
    contactIds: readonly string[],
    type: ContactNotificationType,
  ): Statement<{ contact_id: string }> => unwilling(organizationId, contactIds, type),
}
