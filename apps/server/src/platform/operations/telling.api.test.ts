import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getMe } from '@portico/contract'
import { afterAll, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { traceRequests } from '../tracing.ts'
import { registerOperations } from './index.ts'

const app = await testApp({ prepare: false })
const received: { resourceSpans: { scopeSpans: { spans: Record<string, unknown>[] }[] }[] }[] = []
const collector = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    expect(request.url).toBe('/v1/traces')
    received.push(JSON.parse(body))
    response.end('{}')
  })
}).listen(0)
await new Promise((ready) => collector.once('listening', ready))
const tracing = traceRequests(app.edge.server, {
  endpoint: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
  sample: 0,
  version: 'test',
})
registerOperations(app.edge, app.parts, null)
await app.edge.server.ready()
afterAll(async () => {
  collector.close()
  await app.close()
})

test('a trace that somebody else began is continued and sent; what nobody asked for is not [OPS-35]', async () => {
  const { owner } = await app.fixtures.organization()
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  await app.call(getMe, owner, { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } })
  await app.call(getMe, owner, { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-00` } })
  await app.call(getMe, owner)
  await tracing.flush()
  const spans = received.flatMap((sent) => sent.resourceSpans[0]?.scopeSpans[0]?.spans ?? [])
  expect(spans).toMatchObject([{ traceId, parentSpanId: 'b7ad6b7169203331', name: 'me.get' }])
  expect(JSON.stringify(spans)).not.toContain(owner.token)
})

test('metrics tell of requests, jobs and the version, to the machine itself alone [OPS-35]', async () => {
  const here = await app.edge.server.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })
  for (const name of [
    'portico_http_request_seconds_count{operation="me.get",status="200"}',
    'portico_jobs{state="failed"} 0',
    'portico_build_info{version="0.1.0"} 1',
    'portico_database_connections{state="idle"}',
  ])
    expect(here.body).toContain(name)
  expect((await app.edge.server.inject({ url: '/metrics', remoteAddress: '198.51.100.7' })).statusCode).toBe(
    404,
  )
})
