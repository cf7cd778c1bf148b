import {
  canonicalJson,
  openOrganization,
  payloadHash,
  statement,
  type Database,
  type Statement,
} from '../../platform/database/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { beginning, sealHash, type SealedEntry } from './chain.ts'

/**
 * `altered`: the entry is not the one that was sealed in this place (edited, exchanged or moved). `payload_altered`: who, from where,
 * before or after was changed under its hash. `deleted`: a seal or its entry is gone. `inserted`: an entry that never waited to be sealed.
 * `tail_cut`: the chain ends before its head, or before an anchor. `rewritten`: whole and wrong, as an anchor from outside shows.
 */
export type ChainProblem = 'altered' | 'payload_altered' | 'deleted' | 'inserted' | 'tail_cut' | 'rewritten'
export type ChainFinding = {
  problem: ChainProblem
  seq: number | null
  entryId: string | null
  subject: string
}
export type ChainReport = {
  /** In the order of the chain: the first is the first altered row. */
  findings: ChainFinding[]
  /** How many more there are than are listed. */
  more: number
  sealed: number
  waiting: number
  /** Payloads that were erased; their entries stay and are verified. */
  erased: number
  head: { seq: number; hash: string } | null
}
/** A head that was written down outside of the database. */
export type Anchor = { seq: number; hash: string; at: string }

const mostFindings = 20
const pageSize = 5000

type Row = Partial<SealedEntry> & {
  seq: number
  seal: Buffer
  sealed_id: string
  salt: Buffer | null
  actor_name: string | null
  ip: string | null
  user_agent: string | null
  before: unknown
  after: unknown
}
// Looked up row by row: a plan that reads a whole table for each page would make long chains slower than they are long.
const page = statement<Row>(
  `select s.seq, s.hash as seal, s.entry_id as sealed_id, e.id, e.at, e.actor_kind, e.actor_id, e.action, e.entity_kind, e.entity_id, e.client_id, e.request_id, e.payload_hash,
     p.salt, p.actor_name, p.ip, p.user_agent, p.before, p.after
   from (select * from audit_seals where organization_id = $1 and seq > $2 order by seq limit ${pageSize}) s
     left join lateral (select * from audit_entries where organization_id = $1 and id = s.entry_id offset 0) e on true
     left join lateral (select * from audit_payloads where organization_id = $1 and entry_id = s.entry_id offset 0) p on true
   order by s.seq`,
)
const headOf = statement<{ seq: number; hash: Buffer }>(
  'select seq, hash from audit_heads where organization_id = $1',
)
const waiting = statement<{ count: number }>(
  'select count(*) as count from audit_unsealed where organization_id = $1',
)
const neverSealed = statement<{
  id: string
  at: string
  action: string
  entity_kind: string
  entity_id: string
}>(
  `select e.id, e.at, e.action, e.entity_kind, e.entity_id from audit_entries e
   where e.organization_id = $1
     and not exists (select 1 from audit_seals s where s.organization_id = $1 and s.entry_id = e.id)
     and not exists (select 1 from audit_unsealed u where u.organization_id = $1 and u.entry_id = e.id)
   order by e.at, e.id limit ${mostFindings + 1}`,
)

/**
 * Recomputes an organization's chain from the first entry to the last, while others go on working. What is found stands in the order of
 * the chain. A chain that somebody rewrote as a whole can only be told by anchors: heads that were kept elsewhere.
 */
export async function verifyChain(
  database: Pick<Database, 'read'>,
  organizationId: string,
  anchors: readonly Anchor[] = [],
): Promise<ChainReport> {
  const opening = openOrganization(organizationId, systemPrincipal('verify'))
  const read = async <Value>(query: Statement<Value>): Promise<Value[]> =>
    (await database.read(opening, [query])).rows[0] as Value[]
  // Before the pages: what is sealed in the meantime only makes the chain longer than this head.
  const [head] = await read(headOf(organizationId))
  const chain = new ChainReader(organizationId, anchors)
  let next = read(page(organizationId, 0))
  for (;;) {
    const rows = await next
    const isLast = rows.length < pageSize
    // The next page is on its way while this one is hashed.
    if (!isLast) next = read(page(organizationId, rows.at(-1)?.seq))
    for (const row of rows) chain.take(row)
    if (isLast) break
  }
  chain.end(head)
  const [loose, counts] = (
    await database.read(opening, [neverSealed(organizationId), waiting(organizationId)])
  ).rows as [
    { id: string; at: string; action: string; entity_kind: string; entity_id: string }[],
    { count: number }[],
  ]
  for (const entry of loose) chain.find('inserted', null, entry.id, `${describe(entry)} was never sealed`)
  return chain.report(counts[0]?.count ?? 0)
}

