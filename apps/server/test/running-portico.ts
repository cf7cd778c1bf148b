import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pause, signal, waitUntilGone } from '../src/platform/postgres/processes.ts'

/** A whole Portico in a process of its own, on real, durable data: what people start with `npm start`. */
export interface RunningPortico {
  /** Such as http://127.0.0.1:41234, without a trailing slash. */
  url: string
  dataFolder: string
  pid: number
  /** From the start of the process until /readyz said yes. */
  readyInMs: number
  /** Everything that it printed. */
  output(): string
  /** The link that the terminal offers while nobody owns the installation. */
  setUpUrl(): string
  /** Ends it as Ctrl-C does and waits. Rejects when it does not end. */
  stop(): Promise<void>
  /** Kills the server's process outright and waits. */
  kill(): Promise<void>
  postmasterPid(): number
  /** Stops what is still running and removes the data. Call it in `afterAll`. */
  remove(): Promise<void>
}

const serverFolder = join(import.meta.dirname, '..')

/**
 * Starts Portico on a free port and waits until it is ready.
 *
 * @param options.dataFolder an earlier one's, to start again; a new temporary one otherwise
 * @param options.environment settings on top, such as SMTP_URL
 * @param options.withWebApp through `portico start`, which builds the web app where necessary
 * @param options.inSeveral two web processes and a worker behind a proxy, instead of one process that does everything
 */
export async function startPortico(
  options: {
    dataFolder?: string
    environment?: Record<string, string>
    withWebApp?: boolean
    inSeveral?: boolean
  } = {},
): Promise<RunningPortico> {
  // `PORTICO_SEVERAL=true npm test -- --project e2e` (or `=redis`): all journeys through several processes.
  const isForAll =
    process.env['PORTICO_SEVERAL'] && options.withWebApp && !options.environment?.['PORTICO_ROLE']
  if (options.inSeveral || isForAll)
    return (await import('./several-processes.ts')).startSeveralAsOne(options)
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'portico-whole-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = options.withWebApp ? ['bin/portico.mjs', 'start'] : ['src/main.ts']
  const began = Date.now()
  const child = spawn(process.execPath, program, {
    cwd: serverFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      PORT: String(port),
      HOST: '127.0.0.1',
      PORTICO_URL: url,
      PORTICO_DATA: dataFolder,
      NO_COLOR: '1',
      ...options.environment,
    },
  })
  const pid = child.pid ?? 0
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  endWithThisProcess(pid, dataFolder)

  const ended = () => child.exitCode !== null || child.signalCode !== null
  while (!(await answersReady(url))) {
    if (ended()) throw new Error(`Portico ended before it was ready:\n${output}`)
    if (Date.now() - began > 120_000) throw new Error(`Portico was not ready after two minutes:\n${output}`)
    await pause(20)
  }
  const readyInMs = Date.now() - began
  // It answers before the terminal has said everything, the link to set up among it.
  const greetedBy = Date.now() + 10_000
  while (!output.includes('Ctrl-C stops it') && !ended() && Date.now() < greetedBy) await pause(10)

  const endBy = async (name: NodeJS.Signals) => {
    signal(pid, name)
    if (!(await waitUntilGone(pid, 20_000))) throw new Error(`Portico does not end on ${name}:\n${output}`)
  }
  const postmasterPid = () =>
    Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  return {
    url,
    dataFolder,
    pid,
    readyInMs,
    output: () => output,
    setUpUrl: () => {
      const link = /https?:\/\/\S+\/set-?up\S*/i.exec(output)?.[0]
      if (!link) throw new Error(`There is no set-up link in what Portico printed:\n${output}`)
      return link
    },
    stop: () => endBy('SIGINT'),
    kill: () => endBy('SIGKILL'),
    postmasterPid,
    async remove() {
      if (!ended()) await endBy('SIGTERM')
      if (existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))) {
        const leftover = postmasterPid()
        signal(leftover, 'SIGQUIT')
        await waitUntilGone(leftover, 10_000)
      }
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function answersReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** A shell that notices when the tests themselves are killed, and then ends what they started. */
function endWithThisProcess(pid: number, dataFolder: string): void {
  const script = `read -r line
    kill -KILL "$1" 2>/dev/null
    database=$(head -n 1 "$2/postgres/postmaster.pid" 2>/dev/null) && kill -QUIT "$database"
    sleep 1
    rm -rf "$2"`
  const watcher = spawn('sh', ['-c', script, 'sh', String(pid), dataFolder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.unref()
}
