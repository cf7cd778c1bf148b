import { problems, type ProblemCode } from '@portico/contract'
import { openApiDocument } from '@portico/contract/openapi.ts'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { AppParts } from '../../app-parts.ts'
import { statement } from '../database/index.ts'
import type { Edge } from '../http/edge.ts'
import type { Worker } from '../jobs/worker.ts'
import { systemPrincipal } from '../principal.ts'
import { porticoVersion } from '../version.ts'

const ping = statement('select 1 as one')
const isLoopback = (ip: string): boolean => ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1'

/** What operators and integrators ask of the program itself: health, readiness, metrics, the API document, what a problem means. */
export function registerOperations(edge: Edge, parts: AppParts, worker: Worker | null): void {
  const { server } = edge
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    if (edge.isStopping) return reply.code(503).send({ status: 'stopping' })
    try {
      await parts.database.global(systemPrincipal('readiness'), (tx) => tx.all(ping()))
      return { status: 'ready', worker: worker ? 'here' : 'elsewhere' }
    } catch {
      return reply.code(503).send({ status: 'database unavailable' })
    }
  })
  registerMetrics(edge, parts)

  let document: string | null = null
  server.get('/openapi.json', async (_request, reply) => {
    document ??= JSON.stringify(
      openApiDocument({ serverUrl: parts.config.publicUrl, version: porticoVersion }),
    )
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(document)
  })
  server.get<{ Params: { slug: string } }>('/problems/:slug', async (request, reply) => {
    const code = request.params.slug.replaceAll('-', '_') as ProblemCode
    const problem = Object.hasOwn(problems, code) ? problems[code] : undefined
    if (!problem) return reply.callNotFound()
    return reply
      .type('text/plain; charset=utf-8')
      .send(`${problem[1]}\n\ncode: ${code}\nstatus: ${problem[0]}\n`)
  })
}

function registerMetrics(edge: Edge, { database, jobQueue }: AppParts): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'portico_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['operation', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  const failures = new Counter({
    name: 'portico_http_failures_total',
    help: 'Requests answered with 5xx',
    labelNames: ['operation'],
    registers: [registry],
  })
  new Gauge({
    name: 'portico_database_connections',
    help: 'Connections of the pool',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { total, idle, waiting } = database.load
      this.set({ state: 'busy' }, total - idle)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'waiting' }, waiting)
    },
  })
  const build = new Gauge({
    name: 'portico_build_info',
    help: 'The version that runs',
    labelNames: ['version'],
    registers: [registry],
  })
  build.set({ version: porticoVersion }, 1)
  const oldest = new Gauge({
    name: 'portico_oldest_job_seconds',
    help: 'How long the oldest due background job has waited',
    registers: [registry],
  })
  new Gauge({
    name: 'portico_jobs',
    help: 'Background jobs that wait or failed for good',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      // A queue that does not answer leaves the last figures; readiness tells of the database.
      const figures = await jobQueue?.figures().catch(() => null)
      if (!figures) return
      this.set({ state: 'waiting' }, figures.waiting)
      this.set({ state: 'failed' }, figures.failed)
      oldest.set(figures.oldestSeconds ?? 0)
    },
  })
  edge.server.addHook('onResponse', async (request, reply) => {
    const operation = (request.routeOptions.config as { operationId?: string }).operationId
    // A stream is open for as long as somebody looks: that is no time to answer.
    // A route and never an address: that may hold a token.
    request.log.info(
      {
        operation: operation ?? request.routeOptions.url ?? null,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        organization: request.headers['portico-organization'] ?? null,
      },
      'answered',
    )
    if (!operation || reply.getHeader('content-type')?.toString().startsWith('text/event-stream')) return
    seconds.observe({ operation, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    if (reply.statusCode >= 500) failures.inc({ operation })
  })
  // For the machine's own collector; a proxy that should reach it asks for it on loopback.
  edge.server.get('/metrics', async (request, reply) => {
    const isForwarded =
      request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined
    if (!isLoopback(request.ip) || isForwarded) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
