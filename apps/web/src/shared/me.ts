import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from './api.ts'

/** Who is signed in, and where they may go. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/me', { signal })),
  staleTime: 60_000,
})
