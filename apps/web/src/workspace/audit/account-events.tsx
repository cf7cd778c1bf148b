import { queryOptions } from '@tanstack/react-query'
import { DataList, DateText, EmptyState, useTexts, type DataColumn } from '@portico/ui'
import { IconUserCircle } from '@tabler/icons-react'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { pageOf } from '../../shared/list-state.ts'
import { useUrlList } from '../../shared/url-list.tsx'
import type { SearchValues } from '../../shared/url-search.ts'
import { sentenceOf } from '../activity/entry-words.tsx'
import styles from './audit.module.css'
import { auditTexts } from './texts.ts'
import { readUserAgent } from './user-agent.ts'

type AccountEvent = Schema<'AccountEvent'>

const accountEventsQuery = (values: SearchValues) => {
  const query = pageOf(values)
  return queryOptions({
    queryKey: ['account-events', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/account-events', { params: { query }, signal })),
  })
}

/** What happened to the accounts of the installation, for who runs it. */
export function AccountEvents() {
  const t = useTexts(auditTexts)
  const { stateWith } = useUrlList(accountEventsQuery)
  const columns: DataColumn<AccountEvent>[] = [
    {
      key: 'what',
      title: t('what'),
      phone: 'title',
      width: '40%',
      render: ({ action, user }) =>
        sentenceOf({
          action,
          actor: { kind: 'member', name: user?.name ?? null },
          before: null,
          after: null,
        }),
    },
    {
      key: 'account',
      title: t('account'),
      phone: 'detail',
      render: ({ user }) => user?.email ?? t('nobody'),
    },
    {
      key: 'realm',
      title: t('realm'),
      only: 'medium',
      width: '110px',
      render: ({ realm }) => (realm ? t(`realm_${realm}`) : null),
    },
    {
      key: 'from',
      title: t('where'),
      only: 'medium',
      render: ({ ip, user_agent }) =>
        [ip, user_agent && readUserAgent(user_agent).program].filter(Boolean).join(' · '),
    },
    {
      key: 'when',
      title: t('when'),
      width: '150px',
      phone: 'status',
      render: ({ at }) => <DateText value={at} as="time" />,
    },
  ]
  return (
    <>
      <p className={styles.hint}>{t('installationHint')}</p>
      <DataList
        label={t('tabInstallation')}
        columns={columns}
        {...stateWith(
          <EmptyState icon={IconUserCircle} title={t('accountsEmpty')} detail={t('accountsEmptyDetail')} />,
        )}
        rowKey={(row) => row.id}
      />
    </>
  )
}
