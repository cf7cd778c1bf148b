import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import fastifyCookie from '@fastify/cookie'
import fastifyMultipart from '@fastify/multipart'
import { operations, type Operation, type ProblemCode } from '@portico/contract'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Keyring } from '../crypto/keyring.ts'
import type { Database } from '../database/index.ts'
import { newId } from '../ids.ts'
import { SessionTouches } from '../session-touches.ts'
import { Refusal } from '../errors.ts'
import { LiveHub } from '../live/index.ts'
import { Call, Encoded, ExportAnswer, FileAnswer, StreamAnswer, type Handler } from './call.ts'
import { Cookies } from './cookies.ts'
import { compileEncoder, type Encoder } from './encoder.ts'
import { KnownSessions } from './known-sessions.ts'
import { Pages } from './pages.ts'
import { problemAnswered, sendProblem } from './problem.ts'
import { limitHeaders, refuseOverLimit, SlidingWindow, type Limit, type RateLimits } from './rate-limit.ts'
import { RequestLog } from './request-log.ts'
import { sendExport, sendFile } from './send-file.ts'
import { sendStream } from './send-stream.ts'

export type EdgeParts = {
  config: Config
  database: Database
  keyring: Keyring
  clock: Clock
  /** Where several processes count together; each for itself without. */
  limits?: RateLimits
}

/** How long requests under way may take to finish when the program ends. */
const finishWithinMs = 4_000

/**
 * The HTTP side of the contract. Modules hand in one handler per operation; the edge does what is the same for all of them: limits,
 * validation, who is calling, idempotency, problem documents. An operation without a handler does not start.
 */
export class Edge {
  readonly server: FastifyInstance
  readonly parts: EdgeParts
  readonly cookies: Cookies
  readonly pages: Pages
  readonly touches: SessionTouches
  readonly sessions = new KnownSessions()
  readonly live: LiveHub
  /** What writes an operation's answer. Tests put one here that compares each answer with what Zod says. */
  encoder: (operation: Operation) => Encoder = (operation) => compileEncoder(operation.answer as z.ZodType)
  readonly requests: RequestLog
  readonly #handled = new Set<string>()
  readonly #limits: RateLimits
  /** The order to stop has come: /readyz says no, and connections are not kept for another request. */
  isStopping = false

  constructor(parts: EdgeParts) {
    this.parts = parts
    this.#limits = parts.limits ?? new SlidingWindow()
    this.cookies = new Cookies(parts.config.isSecure)
    this.pages = new Pages(parts.keyring)
    this.touches = new SessionTouches(parts.database, parts.clock)
    this.live = new LiveHub(parts.database, parts.clock)
    this.requests = new RequestLog(parts.database)
    this.server = Fastify({
      logger: {
        level: parts.config.logLevel,
        redact: ['req.headers.cookie', 'req.headers.authorization'],
        base: null,
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: { level: (level) => ({ level }) },
      },
      genReqId: () => `req_${newId().replaceAll('-', '')}`,
      requestIdHeader: false,
      trustProxy: parts.config.trustedProxies.length > 0 ? parts.config.trustedProxies : false,
      bodyLimit: 1024 * 1024,
      logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
      routerOptions: { maxParamLength: 1000 },
      // Requests under way are finished; see close().
      forceCloseConnections: 'idle',
      return503OnClosing: false,
      // An address that cannot be decoded reaches no route and no hook.
      frameworkErrors: (_error, request, reply) => {
        reply.header('request-id', request.id)
        void sendProblem(request, reply, new Refusal('malformed_request', 'The address cannot be read.'))
      },
    })
    this.server.setErrorHandler((error, request, reply) => sendProblem(request, reply, error))
    this.server.setNotFoundHandler((request, reply) => {
      if (request.url.startsWith('/v1/'))
        return sendProblem(
          request,
          reply,
          new Refusal(
            'operation_not_found',
            `There is no operation ${request.method} ${request.url.split('?')[0]}.`,
          ),
        )
      return sendProblem(request, reply, new Refusal('not_found', 'There is no such page.'))
    })
    this.server.addHook('onRequest', async (request, reply) => {
      reply.header('request-id', request.id)
      if (this.isStopping) reply.header('connection', 'close')
    })
    // JSON Merge Patch (RFC 7396) bodies are JSON; an empty body is an empty object.
    this.server.addContentTypeParser(
      ['application/merge-patch+json', 'application/json'],
      { parseAs: 'string' },
      (_request, body, done) => {
        if (body === '') return done(null, undefined)
        try {
          done(null, parseJson(body as string))
        } catch {
          done(new Refusal('malformed_request', 'The body is not valid JSON.'), undefined)
        }
      },
    )
  }

