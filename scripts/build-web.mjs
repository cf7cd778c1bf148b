// Builds the web app when it is missing or older than its sources: node scripts/build-web.mjs [--force]
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode24, root } from './node-24.mjs'

const web = join(root, 'apps', 'web')
const built = join(web, 'dist', 'index.html')
const mark = join(root, 'node_modules', '.cache', 'portico', 'web-build')
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

/** Whether the built web app is there and made from exactly these sources. */
export function isWebBuildFresh() {
  return existsSync(built) && existsSync(mark) && readFileSync(mark, 'utf8') === hashOfSources()
}

/** Builds unless fresh. `tell` hears one line before a build starts. Returns whether it built. */
export async function ensureWebBuild({ force = false, tell = () => undefined } = {}) {
  const hash = hashOfSources()
  if (!force && existsSync(built) && existsSync(mark) && readFileSync(mark, 'utf8') === hash) return false
  if (!existsSync(vite)) {
    throw new Error('The web app has to be built, and the tools for it are not installed: run "npm ci --include=dev".')
  }
  tell('Building the web app (once, after an installation or update)')
  await run([vite, 'build', '--logLevel', 'warn'])
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, hash)
  return true
}

/** Everything that the build reads: the web app, the packages it uses, and the versions of the libraries. */
function hashOfSources() {
  const hash = createHash('sha256')
  const folders = [web, ...readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name))]
  const files = [join(root, 'package-lock.json'), ...folders.flatMap(sourceFiles)]
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function sourceFiles(folder) {
  const skipped = new Set(['node_modules', 'dist', 'e2e', 'test-results'])
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourceFiles(path)
      return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
    })
}

function run(parameters) {
  return new Promise((done, fail) => {
    const child = spawn(findNode24(), parameters, {
      cwd: web,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    child.on('error', fail)
    child.on('close', (code) => (code === 0 ? done() : fail(new Error('The web app could not be built; see above.'))))
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const began = Date.now()
  const didBuild = await ensureWebBuild({ force: process.argv.includes('--force'), tell: console.log })
  console.log(didBuild ? `Built in ${((Date.now() - began) / 1000).toFixed(1)} s` : 'The web app is up to date')
}
