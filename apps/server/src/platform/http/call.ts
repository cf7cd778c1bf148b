import type { ServerResponse } from 'node:http'
import { fromPublicId, type Operation } from '@portico/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { sha256 } from '../crypto/tokens.ts'
import type { Origin, Statement, Tx } from '../database/index.ts'
import { openOrganization, isLockTimeout, type Opening } from '../database/index.ts'
import { notFound, Refusal } from '../errors.ts'
import type { Principal } from '../principal.ts'
import type { ReceivedFile } from '../uploads/index.ts'
import type { Realm } from './cookies.ts'
import type { Edge } from './edge.ts'
import {
  claimKey,
  fingerprint,
  keepSeconds,
  readIdempotencyKey,
  storeAnswer,
  storedAnswer,
  type IdempotencyKey,
} from './idempotency.ts'
import { openingFor } from './openings.ts'
import type { PageRequest } from './pages.ts'
import { receiveMultipart } from './multipart.ts'
import { decode } from './validation.ts'

/** An answer that is encoded already: inside the transaction, so that a retry gets the same bytes. */
export class Encoded {
  readonly status: number
  readonly body: string
  constructor(status: number, body: string) {
    this.status = status
    this.body = body
  }
}

/** A file as the answer, streamed. `sha256` (hex) becomes the ETag. */
export class FileAnswer {
  readonly file: {
    open(range?: { start: number; end: number }): Promise<NodeJS.ReadableStream | Buffer>
    size: number
    name: string
    mediaType: string
    sha256: string
    disposition: 'inline' | 'attachment'
  }
  constructor(file: FileAnswer['file']) {
    this.file = file
  }
}

/** A stream of server-sent events as the answer: it stays open, and whoever opened it writes to it. */
export class StreamAnswer {
  readonly open: (response: ServerResponse) => void
  constructor(open: StreamAnswer['open']) {
    this.open = open
  }
}

/** A text that is made while it is sent, so that an export of any size needs no memory. Its first piece is ready before it is begun. */
export class ExportAnswer {
  readonly stream: {
    pieces: AsyncIterable<string>
    name: string
    mediaType: string
  }
  constructor(stream: ExportAnswer['stream']) {
    this.stream = stream
  }
}

export type Handler<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = (
  call: Call<P, Q, B, A>,
) => Promise<z.output<A> | Encoded | FileAnswer | StreamAnswer | ExportAnswer>

