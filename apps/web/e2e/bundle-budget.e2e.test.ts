import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

/** What the build wrote about each module: its file and what it imports at once (`build.manifest`). */
interface Chunk {
  file: string
  imports?: string[]
}

const dist = join(import.meta.dirname, '../dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>

/** Script bytes as sent (Brotli) until a page is on the screen: the entry, the lazy parts it opens, all they import. */
function scriptBytes(keys: string[]): number {
  const files = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`the build has no part ${key}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(visit)
  }
  keys.forEach(visit)
  return [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(dist, file))).length, 0)
}

const KB = 1000

describe('script that a first page loads', () => {
  test('the workspace stays below 200 kB [UX-14]', () => {
    const home = ['app.html', 'src/workspace/workspace-shell.tsx', 'src/workspace/home/home-page.tsx']
    expect(scriptBytes(home)).toBeLessThan(200 * KB)
  })

  test('the portal stays below 200 kB [UX-14]', () => {
    const home = ['portal.html', 'src/portal/portal-shell.tsx', 'src/portal/home/portal-home-page.tsx']
    expect(scriptBytes(home)).toBeLessThan(200 * KB)
  })

  test('the private invoice link stays below 120 kB, because it opens on a phone from a message [UX-14]', () => {
    expect(scriptBytes(['invoice-link.html'])).toBeLessThan(120 * KB)
  })
})
