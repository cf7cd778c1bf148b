import { statement } from '../../platform/database/index.ts'

/**
 * Holds the organization's base currency until the transaction ends, for whoever freezes it on a document and posts in it: first of all
 * locks, `holdBaseCurrency(organizationId)`. Whoever changes the settings waits and then sees what was booked; holders do not wait for
 * each other.
 */
export const holdBaseCurrency = statement<{ one: number }>(
  'select 1 as one from organization_settings where organization_id = $1 for key share',
)
