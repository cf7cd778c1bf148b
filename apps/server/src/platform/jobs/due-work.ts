import type { AppParts } from '../../app-parts.ts'
import { statement, type Statement, type Tx } from '../database/index.ts'
import { systemPrincipal } from '../principal.ts'
import type { RecurringJob } from './definitions.ts'

const system = systemPrincipal('due work')
const most = 200

const wake = statement(
  `insert into due_work (organization_id, kind, due_at) values ($1, $2, $3)
   on conflict (organization_id, kind) do update set due_at = least(due_work.due_at, excluded.due_at)`,
)
const due = statement<{ organization_id: string }>(
  `select organization_id from due_work where kind = $1 and due_at <= $2 order by due_at limit ${most}`,
)
const lock = statement<{ due_at: string }>(
  'select due_at from due_work where organization_id = $1 and kind = $2 for update',
)
const setNext = statement('update due_work set due_at = $3 where organization_id = $1 and kind = $2')
const nothingNext = statement('delete from due_work where organization_id = $1 and kind = $2')

/** Says, with the commit, that the organization has work of a kind at a moment: earlier than said before, or as before. */
export function workIsDue(tx: Tx, kind: string, at: string): void {
  tx.later(wake(tx.organizationId, kind, at))
}

/**
 * Work that is due at moments of its own in each organization, such as a mail to be sent at nine. Found by query with the clock's now, so
 * that a moved clock and a missed night do no harm. `next` finds when there is more: its row holds `due_at`, null where there is none.
 */
export function dueWork(definition: {
  kind: string
  everySeconds: number
  run(parts: AppParts, organizationId: string): Promise<void>
  next(organizationId: string): Statement<{ due_at: string | null }>
}): RecurringJob {
  const { kind, everySeconds, run, next } = definition
  return {
    name: kind,
    everySeconds,
    async run(parts) {
      const { database } = parts
      const organizations = await database.global(system, (tx) => tx.all(due(kind, tx.now)))
      for (const { organization_id: id } of organizations) {
        await run(parts, id)
        await database.withOrganization(id, system, async (tx) => {
          // Locked first: whoever adds work meanwhile waits, and then says its own moment over the one found here.
          await tx.all(lock(id, kind))
          const at = (await tx.first(next(id)))?.due_at
          tx.later(at ? setNext(id, kind, at) : nothingNext(id, kind))
        })
      }
    },
  }
}
