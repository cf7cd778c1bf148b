import { Anchor, Tabs } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  DataList,
  DateText,
  EmptyState,
  FilterBar,
  NoMatch,
  PageHeader,
  StatusBadge,
  useTexts,
  type DataColumn,
} from '@portico/ui'
import { IconMailbox } from '@tabler/icons-react'
import { useState } from 'react'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { listState } from '../../shared/list-state.ts'
import { useUrlSearch } from '../../shared/url-search.ts'
import { useMe, useWorkspace } from '../workspace-data.ts'
import { MailPanel } from './mail-panel.tsx'
import { mailBadges } from './mail-badges.ts'
import styles from './outbox.module.css'
import { SystemMail } from './system-mail.tsx'
import { outboxTexts } from './texts.ts'

type Email = Schema<'EmailSummary'>
const STATUSES = ['queued', 'sent', 'kept', 'failed'] as const

/** Mail as it was sent. Who runs the installation also sees the mail that belongs to no organization. */
export function OutboxPage() {
  const t = useTexts(outboxTexts)
  const { organization } = useWorkspace()
  const { is_platform_admin: isPlatformAdmin } = useMe()
  const { values, change } = useUrlSearch()
  const tab = values['tab'] === 'installation' ? 'installation' : 'organization'
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      {isPlatformAdmin ? (
        <Tabs
          value={tab}
          keepMounted={false}
          onChange={(next) => change({ tab: next === 'installation' ? next : undefined, status: undefined })}
        >
          <Tabs.List aria-label={t('tabs')}>
            <Tabs.Tab value="organization">
              {t('tabOrganization', { organization: organization.name })}
            </Tabs.Tab>
            <Tabs.Tab value="installation">{t('tabInstallation')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="organization" className={styles.panel}>
            <OrganizationMail />
          </Tabs.Panel>
          <Tabs.Panel value="installation" className={styles.panel}>
            <SystemMail />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <OrganizationMail />
      )}
    </>
  )
}

/** Every mail of the organization, the newest first. */
function OrganizationMail() {
  const t = useTexts(outboxTexts)
  const { values, change, hrefWith } = useUrlSearch()
  const [open, setOpen] = useState<Email | null>(null)
  const status = STATUSES.find((one) => one === values['status'])
  const { after, before } = values
  const query = { limit: 50, ...(status && { status }), ...(after && { after }), ...(before && { before }) }
  const emails = useQuery({
    queryKey: ['emails', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/emails', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
  const columns: DataColumn<Email>[] = [
    {
      key: 'subject',
      title: t('subject'),
      phone: 'title',
      width: '42%',
      render: (row) => (
        <Anchor component="button" type="button" className={styles.subject} onClick={() => setOpen(row)}>
          {row.subject}
        </Anchor>
      ),
    },
    { key: 'to', title: t('to'), phone: 'detail', render: (row) => [...row.to, ...row.cc].join(', ') },
    {
      key: 'written',
      title: t('written'),
      width: '140px',
      phone: 'amount',
      render: (row) => <DateText value={row.created_at} as="relative" />,
    },
    {
      key: 'status',
      title: t('status'),
      width: '130px',
      phone: 'status',
      render: (row) => <StatusBadge status={mailBadges[row.status]} label={t(row.status)} />,
    },
  ]
  const hasKept = emails.data?.data.some((row) => row.status === 'kept')
  return (
    <>
      <FilterBar
        values={values}
        onChange={change}
        filters={[
          {
            key: 'status',
            label: t('status'),
            options: STATUSES.map((value) => ({ value, label: t(value) })),
          },
        ]}
      />
      {hasKept ? <p className={styles.hint}>{t('keptHint')}</p> : null}
      <DataList
        label={t('title')}
        columns={columns}
        {...listState(emails, hrefWith)}
        rowKey={(row) => row.id}
        empty={
          status ? (
            <NoMatch clearHref={hrefWith({ status: undefined })} />
          ) : (
            <EmptyState icon={IconMailbox} title={t('emptyTitle')} detail={t('emptyDetail')} />
          )
        }
      />
      <MailPanel email={open} onClose={() => setOpen(null)} />
    </>
  )
}
