import { statement } from '../database/index.ts'
import type { RecurringJob } from '../jobs/definitions.ts'
import { systemPrincipal } from '../principal.ts'

const system = systemPrincipal('housekeeping')
const organizations = statement<{ id: string }>('select id from organizations order by id')
const forget = statement('delete from idempotency_keys where organization_id = $1 and expires_at < $2')
const forgetGlobal = statement('delete from identity_idempotency_keys where expires_at < $1')

/** Forgets stored answers whose time is over: a day, 30 days where money was created. */
export const tidyIdempotencyKeys: RecurringJob = {
  name: 'http.tidy_idempotency_keys',
  everySeconds: 3600,
  async run({ database }) {
    const all = await database.global(system, async (tx) => {
      tx.later(forgetGlobal(tx.now))
      return tx.all(organizations())
    })
    for (const { id } of all) {
      await database.withOrganization(id, system, async (tx) => tx.later(forget(id, tx.now)))
    }
  },
}
