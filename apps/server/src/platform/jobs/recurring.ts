import { randomUUID } from 'node:crypto'
import type { AppParts } from '../../app-parts.ts'
import { statement } from '../database/index.ts'
import { systemPrincipal } from '../principal.ts'
import type { RecurringJob } from './definitions.ts'

const system = systemPrincipal('recurring')
const holdSeconds = 40

// The database's own time: workers on several machines need not agree on the hour. A tick may come a little early.
const due = statement<{ name: string }>(
  `select given.name from unnest($1::text[], $2::int[]) as given (name, every_seconds) left join recurring_work w on w.name = given.name
   where w.name is null or (w.started_at <= now() - make_interval(secs => given.every_seconds * 0.95) and (w.finished_at is not null or w.held_until < now()))`,
)
const take = statement<{ name: string }>(
  `insert into recurring_work as w (name, every_seconds, holder, held_until, started_at)
   select name, every_seconds, $3, now() + interval '${holdSeconds} seconds', now() from unnest($1::text[], $2::int[]) as given (name, every_seconds)
   on conflict (name) do update set every_seconds = excluded.every_seconds, holder = excluded.holder, held_until = excluded.held_until,
     started_at = excluded.started_at, finished_at = null
   where w.started_at <= now() - make_interval(secs => excluded.every_seconds * 0.95) and (w.finished_at is not null or w.held_until < now())
   returning w.name`,
)
const hold = statement(
  `update recurring_work set held_until = now() + interval '${holdSeconds} seconds' where name = any($1::text[]) and holder = $2`,
)
const finish = statement(
  'update recurring_work set finished_at = now(), error = $3 where name = $1 and holder = $2',
)

/**
 * Work that recurs, once in the whole installation although every worker ticks: a worker takes the row, does the work and says that it is
 * done. One that dies meanwhile stops holding the row, and another begins again: the work is found by query, so nothing is lost or done
 * twice by that.
 */
export class RecurringWork {
  readonly #work: Map<string, RecurringJob>
  readonly #parts: AppParts
  readonly #holder = randomUUID()
  readonly #running = new Map<string, Promise<void>>()
  readonly #log: { warn(detail: object, message: string): void }
  #ticking: Promise<void> | null = null
  #timers: NodeJS.Timeout[] = []
  #isStopped = false

  constructor(
    work: readonly RecurringJob[],
    parts: AppParts,
    log: { warn(detail: object, message: string): void },
  ) {
    this.#work = new Map(work.map((recurring) => [recurring.name, recurring]))
    this.#parts = parts
    this.#log = log
  }

  start(): void {
    if (this.#work.size === 0) return
    const tickSeconds = Math.min(5, ...[...this.#work.values()].map(({ everySeconds }) => everySeconds))
    this.#timers = [
      setInterval(() => void this.tick(), tickSeconds * 1000),
      setInterval(() => void this.#hold(), (holdSeconds * 1000) / 4),
    ]
    void this.tick()
  }

  /** Begins what is due and free. */
  async tick(): Promise<void> {
    this.#ticking ??= this.#begin()
      .catch((error: unknown) => this.#log.warn({ err: error }, 'recurring work could not be looked up'))
      .finally(() => (this.#ticking = null))
    return this.#ticking
  }

  async #begin(): Promise<void> {
    const free = [...this.#work.values()].filter(({ name }) => !this.#running.has(name))
    const columns = (list: readonly RecurringJob[]): [string[], number[]] => [
      list.map(({ name }) => name),
      list.map(({ everySeconds }) => Math.ceil(everySeconds)),
    ]
    const [found] = await this.#parts.database.look(due(...columns(free)))
    if (found.length === 0 || this.#isStopped) return
    const wanted = free.filter(({ name }) => found.some((row) => row.name === name))
    const taken = await this.#parts.database.global(system, (tx) =>
      tx.all(take(...columns(wanted), this.#holder)),
    )
    for (const { name } of taken) {
      const turn = this.#run(this.#work.get(name) as RecurringJob).finally(() => this.#running.delete(name))
      this.#running.set(name, turn)
    }
  }

  async #run(recurring: RecurringJob): Promise<void> {
    let failure: string | null = null
    try {
      await recurring.run(this.#parts)
    } catch (error) {
      failure = (error as Error).message
      this.#log.warn({ err: error }, `${recurring.name} failed; it is tried again`)
    }
    // Where this cannot be said, the row is free again when its time is over.
    await this.#parts.database
      .global(system, (tx) => tx.change(finish(recurring.name, this.#holder, failure?.slice(0, 500) ?? null)))
      .catch(() => {})
  }

  async #hold(): Promise<void> {
    if (this.#running.size === 0) return
    await this.#parts.database
      .global(system, (tx) => tx.change(hold([...this.#running.keys()], this.#holder)))
      .catch(() => {})
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#timers.forEach(clearInterval)
    await this.#ticking
    await Promise.all(this.#running.values())
  }
}
