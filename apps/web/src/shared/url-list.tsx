import {
  keepPreviousData,
  useQuery,
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query'
import { NoMatch } from '@portico/ui'
import type { ReactNode } from 'react'
import { listState, type ListState, type Page } from './list-state.ts'
import { useUrlSearch, type SearchValues, type UrlSearch } from './url-search.ts'

interface UrlList<Whole extends Page<unknown>> {
  query: UseQueryResult<Whole>
  /** For the filter bar. */
  filters: Pick<UrlSearch, 'values' | 'change'>
  hrefWith: UrlSearch['hrefWith']
  /** For the list: its rows, its pages, and what stands there while it has none. */
  stateWith: (empty: ReactNode) => ListState<Whole['data'][number]> & { empty: ReactNode }
}

/**
 * A list whose filters and page stand in the address: shareable, and true to the back button.
 * @param filterKeys what the list can be filtered by; where nothing matches them, they can be cleared
 */
export function useUrlList<Whole extends Page<unknown>, Key extends QueryKey>(
  queryOf: (values: SearchValues) => UseQueryOptions<Whole, Error, Whole, Key>,
  filterKeys: readonly string[] = [],
): UrlList<Whole> {
  const { values, change, hrefWith } = useUrlSearch()
  const query = useQuery<Whole, Error, Whole, Key>({ ...queryOf(values), placeholderData: keepPreviousData })
  const isFiltered = filterKeys.some((key) => values[key])
  const clearHref = hrefWith(Object.fromEntries(filterKeys.map((key) => [key, undefined])))
  return {
    query,
    filters: { values, change },
    hrefWith,
    stateWith: (empty) => ({
      ...listState<Whole['data'][number]>(query, hrefWith),
      empty: isFiltered ? <NoMatch clearHref={clearHref} /> : empty,
    }),
  }
}
