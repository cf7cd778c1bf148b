import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statement } from '../src/platform/database/index.ts'
import { JobQueue } from '../src/platform/jobs/job-queue.ts'
import { testApp } from '../test/app.ts'
import { randomFrom } from '../test/nasty-values.ts'
import { patience, sizesOf, tell } from './proofs.ts'

const size = sizesOf('outbox')
const random = randomFrom(size.seed)
const app = await testApp({ using: [] })
const admin = new pg.Client({ connectionString: app.database.adminUrl })
const queue = new JobQueue({ connectionString: app.database.urlFor('portico_jobs') })
const workers: ChildProcess[] = []
beforeAll(async () => {
  await admin.connect()
  await admin.query('create table proof_effects (id text primary key, tries integer not null)')
  await admin.query('grant select, insert, update on proof_effects to portico_worker')
})
afterAll(async () => {
  for (const worker of workers) await end(worker)
  await queue.close()
  await admin.end()
  await app.close()
})

async function startWorker(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'outbox-worker.ts'),
      app.database.urlFor('portico_worker'),
      app.database.urlFor('portico_jobs'),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code}`)))
  })
  return child
}
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}
const count = async (sql: string): Promise<number> => (await admin.query<{ n: number }>(sql)).rows[0]?.n ?? 0
const sleep = statement('select pg_sleep($1::float8)')

test(
  'between a commit and its jobs nothing is lost [OPS-02] [OPS-05] [OPS-06]',
  { timeout: patience },
  async () => {
    workers.push(...(await Promise.all([startWorker(), startWorker()])))
    const organizations = await Promise.all(Array.from({ length: 4 }, () => app.fixtures.organization()))
    const committed = new Set<string>()
    const rolledBack = new Set<string>()
    let next = 0
    const writer = async (): Promise<void> => {
      while (next < size.events) {
        const ids = Array.from({ length: Math.min(1 + random.below(6), size.events - next) }, () => {
          const kind = random.below(200)
          return `${kind < 2 ? 'poison' : kind < 12 ? 'late' : 'plain'}-${next++}`
        })
        const fails = random.below(20) === 0
        await app.fixtures
          .inOrganization(random.oneOf(organizations).id, async (tx) => {
            for (const id of ids) tx.announce('client.created', { client_id: id })
            await tx.readBack([])
            // From at once to long after those that began later.
            await tx.all(sleep(random.below(4) === 0 ? random.below(400) / 1000 : random.below(10) / 1000))
            if (fails) throw new RolledBack()
          })
          .then(
            () => ids.forEach((id) => committed.add(id)),
            (error: unknown) => {
              if (!(error instanceof RolledBack)) throw error
              ids.forEach((id) => rolledBack.add(id))
            },
          )
      }
    }
    let kills = 0
    const killing = (async () => {
      for (; kills < size.kills; kills++) {
        const when = (size.events * (kills + 1)) / (size.kills + 1)
        while (next < when) await pause(5)
        await pause(random.below(200))
        const at = random.below(workers.length)
        await end(workers[at] as ChildProcess)
        workers[at] = await startWorker()
      }
    })()
    await Promise.all(Array.from({ length: 5 }, writer))
    await killing

    const poison = [...committed].filter((id) => id.startsWith('poison'))
    // What is left when all is done: the poison, tried as often as it may be, where the platform's people see it.
    const began = performance.now()
    await expect
      .poll(
        () =>
          count(
            `select ((select count(*) from domain_events where claimed_at is null) + (select count(*) from graphile_worker.jobs where attempts < max_attempts or locked_at is not null))::int as n`,
          ),
        { timeout: patience, interval: 100 },
      )
      .toBe(0)
    const effects = (await admin.query<{ id: string; tries: number }>('select id, tries from proof_effects'))
      .rows
    const noted = new Set(effects.map(({ id }) => id))
    const wanted = [...committed].filter((id) => !id.startsWith('poison'))
    const skipped = wanted.filter((id) => !noted.has(id))
    const failed = await count(
      `select count(*)::int as n from graphile_worker.jobs where attempts = max_attempts and last_error like '%never succeeds%'`,
    )
    const shown = await queue.list({ state: 'failed', position: null, isBackwards: false, limit: 100 })
    tell('events committed', committed.size)
    tell('rolled back, and never heard of', rolledBack.size)
    tell('skipped', skipped.length)
    tell('workers killed', kills)
    tell('jobs done again after a kill', effects.filter(({ tries }) => tries > 1).length)
    tell('poison, all shown as failed', `${failed} of ${poison.length}`)
    tell('s until the last was done', Math.round((performance.now() - began) / 1000))
    expect(skipped).toEqual([])
    expect([...rolledBack].filter((id) => noted.has(id))).toEqual([])
    expect(failed).toBe(poison.length)
    expect(shown.length).toBe(Math.min(100, poison.length))
    expect(shown.every((job) => job.lastError?.includes('never succeeds'))).toBe(true)
  },
)

class RolledBack extends Error {}
