import type { Schema } from '../shared/api.ts'

/** What the person typed as address, kept while they move between these pages. Never in the address bar. */
let typedEmail = ''
export const rememberEmail = (email: string): void => void (typedEmail = email)
export const rememberedEmail = (): string => typedEmail

/** A value of the address bar: the token of a link, the page to go on to. */
export function fromAddress(name: string): string | null {
  return new URLSearchParams(location.search).get(name)
}

/** The page that was asked for before signing in; only one of ours, so that a link cannot lead elsewhere. */
export function nextPage(): string | null {
  const next = fromAddress('next')
  if (!next || !next.startsWith('/')) return null
  const url = new URL(next, location.origin)
  const isOurs =
    url.origin === location.origin &&
    /^\/(app|account|admin|invitations)(\/|\?|$)/.test(url.pathname + url.search)
  return isOurs ? url.pathname + url.search + url.hash : null
}

/** Where a person who just came in belongs. */
export function homeOf(me: Pick<Schema<'Me'>, 'organizations'>): string {
  const [only, ...others] = me.organizations
  return only && others.length === 0 && only.status === 'active' ? `/app/${only.slug}` : '/app'
}

/** A real navigation: the page then carries the organization's brand, and nothing of the visit before. */
export function goOn(me: Pick<Schema<'Me'>, 'organizations'>): void {
  location.assign(nextPage() ?? homeOf(me))
}

/** Whether the browser holds the readable half of a session; the server decides whether it still counts. */
export function mayBeSignedIn(): boolean {
  return /(^|; )portico_csrf=/.test(document.cookie)
}
