import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, Socket } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { LoginRole } from '../database/roles.ts'
import { databaseAccount, findBinaries } from './binaries.ts'
import { clusterFolder, ensureCluster, prepareDataFolder, serverSettings } from './cluster.ts'
import { clearLeftovers, startPostmaster } from './postmaster.ts'
import { claimDataFolder, readRunningMark } from './running-mark.ts'
import { loadSecrets } from './secrets.ts'

export { AlreadyRunning, readRunningMark } from './running-mark.ts'
export type { RunningMark } from './running-mark.ts'
export { loadSecrets, secretsFileName } from './secrets.ts'
export type { InstanceSecrets } from './secrets.ts'
export type { LoginRole } from '../database/roles.ts'

export interface EmbeddedOptions {
  /** The one folder that holds everything: the cluster, the secrets, the files. Made when missing. */
  dataFolder: string
  log: (line: string) => void
  /**
   * For tests of logic: does not wait for the disk, ends with this process however that ends (kill -9 included), and
   * takes the data folder with it.
   */
  temporary?: boolean
}

export interface EmbeddedPostgres {
  /** Superuser, for the first set-up and migrations only. */
  readonly adminUrl: string
  readonly rolePasswords: Record<LoginRole, string>
  urlFor(role: LoginRole): string
  readonly pid: number
  readonly freshlyCreated: boolean
  /** Tells a second start on this folder where people find the running one. */
  publish(url: string): void
  stop(): Promise<void>
}

const host = '127.0.0.1'
const database = 'portico'

/**
 * Starts the embedded PostgreSQL of a data folder and makes it on the first call. One process at a time: throws
 * `AlreadyRunning` when another Portico works on the folder. Leftovers of killed processes are cleared first.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataFolder = resolve(options.dataFolder)
  const durable = !options.temporary
  prepareDataFolder(dataFolder)
  const claim = claimDataFolder(dataFolder)
  try {
    const secrets = loadSecrets(dataFolder, existsSync(join(dataFolder, 'postgres')))
    const account = databaseAccount(join(dataFolder, 'postgres'))
    const binaries = findBinaries(account)
    const cluster = clusterFolder(dataFolder, account)
    if (options.temporary) endWithThisProcess(dataFolder, cluster)
    const freshlyCreated = await ensureCluster(cluster, binaries, account, secrets.superuserPassword, durable)
    await clearLeftovers({ cluster, log: options.log })

    const port = await choosePort(dataFolder)
    const postmaster = await startPostmaster({
      binaries,
      account,
      cluster,
      logFile: join(dataFolder, 'logs', 'postgres.log'),
      settings: serverSettings(port, durable),
      log: options.log,
    })
    try {
      await prepareDatabase(urlOf('postgres', secrets.superuserPassword, port, 'postgres'), durable)
    } catch (error) {
      await postmaster.stop()
      throw error
    }
    return {
      adminUrl: urlOf('postgres', secrets.superuserPassword, port),
      rolePasswords: secrets.rolePasswords,
      urlFor: (role) => urlOf(role, secrets.rolePasswords[role], port),
      get pid() {
        return postmaster.pid
      },
      freshlyCreated,
      publish: claim.publish,
      async stop() {
        await postmaster.stop()
        claim.release()
        if (options.temporary) removeData(dataFolder, cluster)
      },
    }
  } catch (error) {
    claim.release()
    throw error
  }
}

/**
 * For commands: the database of a Portico that is running on this folder, left alone by `stop()`, or one started for
 * the command and stopped by it.
 */
export async function borrowOrStartEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataFolder = resolve(options.dataFolder)
  const mark = readRunningMark(dataFolder)
  const port = recordedPort(dataFolder)
  if (!mark || port === null) return startEmbedded(options)
  const secrets = loadSecrets(dataFolder, true)
  return {
    adminUrl: urlOf('postgres', secrets.superuserPassword, port),
    rolePasswords: secrets.rolePasswords,
    urlFor: (role) => urlOf(role, secrets.rolePasswords[role], port),
    pid: mark.pid,
    freshlyCreated: false,
    publish: () => undefined,
    stop: () => Promise.resolve(),
  }
}

function urlOf(user: string, password: string, port: number, name = database): string {
  return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`
}

/** Makes the database on the first start, and refuses to go on when the server would not keep what it confirms. */
async function prepareDatabase(url: string, durable: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ exists: boolean; lax: string[] | null }>(
      `select exists (select from pg_database where datname = $1) as exists,
        (select array_agg(name) from pg_settings where setting = 'off'
          and name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')) as lax`,
      [database],
    )
    const lax = rows[0]?.lax
    if (durable && lax)
      throw new Error(`The embedded PostgreSQL runs with ${lax.join(', ')} off, and data could be lost.`)
    if (!rows[0]?.exists) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

function portFile(dataFolder: string): string {
  return join(dataFolder, 'postgres-port')
}

function recordedPort(dataFolder: string): number | null {
  try {
    return Number(readFileSync(portFile(dataFolder), 'utf8')) || null
  } catch {
    return null
  }
}

/** The port of the last start when it is still free, so that tools that point at it keep working; else a free one. */
async function choosePort(dataFolder: string): Promise<number> {
  const last = recordedPort(dataFolder)
  const port = (last && (await tryPort(last))) || (await tryPort(0))
  if (!port) throw new Error('No free port was found on the loopback address.')
  if (port !== last) writeFileSync(portFile(dataFolder), String(port))
  return port
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(null))
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      server.close(() => done(address && typeof address === 'object' ? address.port : null))
    })
  })
}

function removeData(dataFolder: string, cluster: string): void {
  for (const folder of [cluster, dataFolder]) rmSync(folder, { recursive: true, force: true })
}

/**
 * A shell that waits for the pipe from us to close, which happens however we end, then stops the server and removes
 * its folder.
 */
function endWithThisProcess(dataFolder: string, cluster: string): void {
  const script = `read -r line
    if pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null); then
      kill -QUIT "$pid"
      for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$pid" 2>/dev/null || break; sleep 0.2; done
    elif [ -e "$1.new" ]; then
      sleep 2
    fi
    rm -rf "$1" "$2"`
  const watcher = spawn('sh', ['-c', script, 'sh', cluster, dataFolder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.unref()
  const pipe: unknown = watcher.stdin
  if (pipe instanceof Socket) pipe.unref()
}
