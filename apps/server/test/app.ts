import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { toPublicId, type IdKind, type Operation } from '@portico/contract'
import type { InjectOptions } from 'fastify'
import { inject } from 'vitest'
import { z } from 'zod'
import type { AppParts } from '../src/app-parts.ts'
import { buildEdge, modules } from '../src/app.ts'
import { MovableClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { Keyring } from '../src/platform/crypto/keyring.ts'
import { Database } from '../src/platform/database/index.ts'
import type { Edge } from '../src/platform/http/edge.ts'
import { JobQueue } from '../src/platform/jobs/job-queue.ts'
import { openMailTransport } from '../src/platform/mail/index.ts'
import { openFileStore } from '../src/platform/storage/index.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { Fixtures } from './fixtures.ts'

/** Everything in tests starts at this instant, unless a test moves the clock. */
export const testStart = new Date('2026-03-10T09:00:00.000Z')

export type TestAnswer<Body = unknown> = {
  status: number
  body: Body
  headers: Record<string, string | string[] | number | undefined>
  raw: Buffer
}
export type Caller = { token?: string; organizationId?: string; clientId?: string; ip?: string }
type Given<P, Q, B> = {
  params?: P
  query?: Q
  body?: B
  idempotencyKey?: string
  version?: number
  headers?: Record<string, string>
  file?: { name: string; content: Buffer | string; type?: string }
}

/**
 * The whole server in process on a database of its own: `const app = await testApp()`, `afterAll(() => app.close())`.
 * Calls go through HTTP (`inject`) and the contract, so that validation, permissions and answers are the real ones.
 */
export class TestApp {
  readonly edge: Edge
  readonly parts: AppParts
  readonly clock: MovableClock
  readonly database: TestDatabase
  readonly fixtures: Fixtures

  constructor(edge: Edge, parts: AppParts, clock: MovableClock, database: TestDatabase) {
    this.edge = edge
    this.parts = parts
    this.clock = clock
    this.database = database
    this.fixtures = new Fixtures(this)
  }

  /** Calls an operation as a caller. Bare uuids in params and body are not translated: give public ids (`app.id('client', uuid)`). */
  async call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    operation: Operation<P, Q, B, A>,
    caller: Caller,
    given: Given<z.input<P>, z.input<Q>, z.input<B>> = {},
  ): Promise<TestAnswer<z.input<A>>> {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String((given.params as Record<string, unknown> | undefined)?.[name])),
    )
    const query = new URLSearchParams((given.query ?? {}) as Record<string, string>).toString()
    const headers: Record<string, string> = {
      ...(caller.token && { authorization: `Bearer ${caller.token}` }),
      ...(caller.organizationId && { 'portico-organization': caller.organizationId }),
      ...(caller.clientId && { 'portico-client': caller.clientId }),
    }
    if (operation.createsMoney || given.idempotencyKey)
      headers['idempotency-key'] = given.idempotencyKey ?? crypto.randomUUID()
    if (given.version !== undefined) headers['if-match'] = `"${given.version}"`
    const request: InjectOptions = {
      method: operation.method,
      url: query ? `${path}?${query}` : path,
      headers: { ...headers, ...given.headers },
      remoteAddress: caller.ip ?? '127.0.0.1',
    }
    if (operation.upload) Object.assign(request, multipart(given, request.headers as Record<string, string>))
    else if (given.body !== undefined) request.payload = given.body as object
    const response = await this.edge.server.inject(request)
    const isJson = String(response.headers['content-type'] ?? '').includes('json')
    return {
      status: response.statusCode,
      body: (isJson ? response.json() : null) as z.input<A>,
      headers: response.headers,
      raw: response.rawPayload,
    }
  }

  id(kind: IdKind, uuid: string): string {
    return toPublicId(kind, uuid)
  }

  async close(): Promise<void> {
    await this.edge.close()
    await this.parts.database.close()
    await this.parts.jobQueue?.close()
    await this.database.close()
    await rm(this.parts.config.dataFolder, { recursive: true, force: true })
  }
}

export async function testApp(
  options: {
    environment?: Record<string, string>
    using?: typeof modules
    clock?: MovableClock
    /** false: the caller adds to the server and makes it ready. */
    prepare?: boolean
  } = {},
): Promise<TestApp> {
  const database = await testDatabase()
  const dataFolder = await mkdtemp(join(inject('testServer').scratchFolder, 'app-'))
  const config = readConfig({
    PORTICO_DATA: dataFolder,
    PORTICO_RATE_LIMIT: '0',
    PORTICO_URL: 'http://localhost:3000',
    LOG_LEVEL: 'error',
    ...options.environment,
  })
  const clock = options.clock ?? new MovableClock(testStart)
  const parts: AppParts = {
    config,
    clock,
    keyring: new Keyring([Buffer.alloc(32, 7)]),
    database: new Database({
      connectionString: database.urlFor('portico_app'),
      poolSize: 6,
      clock,
      applicationName: 'test',
    }),
    files: await openFileStore(config.files),
    mail: openMailTransport({}),
    jobQueue: new JobQueue({ connectionString: database.urlFor('portico_jobs') }),
  }
  const edge = await buildEdge(parts, options.using ?? modules)
  const { encoder } = edge
  edge.encoder = (operation) => (answer) => {
    const written = encoder(operation)(answer)
    const said = JSON.stringify(z.encode(operation.answer as z.ZodType, answer))
    if (written !== said) throw new Error(`${operation.id} answers ${written} where its schema says ${said}`)
    return written
  }
  if (options.prepare !== false) await edge.server.ready()
  return new TestApp(edge, parts, clock, database)
}

function multipart(
  given: { body?: unknown; file?: { name: string; content: Buffer | string; type?: string } },
  headers: Record<string, string>,
): InjectOptions {
  const boundary = 'portico-test-boundary'
  const parts: Buffer[] = []
  for (const [name, value] of Object.entries((given.body ?? {}) as Record<string, string>))
    parts.push(
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    )
  if (given.file) {
    parts.push(
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${given.file.name}"\r\ncontent-type: ${given.file.type ?? 'application/octet-stream'}\r\n\r\n`,
      ),
      Buffer.from(given.file.content),
      Buffer.from('\r\n'),
    )
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`))
  return {
    payload: Buffer.concat(parts),
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
