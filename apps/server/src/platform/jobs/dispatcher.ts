import type { EventType } from '@portico/contract'
import type pg from 'pg'
import { statement, type Database } from '../database/index.ts'
import { systemPrincipal } from '../principal.ts'
import type { DomainEvent, Subscription } from './definitions.ts'

const system = systemPrincipal('dispatcher')
const batchSize = 200
/** How long a poke waits for others, so that a burst of commits wakes the dispatcher once. */
const debounceMs = 10

type EventRow = {
  organization_id: string
  id: string
  type: EventType
  payload: Record<string, string | null>
  created_at: string
}
// By state and not by id: a slow transaction's events appear behind later ones (MECHANICS.md, 13).
const claimEvents = statement<EventRow>(
  `update domain_events e set claimed_at = $1 from (
     select organization_id, id from domain_events where claimed_at is null order by created_at limit ${batchSize} for update skip locked) due
   where e.organization_id = due.organization_id and e.id = due.id
   returning e.organization_id, e.id, e.type, e.payload, e.created_at`,
)

type JobSpec = { identifier: string; payload: unknown; jobKey: string; maxAttempts: number }

/**
 * Moves events from the outbox to the job queue. An event is marked in the transaction in which its jobs are added, so that none is
 * lost; a crash between the two adds a job twice, and jobs do not care.
 */
export class Dispatcher {
  readonly #database: Database
  readonly #jobsPool: pg.Pool
  readonly #subscriptions: Map<EventType, Subscription[]>
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #again = false
  #isStopped = false

  constructor(database: Database, jobsPool: pg.Pool, subscriptions: readonly Subscription[]) {
    this.#database = database
    this.#jobsPool = jobsPool
    this.#subscriptions = Map.groupBy(subscriptions, (subscription) => subscription.hears)
  }

  /** There may be work. Cheap; called after each commit that announced something. */
  poke(): void {
    if (this.#isStopped || this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.drain().catch(() => {})
    }, debounceMs)
  }

  /** Moves everything that is due; returns when nothing was left. */
  async drain(): Promise<void> {
    if (this.#running) {
      this.#again = true
      return this.#running
    }
    this.#running = this.#drain().finally(() => (this.#running = null))
    return this.#running
  }

  async #drain(): Promise<void> {
    do {
      this.#again = false
      while (!this.#isStopped && (await this.#moveBatch()) === batchSize);
    } while (this.#again && !this.#isStopped)
  }

  async #moveBatch(): Promise<number> {
    return this.#database.global(system, async (tx) => {
      const events = await tx.all(claimEvents(tx.now))
      const wanted = events.flatMap((row) =>
        this.#jobsFor({
          id: row.id,
          organizationId: row.organization_id,
          type: row.type,
          payload: row.payload,
          createdAt: row.created_at,
        }),
      )
      // The queue takes a key once per call; of several the newest event's payload counts.
      const specs = [...new Map(wanted.map((spec) => [spec.jobKey, spec])).values()]
      if (specs.length > 0) {
        await this.#jobsPool.query(
          `select graphile_worker.add_jobs(array(
             select row(j.identifier, j.payload, null, null, j.max_attempts, j.job_key, null, null)::graphile_worker.job_spec
             from json_to_recordset($1) as j (identifier text, payload json, max_attempts smallint, job_key text)))`,
          [
            JSON.stringify(
              specs.map(({ identifier, payload, jobKey, maxAttempts }) => ({
                identifier,
                payload,
                job_key: jobKey,
                max_attempts: maxAttempts,
              })),
            ),
          ],
        )
      }
      return events.length
    })
  }

  #jobsFor(event: DomainEvent): JobSpec[] {
    return (this.#subscriptions.get(event.type) ?? []).map(({ job, payload, key }) => ({
      identifier: job.name,
      payload: { organizationId: event.organizationId, payload: payload(event) },
      jobKey: `${job.name}:${event.organizationId}:${key?.(event) ?? event.id}`,
      maxAttempts: job.maxAttempts ?? 25,
    }))
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#running?.catch(() => {})
  }
}
