// Type-checks every workspace that has a tsconfig.json: node scripts/typecheck.mjs [workspace folder…]
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode24, root } from './node-24.mjs'

const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const wanted = process.argv.length > 2 ? process.argv.slice(2) : workspaces
const compiler = join(root, 'node_modules', 'typescript7', 'bin', 'tsc')

let failed = 0
for (const workspace of wanted) {
  if (!existsSync(join(root, workspace, 'tsconfig.json'))) {
    console.error(`${workspace} has no tsconfig.json, so nothing in it is checked`)
    failed++
    continue
  }
  const run = spawnSync(findNode24(), [compiler, '-p', workspace], { cwd: root, stdio: 'inherit' })
  if (run.status !== 0) failed++
}
console.log(
  failed === 0 ? `Types are right in ${wanted.length} workspaces` : `Types are wrong in ${failed} workspaces`,
)
process.exit(failed === 0 ? 0 : 1)
