import { statement } from '../../platform/database/index.ts'
import type { RecurringJob } from '../../platform/jobs/definitions.ts'
import { systemPrincipal } from '../../platform/principal.ts'

const system = systemPrincipal('housekeeping')
const keptDays = 180
const organizations = statement<{ id: string }>('select id from organizations order by id')
const forget = statement(
  `delete from notifications where organization_id = $1 and id in (
     select id from notifications where organization_id = $1 and created_at < $2 order by created_at limit 5000)`,
)

/** Notifications are news: after half a year the records and their histories say the same. */
export const forgetOldNotifications: RecurringJob = {
  name: 'notifications.forget_old',
  everySeconds: 6 * 3600,
  async run({ database }) {
    const all = await database.global(system, (tx) => tx.all(organizations()))
    for (const { id } of all)
      await database.withOrganization(id, system, async (tx) =>
        tx.later(forget(id, new Date(Date.parse(tx.now) - keptDays * 86_400_000).toISOString())),
      )
  },
}
