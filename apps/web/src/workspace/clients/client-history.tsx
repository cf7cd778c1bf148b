import { useInfiniteQuery } from '@tanstack/react-query'
import { useTexts } from '@portico/ui'
import { api, unwrap } from '../../shared/api.ts'
import { HistoryPages } from '../activity/history-pages.tsx'
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
  return <HistoryPages label={t('tabHistory')} history={history} />
}
