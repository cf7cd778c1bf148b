import { statement, type Database, type Tx } from '../../platform/database/index.ts'
import type { RecurringJob } from '../../platform/jobs/definitions.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { beginning, sealHash, type SealedEntry } from './chain.ts'

const system = systemPrincipal('sealer')
const batchSize = 1000

// One look per organization that waits, however many entries wait there.
const waitingOrganizations = statement<{ organization_id: string }>(
  `with recursive waiting as (
     (select organization_id from audit_unsealed order by organization_id limit 1)
     union all
     select (select u.organization_id from audit_unsealed u where u.organization_id > w.organization_id order by u.organization_id limit 1)
       from waiting w where w.organization_id is not null
   ) select organization_id from waiting where organization_id is not null`,
)
const beginHead = statement(
  `insert into audit_heads (organization_id, seq, hash, sealed_at) values ($1, 0, $2, $3) on conflict (organization_id) do nothing`,
)
const holdHead = statement<{ seq: number; hash: Buffer }>(
  'select seq, hash from audit_heads where organization_id = $1 for update skip locked',
)
const unsealed = statement<SealedEntry>(
  `select e.id, e.at, e.actor_kind, e.actor_id, e.action, e.entity_kind, e.entity_id, e.client_id, e.request_id, e.payload_hash
   from audit_unsealed u join audit_entries e on e.organization_id = u.organization_id and e.id = u.entry_id
   where u.organization_id = $1 order by u.entry_id limit ${batchSize}`,
)
const insertSeals = statement(
  `insert into audit_seals (organization_id, seq, entry_id, hash)
   select $1::uuid, $2::bigint + place, id, hash from unnest($3::uuid[], $4::bytea[]) with ordinality as s (id, hash, place)`,
)
const takeAway = statement(
  'delete from audit_unsealed where organization_id = $1 and entry_id = any($2::uuid[])',
)
const moveHead = statement(
  'update audit_heads set seq = $2, hash = $3, sealed_at = $4 where organization_id = $1',
)

/**
 * Chains what was recorded since the last turn. Found by what waits and not by "id greater than the last", so that an entry whose
 * transaction took long is sealed behind those that came in the meantime, and none is left out. The lock on the head row makes
 * several workers take turns; a turn is one transaction, so a killed worker leaves nothing half done.
 */
export async function sealEntries(database: Database): Promise<number> {
  const waiting = await database.global(system, (tx) => tx.all(waitingOrganizations()))
  let sealed = 0
  for (const { organization_id: organizationId } of waiting) {
    for (let count = batchSize; count === batchSize; sealed += count)
      count = await database.withOrganization(organizationId, system, sealBatch)
  }
  return sealed
}

async function sealBatch(tx: Tx): Promise<number> {
  const { organizationId } = tx
  const [, heads] = await tx.batch([beginHead(organizationId, beginning, tx.now), holdHead(organizationId)])
  const head = heads[0]
  // Another worker has its turn.
  if (!head) return 0
  // Only now: what was sealed while this waited for its turn is gone from the list.
  const entries = await tx.all(unsealed(organizationId))
  if (entries.length === 0) return 0
  let { seq, hash } = head
  const hashes = entries.map((entry) => (hash = sealHash(hash, organizationId, ++seq, entry)))
  const ids = entries.map(({ id }) => id)
  tx.later(insertSeals(organizationId, head.seq, ids, hashes))
  tx.later(takeAway(organizationId, ids))
  tx.later(moveHead(organizationId, seq, hash, tx.now))
  return entries.length
}

export const sealAudit: RecurringJob = {
  name: 'audit.seal',
  everySeconds: 1,
  async run({ database }) {
    await sealEntries(database)
  },
}
