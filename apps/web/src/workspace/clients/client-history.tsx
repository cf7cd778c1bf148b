import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ErrorState, SkeletonFacts, Timeline, useTexts } from '@portico/ui'
import { api, unwrap } from '../../shared/api.ts'
import { historyEntry } from '../activity/entry-words.tsx'
import { clientTexts } from './texts.ts'

/** Everything that happened to a client, its people and its documents, newest first. */
export function ClientHistory({ clientId }: { clientId: string }) {
  const t = useTexts(clientTexts)
  const history = useInfiniteQuery({
    queryKey: ['clients', 'one', clientId, 'history'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/v1/clients/{client_id}/history', {
          params: {
            path: { client_id: clientId },
            query: { limit: 50, ...(pageParam && { after: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor,
  })
  if (history.error && !history.data) {
    return <ErrorState error={history.error} onRetry={() => void history.refetch()} />
  }
  if (!history.data) return <SkeletonFacts count={6} />
  return (
    <>
      <Timeline
        label={t('tabHistory')}
        entries={history.data.pages.flatMap(({ data }) => data).map(historyEntry)}
      />
      {history.hasNextPage ? (
        <Button
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('historyMore')}
        </Button>
      ) : null}
    </>
  )
}
