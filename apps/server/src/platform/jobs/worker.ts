import type { TaskList } from 'graphile-worker'
import pg from 'pg'
import type { AppParts } from '../../app-parts.ts'
import type { DomainEvent, Job, RecurringJob, Subscription } from './definitions.ts'
import { Dispatcher } from './dispatcher.ts'
import { QueueRunner } from './queue-runner.ts'

export type WorkerLog = {
  warn(detail: object, message: string): void
  error(detail: object, message: string): void
}

/**
 * The background half of the program: the dispatcher that empties the outbox, the queue (graphile-worker, in a schema, role and pool
 * of its own), and the work that recurs. Several may run; none does a job twice at a time.
 */
export class Worker {
  readonly dispatcher: Dispatcher
  readonly #queue: QueueRunner
  readonly #pool: pg.Pool
  readonly #timers: NodeJS.Timeout[]

  private constructor(dispatcher: Dispatcher, queue: QueueRunner, pool: pg.Pool, timers: NodeJS.Timeout[]) {
    this.dispatcher = dispatcher
    this.#queue = queue
    this.#pool = pool
    this.#timers = timers
  }

  static async start(options: {
    parts: AppParts
    jobsUrl: string
    role?: string
    subscriptions: readonly Subscription[]
    recurring: readonly RecurringJob[]
    concurrency?: number
    isAlone?: boolean
    /** Hears of claimed events at once: the live screens. */
    tell?: (events: readonly DomainEvent[]) => Promise<void>
    log: WorkerLog
  }): Promise<Worker> {
    const { parts, log } = options
    const pool = new pg.Pool({
      connectionString: options.jobsUrl,
      max: (options.concurrency ?? 4) + 3,
      application_name: 'portico jobs',
      ...(options.role && { options: `-c role=${options.role}` }),
    })
    pool.on('error', (error) =>
      log.warn({ err: error }, 'a connection of the job queue broke; it is made again'),
    )
    // A connection that breaks while it is lent out tells itself, not the pool; its borrower hears of it by the failed query.
    pool.on('connect', (client) => client.on('error', () => {}))
    const jobs = new Map(
      options.subscriptions.map((subscription) => [subscription.job.name, subscription.job]),
    )
    const taskList = Object.fromEntries(
      [...jobs].map(([name, job]) => [name, taskOf(job, parts)]),
    ) as TaskList
    const queue = await QueueRunner.start({
      pool,
      taskList,
      concurrency: options.concurrency ?? 4,
      isAlone: options.isAlone ?? false,
      log,
    })
    const dispatcher = new Dispatcher(parts.database, pool, options.subscriptions, options.tell)
    const timers = [
      every(1, 'dispatch', () => dispatcher.drain(), log),
      ...options.recurring.map((recurring) =>
        every(recurring.everySeconds, recurring.name, () => recurring.run(parts), log),
      ),
    ]
    dispatcher.poke()
    return new Worker(dispatcher, queue, pool, timers)
  }

  async stop(): Promise<void> {
    this.#timers.forEach(clearInterval)
    await this.dispatcher.stop()
    await this.#queue.stop()
    await this.#pool.end()
  }
}

function taskOf(job: Job, parts: AppParts): TaskList[string] {
  return async (raw, helpers) => {
    const { organizationId, payload } = raw as { organizationId: string; payload: unknown }
    const { attempts, max_attempts } = helpers.job
    await job.run({
      organizationId,
      payload: job.payload.parse(payload),
      attempt: attempts,
      isLastAttempt: attempts >= max_attempts,
      parts,
    })
  }
}

/** Runs the work in turns that never overlap; a failure is logged and the next turn tries again. */
function every(seconds: number, name: string, work: () => Promise<void>, log: WorkerLog): NodeJS.Timeout {
  let isRunning = false
  return setInterval(() => {
    if (isRunning) return
    isRunning = true
    work()
      .catch((error: unknown) => log.warn({ err: error }, `${name} failed; it is tried again`))
      .finally(() => (isRunning = false))
  }, seconds * 1000)
}
