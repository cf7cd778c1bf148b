import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppParts } from '../app-parts.ts'
import { readLinkToken } from '../modules/documents/index.ts'
import { brandOf, type PublicBrand } from '../modules/organizations/index.ts'
import type { Edge } from '../platform/http/edge.ts'
import { toPublicId } from '@portico/contract'
import { chosenEncoding, readBuiltFiles, type BuiltFile } from './built-files.ts'
import { registerReference } from './reference.ts'
import { commonHeaders, pageHeaders } from './security-headers.ts'
import { registerSite } from './site.ts'

const folder = join(import.meta.dirname, '../../../web/dist')
const workspacePages = [
  '/sign-in',
  '/sign-up',
  '/set-up',
  '/forgot-password',
  '/reset-password',
  '/verify-email',
  '/invitations/*',
  '/account',
  '/account/*',
  '/app',
  '/app/*',
  '/admin',
  '/admin/*',
]

/**
 * The built pages. Each carries what it needs for its first paint: the organization's name, logo and colours, found by the address
 * alone, and a nonce for the styles it adds itself.
 */
export async function registerPages(edge: Edge, parts: AppParts): Promise<void> {
  const { server } = edge
  const files = existsSync(folder) ? await readBuiltFiles(folder) : new Map<string, BuiltFile>()
  server.addHook('onSend', async (_request, reply, payload) => {
    for (const [name, value] of Object.entries(commonHeaders(parts.config.isSecure)))
      if (!reply.hasHeader(name)) reply.header(name, value)
    return payload
  })

  const send = async (
    reply: FastifyReply,
    name: 'app' | 'portal' | 'invoice-link',
    brand: PublicBrand | null,
    status = 200,
  ): Promise<FastifyReply> => {
    const file = files.get(`/${name}.html`)
    if (!file)
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('The web app is not built. Run "npm run build" and start again.')
    const nonce = randomBytes(16).toString('base64')
    return reply
      .code(status)
      .headers(pageHeaders(nonce, parts.config.isSecure))
      .type(file.type)
      .send(filled(file.content.toString('utf8'), brand, nonce))
  }

  for (const path of workspacePages) {
    server.get(path, async (request, reply) => {
      const slug = /^\/app\/([a-z0-9-]+)/.exec(request.url)?.[1]
      return send(reply, 'app', slug ? await brandOf(parts, { slug }) : null)
    })
  }
  for (const path of ['/client-portal/:slug', '/client-portal/:slug/*']) {
    server.get<{ Params: { slug: string } }>(path, async (request, reply) => {
      const brand = await brandOf(parts, { slug: request.params.slug })
      return send(reply, 'portal', brand, brand ? 200 : 404)
    })
  }
  server.get<{ Params: { token: string } }>('/i/:token', async (request, reply) => {
    const link = readLinkToken(parts.keyring, request.params.token)
    return send(
      reply,
      'invoice-link',
      link ? await brandOf(parts, { organizationId: link.organizationId }) : null,
      link ? 200 : 404,
    )
  })
  registerSite(edge, parts, files)

  for (const [path, file] of files) {
    if (path.endsWith('.html')) continue
    server.get(path, (request, reply) => sendBuilt(request, reply, file))
  }
  registerReference(server)
}

async function sendBuilt(
  request: FastifyRequest,
  reply: FastifyReply,
  file: BuiltFile,
): Promise<FastifyReply> {
  reply
    .headers({
      etag: file.etag,
      vary: 'accept-encoding',
      'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    })
    .type(file.type)
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
  const encoding = chosenEncoding(request.headers['accept-encoding'])
  const content = encoding ? await file.compressed(encoding) : file.content
  if (encoding && content !== file.content) reply.header('content-encoding', encoding)
  return reply.send(content)
}

/** Fills a built page's places. What comes from people is escaped for where it stands. */
function filled(html: string, brand: PublicBrand | null, nonce: string): string {
  const boot = {
    organization: brand
      ? {
          id: toPublicId('organization', brand.organizationId),
          name: brand.name,
          slug: brand.slug,
          logo_url: brand.logoUrl,
        }
      : null,
    locale: brand?.locale ?? null,
  }
  return html
    .replaceAll('%NONCE%', nonce)
    .replace('%TITLE%', () => escapeHtml(brand?.name ?? 'Portico'))
    .replace('%BRAND_CSS%', () => (brand ? `<link rel="stylesheet" href="${brand.stylesheetUrl}">` : ''))
    .replace(
      '%BOOT%',
      () =>
        `<script type="application/json" id="boot">${JSON.stringify(boot).replaceAll('<', '\\u003c')}</script>`,
    )
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
