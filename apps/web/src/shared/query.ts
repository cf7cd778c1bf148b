import { QueryClient } from '@tanstack/react-query'
import { readProblem, type ReadProblem } from '@portico/ui'

const TRIES = 2

/** A refusal (4xx) stays a refusal; only a lost connection or a busy server is worth another try. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  const { status } = readProblem(error)
  return failures < TRIES && (status === 0 || status === 502 || status === 503 || status === 504)
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: isWorthRetrying,
        retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
        // Without a connection a page says so instead of waiting in silence, and asks again when there is one.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** An error in people's words, or null while there is none. */
export function useProblem(error: unknown): ReadProblem | null {
  return error ? readProblem(error) : null
}
