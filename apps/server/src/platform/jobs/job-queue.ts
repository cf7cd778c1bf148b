import pg from 'pg'

export type QueuedJob = {
  id: string
  task: string
  organizationId: string | null
  attempts: number
  maxAttempts: number
  runAt: string
  createdAt: string
  lastError: string | null
  state: 'queued' | 'running' | 'retrying' | 'failed'
}

type JobRow = Omit<QueuedJob, 'runAt' | 'createdAt'> & { runAt: Date; createdAt: Date }

const stateOf = `case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'failed'
  when j.attempts > 0 then 'retrying' else 'queued' end`
const columns = `j.id::text, t.identifier as task, j.payload->>'organizationId' as "organizationId", j.attempts, j.max_attempts as "maxAttempts",
  j.run_at as "runAt", j.created_at as "createdAt", j.last_error as "lastError", ${stateOf} as state`
const from = 'graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id'

/**
 * The queue as a person looks at it: what waits, runs and failed, trying again, removing. A login of its own that reaches the queue's
 * tables and nothing else; payloads carry ids only.
 */
export class JobQueue {
  readonly #pool: pg.Pool

  constructor(options: { connectionString: string; role?: string }) {
    this.#pool = new pg.Pool({
      connectionString: options.connectionString,
      max: 2,
      application_name: 'portico queue',
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
      options: ['-c statement_timeout=15s', ...(options.role ? [`-c role=${options.role}`] : [])].join(' '),
    })
    this.#pool.on('error', () => {})
    this.#pool.on('connect', (client) => client.on('error', () => {}))
  }

  /** Newest first, `limit` rows before or after a job's id. */
  async list(options: {
    state: QueuedJob['state'] | null
    position: string | null
    isBackwards: boolean
    limit: number
  }): Promise<QueuedJob[]> {
    const { rows } = await this.#pool.query<JobRow>(
      `select ${columns} from ${from} where ($1::text is null or ${stateOf} = $1) and ($2::bigint is null or j.id ${options.isBackwards ? '>' : '<'} $2)
       order by j.id ${options.isBackwards ? 'asc' : 'desc'} limit $3`,
      [options.state, options.position, options.limit],
    )
    return rows.map(withText)
  }

  async find(id: string): Promise<QueuedJob | null> {
    const { rows } = await this.#pool.query<JobRow>(`select ${columns} from ${from} where j.id = $1`, [id])
    return rows[0] ? withText(rows[0]) : null
  }

  /** Due at once, with all its attempts before it. A job that runs is left alone. @returns whether it was there to be tried */
  async retry(id: string): Promise<boolean> {
    const { rows } = await this.#pool.query(
      'select id from graphile_worker.reschedule_jobs(array[$1::bigint], now(), null, 0, null)',
      [id],
    )
    return rows.length > 0
  }

  /** @returns whether it was there and not running */
  async remove(id: string): Promise<boolean> {
    const { rows } = await this.#pool.query(
      `select id from graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs where id = $1 and locked_at is null))`,
      [id],
    )
    return rows.length > 0
  }

  async figures(): Promise<{ waiting: number; failed: number; oldestSeconds: number | null }> {
    const { rows } = await this.#pool.query<{ waiting: number; failed: number; oldest: number | null }>(
      `select count(*) filter (where attempts < max_attempts)::int as waiting, count(*) filter (where attempts >= max_attempts)::int as failed,
         extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and run_at <= now()))::int as oldest
       from graphile_worker._private_jobs`,
    )
    const { waiting = 0, failed = 0, oldest = null } = rows[0] ?? {}
    return { waiting, failed, oldestSeconds: oldest }
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}

const withText = (row: JobRow): QueuedJob => ({
  ...row,
  runAt: row.runAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
})
