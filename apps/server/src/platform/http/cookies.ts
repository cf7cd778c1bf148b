import type { FastifyReply, FastifyRequest } from 'fastify'

export type Realm = 'staff' | 'portal'

/**
 * Session cookies, apart for staff and portal. On HTTPS they carry the `__Host-` prefix; on plain HTTP browsers refuse that, and an
 * office that tries `http://192.168.1.10:3000` first must still be able to sign in.
 */
export class Cookies {
  readonly #isSecure: boolean

  constructor(isSecure: boolean) {
    this.#isSecure = isSecure
  }

  name(kind: Realm | 'device'): string {
    const plain =
      kind === 'staff' ? 'portico_session' : kind === 'portal' ? 'portico_portal' : 'portico_device'
    return this.#isSecure ? `__Host-${plain}` : plain
  }

  csrfName(realm: Realm): string {
    return realm === 'staff' ? 'portico_csrf' : 'portico_portal_csrf'
  }

  read(request: FastifyRequest, kind: Realm | 'device'): string | null {
    return request.cookies[this.name(kind)] ?? null
  }

  /** @param maxAgeSeconds null: until the browser closes */
  setSession(
    reply: FastifyReply,
    realm: Realm,
    token: string,
    csrfToken: string,
    maxAgeSeconds: number | null,
  ): void {
    const common = {
      path: '/',
      secure: this.#isSecure,
      sameSite: 'lax' as const,
      ...(maxAgeSeconds !== null && { maxAge: maxAgeSeconds }),
    }
    reply.setCookie(this.name(realm), token, { ...common, httpOnly: true })
    // Read by our own page, which sends it back in a header: a page elsewhere can do neither.
    reply.setCookie(this.csrfName(realm), csrfToken, { ...common, sameSite: 'strict' })
  }

  setDevice(reply: FastifyReply, token: string): void {
    reply.setCookie(this.name('device'), token, {
      path: '/',
      secure: this.#isSecure,
      sameSite: 'lax',
      httpOnly: true,
      maxAge: 400 * 86_400,
    })
  }

  clearSession(reply: FastifyReply, realm: Realm): void {
    reply.clearCookie(this.name(realm), { path: '/', secure: this.#isSecure })
    reply.clearCookie(this.csrfName(realm), { path: '/', secure: this.#isSecure })
  }
}
