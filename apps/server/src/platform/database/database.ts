import pg from 'pg'
import type { Clock } from '../clock.ts'
import { Refusal } from '../errors.ts'
import type { Principal } from '../principal.ts'
import { runBatch, type BatchResult } from './batch.ts'
import { statement, type Statement } from './statement.ts'
import { Turns, TurnTimeout } from './turns.ts'
import { setOrganization, Tx, type Origin } from './tx.ts'
import { wireTypes } from './wire-types.ts'

/** How a transaction is scoped before its first statement: by the statements that do it, and the principal that follows from their rows. */
export type Opening = {
  organizationId: string | null
  statements: readonly Statement[]
  /** Judges what the statements brought; throws a refusal where the caller may not go on. */
  judge(results: BatchResult[]): Principal
}

type RowsOf<Queries extends readonly Statement<unknown>[]> = {
  -readonly [At in keyof Queries]: Queries[At] extends Statement<infer Row> ? Row[] : never
}

/** What a transaction's door may do around the work: claim an idempotency key first, store its answer last. */
export type Wrapping<Answer> = {
  claim?: Statement
  /** Looks at the claim's rows; returns the stored answer where the request was done before. */
  onClaim?(rows: Record<string, unknown>[], tx: Tx): Promise<{ replay: Answer } | null>
  onDone?(answer: Answer, tx: Tx): void
}

/**
 * The only door to the database. Reads are one round trip; a command is one transaction. No other code holds a connection.
 */
export class Database {
  readonly #pool: pg.Pool
  readonly #clock: Clock
  readonly #turns: Turns
  /** Called after a commit that announced events; never inside the transaction. */
  onEvents: () => void = () => {}

