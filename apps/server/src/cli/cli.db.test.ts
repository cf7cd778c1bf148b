import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { runStatements, testDatabase } from '../../test/database.ts'
import { ninja } from '../modules/imports/sample-books.ts'
import { seedOrganization } from '../modules/organizations/index.ts'
import { systemClock } from '../platform/clock.ts'
import { Database } from '../platform/database/index.ts'
import { systemPrincipal } from '../platform/principal.ts'
import type { Check } from './doctor/check.ts'

// Whole programs are started here, several at a time, on machines of any speed.
vi.setConfig({ testTimeout: 90_000 })

const dataFolder = mkdtempSync(join(tmpdir(), 'portico-cli-'))
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

test('the help names every command, the settings and the exit codes [OPS-30]', async () => {
  const { code, output } = await portico(['--help'])
  expect(code).toBe(0)
  for (const word of [
    'start',
    'migrate',
    'doctor',
    'PORTICO_DATA',
    'DATABASE_URL',
    'Examples',
    'Exit codes',
  ]) {
    expect(output).toContain(word)
  }
})

test('a command that is not known is told apart from one that failed [OPS-30]', async () => {
  const { code, output } = await portico(['strat'])
  expect(code).toBe(2)
  expect(output).toContain('Did you mean start?')
})

test('a wrong setting is named in one line, without a stack [OPS-18]', async () => {
  const { code, output } = await portico(['doctor'], { PORTICO_URL: 'portal.example.com' })
  expect(code).toBe(1)
  expect(output).toMatch(/PORTICO_URL: /)
  expect(output).not.toMatch(/ at .*\.ts:\d+/)
})

test('migrate brings an embedded database up once, and doctor finds all of it in order [OPS-15] [OPS-30]', async () => {
  const first = await portico(['migrate'])
  expect(first.output).toMatch(/migrations applied\./)
  expect((await portico(['migrate'])).output).toContain('The database is up to date.')

  const { code, output } = await portico(['doctor', '--json'])
  expect(code).toBe(0)
  const checks = JSON.parse(output) as Check[]
  const states = Object.fromEntries(checks.map((check) => [check.title, check.state]))
  expect(states).toMatchObject({
    Database: 'good',
    'Row security': 'good',
    Durability: 'good',
    Migrations: 'good',
  })
})

test('doctor warns of an address without encryption, and not of one with it [OPS-18]', async () => {
  const address = async (url: string) => {
    const { output } = await portico(['doctor', '--json'], { PORTICO_URL: url })
    return (JSON.parse(output) as Check[]).find((check) => check.title === 'Address')
  }
  expect(await address('http://portal.example.com')).toMatchObject({
    state: 'warning',
    fix: expect.stringContaining('https://') as string,
  })
  expect(await address('https://portal.example.com')).toMatchObject({ state: 'good' })
})

test('doctor says what is wrong with a database of one’s own: not there, or a superuser [OPS-11]', async () => {
  const away = await portico(['doctor'], { DATABASE_URL: 'postgres://someone:hunter2@127.0.0.1:9/nothing' })
  expect(away.code).toBe(1)
  expect(away.output).toContain('127.0.0.1:9 does not answer')
  expect(away.output).not.toContain('hunter2')

  const database = await testDatabase()
  const superuser = { DATABASE_URL: database.adminUrl, PORTICO_DATABASE_LEVEL: 'owner' }
  const lax = await portico(['doctor'], superuser)
  expect(lax.code).toBe(1)
  expect(lax.output).toContain('postgres is a superuser')
  const bound = await portico(['doctor', '--json'], { ...superuser, PORTICO_DATABASE_LEVEL: 'role' })
  expect((JSON.parse(bound.output) as Check[]).find((check) => check.title === 'Row security')?.state).toBe(
    'good',
  )
  await database.close()
})

