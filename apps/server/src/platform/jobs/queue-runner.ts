import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { Leases } from './leases.ts'

/** Does a job. `attempt` counts from one. Throwing means "try again later". */
export type Task = (payload: unknown, tries: { attempt: number; maxAttempts: number }) => Promise<void>

export type QueueRunnerOptions = {
  pool: pg.Pool
  tasks: ReadonlyMap<string, Task>
  concurrency: number
  /** Whether no other process works on this queue: what is locked when this one starts was left behind by a killed one. */
  isAlone: boolean
  /** How long another worker may be silent before its jobs are given to others. */
  leaseSeconds?: number
  log: { warn(detail: object, message: string): void; error(detail: object, message: string): void }
}

type JobRow = { id: string; task_id: number; payload: unknown; attempts: number; max_attempts: number }

/** Notifications are wake-ups; this is how long a job waits at most where one is lost. */
const pollMs = 1_000
/** What is done is said with the next taking, or after this long where nothing is taken. */
const sayWithinMs = 5
/** Jobs are taken by the dozen, as many as are done in about this time: a worker that is killed, or slow, holds few that it has not begun. */
const batchMs = 50
const mostAtOnce = 200
/** What was taken and could not be begun for this long goes back to those who may be free. */
const holdMs = 2_000
/** How long jobs under way are waited for when the program ends; what takes longer is given back and begins again elsewhere. */
const finishWithinMs = 4_000

const jobs = 'graphile_worker._private_jobs'
const knowTasks = `insert into graphile_worker._private_tasks (identifier) select name from unnest($1::text[]) name
  where not exists (select from graphile_worker._private_tasks t where t.identifier = name) on conflict do nothing`
const taskIds = 'select id, identifier from graphile_worker._private_tasks where identifier = any($1::text[])'
/** Removes what is done and takes what is due, in one transaction. Ours is what we locked, and nobody took from us. */
const take = {
  name: 'portico_take',
  text: `with done as (
      delete from ${jobs} where id = any($4::bigint[]) and locked_by = $1
    ), due as (
      select id from ${jobs} where is_available and run_at <= now() and task_id = any($2::int[]) and job_queue_id is null
      order by priority, run_at limit $3 for update skip locked
    )
    update ${jobs} j set attempts = j.attempts + 1, locked_by = $1, locked_at = now() from due where j.id = due.id
    returning j.id::text, j.task_id, j.payload, j.attempts, j.max_attempts`,
}
/** As graphile-worker does it: tried again after e, e², e³ … seconds. */
const fail = {
  name: 'portico_fail',
  text: `update ${jobs} j set last_error = f.message, run_at = greatest(now(), j.run_at) + exp(least(j.attempts, 10)) * interval '1 second', locked_by = null, locked_at = null
    from unnest($2::bigint[], $3::text[]) f (id, message) where j.id = f.id and j.locked_by = $1`,
}
const giveBack = {
  name: 'portico_give_back',
  text: `update ${jobs} set attempts = greatest(0, attempts - 1), locked_by = null, locked_at = null where id = any($2::bigint[]) and locked_by = $1`,
}
const unlock = 'select graphile_worker.force_unlock_workers($1::text[])'
const lockers = `select distinct locked_by as id from ${jobs} where locked_by is not null and locked_by <> $1`

/**
 * Does the jobs of graphile-worker's tables, several at once, taken and ticked off by the dozen. What could not be said because the
 * database was away is said when it is back; jobs of other processes that are gone are given back (see Leases).
 */
export class QueueRunner {
  readonly #options: QueueRunnerOptions
  /** Under which this process locks jobs. */
  readonly #id = `pool-${randomBytes(9).toString('hex')}`
  readonly #leases: Leases
  #tasks = new Map<number, { name: string; task: Task }>()
  #listener: pg.PoolClient | null = null
  #poll: NodeJS.Timeout | null = null
  #saying: NodeJS.Timeout | null = null

  #taken: JobRow[] = []
  #takenAt = 0
  #batchSize: number
  readonly #underWay = new Set<Promise<void>>()
  /** What is to be said to the database, and is kept until it was. */
  #done: string[] = []
  #failed: { id: string; message: string }[] = []
  #unused: string[] = []

  #talking: Promise<void> | null = null
  #mayBeDue = true
  #isSilent = false
  #isStopped = false

