import type { QueryClient } from '@tanstack/react-query'

/** What every route's loader is given: `loader: ({ context }) => context.queries.ensureQueryData(…)`. */
export interface RouterContext {
  queries: QueryClient
}
