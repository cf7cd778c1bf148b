import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureWebBuild } from '../../src/cli/web-build.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { freePort, startPortico } from '../../test/running-portico.ts'
import { run } from '../pairs.ts'
import { inMs, type Report } from '../report.ts'
import type { Stage } from '../stage.ts'

const bareProgram = `
  import Fastify from 'fastify'
  const server = Fastify()
  server.get('/', async () => ({ ok: true }))
  await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
`

/** G12: from an empty folder to the first answer for somebody who is signed in, and starting again. G13: the memory that it takes. */
export async function processes(stage: Stage, report: Report): Promise<void> {
  // The web app is built and the sources are compiled once after an update, not at every start.
  await ensureWebBuild({ tell: () => {} })
  await (await startPortico({ withWebApp: true })).remove()
  const floor = await measureFloor()
  const portico = await startPortico({
    withWebApp: true,
    environment: { PORTICO_RATE_LIMIT: '0', LOG_LEVEL: 'error' },
  })
  try {
    const begun = performance.now()
    const token = new URL(portico.setUpUrl()).hash.slice(1) || portico.setUpUrl().split(/[=/]/).at(-1)
    const caller = await setUp(portico.url, token)
    const firstMs = portico.readyInMs + performance.now() - begun
    report.note('G12', 'empty folder to the first answer for a person', '<= 3.00', {
      bare: inMs(floor.firstMs),
      figure: inMs(firstMs),
      ratio: firstMs / floor.firstMs,
      isMet: firstMs <= 3 * floor.firstMs,
    })
    const idle = residentMiB(portico.pid)
    report.note('G13', 'memory of the idle server, MiB', '<= 2.00', {
      bare: floor.residentMiB.toFixed(0),
      figure: idle.toFixed(0),
      ratio: idle / floor.residentMiB,
      isMet: idle <= 2 * floor.residentMiB,
    })
    const seconds = stage.options.seconds * 5
    const load = {
      url: portico.url,
      connections: 32,
      requests: [{ path: '/v1/invoices?limit=50', headers: caller }],
    }
    await run(load, seconds)
    const loaded = residentMiB(portico.pid)
    report.note('G13', `memory after ${seconds} s of lists, MiB`, '<= 3.00', {
      bare: floor.residentMiB.toFixed(0),
      figure: loaded.toFixed(0),
      ratio: loaded / floor.residentMiB,
      isMet: loaded <= 3 * floor.residentMiB,
    })
    await run(load, seconds)
    const later = residentMiB(portico.pid)
    report.note('G13', 'growth while the load goes on as long again', '<= 1.05', {
      bare: loaded.toFixed(0),
      figure: later.toFixed(0),
      ratio: later / loaded,
      isMet: later <= 1.05 * loaded,
    })
    await portico.stop()
    const again = await startPortico({ withWebApp: true, dataFolder: portico.dataFolder })
    try {
      report.note('G12', 'starting again', '<= 4.00', {
        bare: inMs(floor.againMs),
        figure: inMs(again.readyInMs),
        ratio: again.readyInMs / floor.againMs,
        isMet: again.readyInMs <= 4 * floor.againMs,
      })
    } finally {
      await again.remove()
    }
  } finally {
    await portico.remove()
  }
}

/** Sets the installation up and returns the headers of its first person. */
async function setUp(url: string, token: string | undefined): Promise<Record<string, string>> {
  const response = await fetch(`${url}/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      name: 'Bench',
      email: 'owner@bench.example',
      password: 'Four walls, one door 27',
      organization_name: 'Bench',
      country: 'TZ',
      currency: 'USD',
      timezone: 'UTC',
    }),
  })
  if (!response.ok) throw new Error(await response.text())
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const me = await fetch(`${url}/v1/me`, { headers: { cookie } })
  if (!me.ok) throw new Error(await me.text())
  const { organizations } = (await me.json()) as { organizations: { id: string }[] }
  return { cookie, 'portico-organization': organizations[0]?.id ?? '' }
}

/** The parts alone: a cluster made and started, started again, and a bare server until its first answer. */
async function measureFloor(): Promise<{ firstMs: number; againMs: number; residentMiB: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-floor-'))
  const timed = async (): Promise<number> => {
    const begun = performance.now()
    const postgres = await startEmbedded({ dataFolder: folder, log: () => {} })
    const ms = performance.now() - begun
    await postgres.stop()
    return ms
  }
  const made = await timed()
  const started = await timed()
  rmSync(folder, { recursive: true, force: true })
  const port = await freePort()
  const begun = performance.now()
  const server = spawn(process.execPath, ['--input-type=module', '-e', bareProgram], {
    cwd: import.meta.dirname,
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  })
  try {
    await firstAnswer(port, server)
    const server_ = performance.now() - begun
    return { firstMs: made + server_, againMs: started + server_, residentMiB: residentMiB(server.pid ?? 0) }
  } finally {
    server.kill('SIGKILL')
  }
}

async function firstAnswer(port: number, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error('The bare server ended')
    const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
    if (response?.ok) return
  }
}

const residentMiB = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
