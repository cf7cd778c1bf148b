import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { AppParts } from '../../app-parts.ts'
import type { DomainEvent, Job, RecurringJob, Subscription } from './definitions.ts'
import { Dispatcher } from './dispatcher.ts'
import { QueueRunner, type Task } from './queue-runner.ts'
import { RecurringWork } from './recurring.ts'

/** How long recurring work under way is waited for when the program ends; what is left is found again by query. */
const finishWithinMs = 4_000

export type WorkerLog = {
  warn(detail: object, message: string): void
  error(detail: object, message: string): void
}

/**
 * The background half of the program: the dispatcher that empties the outbox, the queue (graphile-worker's tables, in a schema, role and
 * pool of their own), and the work that recurs. Several may run; none does a job twice at a time.
 */
export class Worker {
  readonly dispatcher: Dispatcher
  readonly #queue: QueueRunner
  readonly #pool: pg.Pool
  readonly #look: NodeJS.Timeout
  readonly #recurring: RecurringWork

  private constructor(parts: {
    dispatcher: Dispatcher
    queue: QueueRunner
    pool: pg.Pool
    look: NodeJS.Timeout
    recurring: RecurringWork
  }) {
    this.dispatcher = parts.dispatcher
    this.#queue = parts.queue
    this.#pool = parts.pool
    this.#look = parts.look
    this.#recurring = parts.recurring
  }

  static async start(options: {
    parts: AppParts
    jobsUrl: string
    role?: string
    subscriptions: readonly Subscription[]
    recurring: readonly RecurringJob[]
    concurrency?: number
    isAlone?: boolean
    leaseSeconds?: number
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
    const queue = await QueueRunner.start({
      pool,
      tasks: new Map([...jobs].map(([name, job]) => [name, taskOf(job, parts)])),
      concurrency: options.concurrency ?? 4,
      isAlone: options.isAlone ?? false,
      ...(options.leaseSeconds !== undefined && { leaseSeconds: options.leaseSeconds }),
      log,
    })
    const dispatcher = new Dispatcher(parts.database, pool, options.subscriptions, options.tell)
    const look = every(1, 'dispatch', () => dispatcher.drain(), log)
    const recurring = new RecurringWork(options.recurring, parts, log)
    recurring.start()
    dispatcher.poke()
    return new Worker({ dispatcher, queue, pool, look, recurring })
  }

  async stop(): Promise<void> {
    clearInterval(this.#look)
    await Promise.all([
      this.dispatcher.stop(),
      this.#queue.stop(),
      Promise.race([this.#recurring.stop(), pause(finishWithinMs, undefined, { ref: false })]),
    ])
    await this.#pool.end()
  }
}

function taskOf(job: Job, parts: AppParts): Task {
  return async (raw, { attempt, maxAttempts }) => {
    const { organizationId, payload, cause } = raw as {
      organizationId: string
      payload: unknown
      cause?: string
    }
    if (cause !== undefined) throw new Error(cause)
    await job.run({
      organizationId,
      payload: job.payload.parse(payload),
      attempt,
      isLastAttempt: attempt >= maxAttempts,
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
