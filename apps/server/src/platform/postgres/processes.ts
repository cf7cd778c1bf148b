import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * What tells a process from a later one that was given the same number: its start time (Linux: clock ticks since
 * boot, elsewhere the text of `ps`). Null when no such process is running; a zombie counts as not running.
 */
export function processIdentity(pid: number): string | null {
  if (process.platform === 'linux') {
    let stat: string
    try {
      stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    } catch {
      return null
    }
    // The second field is the program's name in brackets and may hold blanks, so the rest is read from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const state = fields[0]
    return state === 'Z' || state === 'X' ? null : (fields[19] ?? null)
  }
  return describeWithPs(pid, 'lstart=')
}

/** The command line of a running process, its words separated by blanks; empty when it cannot be read. */
export function commandLine(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return ''
    }
  }
  return describeWithPs(pid, 'command=') ?? ''
}

function describeWithPs(pid: number, field: string): string | null {
  try {
    return execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Waits until the process is gone. False when it still runs after the given time (milliseconds). */
export async function waitUntilGone(pid: number, withinMs: number): Promise<boolean> {
  const identity = processIdentity(pid)
  const end = Date.now() + withinMs
  while (identity !== null && processIdentity(pid) === identity) {
    if (Date.now() > end) return false
    await pause(20)
  }
  return true
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
