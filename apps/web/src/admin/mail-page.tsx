import { Anchor } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  DataList,
  DateText,
  EmptyState,
  PageHeader,
  SidePanel,
  StatusBadge,
  useTexts,
  type Status,
} from '@portico/ui'
import { IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { listState } from '../shared/list-state.ts'
import { useUrlSearch } from '../shared/url-search.ts'
import { mailQuery } from './admin-data.ts'
import styles from './admin.module.css'
import { adminTexts } from './texts.ts'

const badges: Record<'queued' | 'sent' | 'kept' | 'failed', Status> = {
  queued: 'pending',
  sent: 'sent',
  kept: 'draft',
  failed: 'failed',
}

/** `/admin/mail`: the installation's own mail; while none is sent, what it says can be read here. */
export function MailPage() {
  const t = useTexts(adminTexts)
  const { values, hrefWith } = useUrlSearch()
  const mails = useQuery({ ...mailQuery(values), placeholderData: keepPreviousData })
  type Mail = NonNullable<typeof mails.data>['data'][number]
  const [open, setOpen] = useState<Mail | null>(null)
  const [shown, setShown] = useState<Mail | null>(null)
  if (open && open !== shown) setShown(open)
  const nameOf = ({ template }: Mail) =>
    t.maybe(`template_${template.replaceAll('-', '_')}`, template.replaceAll('-', ' '))
  return (
    <>
      <PageHeader title={t('mail')} subtitle={t('mailSubtitle')} />
      <DataList
        label={t('mail')}
        columns={[
          {
            key: 'what',
            title: t('template'),
            phone: 'title',
            render: (row) => (
              <span className={styles.two}>
                <Anchor component="button" type="button" className={styles.open} onClick={() => setOpen(row)}>
                  {nameOf(row)}
                </Anchor>
                {row.error ? <span className={styles.error}>{row.error}</span> : null}
              </span>
            ),
          },
          { key: 'to', title: t('to'), width: '34%', phone: 'detail', render: (row) => row.to },
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
            render: (row) => <StatusBadge status={badges[row.status]} label={t(`mail_${row.status}`)} />,
          },
        ]}
        {...listState(mails, hrefWith)}
        rowKey={(row) => row.id}
        empty={<EmptyState icon={IconMail} title={t('mailEmpty')} />}
      />
      <SidePanel
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={shown ? nameOf(shown) : ''}
        width={620}
      >
        {shown?.text ? (
          <pre className={styles.text} tabIndex={0}>
            {shown.text}
          </pre>
        ) : (
          <p>{t('mailGone')}</p>
        )}
      </SidePanel>
    </>
  )
}
