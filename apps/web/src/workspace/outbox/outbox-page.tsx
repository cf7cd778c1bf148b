import { Anchor } from '@mantine/core'
import { queryOptions } from '@tanstack/react-query'
import { DataList, EmptyState, FilterBar, PageHeader, useTexts, type DataColumn } from '@portico/ui'
import { IconMailbox } from '@tabler/icons-react'
import { useState } from 'react'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { pageOf } from '../../shared/list-state.ts'
import { useMailColumns } from '../../staff-shared/mails/mail-columns.tsx'
import { SystemMails } from '../../staff-shared/mails/system-mails.tsx'
import { mailTexts } from '../../staff-shared/mails/texts.ts'
import { useUrlList } from '../../shared/url-list.tsx'
import type { SearchValues } from '../../shared/url-search.ts'
import { InstallationTabs } from '../installation-tabs.tsx'
import { MailPanel } from './mail-panel.tsx'
import styles from './outbox.module.css'
import { outboxTexts } from './texts.ts'

type Email = Schema<'EmailSummary'>
const STATUSES = ['queued', 'sent', 'kept', 'failed'] as const

/** Mail as it was sent. Who runs the installation also sees the mail that belongs to no organization. */
export function OutboxPage() {
  const t = useTexts(outboxTexts)
  const say = useTexts(mailTexts)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <InstallationTabs
        label={t('tabs')}
        installationLabel={t('tabInstallation')}
        filterKeys={['status']}
        organization={<OrganizationMail />}
        installation={
          <>
            <p className={styles.quiet}>{say('systemDetail')}</p>
            <SystemMails />
          </>
        }
      />
    </>
  )
}

const emailsQuery = (values: SearchValues) => {
  const status = STATUSES.find((one) => one === values['status'])
  const query = { ...pageOf(values), ...(status && { status }) }
  return queryOptions({
    queryKey: ['emails', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/emails', { params: { query }, signal })),
  })
}

/** Every mail of the organization, the newest first. */
function OrganizationMail() {
  const t = useTexts(outboxTexts)
  const say = useTexts(mailTexts)
  const [open, setOpen] = useState<Email | null>(null)
  const { query, filters, stateWith } = useUrlList(emailsQuery, ['status'])
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
    { key: 'to', title: say('to'), phone: 'detail', render: (row) => [...row.to, ...row.cc].join(', ') },
    ...useMailColumns<Email>(),
  ]
  const hasKept = query.data?.data.some((row) => row.status === 'kept')
  return (
    <>
      <FilterBar
        values={filters.values}
        onChange={filters.change}
        filters={[
          {
            key: 'status',
            label: say('status'),
            options: STATUSES.map((value) => ({ value, label: say(value) })),
          },
        ]}
      />
      {hasKept ? <p className={styles.hint}>{t('keptHint')}</p> : null}
      <DataList
        label={t('title')}
        columns={columns}
        {...stateWith(<EmptyState icon={IconMailbox} title={t('emptyTitle')} detail={t('emptyDetail')} />)}
        rowKey={(row) => row.id}
      />
      <MailPanel email={open} onClose={() => setOpen(null)} />
    </>
  )
}