test('accounts are made, listed, reset and promoted from the terminal [OPS-30]', async () => {
  const database = await testDatabase()
  const environment = {
    DATABASE_URL: database.adminUrl,
    PORTICO_SECRET: 'a secret that is long enough for tests',
    PORTICO_URL: 'https://portal.example.com',
  }
  const made = await portico(
    ['user', 'create', 'ann@example.com', '--name', 'Ann Lee', '--admin'],
    environment,
  )
  expect(made.code).toBe(0)
  expect(made.output).toMatch(/https:\/\/portal\.example\.com\/reset-password\?token=\S{20,}/)

  const twice = await portico(['user', 'create', 'ANN@example.com', '--name', 'Ann'], environment)
  expect(twice.code).toBe(1)
  expect(twice.output).toContain('There is an account with this address already.')
  expect((await portico(['user', 'create', 'ann', '--name', 'Ann'], environment)).output).toContain(
    '"ann" is not an email address.',
  )

  expect((await portico(['user', 'reset-password', 'ann@example.com'], environment)).output).toMatch(
    /token=\S{20,}/,
  )
  expect((await portico(['user', 'reset-password', 'bob@example.com'], environment)).code).toBe(1)
  const list = await portico(['user', 'list', '--json'], environment)
  expect(JSON.parse(list.output)).toMatchObject([
    { email: 'ann@example.com', name: 'Ann Lee', is_platform_admin: true },
  ])
  await portico(['user', 'admin', 'ann@example.com', '--remove'], environment)
  expect((await portico(['user', 'list'], environment)).output).not.toContain('platform admin')
  await database.close()
})

test('verify finds nothing in a sound database, and a lock that was taken off [OPS-30]', async () => {
  const database = await testDatabase()
  const environment = {
    DATABASE_URL: database.adminUrl,
    PORTICO_SECRET: 'a secret that is long enough for tests',
  }
  const sound = await portico(['verify'], environment)
  expect(sound.output).toContain('Everything adds up.')
  expect(sound.code).toBe(0)

  await runStatements(database.adminUrl, ['alter table clients no force row level security'])
  const open = await portico(['verify'], environment)
  expect(open.code).toBe(1)
  expect(open.output).toContain('rls: clients')
  await database.close()
})

test('demo fills an installation with two organizations whose books balance, and only once [OPS-31]', async () => {
  const database = await testDatabase()
  const environment = {
    DATABASE_URL: database.adminUrl,
    PORTICO_SECRET: 'a secret that is long enough for tests',
  }
  const demo = await portico(['demo'], environment)
  expect(demo.output).toMatch(/sign in with the password \S+/)
  expect(demo.code).toBe(0)
  const larger = await portico(['demo', '--scale', '150'], environment)
  expect(larger.output).toContain('150 invoices more in Kilimo Studio')
  const proof = await portico(['verify'], environment)
  expect(proof.output).toContain('Everything adds up.')
  expect(proof.output.match(/postings in/g)?.length).toBeGreaterThan(2)

  const again = await portico(['demo'], environment)
  expect(again.code).toBe(1)
  expect(again.output).toContain('The demo is here already')
  await database.close()
})

test('import shows, brings in, tells what an undo would do, and withdraws [OPS-32] [API-25]', async () => {
  const database = await testDatabase()
  const door = new Database({
    connectionString: database.urlFor('portico_app'),
    poolSize: 1,
    clock: systemClock,
    applicationName: 'test',
  })
  await door.global(systemPrincipal('test'), (tx) =>
    seedOrganization(tx, { name: 'Acme', slug: 'acme', country: 'US', currency: 'USD', timezone: 'UTC' }),
  )
  await door.close()
  const books = join(dataFolder, 'books')
  mkdirSync(books)
  for (const [name, content] of Object.entries(ninja)) writeFileSync(join(books, name), content)
  const run = (...words: string[]) =>
    portico(['import', '--organization', 'acme', ...words], {
      DATABASE_URL: database.adminUrl,
      PORTICO_SECRET: 'a secret that is long enough for tests',
    })

  const dry = await run(books, '--dry-run')
  expect(dry.output).toContain('Would bring in 3 clients, 2 items, 5 invoices, and 3 payments.')
  expect(dry.output).toContain('Nothing was brought in.')
  expect(dry.code).toBe(1)
  const done = await run(books, '--yes', '--allow-rejects')
  expect(done.output).toContain('Nothing was sent to anybody.')
  expect(done.code).toBe(0)
  const id = /--undo (imp_\w+)/.exec(done.output)?.[1] as string
  const look = await run('--undo', id, '--dry-run')
  expect(look.output).toContain('Would take back 3 clients, 2 items, 5 invoices, and 3 payments.')
  expect(look.output).toContain('Nothing was withdrawn')
  const undone = await run('--undo', id)
  expect(undone.output).toContain('Withdrew 3 clients, 2 items, 5 invoices, and 3 payments.')
  expect(undone.code).toBe(0)
  expect((await run('--undo', 'imp_nonsense')).output).toContain('is not the id of a batch')
  await database.close()
})

function portico(
  words: string[],
  environment: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  const program = join(import.meta.dirname, '..', '..', 'bin', 'portico.mjs')
  const child = spawn(process.execPath, [program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', PORTICO_DATA: dataFolder, NO_COLOR: '1', ...environment },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((done) => child.once('close', (code) => done({ code, output })))
}
