import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processIdentity } from './processes.ts'

/** Who works on a data folder at the moment. Kept in its file `running.json`. */
export interface RunningMark {
  pid: number
  /** Tells the process from a later one with the same number. */
  identity: string
  /** The address people open; absent while it starts, and for commands such as `portico migrate`. */
  url?: string
}

/** Thrown when another Portico is running on the same data folder. */
export class AlreadyRunning extends Error {
  readonly pid: number
  readonly url: string | undefined

  constructor(dataFolder: string, mark: RunningMark) {
    const where = mark.url ? ` at ${mark.url}` : ''
    super(
      `Portico is already running${where} (process ${mark.pid}) with the data in ${dataFolder}. ` +
        `Stop it first, or give this one a folder of its own with PORTICO_DATA.`,
    )
    this.name = 'AlreadyRunning'
    this.pid = mark.pid
    this.url = mark.url
  }
}

const fileName = 'running.json'

/** The Portico that is alive on this data folder, or null. A mark left by a killed process does not count. */
export function readRunningMark(dataFolder: string): RunningMark | null {
  let mark: RunningMark
  try {
    mark = JSON.parse(readFileSync(join(dataFolder, fileName), 'utf8')) as RunningMark
  } catch {
    return null
  }
  return processIdentity(mark.pid) === mark.identity ? mark : null
}

/**
 * Claims the data folder for this process. A link to a finished file makes the claim atomic; a stale claim is moved
 * away by renaming, which only one of two starters can do.
 */
export function claimDataFolder(dataFolder: string): { publish(url: string): void; release(): void } {
  const path = join(dataFolder, fileName)
  const own: RunningMark = { pid: process.pid, identity: processIdentity(process.pid) ?? '' }
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 })
  try {
    claim(dataFolder, path, draft)
  } finally {
    rmSync(draft, { force: true })
  }
  return {
    publish(url) {
      writeFileSync(draft, JSON.stringify({ ...own, url }), { mode: 0o600 })
      renameSync(draft, path)
    },
    release() {
      if (readRunningMark(dataFolder)?.pid === process.pid) rmSync(path, { force: true })
    },
  }
}

function claim(dataFolder: string, path: string, draft: string): void {
  for (let attempt = 0; ; attempt++) {
    try {
      linkSync(draft, path)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 5) throw error
    }
    const other = readRunningMark(dataFolder)
    if (other) throw new AlreadyRunning(dataFolder, other)
    const stale = `${path}.stale.${process.pid}`
    try {
      renameSync(path, stale)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    rmSync(stale, { force: true })
  }
}
