import type { EventType } from '@portico/contract'
import { statement } from '../../platform/database/index.ts'

export type EventRow = { id: string; type: EventType; payload: Record<string, string | null> }

/** More than this at once is told as "read everything again". */
export const mostChanges = 500

/** Newest first. Of a member who is limited to assigned clients only what concerns those, of a contact only the own client. */
export const eventsSince = statement<EventRow>(
  `select e.id, e.type, e.payload from domain_events e
   where e.organization_id = $1 and e.created_at > $2
     and ((select app.client()) is null or coalesce(e.payload ->> 'client_id', (select app.client())::text) = (select app.client())::text)
     and ((select app.limited_member()) is null or e.payload ->> 'client_id' is null
       or exists (select 1 from client_assignments a where a.organization_id = $1 and a.membership_id = (select app.limited_member()) and a.client_id = (e.payload ->> 'client_id')::uuid))
   order by e.created_at desc, e.id desc limit ${mostChanges + 1}`,
)

export const sessionEnd = statement<{ expires_at: string }>(
  'select expires_at from sessions where token_hash = $1',
)
