import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'

type Span = {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: 2
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes: { key: string; value: { stringValue: string } | { intValue: number } }[]
  status: { code: 0 | 2 }
}
type Begun = { traceId: string; spanId: string; parentSpanId?: string; at: bigint }

const sendAfterMs = 2_000
const mostKept = 2_000

/**
 * A span for each request, sent to an OpenTelemetry collector (OTLP over HTTP, JSON). An incoming `traceparent` is continued and its
 * decision kept. A collector that is away costs nothing but its spans. Spans hold the operation and the status, no address and no body.
 */
export function traceRequests(
  server: FastifyInstance,
  options: { endpoint: string; sample: number; version: string },
): { flush(): Promise<void> } {
  const url = `${options.endpoint.replace(/\/$/, '')}/v1/traces`
  const begun = new WeakMap<FastifyRequest, Begun>()
  let spans: Span[] = []
  let timer: NodeJS.Timeout | null = null

  const flush = async (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    const sent = spans
    spans = []
    if (sent.length === 0) return
    const resource = {
      attributes: [attribute('service.name', 'portico'), attribute('service.version', options.version)],
    }
    const body = JSON.stringify({
      resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'portico' }, spans: sent }] }],
    })
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined)
  }

  server.addHook('onRequest', async (request) => {
    const [, traceId, parentSpanId, flags] =
      /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(String(request.headers['traceparent'])) ?? []
    const isKept = flags ? (parseInt(flags, 16) & 1) === 1 : Math.random() < options.sample
    if (!isKept) return
    begun.set(request, {
      traceId: traceId ?? randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
      ...(parentSpanId && { parentSpanId }),
      at: BigInt(Date.now()) * 1_000_000n,
    })
  })
  server.addHook('onResponse', async (request, reply) => {
    const span = begun.get(request)
    if (!span || spans.length >= mostKept) return
    const { operationId } = request.routeOptions.config as { operationId?: string }
    const { at, ...ids } = span
    spans.push({
      ...ids,
      name: operationId ?? `${request.method} ${request.routeOptions.url ?? 'unknown'}`,
      kind: 2,
      startTimeUnixNano: String(at),
      endTimeUnixNano: String(at + BigInt(Math.round(reply.elapsedTime * 1_000_000))),
      attributes: [
        attribute('http.request.method', request.method),
        attribute('http.route', request.routeOptions.url ?? 'unknown'),
        attribute('http.response.status_code', reply.statusCode),
        attribute('portico.request_id', request.id),
      ],
      status: { code: reply.statusCode >= 500 ? 2 : 0 },
    })
    timer ??= setTimeout(() => void flush(), sendAfterMs).unref()
  })
  return { flush }
}

const attribute = (key: string, value: string | number) => ({
  key,
  value: typeof value === 'number' ? { intValue: value } : { stringValue: value },
})
