#!/usr/bin/env node
// The command line. Plain JavaScript that any Node from 20 on runs, because its task is to find Node 24 for the rest.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import module from 'node:module'
import { join } from 'node:path'
import { findNode24, root } from '../../../scripts/node-24.mjs'

// The data stands in the checkout, wherever the command is typed.
process.env.PORTICO_DATA ||= join(root, '.portico')

const cli = join(root, 'apps', 'server', 'src', 'cli', 'main.ts')
const node = findNode24()
if (node === process.execPath) {
  module.enableCompileCache(join(root, 'node_modules', '.cache', 'portico', 'compiled'))
  await import(cli)
} else {
  const child = spawn(node, [import.meta.filename, ...process.argv.slice(2)], { stdio: 'inherit' })
  // A signal to this process alone is passed on; Ctrl-C reaches both, and the child decides when it is done.
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  process.on('SIGINT', () => undefined)
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
