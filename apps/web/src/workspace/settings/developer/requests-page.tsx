import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  CopyButton,
  DataList,
  DateText,
  EmptyState,
  FilterBar,
  NoMatch,
  StatusBadge,
  useTexts,
  type DataColumn,
  type Translate,
} from '@portico/ui'
import { IconApi } from '@tabler/icons-react'
import { api, unwrap, type Schema } from '../../../shared/api.ts'
import { listState } from '../../../shared/list-state.ts'
import { useUrlSearch } from '../../../shared/url-search.ts'
import { membersQuery } from '../../team/team-data.ts'
import styles from './developer.module.css'
import { developerTexts } from './texts.ts'

type LoggedRequest = Schema<'LoggedRequest'>
const STATUSES = ['2xx', '3xx', '4xx', '5xx'] as const

/** `/settings/developer`: what was asked of the API in the last 30 days. */
export function RequestsPage() {
  const t = useTexts(developerTexts)
  const { values, change, hrefWith } = useUrlSearch()
  const { request_id: typed, operation, caller, after, before } = values
  const status = STATUSES.find((one) => one === values['status'])
  const words = typed?.trim()
  // An operation is named with a dot, a request is not.
  const isOperation = words?.includes('.')
  const query = {
    limit: 50,
    ...(words && (isOperation ? { operation: words } : { request_id: words })),
    ...(operation && { operation }),
    ...(status && { status }),
    ...(caller && { caller }),
    ...(after && { after }),
    ...(before && { before }),
  }
  const requests = useQuery({
    queryKey: ['requests', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/requests', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
  const members = useQuery(membersQuery({ limit: 100 }))
  const isFiltered = Boolean(words || operation || status || caller)
  return (
    <section>
      <h2 className={styles.title}>{t('title')}</h2>
      <p className={styles.detail}>{t('detail')}</p>
      <FilterBar
        values={values}
        onChange={change}
        search={{ key: 'request_id', placeholder: t('search') }}
        filters={[
          {
            key: 'status',
            label: t('status'),
            options: STATUSES.map((value) => ({ value, label: t(`status_${value}`) })),
          },
          {
            key: 'caller',
            label: t('caller'),
            options: (members.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      />
      <DataList
        label={t('title')}
        columns={columnsOf(t)}
        {...listState(requests, hrefWith)}
        rowKey={(row) => row.request_id}
        expectedRows={16}
        empty={
          isFiltered ? (
            <NoMatch
              clearHref={hrefWith({
                request_id: undefined,
                operation: undefined,
                status: undefined,
                caller: undefined,
              })}
            />
          ) : (
            <EmptyState icon={IconApi} title={t('emptyTitle')} detail={t('emptyDetail')} />
          )
        }
      />
    </section>
  )
}

function columnsOf(t: Translate<typeof developerTexts.messages>): DataColumn<LoggedRequest>[] {
  return [
    {
      key: 'request',
      title: t('request'),
      phone: 'title',
      width: '46%',
      render: (row) => (
        <span className={styles.request}>
          <span className={styles.method}>{row.method}</span> <span className={styles.path}>{row.path}</span>
          <span className={styles.ids}>
            <span title={row.request_id}>{`${row.request_id.slice(0, 12)}…${row.request_id.slice(-6)}`}</span>
            <CopyButton value={row.request_id} what={t('requestId')} />
          </span>
        </span>
      ),
    },
    {
      key: 'status',
      title: t('status'),
      width: '110px',
      phone: 'status',
      render: (row) => (
        <StatusBadge
          status={
            row.status < 300 ? 'paid' : row.status < 400 ? 'draft' : row.status < 500 ? 'partial' : 'overdue'
          }
          label={String(row.status)}
        />
      ),
    },
    { key: 'problem', title: t('problem'), only: 'wide', render: (row) => row.problem?.replaceAll('_', ' ') },
    {
      key: 'caller',
      title: t('caller'),
      phone: 'detail',
      render: (row) => row.caller.name ?? t.maybe(`caller_${row.caller.kind}`, row.caller.kind),
    },
    {
      key: 'took',
      title: t('took'),
      align: 'end',
      width: '80px',
      only: 'medium',
      render: (row) => t('milliseconds', { count: row.milliseconds }),
    },
    {
      key: 'when',
      title: t('when'),
      width: '120px',
      phone: 'amount',
      render: (row) => <DateText value={row.at} as="relative" />,
    },
  ]
}
