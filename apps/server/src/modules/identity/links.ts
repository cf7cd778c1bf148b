import type { AppParts } from '../../app-parts.ts'

/** The address of one of our pages, as mails print it. */
export function pageUrl(
  parts: Pick<AppParts, 'config'>,
  path: string,
  query: Record<string, string> = {},
): string {
  const search = new URLSearchParams(query).toString()
  return `${parts.config.publicUrl}${path}${search ? `?${search}` : ''}`
}
