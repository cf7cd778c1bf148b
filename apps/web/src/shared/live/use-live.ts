import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { Change } from '@portico/contract/live.ts'
import { useEffect } from 'react'
import type { Follow } from './follow-changes.ts'

/** Changes that come together are read together, and not by every browser at the same moment. */
const gatherFor = 150
const spreadOver = 350
/** After everything may have changed, everybody reads everything: over a longer while. */
const spreadAllOver = 4_000

/**
 * Keeps what the page shows true while others work: reads again, through the API and its permissions, whatever may show a change.
 * The connection loads after the page.
 */
export function useLive(
  place: Pick<Follow, 'realm' | 'organization' | 'client'>,
  shows: (key: QueryKey, changes: readonly Change[]) => boolean,
  sessionKey: QueryKey,
): void {
  const queries = useQueryClient()
  const { realm, organization, client } = place
  const session = sessionKey[0]
  useEffect(() => {
    let stop = (): void => {}
    let isOver = false
    const reader = new Rereader(queries, shows)
    void import('./follow-changes.ts').then(({ followChanges }) => {
      if (isOver) return
      stop = followChanges({
        realm,
        organization,
        client,
        onNews: (news) => {
          if ('changes' in news) reader.add(news.changes)
          else if ('missed' in news) reader.addAll()
          // Who is signed in is asked again; the answer brings up what the shell does about it.
          else void queries.invalidateQueries({ queryKey: [session] })
        },
      })
    })
    return () => {
      isOver = true
      stop()
      reader.stop()
    }
  }, [queries, realm, organization, client, session, shows])
}

class Rereader {
  readonly #queries: QueryClient
  readonly #shows: (key: QueryKey, changes: readonly Change[]) => boolean
  #changes: Change[] = []
  #timer: ReturnType<typeof setTimeout> | null = null
  #all: ReturnType<typeof setTimeout> | null = null

  constructor(queries: QueryClient, shows: (key: QueryKey, changes: readonly Change[]) => boolean) {
    this.#queries = queries
    this.#shows = shows
  }

  add(changes: readonly Change[]): void {
    this.#changes.push(...changes)
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null
        const gathered = this.#changes.splice(0)
        void this.#queries.invalidateQueries({
          predicate: ({ queryKey }) => this.#shows(queryKey, gathered),
        })
      },
      gatherFor + Math.random() * spreadOver,
    )
  }

  addAll(): void {
    this.#all ??= setTimeout(() => {
      this.#all = null
      void this.#queries.invalidateQueries()
    }, Math.random() * spreadAllOver)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#all) clearTimeout(this.#all)
  }
}
