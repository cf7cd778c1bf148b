import { QueryClient, replaceEqualDeep } from '@tanstack/react-query'
import { readProblem, type ReadProblem } from '@portico/ui'

const TRIES = 2

/** A refusal (4xx) stays a refusal; only a lost connection or a busy server is worth another try. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  const { status } = readProblem(error)
  return failures < TRIES && (status === 0 || status === 502 || status === 503 || status === 504)
}

type Versioned = { id?: unknown; version?: unknown }

/**
 * What is held of a record is never replaced by an older version of it: a page asks for a record, a change of it is answered and shown,
 * and only then the answer to the question arrives.
 */
export function keepNewer(held: unknown, read: unknown): unknown {
  const [before, now] = [held as Versioned | null | undefined, read as Versioned | null]
  const isOlder =
    typeof before?.version === 'number' &&
    typeof now?.version === 'number' &&
    before.id === now.id &&
    now.version < before.version
  return isOlder ? held : replaceEqualDeep(held, read)
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        structuralSharing: keepNewer,
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
