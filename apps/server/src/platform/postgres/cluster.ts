import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { platform, release, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Account, Binaries } from './binaries.ts'
import { isReachable, sharedStateFolder } from './binaries.ts'

/** Makes the data folder. Root leaves it open for passing through, because the database runs as another account. */
export function prepareDataFolder(dataFolder: string): void {
  const asRoot = process.getuid?.() === 0
  mkdirSync(dataFolder, { recursive: true, mode: asRoot ? 0o711 : 0o700 })
  if (asRoot) chmodSync(dataFolder, statSync(dataFolder).mode | 0o111)
  mkdirSync(join(dataFolder, 'logs'), { recursive: true, mode: 0o700 })
}

/**
 * The folder of the cluster: `postgres` in the data folder. Where root's data folder lies behind a closed folder
 * (such as /root), the cluster lives under /var/lib/portico and `postgres` is a link to it.
 */
export function clusterFolder(dataFolder: string, account: Account | null): string {
  const inside = join(dataFolder, 'postgres')
  if (existsSync(inside)) return realpathSync(inside)
  if (isReachable(dataFolder, account)) return inside
  const name = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 12)
  const outside = join(sharedStateFolder, name, 'postgres')
  mkdirSync(dirname(outside), { recursive: true, mode: 0o711 })
  if (lstatSync(inside, { throwIfNoEntry: false })) rmSync(inside)
  symlinkSync(outside, inside)
  return outside
}

/** True when the cluster had to be made. */
export async function ensureCluster(
  folder: string,
  binaries: Binaries,
  account: Account | null,
  superuserPassword: string,
  durable: boolean,
): Promise<boolean> {
  if (existsSync(join(folder, 'PG_VERSION'))) {
    checkExisting(folder, binaries)
    return false
  }
  // Made beside its place and moved there when complete, so that an interrupted first start begins again.
  const draft = `${folder}.new`
  const passwordFile = `${folder}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 })
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid)
  try {
    // The built-in C.UTF-8 sorts by code point, the same everywhere and for ever: an update of the machine's own
    // locales cannot silently break an index. Where people read a sorted list, the query names an ICU collation.
    await runInitdb(binaries.initdb, account, [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ])
    renameSync(draft, folder)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
  return true
}

function checkExisting(folder: string, binaries: Binaries): void {
  const major = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (binaries.version.split('.')[0] !== major) {
    throw new Error(
      `The data in ${folder} was made by PostgreSQL ${major}, and this Portico brings PostgreSQL ${binaries.version}. ` +
        `Start the earlier Portico with it, and move the data with a backup.`,
    )
  }
  const owner = statSync(folder).uid
  const self = process.getuid?.()
  if (self !== undefined && self !== 0 && owner !== self) {
    throw new Error(
      `${folder} belongs to another account (user id ${owner}). Start Portico as that user or as root, ` +
        `or give the folder to this one: sudo chown -R ${self} ${folder}`,
    )
  }
}

function runInitdb(program: string, account: Account | null, options: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, options, { ...account, cwd: '/', env: databaseEnvironment(), stdio: 'pipe' })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', fail)
    child.on('close', (code) => (code === 0 ? done() : fail(new Error(`initdb failed: ${output.trim()}`))))
  })
}

/** Nothing of ours: no PG… variable may change what the server does, no secret stands in its environment. */
export function databaseEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

/** Linux can flush a file system at once, and says from 5.8 on where that failed. */
const canSyncFileSystem =
  platform() === 'linux' &&
  Number(
    /^(\d+)\.(\d+)/
      .exec(release())
      ?.slice(1)
      .map((part) => part.padStart(3, '0'))
      .join(''),
  ) >= 5_008

/**
 * The server's settings, given at every start so that an update of Portico changes them too. Memory follows the
 * machine. `durable: false` is for tests of logic, whose data nobody wants back.
 */
export function serverSettings(port: number, durable: boolean): Record<string, string> {
  const memoryMb = Math.floor(totalmem() / 2 ** 20)
  const sharedMb = Math.min(512, Math.max(64, Math.floor(memoryMb / 8)))
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: `${sharedMb}MB`,
    effective_cache_size: `${Math.floor(memoryMb / 2)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_wal_size: '1GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u ',
    cluster_name: 'portico',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    // After a hard stop the whole folder goes to the disk first. File by file that is most of the time until it serves again.
    ...(durable && canSyncFileSystem && { recovery_init_sync_method: 'syncfs' }),
  }
}
