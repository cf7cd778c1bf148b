import pg from 'pg'
import { z } from 'zod'
import type { AppParts } from '../../src/app-parts.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { Database } from '../../src/platform/database/index.ts'
import { job, subscribe } from '../../src/platform/jobs/definitions.ts'
import { Worker } from '../../src/platform/jobs/worker.ts'
import { systemPrincipal } from '../../src/platform/principal.ts'
import { median } from '../pairs.ts'
import { inMs, perSecond, type Report } from '../report.ts'
import type { Stage } from '../stage.ts'

const system = systemPrincipal('bench')
const tries = 200
const many = 10_000

/** G9: from the transaction that wants a job to its start, and how many get done; beside rows that are deleted a hundred at a time. */
export async function jobs(stage: Stage, report: Report): Promise<void> {
  const bare = await measureBare(stage)
  const ours = await measureOurs(stage)
  report.note('G9', 'from the transaction to the job’s start, p50', '<= 3.00', {
    bare: inMs(bare.startMs),
    figure: inMs(ours.startMs),
    ratio: ours.startMs / bare.startMs,
    isMet: ours.startMs <= 3 * bare.startMs,
  })
  report.note('G9', `${many.toLocaleString('en')} jobs from the outbox to done`, '>= 0.20', {
    bare: perSecond(bare.perSecond),
    figure: perSecond(ours.perSecond),
    ratio: ours.perSecond / bare.perSecond,
    isMet: ours.perSecond >= 0.2 * bare.perSecond,
  })
}

async function measureOurs(stage: Stage): Promise<{ startMs: number; perSecond: number }> {
  const { parts } = await stage.portico()
  const workerDatabase = new Database({
    connectionString: stage.postgres.urlFor('portico_worker'),
    poolSize: 6,
    clock: systemClock,
    applicationName: 'bench worker',
  })
  // What the other goals left in the outbox is none of this one's business.
  await stage.asAdmin((admin) =>
    admin.query('update domain_events set claimed_at = now() where claimed_at is null'),
  )
  let done = 0
  let heard: () => void = () => {}
  const noop = job({
    name: 'bench.nothing',
    payload: z.object({}),
    async run() {
      done++
      heard()
    },
  })
  const worker = await Worker.start({
    parts: { ...parts, database: workerDatabase } satisfies AppParts,
    jobsUrl: stage.postgres.urlFor('portico_jobs'),
    isAlone: true,
    subscriptions: [subscribe('client.updated', noop, () => ({}))],
    recurring: [],
    log: {
      warn: (detail, text) => console.log(text, detail),
      error: (detail, text) => console.log(text, detail),
    },
  })
  parts.database.onEvents = () => worker.dispatcher.poke()
  const organization = stage.organizations[0] as { id: string }
  try {
    const starts: number[] = []
    for (let at = 0; at < tries; at++) {
      const started = new Promise<void>((resolve) => (heard = resolve))
      const begun = performance.now()
      await parts.database.withOrganization(organization.id, system, async (tx) =>
        tx.announce('client.updated', {}),
      )
      await started
      starts.push(performance.now() - begun)
    }
    done = 0
    const finished = new Promise<void>((resolve) => {
      heard = () => {
        if (done === many) resolve()
      }
    })
    await stage.asAdmin((admin) =>
      admin.query(
        `insert into domain_events (organization_id, id, type, payload, created_at) select $1, uuidv7(), 'client.updated', '{}', now() from generate_series(1, $2::int)`,
        [organization.id, many],
      ),
    )
    const begun = performance.now()
    worker.dispatcher.poke()
    await finished
    return { startMs: median(starts), perSecond: (many * 1000) / (performance.now() - begun) }
  } finally {
    parts.database.onEvents = () => {}
    await worker.stop()
    await workerDatabase.close()
  }
}

async function measureBare(stage: Stage): Promise<{ startMs: number; perSecond: number }> {
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: stage.postgres.adminUrl })
    await client.connect()
    return client
  }
  const [writer, reader] = [await connect(), await connect()]
  try {
    await writer.query('create table bench_jobs (id bigserial primary key, payload text)')
    const take = `delete from bench_jobs where id in (select id from bench_jobs order by id limit 100 for update skip locked) returning id`
    let heard: () => void = () => {}
    reader.on('notification', () => heard())
    await reader.query('listen bench_jobs')
    const starts: number[] = []
    for (let at = 0; at < tries; at++) {
      const told = new Promise<void>((resolve) => (heard = resolve))
      const begun = performance.now()
      await writer.query(`begin; insert into bench_jobs (payload) values ('x'); notify bench_jobs; commit`)
      await told
      await reader.query(take)
      starts.push(performance.now() - begun)
    }
    await writer.query(`insert into bench_jobs (payload) select 'x' from generate_series(1, ${many})`)
    const begun = performance.now()
    for (let left = many; left > 0;) left -= (await reader.query(take)).rowCount ?? 0
    return { startMs: median(starts), perSecond: (many * 1000) / (performance.now() - begun) }
  } finally {
    await writer.query('drop table if exists bench_jobs')
    await writer.end()
    await reader.end()
  }
}
