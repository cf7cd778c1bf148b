import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The checkout: where package.json, apps and packages are. */
export const root = join(import.meta.dirname, '..', '..', '..', '..')

const web = join(root, 'apps', 'web')
const built = join(web, 'dist', 'app.html')
const mark = join(root, 'node_modules', '.cache', 'portico', 'web-build')
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

export type WebBuildState = 'fresh' | 'stale' | 'missing'

/** Whether the built web app is there and made from exactly these sources. */
export function webBuildState(): WebBuildState {
  return stateFor(hashOfSources())
}

/** Builds the web app unless it is fresh; `tell` hears one line before a build starts. Returns whether it built. */
export async function ensureWebBuild(
  options: { force?: boolean; tell?: (line: string) => void } = {},
): Promise<boolean> {
  const hash = hashOfSources()
  if (!options.force && stateFor(hash) === 'fresh') return false
  if (!existsSync(vite)) {
    throw new Error(
      'The web app has to be built, and the tools for it are not installed: run "npm ci --include=dev".',
    )
  }
  options.tell?.('Building the web app (once after an installation or update) …')
  await runVite()
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, hash)
  return true
}

function stateFor(hash: string): WebBuildState {
  if (!existsSync(built)) return 'missing'
  return existsSync(mark) && readFileSync(mark, 'utf8') === hash ? 'fresh' : 'stale'
}

/** Everything that the build reads: the web app, the packages it uses, and the versions of the libraries. */
function hashOfSources(): string {
  const hash = createHash('sha256')
  const folders = [web, ...readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name))]
  const files = [join(root, 'package-lock.json'), ...folders.flatMap(sourceFiles)]
  for (const file of files)
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const notSources = new Set(['node_modules', 'dist', 'e2e', 'test-results'])

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return notSources.has(entry.name) ? [] : sourceFiles(path)
      return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
    })
}

function runVite(): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: web,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done()
      else fail(new Error(`The web app could not be built. ${output.trim()}`))
    })
  })
}
