import type { SearchKind } from './search-data.ts'

/** Something that was opened from the search, to be found again without typing. */
export interface Recent {
  kind: SearchKind
  title: string
  detail: string | null
  href: string
}

const PREFIX = 'portico-recent:'
const MOST = 6

/** Kept in this browser, per organization, newest first. */
export function readRecent(organizationId: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + organizationId) ?? '[]')
    return Array.isArray(kept) ? (kept as Recent[]).slice(0, MOST) : []
  } catch {
    return []
  }
}

export function keepRecent(organizationId: string, opened: Recent): void {
  const others = readRecent(organizationId).filter(
    ({ href, title }) => href !== opened.href || title !== opened.title,
  )
  try {
    localStorage.setItem(PREFIX + organizationId, JSON.stringify([opened, ...others].slice(0, MOST)))
  } catch {
    // A browser that keeps nothing has no recent results.
  }
}

/** Names of clients do not stay behind on a device where somebody signed out. */
export function forgetRecent(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}
