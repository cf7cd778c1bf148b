import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { loginRoles } from '../database/roles.ts'
import type { LoginRole } from '../database/roles.ts'

/** What is made once for an installation and never leaves its data folder. */
export interface InstanceSecrets {
  /** Of the superuser `postgres`, used for the first set-up and migrations only. */
  superuserPassword: string
  rolePasswords: Record<LoginRole, string>
  /** 32 random bytes, base64: what tokens and ciphertexts of this installation are keyed with. */
  instanceKey: string
}

export const secretsFileName = 'secrets.json'

/**
 * Reads the installation's secrets, or makes them on the first start; `hasData` says that there is a cluster they
 * must belong to. The file is readable by its owner only.
 */
export function loadSecrets(dataFolder: string, hasData: boolean): InstanceSecrets {
  const path = join(dataFolder, secretsFileName)
  const known = readSecrets(path)
  if (hasData && !known.superuserPassword) {
    throw new Error(`${path} is missing. Put it back from a backup: without it the data cannot be read.`)
  }
  const secrets: InstanceSecrets = {
    superuserPassword: known.superuserPassword ?? newPassword(),
    rolePasswords: Object.fromEntries(
      loginRoles.map((role) => [role, known.rolePasswords?.[role] ?? newPassword()]),
    ) as Record<LoginRole, string>,
    instanceKey: known.instanceKey ?? randomBytes(32).toString('base64'),
  }
  if (JSON.stringify(secrets) === JSON.stringify(known)) return secrets
  const isOurs = writeDurably(path, JSON.stringify(secrets, null, 2) + '\n', known.instanceKey !== undefined)
  // Another process that starts on the same folder came first: its secrets are the installation's.
  return isOurs ? secrets : loadSecrets(dataFolder, hasData)
}

function readSecrets(path: string): Partial<InstanceSecrets> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
  try {
    return JSON.parse(text) as Partial<InstanceSecrets>
  } catch (error) {
    throw new Error(`${path} is damaged. Put it back from a backup: without it the data cannot be read.`, {
      cause: error,
    })
  }
}

/**
 * A lost secrets file would lock the installation out of its own data, so it is on the disk before it is used.
 * @returns false where there is one by now although none was to be replaced
 */
function writeDurably(path: string, text: string, replace: boolean): boolean {
  const draft = `${path}.${process.pid}.new`
  const file = openSync(draft, 'w', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
  if (replace) {
    renameSync(draft, path)
    return true
  }
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // Some network folders know no hard links.
    renameSync(draft, path)
    return true
  } finally {
    rmSync(draft, { force: true })
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}
