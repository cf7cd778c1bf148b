import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { SidePanel, useTexts } from '@portico/ui'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { api, unwrap } from '../../shared/api.ts'
import { HistoryPages } from './history-pages.tsx'
import { activityTexts } from './texts.ts'

interface RecordHistoryProps {
  /** The record's public id; the kind follows from it. */
  record: string
  /** Where an id names several: the exchange rates of an organization. */
  kind?: string
}

/** Everything that happened to one record, newest first. */
function RecordHistory({ record, kind }: RecordHistoryProps) {
  const t = useTexts(activityTexts)
  const history = useInfiniteQuery({
    queryKey: ['history', record, kind],
    initialPageParam: '',
    staleTime: 0,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/v1/history', {
          params: {
            query: { record, limit: 50, ...(kind && { kind }), ...(pageParam && { after: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor,
  })
  return <HistoryPages label={t('history')} history={history} />
}

interface HistoryButtonProps extends RecordHistoryProps {
  /** What the record is called, for the panel's title. */
  name: string
  size?: 'xs' | 'sm'
}

/** One click away from any record: its history in a panel, loaded when it is opened. */
export function HistoryButton({ name, size = 'sm', ...record }: HistoryButtonProps) {
  const t = useTexts(activityTexts)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="subtle" size={size} leftSection={<IconHistory />} onClick={() => setOpen(true)}>
        {t('history')}
      </Button>
      <SidePanel opened={isOpen} onClose={() => setOpen(false)} title={t('historyOf', { name })}>
        {isOpen ? <RecordHistory {...record} /> : null}
      </SidePanel>
    </>
  )
}
