import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { processIdentity, signal } from '../src/platform/postgres/processes.ts'
import { startPortico } from './running-portico.ts'
import type { RunningPortico } from './running-portico.ts'

// Whole programs are started here, several at a time, on machines of any speed.
vi.setConfig({ testTimeout: 90_000 })

const running: RunningPortico[] = []
afterEach(async () => {
  for (const portico of running.splice(0)) await portico.remove()
})

async function start(options: Parameters<typeof startPortico>[0] = {}): Promise<RunningPortico> {
  const portico = await startPortico(options)
  running.push(portico)
  return portico
}

test('starts on an empty folder, says where it is and what to do next, and again in under 3 seconds [OPS-30] [OPS-15]', async () => {
  const first = await start()
  expect(first.output()).toContain('Portico is ready')
  expect(first.output()).toContain(first.dataFolder)
  expect(first.setUpUrl()).toMatch(/token=\S{20,}/)
  await first.stop()

  // The quickest of up to five counts: what else the machine does at the moment is not Portico's doing.
  let quickest = Infinity
  for (let attempt = 0; attempt < 5 && quickest >= 3_000; attempt++) {
    const again = await start({ dataFolder: first.dataFolder })
    quickest = Math.min(quickest, again.readyInMs)
    await again.stop()
  }
  expect(quickest).toBeLessThan(3_000)
}, 90_000)

test('Ctrl-C ends the server and its database [OPS-30]', async () => {
  const portico = await start()
  const postmaster = portico.postmasterPid()
  await portico.stop()
  expect(processIdentity(portico.pid)).toBeNull()
  expect(processIdentity(postmaster)).toBeNull()
})

test('a killed server leaves its database behind, and the next start recovers by itself [OPS-30]', async () => {
  const first = await start()
  const postmaster = first.postmasterPid()
  await first.kill()
  expect(processIdentity(postmaster)).not.toBeNull()

  const second = await start({ dataFolder: first.dataFolder })
  expect(processIdentity(postmaster)).toBeNull()
  expect(second.output()).toContain('left running has been stopped')
})

test('a killed database is noticed: /readyz says no and then yes again, in the same process [OPS-30]', async () => {
  const portico = await start()
  // Requests are under way when it happens: none of them may take the server down.
  const asking = Array.from({ length: 200 }, () =>
    fetch(`${portico.url}/readyz`).then((answer) => answer.status),
  )
  signal(portico.postmasterPid(), 'SIGKILL')
  const statuses = await Promise.all(asking)
  expect(statuses.every((status) => status === 200 || status === 503)).toBe(true)
  await expect.poll(() => portico.output(), { timeout: 15_000 }).toContain('PostgreSQL is running again')
  await expect.poll(async () => (await fetch(`${portico.url}/readyz`)).status, { timeout: 15_000 }).toBe(200)
  expect(processIdentity(portico.pid)).not.toBeNull()
})

test('a second start on the same data names the first and ends with an error [OPS-30]', async () => {
  const portico = await start()
  const second = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '..', 'bin', 'portico.mjs'), 'migrate'],
    {
      env: { PATH: process.env.PATH ?? '', PORTICO_DATA: portico.dataFolder },
      encoding: 'utf8',
    },
  )
  expect(second.stdout).toContain('The database is up to date.')

  const third = await startPortico({ dataFolder: portico.dataFolder }).catch((error: unknown) => error)
  expect(String(third)).toMatch(/already running at http:\/\/localhost:\d+ \(process \d+\)/)
  expect(String(third)).not.toMatch(/\.ts:\d+/)
})

test('links begin with the address that the operator set [OPS-18]', async () => {
  const portico = await start({ environment: { PORTICO_URL: 'https://portal.example.com' } })
  expect(portico.output()).toContain('https://portal.example.com')
  expect(portico.setUpUrl()).toMatch(/^https:\/\/portal\.example\.com\//)
})

test('no client whose creation was answered is missing after the server and the database were killed [OPS-30]', async () => {
  const environment = { PORTICO_RATE_LIMIT: '0' }
  const first = await start({ environment })
  const owner = { email: 'ann@example.com', password: 'a lighthouse at low tide' }
  const made = await fetch(`${first.url}/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...owner,
      name: 'Ann Lee',
      organization_name: 'Lee & Daughters',
      token: new URL(first.setUpUrl()).searchParams.get('token'),
    }),
  })
  const me = (await made.json()) as { organizations: { id: string }[] }
  const organization = me.organizations[0]?.id ?? ''
  let headers = await signIn(first, owner, organization)

  const confirmed: string[] = []
  let sent = 0
  let isOver = false
  const write = async () => {
    while (!isOver) {
      const answer = await fetch(`${first.url}/v1/clients`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ name: `Client ${sent++}` }),
      }).catch(() => null)
      if (answer?.status === 201) confirmed.push(((await answer.json()) as { id: string }).id)
    }
  }
  const writers = Promise.all([write(), write(), write(), write()])
  await expect.poll(() => confirmed.length, { timeout: 15_000, interval: 5 }).toBeGreaterThan(100)
  signal(first.postmasterPid(), 'SIGKILL')
  await first.kill()
  isOver = true
  await writers

  const second = await start({ dataFolder: first.dataFolder, environment })
  headers = await signIn(second, owner, organization)
  const found = await Promise.all(
    confirmed.map(async (id) => (await fetch(`${second.url}/v1/clients/${id}`, { headers })).status),
  )
  expect(found.filter((status) => status !== 200)).toEqual([])
})

async function signIn(
  portico: RunningPortico,
  owner: { email: string; password: string },
  organization: string,
): Promise<Record<string, string>> {
  const answer = await fetch(`${portico.url}/v1/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(owner),
  })
  const { token } = (await answer.json()) as { token: string }
  return {
    authorization: `Bearer ${token}`,
    'portico-organization': organization,
    'content-type': 'application/json',
  }
}
