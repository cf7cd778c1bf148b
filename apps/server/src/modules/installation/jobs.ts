import { statement } from '../../platform/database/index.ts'
import type { RecurringJob } from '../../platform/jobs/definitions.ts'
import { systemPrincipal } from '../../platform/principal.ts'

const system = systemPrincipal('installation')
/** How old a count may become, and how many organizations one turn counts. */
const staleAfterMinutes = 10
const perTurn = 20

const due = statement<{ id: string }>(
  `select o.id from organizations o left join organization_sizes s on s.organization_id = o.id
   where o.status <> 'deleted' and (s.counted_at is null or s.counted_at < $1::timestamptz - interval '${staleAfterMinutes} minutes')
   order by s.counted_at nulls first, o.id limit ${perTurn}`,
)
const count = statement<{ members: number; clients: number; invoices: number; file_bytes: number }>(
  `select (select count(*) from memberships where organization_id = $1 and status = 'active') as members,
     (select count(*) from clients where organization_id = $1 and deleted_at is null) as clients,
     (select count(*) from invoices where organization_id = $1) as invoices,
     (select coalesce(sum(size), 0)::bigint from files where organization_id = $1 and deleted_at is null) as file_bytes`,
)
const keep = statement(
  `insert into organization_sizes (organization_id, members, clients, invoices, file_bytes, counted_at) values ($1, $2, $3, $4, $5, $6)
   on conflict (organization_id) do update set members = excluded.members, clients = excluded.clients, invoices = excluded.invoices,
     file_bytes = excluded.file_bytes, counted_at = excluded.counted_at`,
)

/** Counts how large organizations are, each in its own scope, so that the platform pages need to look into none. */
export const countSizes: RecurringJob = {
  name: 'installation.count_sizes',
  everySeconds: 30,
  async run({ database }) {
    const organizations = await database.global(system, (tx) => tx.all(due(tx.now)))
    for (const { id } of organizations) {
      await database.withOrganization(id, system, async (tx) => {
        const counted = await tx.first(count(id))
        if (counted)
          await tx.change(
            keep(id, counted.members, counted.clients, counted.invoices, counted.file_bytes, tx.now),
          )
      })
    }
  },
}
