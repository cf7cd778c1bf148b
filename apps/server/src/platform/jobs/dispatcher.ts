import type { EventType } from '@portico/contract'
import type pg from 'pg'
import { statement, type Database, type Opening, type Origin } from '../database/index.ts'
import { systemPrincipal } from '../principal.ts'
import type { DomainEvent, Subscription } from './definitions.ts'

const system = systemPrincipal('dispatcher')
const acrossOrganizations: Opening = { organizationId: null, statements: [], judge: () => system }
const noOrigin: Origin = { requestId: null, ip: null, userAgent: null }
const batchSize = 200
/** The first poke after a pause is answered at once; those of a burst are gathered for as long as the last turn took, this long at most. */
const mostGatheredMs = 10

type EventRow = {
  organization_id: string
  id: string
  type: EventType
  payload: Record<string, string | null>
  created_at: string
  actor_kind: 'member' | 'contact' | 'link' | 'system' | 'platform' | null
  actor_id: string | null
}
// By state and not by id: a slow transaction's events appear behind later ones (MECHANICS.md, 13).
const claimEvents = statement<EventRow>(
  `update domain_events e set claimed_at = $1 from (
     select organization_id, id from domain_events where claimed_at is null order by created_at limit ${batchSize} for update skip locked) due
   where e.organization_id = due.organization_id and e.id = due.id
   returning e.organization_id, e.id, e.type, e.payload, e.created_at, e.actor_kind, e.actor_id`,
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
  readonly #tell: (events: readonly DomainEvent[]) => Promise<void>
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #again = false
  #isPoked = false
  #isStopped = false
  #drainedAt = 0
  #drainTook = 0

  /** @param tell hands claimed events to whoever shows them; it never fails, and nothing waits for what comes of it */
  constructor(
    database: Database,
    jobsPool: pg.Pool,
    subscriptions: readonly Subscription[],
    tell: (events: readonly DomainEvent[]) => Promise<void> = async () => {},
  ) {
    this.#database = database
    this.#jobsPool = jobsPool
    this.#tell = tell
    this.#subscriptions = Map.groupBy(subscriptions, (subscription) => subscription.hears)
  }

  /** There may be work. Cheap; called after each commit that announced something. */
  poke(): void {
    if (this.#isStopped || this.#timer) return
    if (this.#running) {
      this.#isPoked = true
      return
    }
    const wait = Math.min(this.#drainTook, mostGatheredMs) - (performance.now() - this.#drainedAt)
    if (wait <= 0) return void this.drain().catch(() => {})
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.drain().catch(() => {})
    }, wait)
  }

  /** Moves everything that is due; returns when nothing was left. */
  async drain(): Promise<void> {
    if (this.#running) {
      this.#again = true
      return this.#running
    }
    const begun = performance.now()
    this.#running = this.#drain().finally(() => {
      this.#running = null
      this.#drainedAt = performance.now()
      this.#drainTook = this.#drainedAt - begun
      const isPoked = this.#isPoked
      this.#isPoked = false
      if (isPoked) this.poke()
    })
    return this.#running
  }

  async #drain(): Promise<void> {
    do {
      this.#again = false
      while (!this.#isStopped && (await this.#moveBatch()) === batchSize);
    } while (this.#again && !this.#isStopped)
  }

  async #moveBatch(): Promise<number> {
    let events: EventRow[] = []
    const move = async (): Promise<number> => {
      const claimed = events.map(eventOf)
      // Open screens hear of it at once, and beside the claim: twice where the claim is undone, never not at all.
      const told = claimed.length > 0 ? this.#tell(claimed) : null
      const wanted = claimed.flatMap((event) => this.#jobsFor(event))
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
      await told
      return events.length
    }
    return this.#database.transaction(acrossOrganizations, noOrigin, move, {
      claim: claimEvents(this.#database.now()),
      async onClaim(rows) {
        events = rows as EventRow[]
        return rows.length === 0 ? { replay: 0 } : null
      },
    })
  }

  #jobsFor(event: DomainEvent): JobSpec[] {
    return (this.#subscriptions.get(event.type) ?? []).map((subscription) => {
      const { job } = subscription
      const { organizationId } = event
      try {
        return {
          identifier: job.name,
          payload: { organizationId, payload: subscription.payload(event) },
          jobKey: `${job.name}:${organizationId}:${subscription.key?.(event) ?? event.id}`,
          maxAttempts: job.maxAttempts ?? 25,
        }
      } catch (error) {
        // An event that nobody can make a job of must not hold up those behind it: it becomes one that fails, where people see it.
        const cause = `${event.type} ${event.id}: ${(error as Error).message}`
        return {
          identifier: job.name,
          payload: { organizationId, cause },
          jobKey: `${job.name}:${organizationId}:${event.id}`,
          maxAttempts: 1,
        }
      }
    })
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#running?.catch(() => {})
  }
}

function eventOf(row: EventRow): DomainEvent {
  const { actor_kind: kind, actor_id: id } = row
  const isPerson = kind === 'member' || kind === 'contact' || kind === 'link'
  return {
    id: row.id,
    organizationId: row.organization_id,
    type: row.type,
    payload: row.payload,
    createdAt: row.created_at,
    actor: isPerson && id ? { kind, id } : null,
  }
}