/** One request to one operation: its decoded parts, and the two ways to the database. */
export class Call<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  readonly operation: Operation<P, Q, B, A>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly edge: Edge
  readonly origin: Origin
  params!: z.output<P>
  query!: z.output<Q>
  body!: z.output<B>
  /** The uploaded file, where the operation takes one; gone when the request ends. */
  file: ReceivedFile | null = null

  #idempotency: Omit<IdempotencyKey, 'scope'> | null = null

  constructor(edge: Edge, operation: Operation<P, Q, B, A>, request: FastifyRequest, reply: FastifyReply) {
    this.edge = edge
    this.operation = operation
    this.request = request
    this.reply = reply
    this.origin = {
      requestId: request.id,
      ip: request.ip,
      userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    }
  }

  get now(): string {
    return this.edge.parts.database.now()
  }
  get ip(): string {
    return this.request.ip
  }
  /** Who a limit counts: the session where there is one that has been found real, else the address. */
  get callerForLimits(): string {
    const { who } = this.operation.access
    const token = who === 'public' || who === 'link' ? null : this.sessionToken
    const key = token ? sha256(token).toString('base64url') : null
    return key && this.edge.sessions.has(key) ? key : this.ip
  }
  get realm(): Realm {
    return this.operation.access.who === 'contact' || this.operation.path.startsWith('/v1/portal/')
      ? 'portal'
      : 'staff'
  }
  get bearerToken(): string | null {
    return /^Bearer ([\w-]{20,200})$/.exec(this.request.headers.authorization ?? '')?.[1] ?? null
  }
  get sessionToken(): string | null {
    return this.bearerToken ?? this.edge.cookies.read(this.request, this.realm)
  }

  /** The organization named by the header. @throws not_found where it is not an id of one */
  get organizationId(): string {
    const id = this.#header('portico-organization', 'organization')
    if (!id)
      throw new Refusal('malformed_request', 'Name the organization in the Portico-Organization header.')
    return id
  }

  /** The version in If-Match, for operations that need one. */
  get expectedVersion(): number {
    const header = this.request.headers['if-match']
    const version = Number(/^(?:W\/)?"?(\d{1,9})"?$/.exec(header ?? '')?.[1])
    if (!header)
      throw new Refusal('version_required', 'Send If-Match with the version that this change was made from.')
    if (!Number.isInteger(version)) throw new Refusal('malformed_request', 'If-Match is not a version.')
    return version
  }

  /** The version in If-Match where the caller names one. */
  get namedVersion(): number | null {
    return this.request.headers['if-match'] === undefined ? null : this.expectedVersion
  }

  /** The page that a list's query asks for; the cursor is bound to the organization, the client and the filters. */
  page(query: {
    limit?: number | undefined
    after?: string | undefined
    before?: string | undefined
  }): PageRequest {
    const { 'portico-organization': organization, 'portico-client': client } = this.request.headers
    return this.edge.pages.read(
      `${this.operation.id}:${this.request.url.split('?')[0]}:${String(organization)}:${String(client)}`,
      query,
    )
  }

  /** Reads in one round trip, behind the prelude; the caller is judged before anything is returned. */
  async read(...queries: Statement[]): Promise<{ principal: Principal; rows: Record<string, unknown>[][] }> {
    return this.edge.parts.database.read(this.#opening(), queries)
  }

  /** Reads for an organization whose authority is a signed link. */
  async readFor(
    organizationId: string,
    principal: Principal,
    ...queries: Statement[]
  ): Promise<Record<string, unknown>[][]> {
    this.#enterByLink(organizationId, principal)
    return (await this.edge.parts.database.read(openOrganization(organizationId, principal), queries)).rows
  }

  /** A command: one transaction, at most one effect per Idempotency-Key. What the work returns is encoded before the commit. */
  async command(work: (tx: Tx) => Promise<z.output<A>>): Promise<Encoded> {
    return this.#transact(this.#opening(), work)
  }

  /** A command that makes what is not there yet: 201 where it did. */
  async upsert(work: (tx: Tx) => Promise<{ created: boolean; answer: z.output<A> }>): Promise<Encoded> {
    let isNew = false
    const encoded = await this.command(async (tx) => {
      const { created, answer } = await work(tx)
      isNew = created
      return answer
    })
    return isNew ? new Encoded(201, encoded.body) : encoded
  }

  /** A command for an organization whose authority is a signed link. */
  async commandFor(
    organizationId: string,
    principal: Principal,
    work: (tx: Tx) => Promise<z.output<A>>,
  ): Promise<Encoded> {
    this.#enterByLink(organizationId, principal)
    return this.#transact(openOrganization(organizationId, principal), work)
  }

  #enterByLink(organizationId: string, principal: Principal): void {
    if (principal.kind !== 'link') return
    this.edge.requests.enter(this.request, {
      organizationId,
      kind: 'link',
      id: principal.linkId,
      credentialId: null,
    })
  }

  encode(answer: z.output<A>): Encoded {
    return new Encoded(this.operation.status ?? 200, this.edge.encoder(this.operation)(answer))
  }

  /** Starts a session: sets its cookies. `token` is the plain token, of which only the hash is stored. */
  startSession(token: string, options: { realm?: Realm; maxAgeSeconds: number | null }): void {
    const realm = options.realm ?? this.realm
    this.edge.cookies.setSession(
      this.reply,
      realm,
      token,
      this.edge.parts.keyring.sign('csrf', token),
      options.maxAgeSeconds,
    )
  }
  endSession(): void {
    this.edge.cookies.clearSession(this.reply, this.realm)
  }

  /** Decodes path, query, headers and body. Called by the edge before the handler. */
  async receive(): Promise<void> {
    const { operation, request } = this
    this.#refuseForgery()
    if (request.url.includes('%00'))
      throw new Refusal('malformed_request', 'The address holds a character that no text can hold.')
    this.params = operation.params
      ? decode(operation.params, request.params, 'path')
      : (undefined as z.output<P>)
    this.query = operation.query
      ? decode(operation.query, request.query, 'query')
      : (undefined as z.output<Q>)
    if (!operation.query && Object.keys(request.query as object).length > 0)
      throw new Refusal(
        'unknown_parameter',
        `Unknown parameter: ${Object.keys(request.query as object).join(', ')}.`,
      )
    if (operation.versioned) void this.expectedVersion
    const key =
      operation.method === 'POST'
        ? readIdempotencyKey(request.headers['idempotency-key'], operation.createsMoney === true)
        : null
    let raw: unknown = request.body ?? {}
    if (operation.upload) {
      // Who may not send a file is told so before any of it is read.
      if (operation.access.who === 'member' || operation.access.who === 'contact') await this.read()
      const received = await receiveMultipart(request, operation.upload, this.edge.parts.config)
      this.file = received.file
      raw = received.fields
    }
    if (operation.body) this.body = decode(operation.body, raw, 'body')
    if (key)
      this.#idempotency = {
        key,
        fingerprint: fingerprint(
          request.method,
          request.url,
          raw,
          `${this.file?.sha256} ${String(request.headers['portico-client'])}`,
        ),
        keepSeconds: keepSeconds(operation.createsMoney === true),
      }
  }

  /** Finds out who is calling, for the request log; a caller whom nobody knows stays unknown. */
  async identify(): Promise<void> {
    const { who } = this.operation.access
    if ((who === 'member' || who === 'contact') && !this.edge.requests.knows(this.request))
      await this.read().catch(() => {})
  }

  async dispose(): Promise<void> {
    await this.file?.dispose()
  }

  async #transact(opening: Opening, work: (tx: Tx) => Promise<z.output<A>>): Promise<Encoded> {
    const { who } = this.operation.access
    // What anybody may do without being known (signing in, asking for a link) starts something new each time.
    const isAnonymous = who === 'public' || (who === 'link' && !opening.organizationId)
    const idempotency =
      isAnonymous || !this.#idempotency
        ? null
        : {
            ...this.#idempotency,
            scope: opening.organizationId ? ('organization' as const) : ('person' as const),
          }
    const status = this.operation.status ?? 200
    const { database } = this.edge.parts
    const run = async (tx: Tx): Promise<Encoded> => this.encode(await work(tx))
    if (!idempotency) return database.transaction(opening, this.origin, run)
    try {
      return await database.transaction(opening, this.origin, run, {
        claim: claimKey(idempotency, this.now),
        onClaim: async (rows, tx) => {
          if (rows.length > 0) return null
          const stored = await storedAnswer(tx, idempotency)
          this.reply.header('idempotency-replayed', 'true')
          return { replay: new Encoded(stored.status, stored.body) }
        },
        onDone: (answer, tx) => storeAnswer(tx, idempotency, { status, body: answer.body }),
      })
    } catch (error) {
      if (isLockTimeout(error))
        throw new Refusal(
          'idempotency_in_flight',
          'The same request is being worked on. Ask again in a moment.',
          { retryAfterSeconds: 1 },
        )
      throw error
    }
  }

  #opening(): Opening {
    const { access } = this.operation
    const token = this.sessionToken
    const tokenHash = token ? sha256(token) : null
    const isInOrganization = access.who === 'member' || access.who === 'contact'
    const organizationId = isInOrganization ? this.#header('portico-organization', 'organization') : null
    return openingFor(
      access,
      {
        tokenHash,
        organizationId,
        clientId: access.who === 'contact' ? this.#header('portico-client', 'client') : null,
      },
      this.now,
      (sessionId, seenAt) => {
        if (tokenHash) this.edge.sessions.add(tokenHash.toString('base64url'))
        this.edge.touches.note(sessionId, seenAt)
      },
      (kind, id, credentialId) => {
        if (organizationId) this.edge.requests.enter(this.request, { organizationId, kind, id, credentialId })
      },
    )
  }

  #header(name: string, kind: 'organization' | 'client'): string | null {
    const value = this.request.headers[name]
    if (typeof value !== 'string' || value === '') return null
    const id = fromPublicId(kind, value)
    if (!id) throw notFound(kind)
    return id
  }

  /**
   * Cross-site request forgery: a change that a cookie authorizes must bring the session's CSRF token in a header, which a page
   * elsewhere can neither read nor send; and what a browser says of the request's origin must be ours.
   */
  #refuseForgery(): void {
    const { request } = this
    if (request.method === 'GET' || this.bearerToken) return
    const site = request.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('csrf_refused')
    const origin = request.headers.origin
    if (origin !== undefined && origin !== 'null' && hostOf(origin) !== request.host)
      throw new Refusal('csrf_refused')
    const token = this.edge.cookies.read(request, this.realm)
    const { who } = this.operation.access
    if (!token || who === 'public' || who === 'link') return
    const given = request.headers['portico-csrf']
    if (typeof given !== 'string' || !this.edge.parts.keyring.verify('csrf', token, given))
      throw new Refusal(
        'csrf_refused',
        'The Portico-Csrf header is missing or not of this session. Reload the page.',
      )
  }
}

/** The host of an Origin header; null for what is none, such as the empty or a made-up one. */
const hostOf = (origin: string): string | null => URL.parse(origin)?.host ?? null
