// npm test: types, lint, the web build, and every test, browser included. The last line sums it all up.
// With parameters it is Vitest alone, such as: npm test -- --project unit money
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findNode24, root } from './node-24.mjs'

const node = findNode24()
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const parameters = process.argv.slice(2)

/** The step that is running; it hears what ends this process, so that nothing is left behind. */
let step
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    step?.kill(name)
    process.exit(1)
  })
}

if (parameters.length > 0) process.exit(await run('', [vitest, 'run', ...parameters]))

const reports = mkdtempSync(join(tmpdir(), 'portico-report-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

let passed = 0
let failed = 0
const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
for (const [title, command] of [
  ['Types', ['scripts/typecheck.mjs']],
  ['Types of the tables', ['scripts/generate-types.mjs', '--verify']],
  ['API client', ['scripts/generate-sdk.mjs', '--verify']],
  ['Lint', [oxlint, '--type-aware', '--deny-warnings']],
  ['Web build', ['scripts/build-web.mjs']],
]) {
  if ((await run(title, command)) === 0) passed++
  else failed++
}

const report = join(reports, 'tests.json')
const code = await run('Tests', [
  vitest,
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
])
const counted = readReport(report)
passed += counted.passed
// A file that cannot even be loaded, or an error outside of any test, fails the run without a failed test.
failed += counted.failed > 0 ? counted.failed : code === 0 ? 0 : 1

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function run(title, command) {
  if (title) console.log(`\n── ${title} ${'─'.repeat(60 - title.length)}`)
  return new Promise((done) => {
    step = spawn(node, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    step.on('error', () => done(1))
    step.on('close', (status) => done(status ?? 1))
  })
}

function readReport(path) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
