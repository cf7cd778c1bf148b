import { toPublicId, type Operation } from '@portico/contract'
import type { z } from 'zod'
import type { Edge } from '../platform/http/edge.ts'

export type Given<P, Q, B> = {
  params?: P
  query?: Q
  body?: B
  version?: number
  file?: { name: string; type: string; content: Buffer }
}

/** Somebody who uses the API as an integrator would, in process: the demo goes through every check that people meet. */
export class ApiCaller {
  readonly #edge: Edge
  readonly #headers: Record<string, string>

  constructor(edge: Edge, who: { token?: string; organizationId?: string; clientId?: string }) {
    this.#edge = edge
    this.#headers = {
      ...(who.token && { authorization: `Bearer ${who.token}` }),
      ...(who.organizationId && { 'portico-organization': toPublicId('organization', who.organizationId) }),
      ...(who.clientId && { 'portico-client': who.clientId }),
    }
  }

  /** Somebody else in the same organization: a contact, acting for a client. */
  as(token: string, clientId: string): ApiCaller {
    const other = new ApiCaller(this.#edge, { token, clientId })
    Object.assign(other.#headers, { 'portico-organization': this.#headers['portico-organization'] })
    return other
  }

  /** @throws Error with the problem's sentence where the API refuses */
  async call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    operation: Operation<P, Q, B, A>,
    given: Given<z.input<P>, z.input<Q>, z.input<B>> = {},
  ): Promise<z.input<A>> {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String((given.params as Record<string, unknown>)[name])),
    )
    const query = new URLSearchParams((given.query ?? {}) as Record<string, string>).toString()
    const form = given.file ? multipart(given.body as Record<string, string> | undefined, given.file) : null
    const response = await this.#edge.server.inject({
      method: operation.method,
      url: query ? `${path}?${query}` : path,
      headers: {
        ...this.#headers,
        ...(operation.method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
        ...(given.version !== undefined && { 'if-match': `"${given.version}"` }),
        ...(form && { 'content-type': form.type }),
      },
      ...(form ? { payload: form.payload } : given.body !== undefined && { payload: given.body as object }),
    })
    if (response.statusCode >= 300)
      throw new Error(`${operation.id}: ${response.statusCode} ${response.body.slice(0, 500)}`)
    return response.json()
  }
}

function multipart(
  fields: Record<string, string> | undefined,
  file: { name: string; type: string; content: Buffer },
): { type: string; payload: Buffer } {
  const boundary = `portico${crypto.randomUUID()}`
  const head = (disposition: string, type = ''): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n${type}\r\n`
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: Buffer.concat([
      ...Object.entries(fields ?? {}).map(([name, value]) =>
        Buffer.from(`${head(`name="${name}"`)}${value}\r\n`),
      ),
      Buffer.from(head(`name="file"; filename="${file.name}"`, `content-type: ${file.type}\r\n`)),
      file.content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}