class ChainReader {
  readonly #organizationId: string
  readonly #anchors: Map<number, Anchor>
  readonly #findings: ChainFinding[] = []
  #found = 0
  #before = beginning
  #seq = 0
  #sealed = 0
  #erased = 0
  #trustedSeq = 0
  #isRewritten = false

  constructor(organizationId: string, anchors: readonly Anchor[]) {
    this.#organizationId = organizationId
    this.#anchors = new Map(anchors.map((anchor) => [anchor.seq, anchor]))
  }

  take(row: Row): void {
    if (row.seq !== this.#seq + 1) {
      const gone = row.seq - this.#seq - 1
      this.find('deleted', this.#seq + 1, null, gone === 1 ? 'its seal is gone' : `${gone} seals are gone`)
    }
    this.#seq = row.seq
    this.#sealed++
    if (row.id === undefined || row.id === null) {
      this.find('deleted', row.seq, row.sealed_id, 'the entry is gone')
    } else {
      const entry = row as Row & SealedEntry
      const hash = sealHash(this.#before, this.#organizationId, row.seq, entry)
      if (!hash.equals(row.seal)) this.find('altered', row.seq, entry.id, describe(entry))
      if (!row.salt) this.#erased++
      else if (!payloadHash(row.salt, payloadOf(row)).equals(entry.payload_hash))
        this.find('payload_altered', row.seq, entry.id, describe(entry))
    }
    // The stored hash goes on, so that one altered row does not make all behind it look altered.
    this.#before = row.seal
    this.#compare(row)
  }

  #compare(row: Row): void {
    const anchor = this.#anchors.get(row.seq)
    if (!anchor || this.#isRewritten) return
    if (row.seal.toString('hex') === anchor.hash) {
      this.#trustedSeq = row.seq
      return
    }
    this.#isRewritten = true
    this.find(
      'rewritten',
      this.#trustedSeq + 1,
      null,
      `the anchor of ${anchor.at} holds another hash for entry ${anchor.seq}, so the first altered entry is between ${this.#trustedSeq + 1} and ${anchor.seq}`,
    )
  }

  end(head: { seq: number; hash: Buffer } | undefined): void {
    const promised = Math.max(head?.seq ?? 0, ...this.#anchors.keys())
    if (promised > this.#seq)
      this.find(
        'tail_cut',
        this.#seq + 1,
        null,
        `the chain ends with entry ${this.#seq}, and there were ${promised}`,
      )
  }

  find(problem: ChainProblem, seq: number | null, entryId: string | null, subject: string): void {
    if (++this.#found <= mostFindings) this.#findings.push({ problem, seq, entryId, subject })
  }

  report(waitingCount: number): ChainReport {
    return {
      findings: this.#findings,
      more: Math.max(0, this.#found - mostFindings),
      sealed: this.#sealed,
      waiting: waitingCount,
      erased: this.#erased,
      head: this.#seq === 0 ? null : { seq: this.#seq, hash: this.#before.toString('hex') },
    }
  }
}

const payloadOf = (row: Row) => ({
  actorName: row.actor_name,
  ip: row.ip,
  userAgent: row.user_agent,
  before: row.before === null ? null : canonicalJson(row.before),
  after: row.after === null ? null : canonicalJson(row.after),
})

const describe = (entry: {
  id: string
  at: string
  action: string
  entity_kind: string
  entity_id: string
}): string => `${entry.action} of ${entry.entity_kind} ${entry.entity_id} at ${entry.at} (entry ${entry.id})`
