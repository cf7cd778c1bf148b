import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import type { EmbeddedPostgres } from './embedded.ts'
import { AlreadyRunning, borrowOrStartEmbedded, startEmbedded } from './embedded.ts'
import { processIdentity, signal, waitUntilGone } from './processes.ts'

// Whole programs are started here, several at a time, on machines of any speed.
vi.setConfig({ testTimeout: 90_000 })

const cleanUps: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

test('a first start makes a cluster that keeps what it confirms, a later one finds it [OPS-11] [OPS-30]', async () => {
  const dataFolder = newFolder()
  const first = await start(dataFolder)
  expect(first.freshlyCreated).toBe(true)
  const [facts] = await query(
    first.adminUrl,
    `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit, current_setting('data_checksums') as checksums,
      current_setting('recovery_init_sync_method') as recovers_by, current_setting('listen_addresses') as listens, current_setting('password_encryption') as passwords,
      pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale
     from pg_database where datname = current_database()`,
  )
  expect(facts).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    checksums: 'on',
    // Else most of the time until a killed database serves again goes into flushing its files one by one.
    recovers_by: process.platform === 'linux' ? 'syncfs' : 'fsync',
    listens: '127.0.0.1',
    passwords: 'scram-sha-256',
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
  })
  expect(statSync(join(dataFolder, 'secrets.json')).mode & 0o777).toBe(0o600)
  await query(first.adminUrl, 'create table kept (n int); insert into kept values (7)')
  await first.stop()

  const second = await start(dataFolder)
  expect(second.freshlyCreated).toBe(false)
  expect(await query(second.adminUrl, 'select n from kept')).toEqual([{ n: 7 }])
  await second.stop()
})

test('a wrong password is refused, also from the same machine [OPS-11]', async () => {
  const postgres = await start(newFolder())
  const url = new URL(postgres.adminUrl)
  url.password = 'guessed'
  await expect(query(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
})

test('a second start on the same folder says where Portico is running; a command borrows its database [OPS-30]', async () => {
  const dataFolder = newFolder()
  const postgres = await start(dataFolder)
  postgres.publish('http://localhost:4100')
  // The mark is held by this very process, so a second start by it stands for one by another.
  const refusal = await startEmbedded({ dataFolder, log: ignore }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(AlreadyRunning)
  expect((refusal as AlreadyRunning).url).toBe('http://localhost:4100')
  expect((refusal as AlreadyRunning).message).toContain('already running at http://localhost:4100')

  const borrowed = await borrowOrStartEmbedded({ dataFolder, log: ignore })
  await borrowed.stop()
  expect(await query(postgres.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a postmaster that is killed under us is started again, and the pool finds it [OPS-30]', async () => {
  const said: string[] = []
  const postgres = await start(newFolder(), (line) => said.push(line))
  const pool = new pg.Pool({ connectionString: postgres.adminUrl })
  pool.on('error', ignore)
  cleanUps.push(() => pool.end())
  await pool.query('create table kept as select 7 as n')
  const before = postgres.pid
  signal(before, 'SIGKILL')
  await expect
    .poll(() => said.join('\n'), { timeout: 15_000 })
    .toMatch(/ended unexpectedly \(SIGKILL\)[^]*running again/)
  expect(postgres.pid).not.toBe(before)
  // The pool's idle connection is dead; it drops it and opens another by itself.
  const kept = () => pool.query('select n from kept').then((result) => result.rows, ignore)
  await expect.poll(kept, { timeout: 5_000 }).toEqual([{ n: 7 }])
})

test.each([
  { killed: 'the server', signalled: ['node'] },
  { killed: 'the database and the server', signalled: ['postmaster', 'node'] },
])('kill -9 of $killed while writing loses nothing that was confirmed [OPS-30]', async ({ signalled }) => {
  const dataFolder = newFolder()
  let confirmed = 0
  for (let round = 0; round < 2; round++) {
    const writer = spawnWriter(dataFolder)
    const goal = confirmed + 200
    await expect.poll(() => writer.last(), { timeout: 20_000, interval: 5 }).toBeGreaterThan(goal)
    const postmaster = Number(
      readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
    )
    for (const name of signalled) signal(name === 'node' ? writer.pid : postmaster, 'SIGKILL')
    await waitUntilGone(writer.pid, 5_000)
    confirmed = await writer.finished()
  }
  const said: string[] = []
  const postgres = await start(dataFolder, (line) => said.push(line))
  const [found] = await query(
    postgres.adminUrl,
    'select count(*)::int as rows, max(number)::int as last from acknowledged',
  )
  expect(found?.last).toBeGreaterThanOrEqual(confirmed)
  expect(found?.rows).toBe(found?.last)
  if (!signalled.includes('postmaster')) expect(said.join('\n')).toContain('has been stopped')
})

test("a pid file that names another's process is cleared away, and that process lives on [OPS-30]", async () => {
  const dataFolder = newFolder()
  const postgres = await start(dataFolder)
  await postgres.stop()
  const stranger = spawn('sleep', ['60'])
  cleanUps.push(() => void stranger.kill())
  const cluster = join(dataFolder, 'postgres')
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${stranger.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n\nready\n`,
  )
  const again = await start(dataFolder)
  expect(await query(again.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(processIdentity(stranger.pid ?? 0)).not.toBeNull()
})

test('data whose key file is gone is not started over [OPS-30]', async () => {
  const dataFolder = newFolder()
  const postgres = await start(dataFolder)
  await postgres.stop()
  rmSync(join(dataFolder, 'secrets.json'))
  await expect(startEmbedded({ dataFolder, log: ignore })).rejects.toThrow(
    /secrets\.json is missing\. Put it back/,
  )
})

function ignore(): void {}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portico-embedded-'))
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function start(dataFolder: string, log: (line: string) => void = ignore): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded({ dataFolder, log })
  cleanUps.push(() => postgres.stop())
  return postgres
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

function spawnWriter(dataFolder: string): { pid: number; last(): number; finished(): Promise<number> } {
  const script = join(import.meta.dirname, '..', '..', '..', 'test', 'write-until-killed.ts')
  const child = spawn(process.execPath, [script, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanUps.push(() => void child.kill('SIGKILL'))
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const closed = new Promise<void>((done) => child.once('close', () => done()))
  // The last line may be cut off in the middle of a number, so only ended lines count.
  const last = () => Number(text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1)) || 0
  return { pid: child.pid ?? 0, last, finished: () => closed.then(last) }
}
