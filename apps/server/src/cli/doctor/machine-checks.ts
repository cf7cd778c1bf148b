import { accessSync, constants, existsSync, realpathSync, statfsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../../platform/config.ts'
import { readRunningMark, secretsFileName } from '../../platform/postgres/embedded.ts'
import { webBuildState } from '../web-build.ts'
import type { Check } from './check.ts'
import { good, problem, warning } from './check.ts'

const gigabyte = 2 ** 30

export function checkMachine(config: Config): Check[] {
  const folder = resolve(config.dataFolder)
  return [
    checkNode(),
    checkFolder(folder),
    ...checkSecretsFile(config, folder),
    checkDisk(folder),
    checkWebBuild(),
    checkRunning(folder),
  ]
}

function checkNode(): Check {
  const { node } = process.versions
  const title = 'Node.js'
  if (Number(node.split('.')[0]) >= 24) return good(title, `version ${node}`)
  return problem(
    title,
    `version ${node}, but Portico needs 24 or newer`,
    'Run "npm ci", which brings the right one, or install it.',
  )
}

function checkFolder(folder: string): Check {
  const title = 'Data folder'
  if (!existsSync(folder)) return good(title, `${folder} (made at the first start)`)
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return problem(
      title,
      `${folder} cannot be written`,
      `Give it to the user that starts Portico: sudo chown -R $(id -u) ${folder}`,
    )
  }
  const cluster = join(folder, 'postgres')
  const elsewhere = existsSync(cluster) ? realpathSync(cluster) : cluster
  if (elsewhere === realpathSync(folder) + '/postgres' || elsewhere === cluster) return good(title, folder)
  return good(title, `${folder}, the database in ${elsewhere} (back up both)`)
}

function checkSecretsFile(config: Config, folder: string): Check[] {
  const path = join(folder, secretsFileName)
  if (config.databaseUrl && config.secrets.length === 0) {
    return [
      warning(
        'Key',
        'made for this machine, so a second one on the same database could not read what this one wrote',
        'Set PORTICO_SECRET, 32 characters or more, to the same value on every machine.',
      ),
    ]
  }
  if (!existsSync(path)) return []
  const title = 'Key file'
  if ((statSync(path).mode & 0o077) !== 0) {
    return [problem(title, `${path} can be read by others`, `chmod 600 ${path}`)]
  }
  if (config.secrets.length > 0)
    return [good(title, 'PORTICO_SECRET is set; keep a copy of it where you keep your backups')]
  return [good(title, `${path}; a backup without it cannot be read, so keep a copy in a safe place`)]
}

function checkDisk(folder: string): Check {
  const title = 'Disk'
  let existing = folder
  while (!existsSync(existing)) existing = dirname(existing)
  const { bavail, bsize } = statfsSync(existing)
  const free = bavail * bsize
  const finding = `${(free / gigabyte).toFixed(1)} GB free`
  const fix = `Make room on the disk of ${existing}, or move the data folder and set PORTICO_DATA.`
  if (free < gigabyte / 4) return problem(title, finding, fix)
  if (free < 2 * gigabyte) return warning(title, finding, fix)
  return good(title, finding)
}

function checkWebBuild(): Check {
  const state = webBuildState()
  if (state === 'fresh') return good('Web app', 'built from these sources')
  const finding = state === 'missing' ? 'not built yet' : 'built from older sources'
  return warning('Web app', finding, '"npm start" builds it by itself; "npm run build" does it now.')
}

function checkRunning(folder: string): Check {
  const mark = readRunningMark(folder)
  return good(
    'Server',
    mark ? `running${mark.url ? ` at ${mark.url}` : ''} (process ${mark.pid})` : 'not running',
  )
}
