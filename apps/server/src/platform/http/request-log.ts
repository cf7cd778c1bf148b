import type { FastifyRequest } from 'fastify'
import { statement, type Database } from '../database/index.ts'
import type { RecurringJob } from '../jobs/definitions.ts'
import { systemPrincipal } from '../principal.ts'

/** Who entered an organization with a request, and with which session or key. */
export type LoggedCaller = {
  organizationId: string
  kind: 'member' | 'contact' | 'link' | 'key'
  id: string | null
  credentialId: string | null
}
export type LoggedAnswer = {
  at: string
  method: string
  operation: string
  path: string
  status: number
  problem: string | null
  milliseconds: number
}
type Row = LoggedAnswer & {
  id: string
  caller_kind: string
  caller_id: string | null
  credential_id: string | null
}

const flushAfterMs = 1_000
const flushAt = 1_000
/** More than this is not kept while the database is away: the oldest are let go. */
const mostKept = 20_000

const insertRows = statement(
  `insert into request_log (organization_id, id, at, method, operation, path, status, status_class, problem, milliseconds, caller_kind, caller_id, credential_id)
   select $1::uuid, r.id, r.at, r.method, r.operation, r.path, r.status, r.status / 100, r.problem, r.milliseconds, r.caller_kind, r.caller_id, r.credential_id
   from json_to_recordset($2::json) as r (id uuid, at timestamptz, method text, operation text, path text, status smallint, problem text, milliseconds integer,
     caller_kind text, caller_id uuid, credential_id uuid)
   on conflict do nothing`,
)

/**
 * Requests that entered an organization, written a second later and many at a time, so that answering costs no write. What was answered
 * in the last second before a crash is missing here; nothing else depends on it.
 */
export class RequestLog {
  readonly #database: Database
  readonly #callers = new WeakMap<FastifyRequest, LoggedCaller>()
  #rows = new Map<string, Row[]>()
  #count = 0
  #timer: NodeJS.Timeout | null = null
  #flushing: Promise<void> = Promise.resolve()

  constructor(database: Database) {
    this.#database = database
  }

  /** The caller was let into the organization; what is answered then, a refusal too, is the organization's to see. */
  enter(request: FastifyRequest, caller: LoggedCaller): void {
    this.#callers.set(request, caller)
  }

  knows(request: FastifyRequest): boolean {
    return this.#callers.has(request)
  }

  note(request: FastifyRequest, answer: LoggedAnswer): void {
    const caller = this.#callers.get(request)
    if (!caller) return
    const row = {
      ...answer,
      id: request.id.slice(4),
      caller_kind: caller.kind,
      caller_id: caller.id,
      credential_id: caller.credentialId,
    }
    const rows = this.#rows.get(caller.organizationId)
    if (rows) rows.push(row)
    else this.#rows.set(caller.organizationId, [row])
    if (++this.#count >= flushAt) void this.flush()
    else this.#timer ??= setTimeout(() => void this.flush(), flushAfterMs).unref()
  }

  /** Writes what is kept; returns when it is written, or kept for the next turn. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const rows = this.#rows
    this.#rows = new Map()
    this.#count = 0
    if (rows.size === 0) return this.#flushing
    this.#flushing = this.#flushing.then(() => this.#write(rows))
    return this.#flushing
  }

  async #write(rows: Map<string, Row[]>): Promise<void> {
    try {
      await this.#database.writeInEach(
        [...rows].map(([organizationId, of]) => [
          organizationId,
          insertRows(organizationId, JSON.stringify(of)),
        ]),
      )
    } catch {
      for (const [organizationId, of] of rows) {
        const room = mostKept - this.#count
        const kept = room > 0 ? of.slice(-room) : []
        this.#rows.set(organizationId, [...kept, ...(this.#rows.get(organizationId) ?? [])])
        this.#count += kept.length
      }
    }
  }
}

const system = systemPrincipal('housekeeping')
const batchSize = 5_000
const organizations = statement<{ id: string }>('select id from organizations order by id')
const forget = statement(
  `delete from request_log where organization_id = $1 and id in (
     select id from request_log where organization_id = $1 and at < $2::timestamptz - interval '30 days' order by at limit ${batchSize})`,
)

/** Forgets requests after 30 days. */
export const tidyRequestLog: RecurringJob = {
  name: 'http.tidy_request_log',
  everySeconds: 3600,
  async run({ database }) {
    for (const { id } of await database.global(system, (tx) => tx.all(organizations())))
      for (let count = batchSize; count === batchSize;)
        count = await database.withOrganization(id, system, (tx) => tx.change(forget(id, tx.now)))
  },
}
