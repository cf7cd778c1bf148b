/** Mail went out to this address; the phone may throw the page away while its owner reads the mail. */
export interface SentMail {
  email: string
  /** Milliseconds since 1970. */
  at: number
  /** Wrong codes since then. */
  failures: number
}

const KEY = 'portico.sign-in.'
const HALF_HOUR = 30 * 60_000

export function readSent(slug: string): SentMail | null {
  try {
    const sent = JSON.parse(sessionStorage.getItem(KEY + slug) ?? 'null') as SentMail | null
    return sent && Date.now() - sent.at < HALF_HOUR ? sent : null
  } catch {
    return null
  }
}

export function keepSent(slug: string, sent: SentMail | null): void {
  try {
    if (sent) sessionStorage.setItem(KEY + slug, JSON.stringify(sent))
    else sessionStorage.removeItem(KEY + slug)
  } catch {
    // A browser that keeps nothing asks for the address again.
  }
}

/** The page that was asked for before signing in; only one of this portal, so that a link cannot lead elsewhere. */
export function nextPage(slug: string, search: string): string {
  const home = `/client-portal/${slug}`
  const next = new URLSearchParams(search).get('next')
  if (!next?.startsWith('/')) return home
  const url = new URL(next, location.origin)
  const isOurs =
    url.origin === location.origin &&
    (url.pathname === home || url.pathname.startsWith(`${home}/`)) &&
    !url.pathname.startsWith(`${home}/sign-in`)
  return isOurs ? url.pathname + url.search + url.hash : home
}