  private constructor(options: QueueRunnerOptions) {
    this.#options = options
    this.#batchSize = options.concurrency
    this.#leases = new Leases(options.pool, {
      ...(options.leaseSeconds !== undefined && { seconds: options.leaseSeconds }),
      onOrphans: (workers) => options.log.warn({}, `jobs of ${workers} workers that are gone are done again`),
    })
  }

  static async start(options: QueueRunnerOptions): Promise<QueueRunner> {
    const queue = new QueueRunner(options)
    const { pool, tasks } = options
    await pool.query(knowTasks, [[...tasks.keys()]])
    const { rows } = await pool.query<{ id: number; identifier: string }>(taskIds, [[...tasks.keys()]])
    queue.#tasks = new Map(
      rows.map(({ id, identifier }) => [id, { name: identifier, task: tasks.get(identifier) as Task }]),
    )
    queue.#leases.add(queue.#id)
    queue.#leases.start()
    if (options.isAlone) {
      const left = await pool.query<{ id: string }>(lockers, [queue.#id])
      await pool.query(unlock, [left.rows.map(({ id }) => id)])
    }
    await queue.#listen()
    queue.#poll = setInterval(() => queue.#look(), pollMs)
    queue.#look()
    return queue
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.#poll) clearInterval(this.#poll)
    this.#returnUnused()
    await Promise.race([Promise.allSettled(this.#underWay), pause(finishWithinMs, undefined, { ref: false })])
    if (this.#saying) clearTimeout(this.#saying)
    await this.#talking
    await this.#talk()
    this.#listener?.release(true)
    this.#listener = null
    await this.#options.pool.query(unlock, [[this.#id]]).catch(() => {})
    await this.#leases.stop()
  }

  #look(): void {
    if (this.#taken.length > 0 && performance.now() - this.#takenAt > holdMs) this.#returnUnused()
    this.#mayBeDue = true
    this.#goOn()
    void this.#listen()
  }

  async #listen(): Promise<void> {
    if (this.#listener || this.#isStopped) return
    try {
      const client = await this.#options.pool.connect()
      const leave = (): void => {
        if (this.#listener !== client) return
        this.#listener = null
        client.release(true)
      }
      if (this.#listener || this.#isStopped) return client.release()
      this.#listener = client
      client.on('error', leave)
      client.on('end', leave)
      client.on('notification', () => {
        this.#mayBeDue = true
        this.#goOn()
      })
      await client.query('listen "jobs:insert"').catch(leave)
    } catch {
      // The next look tries again, and looks meanwhile.
    }
  }

  /** Begins what is taken, takes more where hands are free, and says what is done. */
  #goOn(): void {
    while (this.#underWay.size < this.#options.concurrency) {
      const next = this.#taken.shift()
      if (!next) break
      const work: Promise<void> = this.#do(next).finally(() => {
        this.#underWay.delete(work)
        this.#goOn()
      })
      this.#underWay.add(work)
    }
    if (this.#talking || this.#isStopped) return
    const isFree = this.#underWay.size < this.#options.concurrency
    const isToSay = this.#done.length + this.#failed.length + this.#unused.length > 0
    if (isFree && (this.#mayBeDue || (isToSay && this.#underWay.size === 0))) this.#begin()
    else if (isToSay)
      this.#saying ??= setTimeout(() => {
        this.#saying = null
        if (!this.#talking) this.#begin()
      }, sayWithinMs)
  }

  #begin(): void {
    if (this.#saying) clearTimeout(this.#saying)
    this.#saying = null
    this.#talking = this.#talk().finally(() => {
      this.#talking = null
      this.#goOn()
    })
  }

  /** Says what there is to say and takes as many jobs as there is room for. Never fails: what was not said is said the next time. */
  async #talk(): Promise<void> {
    const { pool, log, concurrency } = this.#options
    const [done, failed, unused] = [this.#done, this.#failed, this.#unused]
    this.#done = []
    this.#failed = []
    this.#unused = []
    const room =
      this.#isStopped || this.#taken.length > 0 || this.#underWay.size >= concurrency ? 0 : this.#batchSize
    if (room > 0) this.#mayBeDue = false
    let isSaid = false
    try {
      if (failed.length > 0) {
        await pool.query(fail, [this.#id, failed.map(({ id }) => id), failed.map(({ message }) => message)])
        failed.length = 0
      }
      if (unused.length > 0) await pool.query(giveBack, [this.#id, unused])
      unused.length = 0
      if (room === 0 && done.length === 0) return
      const { rows } = await pool.query<JobRow>(take, [this.#id, [...this.#tasks.keys()], room, done])
      isSaid = true
      this.#received(rows, room)
      if (this.#isSilent) log.warn({}, 'the job queue goes on')
      this.#isSilent = false
    } catch (error) {
      if (!this.#isSilent)
        log.warn({ err: error }, 'the job queue does not reach its database; it tries again')
      this.#isSilent = true
      // Whether it came through is not known; saying it twice does no harm.
      if (!isSaid) this.#done.push(...done)
      this.#failed.push(...failed)
      this.#unused.push(...unused)
      this.#returnUnused()
      if (!this.#isStopped) {
        await pause(pollMs, undefined, { ref: false })
        this.#mayBeDue = true
      }
    }
  }

  #received(rows: JobRow[], room: number): void {
    if (rows.length === 0) return
    const now = performance.now()
    const isFull = rows.length === room
    if (isFull) this.#mayBeDue = true
    const took = now - this.#takenAt
    if (isFull && took < batchMs) this.#batchSize = Math.min(mostAtOnce, this.#batchSize * 2)
    else if (took > 2 * batchMs)
      this.#batchSize = Math.max(this.#options.concurrency, Math.floor(this.#batchSize / 2))
    this.#takenAt = now
    this.#taken.push(...rows)
  }

  async #do({ id, task_id, payload, attempts, max_attempts }: JobRow): Promise<void> {
    const known = this.#tasks.get(task_id)
    try {
      if (!known) throw new Error('Nobody here knows this job')
      await known.task(payload, { attempt: attempts, maxAttempts: max_attempts })
      this.#done.push(id)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      this.#options.log.error(
        { err: error, job: id },
        `job ${known?.name ?? task_id} failed (attempt ${attempts} of ${max_attempts}): ${message}`,
      )
      this.#failed.push({ id, message })
    }
  }

  #returnUnused(): void {
    this.#unused.push(...this.#taken.splice(0).map(({ id }) => id))
  }
}
