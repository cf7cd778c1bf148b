import { createPorticoClient, type PorticoClient } from '@portico/sdk'

export { ifMatch, PorticoError, unwrap, type Schema } from '@portico/sdk'

/** The organization and client that the page is about; set by the shell from the address before any page asks for data. */
const place: { organization: string | null; client: string | null } = { organization: null, client: null }

export function setPlace(next: { organization: string | null; client?: string | null }): void {
  place.organization = next.organization
  place.client = next.client ?? null
}
export const currentPlace = (): Readonly<typeof place> => place

function cookie(...names: string[]): string | null {
  for (const part of document.cookie.split('; ')) {
    const [name = '', value = ''] = part.split('=')
    if (names.includes(name)) return decodeURIComponent(value)
  }
  return null
}

const clientFor = (csrfCookie: string): PorticoClient =>
  createPorticoClient({
    organization: () => place.organization,
    client: () => place.client,
    csrfToken: () => cookie(csrfCookie),
  })

/** The API as a member or a signed-in person. */
export const api = clientFor('portico_csrf')
/** The API as a contact in the portal; a session of its own. */
export const portalApi = clientFor('portico_portal_csrf')

/** The CSRF token and place of an upload, which goes by XMLHttpRequest because only that tells its progress. */
export function uploadHeaders(realm: 'staff' | 'portal'): Record<string, string> {
  const csrf = cookie(realm === 'staff' ? 'portico_csrf' : 'portico_portal_csrf')
  return {
    ...(place.organization && { 'portico-organization': place.organization }),
    ...(place.client && { 'portico-client': place.client }),
    ...(csrf && { 'portico-csrf': csrf }),
    'idempotency-key': crypto.randomUUID(),
  }
}
