import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../shared/api.ts'

/** What this installation offers a visitor: set-up, sign-up, mail. */
export const setUpQuery = queryOptions({
  queryKey: ['set-up'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/setup', { signal })),
  staleTime: 60_000,
})
