import type { UseQueryResult } from '@tanstack/react-query'
import type { SearchValues, UrlSearch } from './url-search.ts'

export interface Page<Row> {
  data: Row[]
  next_cursor: string | null
  previous_cursor: string | null
}

export interface ListState<Row> {
  rows: Row[] | undefined
  error: unknown
  onRetry: () => void
  isStale: boolean
  paging: { previousHref: string | null; nextHref: string | null } | undefined
}

/** The part of a list's question that says which page the address asks for. */
export const pageOf = ({ after, before }: SearchValues) => ({
  limit: 50,
  ...(after && { after }),
  ...(before && { before }),
})

/** What `DataList` shows of a list's query: its rows, what went wrong, and the pages beside this one as addresses. */
export function listState<Row>(
  query: UseQueryResult<Page<Row>, unknown>,
  hrefWith: UrlSearch['hrefWith'],
): ListState<Row> {
  const page = query.data
  return {
    rows: page?.data,
    error: query.error,
    onRetry: () => void query.refetch(),
    isStale: query.isPlaceholderData,
    paging: page && {
      previousHref: page.previous_cursor
        ? hrefWith({ before: page.previous_cursor, after: undefined })
        : null,
      nextHref: page.next_cursor ? hrefWith({ after: page.next_cursor, before: undefined }) : null,
    },
  }
}
