import { fromPublicId } from '@portico/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppParts } from '../../app-parts.ts'
import { statement } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { safeContentHeaders } from '../../platform/uploads/index.ts'
import { stylesheetOf } from './brand.ts'

const logoFile = statement<{ storage_key: string; size: number }>(
  `select storage_key, size from files where organization_id = $1 and sha256 = $2 and purpose = 'logo' and deleted_at is null order by id desc limit 1`,
)
const forever = 'public, max-age=31536000, immutable'

/** What pages show before anybody has signed in, outside of the API: colours and logos, by names that change with their content. */
export function registerPublicRoutes(edge: Edge, parts: AppParts): void {
  edge.server.get(
    '/brand/:file',
    async (request: FastifyRequest<{ Params: { file: string } }>, reply: FastifyReply) => {
      const match = /^([0-9a-f]{6})-([0-9a-f]{16})\.css$/.exec(request.params.file)
      if (!match) throw notFound('stylesheet')
      const { css, hash } = stylesheetOf(`#${match[1]}`)
      // A page that was made by another version of the program gets the colours too, but must not keep them under that name.
      return reply
        .headers({
          'cache-control': hash === match[2] ? forever : 'no-cache',
          'x-content-type-options': 'nosniff',
        })
        .type('text/css; charset=utf-8')
        .send(css)
    },
  )

  edge.server.get(
    '/logos/:organization/:file',
    async (
      request: FastifyRequest<{ Params: { organization: string; file: string } }>,
      reply: FastifyReply,
    ) => {
      const organizationId = fromPublicId('organization', request.params.organization)
      const hash = /^([0-9a-f]{64})\.png$/.exec(request.params.file)?.[1]
      if (!organizationId || !hash) throw notFound('logo')
      const file = await parts.database.withOrganization(organizationId, systemPrincipal('logo'), (tx) =>
        tx.first(logoFile(organizationId, Buffer.from(hash, 'hex'))),
      )
      if (!file) throw notFound('logo')
      const etag = `"${hash.slice(0, 32)}"`
      reply.headers({
        ...safeContentHeaders('image/png', 'logo.png', 'inline'),
        'cache-control': forever,
        'cross-origin-resource-policy': 'cross-origin',
        etag,
      })
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.header('content-length', file.size).send((await parts.files.get(file.storage_key)).stream)
    },
  )
}
