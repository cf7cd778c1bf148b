import type { EventType, Permission, PortalRight } from '@portico/contract'
import type { CompiledQuery } from 'kysely'
import type { PoolClient } from 'pg'
import { Refusal } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Principal } from '../principal.ts'
import { actorOf, auditStatement, auditStatementOfMany, type AuditRecord } from './audit.ts'
import { runBatch } from './batch.ts'
import { fromCompiled, statement, type Statement } from './statement.ts'

/** Where a request came from, for the audit log. */
export type Origin = { requestId: string | null; ip: string | null; userAgent: string | null }

type Runnable<Row> = Statement<Row> | CompiledQuery<Row> | { compile(): CompiledQuery<Row> }
type RowOf<S> = S extends Runnable<infer Row> ? Row : never

/**
 * One transaction for one organization. Every statement that it runs is scoped by row-level security, and still names the
 * organization itself. Statements handed to `later` travel with the commit, in the same round trip.
 */
export class Tx {
  readonly principal: Principal
  readonly origin: Origin
  /** The instant of this transaction, ISO in UTC: used for every row it writes. */
  readonly now: string
  /** Ids of events announced here: after the commit somebody has to be told that there is work. */
  announcedEvents = 0

  readonly #client: PoolClient
  readonly #later: Statement[] = []
  #organizationId: string | null
  #isOver = false

  constructor(
    client: PoolClient,
    organizationId: string | null,
    principal: Principal,
    origin: Origin,
    now: string,
  ) {
    this.#client = client
    this.#organizationId = organizationId
    this.principal = principal
    this.origin = origin
    this.now = now
  }

  /** The organization that this transaction works for. Throws where there is none: a global transaction touches no tenant table. */
  get organizationId(): string {
    if (!this.#organizationId) throw new Error('This transaction works for no organization')
    return this.#organizationId
  }

  /** Goes on for an organization: one that this transaction creates, or that a directory named. */
  async enter(organizationId: string): Promise<void> {
    if (this.#organizationId && this.#organizationId !== organizationId)
      throw new Error('A transaction works for one organization')
    this.#organizationId = organizationId
    await this.all(setOrganization(organizationId))
  }

  async all<Row>(query: Runnable<Row>): Promise<Row[]> {
    return (await this.batch([query]))[0] as Row[]
  }

  async first<Row>(query: Runnable<Row>): Promise<Row | undefined> {
    return (await this.all(query))[0]
  }

  /** Several statements in one round trip; their rows, in order. */
  async batch<const Queries extends readonly Runnable<unknown>[]>(
    queries: Queries,
  ): Promise<{ -readonly [At in keyof Queries]: RowOf<Queries[At]>[] }> {
    this.#guard()
    const results = await runBatch(this.#client, queries.map(toStatement))
    return results.map((result) => result.rows) as { -readonly [At in keyof Queries]: RowOf<Queries[At]>[] }
  }

  /** How many rows a change touched. */
  async change(query: Runnable<unknown>): Promise<number> {
    this.#guard()
    const [result] = await runBatch(this.#client, [toStatement(query)])
    return result?.rowCount ?? 0
  }

  /** To be run with the commit; its failure rolls everything back. */
  later(query: Runnable<unknown>): void {
    this.#guard()
    this.#later.push(toStatement(query))
  }

  /**
   * Runs what waits for the commit and these reads behind it, in one round trip: for an answer that shows what was changed.
   */
  async readBack(queries: readonly Statement[]): Promise<Record<string, unknown>[][]> {
    this.#guard()
    const waiting = this.#later.splice(0)
    const results = await runBatch(this.#client, [...waiting, ...queries])
    return results.slice(waiting.length).map((result) => result.rows)
  }

  /** Writes an audit entry with the change. Secrets never go into `before` and `after`. */
  record(entry: AuditRecord): void {
    this.later(auditStatement(this, entry))
  }

  /** The same for many at once: what is brought in by the thousand. */
  recordMany(entries: readonly AuditRecord[]): void {
    if (entries.length > 0) this.later(auditStatementOfMany(this, entries))
  }

  /** Announces a domain event with the change. The payload carries ids only. */
  announce(type: EventType, payload: Record<string, string | null>): void {
    this.announcedEvents++
    const actor = actorOf(this.principal)
    this.later(
      insertEvent(
        this.organizationId,
        newId(),
        type,
        JSON.stringify(payload),
        this.now,
        this.origin.requestId,
        actor.kind,
        actor.id,
      ),
    )
  }

  /** Refuses unless the caller is a member with the permission, or the system itself. */
  allow(permission: Permission): void {
    const { principal } = this
    if (principal.kind === 'system' || (principal.kind === 'member' && principal.permissions.has(permission)))
      return
    throw new Refusal('permission_denied')
  }

  /** Refuses unless the caller is a contact with the right. */
  allowContact(right: PortalRight): { contactId: string; clientId: string } {
    const { principal } = this
    if (principal.kind === 'contact' && principal.rights.has(right)) return principal
    throw new Refusal('permission_denied')
  }

  /** Only for the door that opened the transaction. */
  async commit(): Promise<void> {
    this.#guard()
    this.#isOver = true
    const results = await runBatch(this.#client, [...this.#later, commit()])
    // A transaction that had failed before answers COMMIT with ROLLBACK and no error.
    if (results.at(-1)?.command !== 'COMMIT') throw new Error('The transaction was rolled back')
  }

  async rollback(): Promise<void> {
    this.#isOver = true
    await runBatch(this.#client, [rollback()])
  }

  #guard(): void {
    if (this.#isOver) throw new Error('The transaction is over')
  }
}

function toStatement(query: Runnable<unknown>): Statement {
  if ('compile' in query) return fromCompiled(query.compile())
  return 'sql' in query ? fromCompiled(query) : query
}

export const setOrganization = statement(`select set_config('app.organization_id', $1, true)`)
const commit = statement('commit')
const rollback = statement('rollback')
const insertEvent = statement(
  'insert into domain_events (organization_id, id, type, payload, created_at, request_id, actor_kind, actor_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
)
