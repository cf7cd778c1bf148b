import type { Operation } from '@portico/contract'
import type { z } from 'zod'
import type { Caller, TestAnswer, TestApp } from './app.ts'

/** A visitor with a cookie jar, as the server sees one: cookies come back, changes carry the CSRF token, addresses can differ. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #app: TestApp
  readonly #ip: string

  constructor(app: TestApp, ip = '203.0.113.7') {
    this.#app = app
    this.#ip = ip
  }

  async call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    operation: Operation<P, Q, B, A>,
    given: {
      params?: z.input<P>
      query?: z.input<Q>
      body?: z.input<B>
      version?: number
      headers?: Record<string, string>
      organizationId?: string
    } = {},
  ): Promise<TestAnswer<z.input<A>>> {
    const { organizationId, headers, ...rest } = given
    const caller: Caller = { ip: this.#ip, ...(organizationId && { organizationId }) }
    const isPortal = operation.access.who === 'contact' || operation.path.startsWith('/v1/portal/')
    const csrf = this.cookies.get(isPortal ? 'portico_portal_csrf' : 'portico_csrf')
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await this.#app.call(operation, caller, {
      ...rest,
      headers: {
        ...(cookie && { cookie }),
        ...(csrf && operation.method !== 'GET' && { 'portico-csrf': csrf }),
        ...headers,
      },
    })
    for (const line of [answer.headers['set-cookie'] ?? []].flat() as string[]) this.#keep(line)
    return answer
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = pair.split('=')
    const isGone =
      value === '' ||
      attributes.some(
        (attribute) => attribute === 'Max-Age=0' || attribute.startsWith('Expires=Thu, 01 Jan 1970'),
      )
    if (isGone) this.cookies.delete(name)
    else this.cookies.set(name, decodeURIComponent(value))
  }
}