  async prepare(): Promise<void> {
    this.server.addHook('preClose', async () => this.live.close())
    await this.server.register(fastifyCookie)
    await this.server.register(fastifyMultipart, {
      limits: { files: 1, fields: 40, fieldSize: 64 * 1024, parts: 50, headerPairs: 200 },
      throwFileSizeLimit: false,
    })
  }

  /**
   * Takes no more requests, finishes those under way, and cuts off what is not finished in time. With a time to drain, requests are still
   * taken for so long while /readyz says no already, so that a load balancer turns away first.
   */
  async close(): Promise<void> {
    this.isStopping = true
    if (this.server.server.listening) await pause(this.parts.config.drainSeconds * 1000)
    const cutOff = setTimeout(() => this.server.server.closeAllConnections(), finishWithinMs)
    // A connection that was busy when the closing began, and is kept for another request, would be waited for.
    const sweep = setInterval(() => this.server.server.closeIdleConnections(), 50)
    try {
      await this.server.close()
    } finally {
      clearTimeout(cutOff)
      clearInterval(sweep)
    }
    await this.touches.flush()
    await this.requests.flush()
  }

  handle<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    operation: Operation<P, Q, B, A>,
    handler: Handler<P, Q, B, A>,
  ): void {
    if (this.#handled.has(operation.id)) throw new Error(`${operation.id} is handled twice`)
    this.#handled.add(operation.id)
    this.server.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      config: { operationId: operation.id },
      onResponse: async (request, reply) => this.#log(operation as unknown as Operation, request, reply),
      handler: async (request, reply) => this.#answer(operation, handler, request, reply),
    })
  }

  /** Operations of the contract that no module handles yet: the server refuses to start with any. */
  missing(): string[] {
    return operations.filter((operation) => !this.#handled.has(operation.id)).map((operation) => operation.id)
  }

  async #answer<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    operation: Operation<P, Q, B, A>,
    handler: Handler<P, Q, B, A>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const call = new Call(this, operation as unknown as Operation<P, Q, B, A>, request, reply)
    try {
      await this.#limit(operation as unknown as Operation, call, reply)
      await call.receive()
      const answer = await handler(call)
      if (answer instanceof FileAnswer) return await sendFile(request, reply, answer)
      if (answer instanceof StreamAnswer) return sendStream(reply, answer)
      if (answer instanceof ExportAnswer) return await sendExport(reply, answer)
      const encoded = answer instanceof Encoded ? answer : call.encode(answer as z.output<A>)
      reply.header('cache-control', 'no-store')
      return await reply.code(encoded.status).type('application/json; charset=utf-8').send(encoded.body)
    } catch (error) {
      if (error instanceof Refusal && refusedUnread.has(error.code)) await call.identify()
      throw error
    } finally {
      await call.dispose()
    }
  }

  /** The path without the query; of a private link not even that, because its token is in it. */
  #log({ id, path, access }: Operation, request: FastifyRequest, reply: FastifyReply): void {
    this.requests.note(request, {
      at: this.parts.database.now(),
      method: request.method,
      operation: id,
      path: access.who === 'link' ? path : (request.url.split('?')[0] ?? path),
      status: reply.statusCode,
      problem: problemAnswered(request),
      milliseconds: Math.round(reply.elapsedTime),
    })
  }

  async #limit(operation: Operation, call: Call, reply: FastifyReply): Promise<void> {
    const { rateLimit } = this.parts.config
    if (rateLimit === 0) return
    const limit: Limit =
      operation.limit === 'auth'
        ? { name: 'auth', quota: Math.max(10, Math.round(rateLimit / 6)), windowSeconds: 10 }
        : { name: operation.limit === 'public' ? 'public' : 'api', quota: rateLimit, windowSeconds: 60 }
    const state = await this.#limits.hit(
      limit,
      operation.limit ? call.ip : call.callerForLimits,
      performance.timeOrigin + performance.now(),
    )
    reply.headers(limitHeaders(limit, state))
    refuseOverLimit(state)
  }
}

/** What is refused before anybody asks who is calling; it belongs into the log of who sent it all the same. */
const refusedUnread: ReadonlySet<string> = new Set<ProblemCode>([
  'validation_failed',
  'malformed_request',
  'unknown_parameter',
  'version_required',
  'idempotency_key_required',
  'idempotency_key_invalid',
])

/**
 * Keys that would reach an object's prototype are refused where they are read, and so is half of a surrogate pair: it is no character,
 * and PostgreSQL's jsonb does not take it. No text of PostgreSQL holds the character zero.
 */
function parseJson(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) => {
    if (key === '__proto__' || !key.isWellFormed() || key.includes('\0'))
      throw new SyntaxError('forbidden key')
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0')))
      throw new SyntaxError('not a text')
    return value
  })
}
