import createFetchClient, { type Client, type Middleware } from 'openapi-fetch'
import type { components, paths } from './schema.gen.ts'

export type { components, paths }
/** The schemas of the API document by name: `Schema<'Invoice'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]
export type Problem = Schema<'Problem'>

/** A refusal by the server, with its problem document (RFC 9457); status 0 where no answer came. */
export class PorticoError extends Error {
  readonly status: number
  readonly problem: Problem | null
  constructor(status: number, problem: Problem | null, options?: ErrorOptions) {
    super(
      problem?.detail ?? (status === 0 ? 'The server did not answer' : `The server answered ${status}`),
      options,
    )
    this.name = 'PorticoError'
    this.status = status
    this.problem = problem
  }
}

export type PorticoOptions = {
  /** `https://portal.example.com`; empty in a page of the same origin. */
  baseUrl?: string
  /** A session token, for programs; pages use the cookie. */
  token?: string
  /** `org_…`, sent as Portico-Organization. A function, where it changes with the page. */
  organization?: string | (() => string | null)
  /** `cli_…`, sent as Portico-Client: which client a portal contact acts for. */
  client?: string | (() => string | null)
  /** The CSRF token of the session, for pages. */
  csrfToken?: () => string | null
  fetch?: typeof globalThis.fetch
}

export type PorticoClient = Client<paths>

/**
 * A typed client of the whole API: `await client.GET('/v1/invoices/{invoice_id}', { params: { path: { invoice_id } } })`. Every POST
 * gets an Idempotency-Key of its own unless one is given; `ifMatch(version)` makes the header of a versioned change.
 */
export function createPorticoClient(options: PorticoOptions = {}): PorticoClient {
  const client = createFetchClient<paths>({
    baseUrl: options.baseUrl ?? '',
    credentials: 'same-origin',
    ...(options.fetch && { fetch: options.fetch }),
  })
  client.use(headersOf(options))
  return client
}

const valueOf = (given: string | (() => string | null) | undefined): string | null =>
  typeof given === 'function' ? given() : (given ?? null)

function headersOf(options: PorticoOptions): Middleware {
  return {
    onRequest({ request }) {
      const set = (name: string, value: string | null): void => {
        if (value && !request.headers.has(name)) request.headers.set(name, value)
      }
      set('portico-organization', valueOf(options.organization))
      set('portico-client', valueOf(options.client))
      set('authorization', options.token ? `Bearer ${options.token}` : null)
      if (request.method !== 'GET') set('portico-csrf', options.csrfToken?.() ?? null)
      if (request.method === 'POST') set('idempotency-key', crypto.randomUUID())
      return request
    },
  }
}

/** The header of a change made from a version: `params: { header: ifMatch(invoice.version) }`. */
export const ifMatch = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` })

/** The data of an answer, or a PorticoError: `const invoice = await unwrap(client.GET(…))`. */
export async function unwrap<Data>(
  answer: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  let result
  try {
    result = await answer
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new PorticoError(0, null, { cause: error })
  }
  if (result.error !== undefined || result.data === undefined) {
    const isProblem = typeof result.error === 'object' && result.error !== null && 'code' in result.error
    throw new PorticoError(result.response.status, isProblem ? (result.error as Problem) : null)
  }
  return result.data
}
