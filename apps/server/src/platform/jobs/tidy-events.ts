import { statement } from '../database/index.ts'
import { systemPrincipal } from '../principal.ts'
import type { RecurringJob } from './definitions.ts'

const system = systemPrincipal('housekeeping')
const batchSize = 5_000
const organizations = statement<{ id: string }>('select id from organizations order by id')
const forget = statement(
  `delete from domain_events where organization_id = $1 and id in (
     select id from domain_events where organization_id = $1 and created_at < $2::timestamptz - interval '30 days' and claimed_at is not null
     order by created_at limit ${batchSize})`,
)

/** Forgets events that were handed on, 30 days after they happened: so long a receiver can catch up on them. What waits stays. */
export const tidyDomainEvents: RecurringJob = {
  name: 'jobs.tidy_domain_events',
  everySeconds: 3600,
  async run({ database }) {
    for (const { id } of await database.global(system, (tx) => tx.all(organizations())))
      for (let count = batchSize; count === batchSize;)
        count = await database.withOrganization(id, system, (tx) => tx.change(forget(id, tx.now)))
  },
}
