import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toastProblem } from '@portico/ui'
import { feedQuery, unreadQuery, useFeed } from './feed.ts'

/** Marks one as read, at once on the screen. */
export function useRead() {
  const feed = useFeed()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => feed.read(id),
    onMutate: (id) => {
      const now = new Date().toISOString()
      queries.setQueriesData<{ pages: { data: { id: string; read_at: string | null }[] }[] }>(
        { queryKey: feedQuery(feed, 0).queryKey.slice(0, -1) },
        (list) =>
          list && {
            ...list,
            pages: list.pages.map((page) => ({
              ...page,
              data: page.data.map((row) => (row.id === id ? { ...row, read_at: row.read_at ?? now } : row)),
            })),
          },
      )
    },
    onSettled: () => queries.invalidateQueries({ queryKey: unreadQuery(feed).queryKey }),
  })
}

/** Marks everything as read that was there when the list was read; what came since stays unread. */
export function useReadAll() {
  const feed = useFeed()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => {
      const lists = queries.getQueriesData<{ pages: { data: { id: string }[] }[] }>({
        queryKey: [...feed.key, 'list'],
      })
      const newest = lists.flatMap(([, list]) => list?.pages[0]?.data[0]?.id ?? []).toSorted()
      return feed.readAll(newest.at(-1))
    },
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: feed.key }),
  })
}
