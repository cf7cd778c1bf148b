import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { DataList, DateText, EmptyState, PageHeader, useTexts } from '@portico/ui'
import { IconHistory } from '@tabler/icons-react'
import { listState } from '../shared/list-state.ts'
import { useUrlSearch } from '../shared/url-search.ts'
import { deedsQuery } from './admin-data.ts'
import { TwoLines } from './row-parts.tsx'
import { adminTexts } from './texts.ts'

/** `/admin/deeds`: what platform admins did; it can be read and not changed. */
export function DeedsPage() {
  const t = useTexts(adminTexts)
  const { values, hrefWith } = useUrlSearch()
  const deeds = useQuery({ ...deedsQuery(values), placeholderData: keepPreviousData })
  const state = listState(deeds, hrefWith)
  return (
    <>
      <PageHeader title={t('deeds')} subtitle={t('deedsSubtitle')} />
      <DataList
        label={t('deeds')}
        columns={[
          {
            key: 'what',
            title: t('what'),
            phone: 'title',
            render: (row) => (
              <TwoLines
                strong={t.maybe(`deed_${row.action.replace('.', '_')}`, row.action)}
                quiet={row.reason}
              />
            ),
          },
          { key: 'on', title: t('on'), width: '26%', phone: 'detail', render: (row) => row.subject ?? '–' },
          { key: 'who', title: t('who'), width: '20%', phone: 'status', render: (row) => row.by ?? '–' },
          {
            key: 'when',
            title: t('when'),
            width: '150px',
            phone: 'amount',
            render: (row) => <DateText value={row.at} as="relative" />,
          },
        ]}
        {...state}
        // The list is read forwards only.
        paging={state.paging && { ...state.paging, previousHref: values['after'] ? '/admin/deeds' : null }}
        rowKey={(row) => row.id}
        empty={<EmptyState icon={IconHistory} title={t('deedsEmpty')} />}
      />
    </>
  )
}
