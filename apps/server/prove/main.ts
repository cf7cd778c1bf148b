import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { proofs, type Proof } from './proofs.ts'

/** `npm run prove`: lists the proofs. `npm run prove -- <name>`: does one of them whole, prints its figures and a verdict. */
const root = join(import.meta.dirname, '../../..')
const [name, ...rest] = process.argv.slice(2)
const all = proofs as Record<string, Proof>

if (name === undefined || name === '--help' || name === '-h') {
  list()
} else if (all[name] === undefined && name !== 'all') {
  console.error(`There is no proof "${name}". There are: ${Object.keys(all).join(', ')}, all.`)
  process.exitCode = 2
} else {
  const names = name === 'all' ? Object.keys(all) : [name]
  for (const one of names) if (!(await prove(one, all[one] as Proof))) process.exitCode = 1
}

function list(): void {
  console.log(
    'Proofs of what Portico promises. "npm test" does each of them small; here each is done whole.\n',
  )
  for (const [one, { promise, sizes, minutes }] of Object.entries(all)) {
    console.log(`  ${one}  (about ${minutes} min)`)
    console.log(`      ${promise}.`)
    for (const [option, { full, ci, what }] of Object.entries(sizes))
      console.log(
        `      --${option} ${full}`.padEnd(28),
        `${what}${full === ci ? '' : ` (${ci} in npm test)`}`,
      )
    console.log()
  }
  console.log(
    '  npm run prove -- <name> [--option number …] [--small]    one of them; --small as in npm test',
  )
  console.log('  npm run prove -- all                                     one after the other')
}

async function prove(one: string, proof: Proof): Promise<boolean> {
  const isSmall = rest.includes('--small')
  const sizes = Object.fromEntries(
    Object.entries(proof.sizes).map(([key, size]) => [key, isSmall ? size.ci : size.full]),
  )
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === '--small') continue
    const key = rest[at]?.replace(/^--/, '') ?? ''
    const value = Number(rest[++at])
    if (!(key in proof.sizes) || !Number.isInteger(value) || value < 0) {
      console.error(
        `Not understood: ${rest[at - 1]} ${rest[at] ?? ''}. The proof "${one}" takes ${
          Object.keys(proof.sizes)
            .map((option) => `--${option} <number>`)
            .join(', ') || 'no options'
        }.`,
      )
      process.exit(2)
    }
    sizes[key] = value
  }
  console.log(`\n${one}: ${proof.promise}.`)
  for (const [key, value] of Object.entries(sizes)) console.log(`  ${key.padEnd(34)} ${value}`)
  const folder = mkdtempSync(join(tmpdir(), 'portico-prove-'))
  const figures = join(folder, 'figures')
  const began = performance.now()
  let shown = 0
  const show = (): void => {
    const lines = existsSync(figures) ? readFileSync(figures, 'utf8').split('\n').filter(Boolean) : []
    for (const line of lines.slice(shown)) {
      const [figure, value] = JSON.parse(line) as [string, string]
      console.log(`  ${figure.padEnd(34)} ${value}`)
    }
    shown = lines.length
  }
  const looking = setInterval(show, 500)
  const { code, output } = await run(proof.files, {
    PORTICO_PROVE: JSON.stringify(sizes),
    PORTICO_PROVE_FIGURES: figures,
  })
  clearInterval(looking)
  show()
  rmSync(folder, { recursive: true, force: true })
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(`  ${'time'.padEnd(34)} ${Math.floor(seconds / 60)} min ${seconds % 60} s`)
  if (code !== 0) console.log(output)
  console.log(code === 0 ? `  HOLDS: ${one}` : `  FAILS: ${one}`)
  return code === 0
}

function run(
  files: readonly string[],
  environment: Record<string, string>,
): Promise<{ code: number; output: string }> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--maxWorkers', '1', '--bail', '20', ...files], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment, NO_COLOR: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? 1, output })))
}
