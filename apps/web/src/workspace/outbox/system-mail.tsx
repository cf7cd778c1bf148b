import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DataList, DateText, EmptyState, SidePanel, StatusBadge, useTexts } from '@portico/ui'
import { IconMailbox } from '@tabler/icons-react'
import { useState } from 'react'
import { api, unwrap } from '../../shared/api.ts'
import { listState } from '../../shared/list-state.ts'
import { useUrlSearch } from '../../shared/url-search.ts'
import { mailBadges } from './mail-badges.ts'
import styles from './outbox.module.css'
import { outboxTexts } from './texts.ts'

/** Mail of the installation itself, for the person who runs it: without a provider its links are found here. */
export function SystemMail() {
  const t = useTexts(outboxTexts)
  const { values, hrefWith } = useUrlSearch()
  const { after, before } = values
  const query = { limit: 50, ...(after && { after }), ...(before && { before }) }
  const emails = useQuery({
    queryKey: ['system-emails', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/system-emails', { params: { query }, signal })),
  })
  type SystemEmail = NonNullable<typeof emails.data>['data'][number]
  const [open, setOpen] = useState<SystemEmail | null>(null)
  const [shown, setShown] = useState<SystemEmail | null>(null)
  if (open && open !== shown) setShown(open)
  const nameOf = ({ template }: SystemEmail) =>
    t.maybe(`template_${template.replaceAll('-', '_')}`, template.replaceAll('-', ' '))
  return (
    <>
      <p className={styles.quiet}>{t('installationHint')}</p>
      <DataList
        label={t('tabInstallation')}
        columns={[
          {
            key: 'template',
            title: t('template'),
            width: '36%',
            phone: 'title',
            render: (row) => (
              <Anchor
                component="button"
                type="button"
                className={styles.subject}
                onClick={() => setOpen(row)}
              >
                {nameOf(row)}
              </Anchor>
            ),
          },
          { key: 'to', title: t('to'), phone: 'detail', render: (row) => row.to },
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
        ]}
        {...listState(emails, hrefWith)}
        rowKey={(row) => row.id}
        empty={<EmptyState icon={IconMailbox} title={t('installationEmpty')} />}
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
          <p>{t('notKept')}</p>
        )}
      </SidePanel>
    </>
  )
}