  constructor(options: {
    connectionString: string
    poolSize: number
    clock: Clock
    applicationName: string
    role?: string
  }) {
    this.#clock = options.clock
    this.#turns = new Turns({
      all: options.poolSize,
      each: Math.max(2, Math.ceil(options.poolSize / 2)),
      patienceMs: patientForMs,
    })
    this.#pool = new pg.Pool({
      connectionString: options.connectionString,
      max: options.poolSize,
      application_name: options.applicationName,
      types: wireTypes,
      connectionTimeoutMillis: patientForMs,
      idleTimeoutMillis: 60_000,
      options: [
        '-c timezone=UTC',
        '-c lock_timeout=5s',
        '-c statement_timeout=30s',
        '-c idle_in_transaction_session_timeout=60s',
        '-c search_path=public',
        ...(options.role ? [`-c role=${options.role}`] : []),
      ].join(' '),
    })
    // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
    this.#pool.on('error', () => {})
    // One that breaks while it is lent out tells itself, too; its borrower hears of it by the failed query.
    this.#pool.on('connect', (client) => client.on('error', () => {}))
  }

  /** The current instant by the program's clock, ISO in UTC. */
  now(): string {
    return this.#clock.now().toISOString()
  }

  /** One round trip: the opening and the reads behind it, as one implicit read transaction. */
  async read(
    opening: Opening,
    queries: readonly Statement[],
  ): Promise<{ principal: Principal; rows: Record<string, unknown>[][] }> {
    const results = await this.#withClient(opening.organizationId, (client) =>
      runBatch(client, [...opening.statements, ...queries]),
    )
    const principal = opening.judge(results.slice(0, opening.statements.length))
    return { principal, rows: results.slice(opening.statements.length).map((result) => result.rows) }
  }

  /** One transaction. Retried as a whole on a deadlock, so the work must have no effect outside of it. */
  async transaction<Answer>(
    opening: Opening,
    origin: Origin,
    work: (tx: Tx) => Promise<Answer>,
    wrapping: Wrapping<Answer> = {},
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#transactionOnce(opening, origin, work, wrapping)
      } catch (error) {
        if (attempt < 4 && isTransient(error)) continue
        throw error
      }
    }
  }

  async #transactionOnce<Answer>(
    opening: Opening,
    origin: Origin,
    work: (tx: Tx) => Promise<Answer>,
    wrapping: Wrapping<Answer>,
  ): Promise<Answer> {
    const { answer, announced } = await this.#withClient(opening.organizationId, async (client) => {
      let tx: Tx | null = null
      try {
        const results = await runBatch(client, [
          begin(),
          ...opening.statements,
          ...(wrapping.claim ? [wrapping.claim] : []),
        ])
        const principal = opening.judge(results.slice(1, 1 + opening.statements.length))
        tx = new Tx(client, opening.organizationId, principal, origin, this.now())
        if (wrapping.claim && wrapping.onClaim) {
          const done = await wrapping.onClaim(results.at(-1)?.rows ?? [], tx)
          if (done) {
            await tx.rollback()
            return { answer: done.replay, announced: 0 }
          }
        }
        const answer = await work(tx)
        wrapping.onDone?.(answer, tx)
        await tx.commit()
        return { answer, announced: tx.announcedEvents }
      } catch (error) {
        await runBatch(client, [rollback()]).catch(() => {})
        throw error
      }
    })
    if (announced > 0) this.onEvents()
    return answer
  }

  /** Work for an organization that is not a request: jobs, imports, the command line. The only other way to tenant rows. */
  withOrganization<Answer>(
    organizationId: string,
    principal: Principal,
    work: (tx: Tx) => Promise<Answer>,
    origin: Origin = noOrigin,
  ): Promise<Answer> {
    return this.transaction(openOrganization(organizationId, principal), origin, work)
  }

  /** Work on global tables only: people, sessions, directories. */
  global<Answer>(
    principal: Principal,
    work: (tx: Tx) => Promise<Answer>,
    origin: Origin = noOrigin,
  ): Promise<Answer> {
    return this.transaction({ organizationId: null, statements: [], judge: () => principal }, origin, work)
  }

  /** Reads of global tables only (people, sessions, directories), in one round trip. */
  async look<const Queries extends readonly Statement<unknown>[]>(
    ...queries: Queries
  ): Promise<RowsOf<Queries>> {
    const results = await this.#withClient(null, (client) => runBatch(client, queries))
    return results.map((result) => result.rows) as RowsOf<Queries>
  }

  /**
   * The same question to several organizations, each scoped by itself, in one round trip: for what one person finds in the
   * organizations that the directory names. The statement must ask for that person's own rows.
   */
  async lookInEach<Row>(
    organizationIds: readonly string[],
    query: (organizationId: string) => Statement<Row>,
  ): Promise<Row[]> {
    if (organizationIds.length === 0) return []
    const statements = organizationIds.flatMap((id) => [setOrganization(id), query(id)])
    const results = await this.#withClient(null, (client) => runBatch(client, statements))
    return results.filter((_, at) => at % 2 === 1).flatMap((result) => result.rows as Row[])
  }

  /** A write for each of several organizations, each scoped by itself, in one transaction and one round trip: notes, not business. */
  async writeInEach(writes: readonly (readonly [organizationId: string, Statement])[]): Promise<void> {
    if (writes.length === 0) return
    const statements = writes.flatMap(([organizationId, write]) => [setOrganization(organizationId), write])
    await this.#withClient(null, async (client) => {
      try {
        await runBatch(client, [begin(), ...statements, commit()])
      } catch (error) {
        await runBatch(client, [rollback()]).catch(() => {})
        throw error
      }
    })
  }

  /** Pool figures, for metrics and health. */
  get load(): { total: number; idle: number; waiting: number } {
    return { total: this.#pool.totalCount, idle: this.#pool.idleCount, waiting: this.#turns.waiting }
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  async #withClient<T>(
    organizationId: string | null,
    work: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> {
    const turn = this.#turns.take(organizationId)
    if (turn) await turn
    try {
      return await this.#withConnection(work)
    } finally {
      this.#turns.giveBack(organizationId)
    }
  }

  async #withConnection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect()
    let failure: Error | undefined
    try {
      return await work(client)
    } catch (error) {
      // A connection whose state is not known is thrown away; one that answered with an error of its own is fine.
      if (!(error instanceof Refusal) && !(error instanceof pg.DatabaseError)) failure = error as Error
      throw error
    } finally {
      client.release(failure)
    }
  }
}

/** How long a connection is waited for. */
const patientForMs = 10_000
const begin = statement('begin')
const commit = statement('commit')
const rollback = statement('rollback')
const setCaller = statement(`select set_config('app.caller', $1, true)`)
const noOrigin: Origin = { requestId: null, ip: null, userAgent: null }

/** An opening for an organization whose authority was decided elsewhere: a signed link, a job. */
export function openOrganization(organizationId: string, principal: Principal): Opening {
  // The credential that an idempotency key belongs to: of a link, the link itself.
  const caller = principal.kind === 'link' ? [setCaller(`link:${principal.linkId}`)] : []
  return { organizationId, statements: [setOrganization(organizationId), ...caller], judge: () => principal }
}

const isTransient = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '40P01' || error.code === '40001')
/** An answer of the database itself: the statement was refused, and its transaction did not happen. */
export const isDatabaseError = (error: unknown): boolean => error instanceof pg.DatabaseError
/** The name of the constraint that a change ran into, or null. */
export const violatedConstraint = (error: unknown): string | null =>
  error instanceof pg.DatabaseError && error.code?.startsWith('23') ? (error.constraint ?? null) : null
/** Whether a lock was not to be had in time, or the statement took too long. */
export const isLockTimeout = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '55P03' || error.code === '57014')
/** Whether the server is away: restarting, refusing connections, or the pool had none free in time. */
export const isUnavailable = (error: unknown): boolean =>
  (error instanceof pg.DatabaseError && (error.code?.startsWith('57P') || error.code === '53300')) ||
  error instanceof TurnTimeout ||
  (error instanceof Error &&
    /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|the database system is/.test(
      error.message,
    ))
