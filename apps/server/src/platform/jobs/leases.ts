import { hostname } from 'node:os'
import type pg from 'pg'

/** How long a worker may be silent before its jobs are given to others. Beats come often enough that some may be lost. */
export const leaseSeconds = 40

// A lock that nobody's lease stands behind counts from its own time: the lease of a pool is written a moment after the pool is made.
const giveBackOrphans = `with gone as (
    select distinct j.locked_by as id from graphile_worker._private_jobs j
    where j.locked_by is not null and j.locked_at < now() - make_interval(secs => $1)
      and not exists (select from public.worker_leases l where l.id = j.locked_by and l.seen_at >= now() - make_interval(secs => $1))
  )
  select graphile_worker.force_unlock_workers(array(select id from gone)), (select count(*)::int from gone) as workers
  where exists (select from gone)`
const renew = `insert into public.worker_leases (id, process, started_at, seen_at) select id, $2, now(), now() from unnest($1::text[]) as id
  on conflict (id) do update set seen_at = excluded.seen_at`
const forgetOthers = `delete from public.worker_leases where seen_at < now() - interval '1 day'`
const leave = 'delete from public.worker_leases where id = any($1::text[])'

/**
 * Says that this worker lives, and gives the jobs of those that do not to whoever is free. Leases are rows with the database's own time,
 * so that machines need not agree on the hour, and no connection has to stay open for them.
 */
export class Leases {
  readonly #pool: pg.Pool
  readonly #seconds: number
  readonly #ids = new Set<string>()
  readonly #onOrphans: (workers: number) => void
  #timer: NodeJS.Timeout | null = null
  #beating: Promise<void> | null = null
  /** Since when beats have come without a gap: after one, others may have been kept from beating as well, and are given the time to. */
  #steadySince: number | null = null
  #lastBeat = 0

  constructor(pool: pg.Pool, options: { seconds?: number; onOrphans: (workers: number) => void }) {
    this.#pool = pool
    this.#seconds = options.seconds ?? leaseSeconds
    this.#onOrphans = options.onOrphans
  }

  /** From now on jobs may be locked under this id. */
  add(id: string): void {
    this.#ids.add(id)
    void this.#beat()
  }

  start(): void {
    this.#timer = setInterval(() => void this.#beat(), (this.#seconds * 1000) / 5)
  }

  async #beat(): Promise<void> {
    this.#beating ??= this.#renew()
      .catch(() => {
        this.#steadySince = null
      })
      .finally(() => {
        this.#beating = null
      })
    return this.#beating
  }

  async #renew(): Promise<void> {
    await this.#pool.query(renew, [[...this.#ids], `${hostname()}:${process.pid}`])
    const now = performance.now()
    if (this.#steadySince === null || now - this.#lastBeat > (this.#seconds * 1000) / 2)
      this.#steadySince = now
    this.#lastBeat = now
    if (now - this.#steadySince < this.#seconds * 1000) return
    const { rows } = await this.#pool.query<{ workers: number }>(giveBackOrphans, [this.#seconds])
    if (rows[0]) this.#onOrphans(rows[0].workers)
    await this.#pool.query(forgetOthers)
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    await this.#beating
    await this.#pool.query(leave, [[...this.#ids]]).catch(() => {})
  }
}
