import { readConfig } from '../platform/config.ts'
import { say, styled } from './terminal.ts'
import { ensureWebBuild } from './web-build.ts'

/** `portico start`: the web app is built when it has to be, then the server runs until it is told to stop. */
export async function runStart(): Promise<void> {
  const config = readConfig(process.env)
  if (config.role !== 'worker') await ensureWebBuild({ tell: (line) => say(styled('dim', line)) })
  await import('../main.ts')
}
