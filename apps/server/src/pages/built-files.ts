import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type BuiltFile = {
  content: Buffer
  type: string
  etag: string
  isImmutable: boolean
  compressed(encoding: 'br' | 'gzip'): Promise<Buffer>
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt'])

/** The built web app, held in memory (about a megabyte), each file compressed once when it is first asked for. */
export async function readBuiltFiles(folder: string): Promise<Map<string, BuiltFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, BuiltFile>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).replaceAll('\\', '/')
    if (name.startsWith('.vite/') || name.endsWith('.map')) continue
    files.set(`/${name}`, builtFile(name, await readFile(path)))
  }
  return files
}

export function builtFile(name: string, content: Buffer): BuiltFile {
  const kept = new Map<string, Promise<Buffer>>()
  const canCompress = compressible.has(extname(name))
  return {
    content,
    type: types[extname(name)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
    isImmutable: name.startsWith('assets/'),
    compressed(encoding) {
      if (!canCompress) return Promise.resolve(content)
      let made = kept.get(encoding)
      if (!made)
        kept.set(
          encoding,
          (made =
            encoding === 'br'
              ? brotli(content, {
                  params: {
                    [constants.BROTLI_PARAM_QUALITY]: 9,
                    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
                  },
                })
              : zip(content, { level: 9 })),
        )
      return made
    },
  }
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** The encoding to answer in: Brotli before gzip where the client takes it. */
export function chosenEncoding(accepted: string | undefined): 'br' | 'gzip' | null {
  if (!accepted) return null
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : null
}
