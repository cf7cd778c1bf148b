import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

export type SearchValues = Record<string, string | undefined>

/** The address keeps plain words (`?status=overdue&sort=-due_date`), never JSON. For `createRouter`. */
export function parseSearch(text: string): SearchValues {
  return Object.fromEntries(new URLSearchParams(text))
}

export function stringifySearch(values: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'string' && value !== '') search.set(key, value)
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

export interface UrlSearch {
  values: SearchValues
  /** Writes into the address; any change but of the page itself drops the cursors, because they belong to the old list. */
  change: (values: SearchValues) => void
  /** The address with other values, for links: sorting, paging. */
  hrefWith: (values: SearchValues) => string
}

function merge(before: SearchValues, change: SearchValues): SearchValues {
  const isPaging = 'after' in change || 'before' in change
  return { ...before, ...(isPaging ? {} : { after: undefined, before: undefined }), ...change }
}

/** Filters, sorting and page of a list, as the address holds them: shareable, and true to the back button. */
export function useUrlSearch(): UrlSearch {
  const { pathname, search } = useRouterState({ select: (state) => state.location })
  const navigate = useNavigate()
  const values = search as SearchValues
  const change = useCallback(
    (next: SearchValues) =>
      void navigate({
        to: '.',
        search: ((before: SearchValues) => merge(before, next)) as never,
        replace: true,
      }),
    [navigate],
  )
  return useMemo(
    () => ({ values, change, hrefWith: (next) => pathname + stringifySearch(merge(values, next)) }),
    [values, change, pathname],
  )
}
