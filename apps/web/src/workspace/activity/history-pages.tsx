import { Button } from '@mantine/core'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { ErrorState, SkeletonFacts, Timeline, useTexts } from '@portico/ui'
import type { Schema } from '../../shared/api.ts'
import styles from './entries.module.css'
import { historyEntry } from './entry-words.tsx'
import { activityTexts } from './texts.ts'

interface HistoryPagesProps {
  label: string
  history: UseInfiniteQueryResult<InfiniteData<{ data: Schema<'HistoryEntry'>[] }>>
}

/** What happened, the newest first, and earlier pages on demand. */
export function HistoryPages({ label, history }: HistoryPagesProps) {
  const t = useTexts(activityTexts)
  if (history.error && !history.data)
    return <ErrorState error={history.error} onRetry={() => void history.refetch()} />
  if (!history.data) return <SkeletonFacts count={4} />
  return (
    <div className={styles.feed}>
      <Timeline label={label} entries={history.data.pages.flatMap(({ data }) => data).map(historyEntry)} />
      {history.hasNextPage ? (
        <Button
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('more')}
        </Button>
      ) : null}
    </div>
  )
}
