import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Account, Binaries } from './binaries.ts'
import { databaseEnvironment } from './cluster.ts'
import { commandLine, pause, processIdentity, signal, waitUntilGone } from './processes.ts'

export interface PostmasterOptions {
  binaries: Binaries
  account: Account | null
  cluster: string
  logFile: string
  settings: Record<string, string>
  log: (line: string) => void
}

export interface Postmaster {
  readonly pid: number
  stop(): Promise<void>
}

const maximumLogBytes = 10 * 2 ** 20
/** Crash recovery after a hard stop replays at most about a gigabyte of log; this is far beyond it. */
const recoveryLimitMs = 10 * 60_000

/**
 * Starts the server process and keeps it running: when it dies under us it is started again on the same port, and
 * the connection pools find it there. In a session of its own, so that Ctrl-C in the terminal reaches only Portico,
 * which first ends its own work and then the database.
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  let stopping = false
  let restarting: Promise<void> = Promise.resolve()
  let child = await launch(options)
  watch(child)

  function watch(current: ChildProcess): void {
    current.once('exit', (code, signalName) => {
      if (stopping) return
      options.log(`PostgreSQL ended unexpectedly (${signalName ?? `exit code ${code}`}); starting it again`)
      restarting = restart()
    })
  }

  async function restart(): Promise<void> {
    for (let delay = 50; !stopping; delay = Math.min(delay * 2, 5_000)) {
      try {
        await clearLeftovers(options)
        child = await launch(options)
        watch(child)
        options.log('PostgreSQL is running again')
        return
      } catch (error) {
        options.log(`PostgreSQL could not be started again: ${(error as Error).message}`)
        await pause(delay)
      }
    }
  }

  const endWithUs = () => child.pid !== undefined && isRunning(child) && signal(child.pid, 'SIGINT')
  process.once('exit', endWithUs)

  return {
    get pid() {
      return child.pid ?? 0
    },
    async stop() {
      stopping = true
      process.removeListener('exit', endWithUs)
      await restarting
      if (child.pid !== undefined && isRunning(child)) await stopProcess(child.pid)
    },
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

/** One try to start; resolves when connections are accepted. Waits for the backends of a killed server to leave. */
async function launch(options: PostmasterOptions): Promise<ChildProcess> {
  for (let attempt = 0; ; attempt++) {
    const logStart = trimLog(options.logFile)
    const child = spawnServer(options)
    const ready = await waitUntilReady(child, options)
    if (ready) return child
    const said = readFileSync(options.logFile, 'utf8').slice(logStart).trim()
    const held = said.includes('pre-existing shared memory block')
    if (!held || attempt === 100) throw new Error(`PostgreSQL did not start. It said: ${said.slice(-2_000)}`)
    await pause(100)
  }
}

function spawnServer(options: PostmasterOptions): ChildProcess {
  const log = openSync(options.logFile, 'a', 0o600)
  try {
    const settings = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = spawn(options.binaries.postgres, ['-D', options.cluster, ...settings], {
      ...options.account,
      cwd: options.cluster,
      env: databaseEnvironment(),
      stdio: ['ignore', log, log],
      detached: true,
    })
    // Without a listener a failure to spawn would end the whole program; waitUntilReady sees that there is no pid.
    child.on('error', (error) => options.log(`PostgreSQL could not be run: ${error.message}`))
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** The server writes its state into its pid file, which tells more than a try to connect. */
async function waitUntilReady(child: ChildProcess, options: PostmasterOptions): Promise<boolean> {
  const began = Date.now()
  let told = false
  while (child.pid !== undefined && isRunning(child)) {
    const file = readPidFile(options.cluster)
    if (file?.pid === child.pid && file.status === 'ready') return true
    const waited = Date.now() - began
    if (waited > 2_000 && !told) {
      options.log('PostgreSQL is recovering what was written before it was stopped hard')
      told = true
    }
    if (waited > recoveryLimitMs) {
      signal(child.pid, 'SIGQUIT')
      throw new Error('PostgreSQL was not ready after ten minutes')
    }
    await pause(10)
  }
  return false
}

/**
 * Deals with what an earlier Portico left when it was killed: a server of ours that lives on is stopped, which rolls
 * back what nobody is waiting for any more, and a pid file whose process is gone or another's is removed. The caller
 * holds the data folder's claim, so no living Portico uses that server.
 */
export async function clearLeftovers(options: Pick<PostmasterOptions, 'cluster' | 'log'>): Promise<void> {
  const file = readPidFile(options.cluster)
  if (!file) return
  if (isOurServer(file.pid, options.cluster)) {
    await stopProcess(file.pid)
    options.log('The database that an earlier, killed Portico left running has been stopped')
  }
  rmSync(join(options.cluster, 'postmaster.pid'), { force: true })
}

function isOurServer(pid: number, cluster: string): boolean {
  return processIdentity(pid) !== null && commandLine(pid).includes(`postgres -D ${cluster} `)
}

/** Fast shutdown: sessions are ended, everything is written. Harder only when that takes too long. */
async function stopProcess(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await waitUntilGone(pid, 30_000)) return
  signal(pid, 'SIGQUIT')
  if (await waitUntilGone(pid, 10_000)) return
  signal(pid, 'SIGKILL')
  await waitUntilGone(pid, 5_000)
}

/** The pid file's lines: pid, data folder, start time, port, socket folder, address, shared memory, status. */
export function readPidFile(cluster: string): { pid: number; port: number; status: string } | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Starts the log anew when it has grown; returns the size from which this start writes. */
function trimLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size < maximumLogBytes) return size
  rmSync(path)
  return 0
}
