import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import {
  ErrorState,
  Link,
  SidePanel,
  SkeletonFacts,
  Timeline,
  toastProblem,
  useTexts,
  type TimelineEntry,
} from '@portico/ui'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { downloadFile } from '../../shared/pdf.ts'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import styles from './entries.module.css'
import { historyEntry } from './entry-words.tsx'
import { RecordLink } from './record-link.tsx'
import { activityTexts } from './texts.ts'

type Entry = Schema<'ActivityEntry'>

const views = [
  ['', 'all', null],
  ['client', 'clients', 'clients.client.read'],
  ['invoice', 'invoices', 'invoices.invoice.read'],
  ['payment', 'payments', 'payments.payment.read'],
] as const

/** What the team did, newest first, over the page from the right. */
export default function ActivityDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(activityTexts)
  return (
    <SidePanel opened={opened} onClose={onClose} title={t('activity')}>
      {opened ? <Feed /> : null}
    </SidePanel>
  )
}

function Feed() {
  const t = useTexts(activityTexts)
  const base = useWorkspaceBase()
  const { can } = useWorkspace()
  const [kind, setKind] = useState('')
  const filters = kind ? { kind } : {}
  const activity = useInfiniteQuery({
    queryKey: ['activity', kind],
    initialPageParam: '',
    staleTime: 0,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/v1/activity', {
          params: { query: { limit: 30, ...filters, ...(pageParam && { after: pageParam }) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor,
  })
  const download = useMutation({
    mutationFn: () =>
      downloadFile(
        api.GET('/v1/activity-export', {
          params: { query: filters },
          parseAs: 'blob',
        }) as unknown as Parameters<typeof downloadFile>[0],
        'activity.csv',
      ),
    onError: toastProblem,
  })
  const entries = activity.data?.pages.flatMap(({ data }) => data) ?? []
  return (
    <div className={styles.feed}>
      <div className={styles.tools}>
        <SegmentedControl
          aria-label={t('filter')}
          size="xs"
          data={views
            .filter(([, , needs]) => needs === null || can(needs))
            .map(([value, label]) => ({ value, label: t(label) }))}
          value={kind}
          onChange={setKind}
        />
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconDownload />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t('export')}
        </Button>
      </div>
      {activity.error && !activity.data ? (
        <ErrorState error={activity.error} onRetry={() => void activity.refetch()} />
      ) : !activity.data ? (
        <SkeletonFacts count={8} />
      ) : entries.length === 0 ? (
        <p className={styles.quiet}>{t('empty')}</p>
      ) : (
        <Timeline label={t('activity')} entries={entries.map((entry) => inFeed(entry, base))} />
      )}
      <div className={styles.tools}>
        {activity.hasNextPage ? (
          <Button
            variant="default"
            loading={activity.isFetchingNextPage}
            onClick={() => void activity.fetchNextPage()}
          >
            {t('more')}
          </Button>
        ) : null}
        {can('audit.entry.read') ? (
          <Link href={`${base}/audit`} className={styles.toLog}>
            {t('openLog')}
          </Link>
        ) : null}
      </div>
    </div>
  )
}

/** As in a record's own history, and to which record it happened. */
function inFeed(entry: Entry, base: string): TimelineEntry {
  const told = historyEntry(entry)
  const { record, client } = entry
  const isClient = record.kind === 'client'
  return {
    ...told,
    detail: (
      <span className={styles.where}>
        {record.label ? <RecordLink base={base} record={record} client={client} fallback="" /> : null}
        {client && !isClient ? <Link href={`${base}/clients/${client.id}`}>{client.name}</Link> : null}
        {told.detail}
      </span>
    ),
  }
}
