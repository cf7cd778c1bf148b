import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { builtFile, chosenEncoding, type BuiltFile } from './built-files.ts'

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Portico API reference</title>
  </head>
  <body>
    <script id="api-reference" type="application/json" data-url="/openapi.json"></script>
    <script src="/developer/settings.js"></script>
    <script src="/developer/reference.js"></script>
  </body>
</html>
`
const settings = `// A sandboxed document has no storage; the console remembers what it wants for as long as it is open.
for (const name of ['localStorage', 'sessionStorage']) {
  const kept = new Map()
  const storage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, String(value)), removeItem: (key) => void kept.delete(key), clear: () => kept.clear(), key: (at) => [...kept.keys()][at] ?? null, get length() { return kept.size } }
  Object.defineProperty(window, name, { value: storage })
}
document.getElementById('api-reference').dataset.configuration = JSON.stringify({
  withDefaultFonts: false, telemetry: false, hideClientButton: true, showDeveloperTools: 'never', agent: { disabled: true }, mcp: { disabled: true },
  authentication: { preferredSecurityScheme: 'bearer' },
})
`

/**
 * The API reference with its console, in a document of its own. It runs in a sandbox without an origin, so it never has anybody's
 * cookie: the console works with a token that the developer pastes.
 */
export function registerReference(server: FastifyInstance): void {
  const sandbox = [
    `default-src 'none'`,
    `script-src 'self' 'unsafe-eval'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `sandbox allow-scripts allow-popups allow-forms`,
    `base-uri 'none'`,
    `frame-ancestors 'self'`,
  ].join('; ')
  let script: Promise<BuiltFile> | null = null
  server.get('/developer', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .headers({
        'content-security-policy': sandbox,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      .send(page),
  )
  server.get('/developer/settings.js', async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(settings),
  )
  server.get('/developer/reference.js', async (request, reply) => {
    script ??= readFile(standalonePath()).then((content) => builtFile('reference.js', content))
    const file = await script
    const encoding = chosenEncoding(request.headers['accept-encoding'])
    reply
      .headers({
        etag: file.etag,
        'cache-control': 'public, max-age=86400',
        'cross-origin-resource-policy': 'cross-origin',
        vary: 'accept-encoding',
      })
      .type(file.type)
    if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
    if (encoding) reply.header('content-encoding', encoding)
    return reply.send(encoding ? await file.compressed(encoding) : file.content)
  })
  // A document without an origin asks as "null". It has no cookie, and the answer allows none, so this opens nothing that a program could not do.
  server.addHook('onRequest', async (request, reply) => {
    if (
      request.headers.origin !== 'null' ||
      !(request.url.startsWith('/v1/') || request.url === '/openapi.json')
    )
      return
    reply.headers({
      'access-control-allow-origin': 'null',
      vary: 'origin',
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers':
        'authorization, content-type, idempotency-key, if-match, portico-organization, portico-client',
      'access-control-expose-headers':
        'request-id, ratelimit, ratelimit-policy, retry-after, etag, idempotency-replayed',
    })
    if (request.method === 'OPTIONS') return reply.code(204).send()
  })
}

function standalonePath(): string {
  let folder = dirname(createRequire(import.meta.url).resolve('@scalar/api-reference'))
  while (!folder.endsWith('api-reference')) folder = dirname(folder)
  return join(folder, 'dist', 'browser', 'standalone.js')
}
