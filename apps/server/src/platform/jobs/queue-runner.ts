import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import {
  Logger,
  run,
  type Runner,
  type RunnerOptions,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import type pg from 'pg'
import { Leases } from './leases.ts'

export type QueueRunnerOptions = {
  pool: pg.Pool
  taskList: TaskList
  concurrency: number
  /** Whether no other process works on this queue: what is locked when this one starts was left behind by a killed one. */
  isAlone: boolean
  /** How long another worker may be silent before its jobs are given to others. */
  leaseSeconds?: number
  log: { warn(detail: object, message: string): void; error(detail: object, message: string): void }
}

const restartAfterMs = 1_000
/** How long jobs under way are waited for when the program ends; what takes longer is given back and begins again elsewhere. */
const finishWithinMs = 4_000
const unlock = 'select graphile_worker.force_unlock_workers($1::text[])'
const lockers =
  'select distinct locked_by as id from graphile_worker._private_jobs where locked_by is not null'

/**
 * Keeps the queue's runner running. graphile-worker gives up where it cannot say that a job is done, as when the database is away: then
 * another one is started until one stays, and the jobs that the last one held are given back, which would else wait four hours. Jobs of
 * other processes that are gone are given back as well (see Leases).
 */
export class QueueRunner {
  readonly #options: QueueRunnerOptions
  /** Ids under which this process has locked jobs. */
  readonly #own: string[] = []
  readonly #leases: Leases
  #runner: Runner | null = null
  #timer: NodeJS.Timeout | null = null
  #isStopped = false

  private constructor(options: QueueRunnerOptions) {
    this.#options = options
    this.#leases = new Leases(options.pool, {
      ...(options.leaseSeconds !== undefined && { seconds: options.leaseSeconds }),
      onOrphans: (workers) => options.log.warn({}, `jobs of ${workers} workers that are gone are done again`),
    })
  }

  static async start(options: QueueRunnerOptions): Promise<QueueRunner> {
    const queue = new QueueRunner(options)
    await queue.#start()
    queue.#leases.start()
    if (options.isAlone) {
      const { rows } = await options.pool.query<{ id: string }>(lockers)
      await options.pool.query(unlock, [rows.map(({ id }) => id).filter((id) => !queue.#own.includes(id))])
    }
    return queue
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.#timer) clearTimeout(this.#timer)
    const stopped = this.#runner?.stop().catch(() => {})
    await Promise.race([stopped, pause(finishWithinMs, undefined, { ref: false })])
    await this.#options.pool.query(unlock, [this.#own]).catch(() => {})
    await this.#leases.stop()
  }

  async #start(): Promise<void> {
    const { pool, taskList, concurrency, log } = this.#options
    if (this.#own.length > 0) await pool.query(unlock, [this.#own])
    const events = new EventEmitter() as WorkerEvents
    events.on('pool:create', ({ workerPool }) => {
      this.#own.push(workerPool.id)
      this.#leases.add(workerPool.id)
    })
    const options: RunnerOptions = {
      pgPool: pool,
      events,
      logger: new Logger(() => (level, message, meta) => {
        if (level === 'error') log.error({ meta }, message)
      }),
      noHandleSignals: true,
      concurrency,
      pollInterval: 1000,
      taskList,
      // Without a delay a failure to say so is nobody's to catch, and would end the process. For the same reason jobs are fetched one by one:
      // a local queue is twelve times as fast in a burst, but throws where nobody can catch it when the database goes away under it.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    }
    const runner = await run(options)
    this.#runner = runner
    runner.promise.then(
      () => this.#restartLater(),
      () => this.#restartLater(),
    )
  }

  #restartLater(): void {
    this.#runner = null
    if (this.#isStopped || this.#timer) return
    this.#options.log.warn({}, 'the job queue stopped; it is started again')
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (!this.#isStopped) this.#start().catch(() => this.#restartLater())
    }, restartAfterMs)
  }
}
