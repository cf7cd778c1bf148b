import { Anchor } from '@mantine/core'
import { queryOptions } from '@tanstack/react-query'
import { DataList, EmptyState, SidePanel, useTexts } from '@portico/ui'
import { IconMailbox } from '@tabler/icons-react'
import { useState } from 'react'
import { api, unwrap } from '../../shared/api.ts'
import { pageOf } from '../../shared/list-state.ts'
import { useUrlList } from '../../shared/url-list.tsx'
import type { SearchValues } from '../../shared/url-search.ts'
import { useMailColumns } from './mail-columns.tsx'
import { MailWords } from './mail-words.tsx'
import styles from './mails.module.css'
import { mailTexts } from './texts.ts'

const systemMailsQuery = (values: SearchValues) => {
  const query = pageOf(values)
  return queryOptions({
    queryKey: ['system-emails', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/system-emails', { params: { query }, signal })),
  })
}

/** Mail of the installation itself, for who runs it: while no provider is set up, its links are found here. */
export function SystemMails() {
  const t = useTexts(mailTexts)
  const { query, stateWith } = useUrlList(systemMailsQuery)
  type Mail = NonNullable<typeof query.data>['data'][number]
  const [open, setOpen] = useState<Mail | null>(null)
  const [shown, setShown] = useState<Mail | null>(null)
  if (open && open !== shown) setShown(open)
  const columns = useMailColumns<Mail>()
  const nameOf = ({ template }: Mail) =>
    t.maybe(`template_${template.replaceAll('-', '_')}`, template.replaceAll('-', ' '))
  return (
    <>
      <DataList
        label={t('system')}
        columns={[
          {
            key: 'template',
            title: t('template'),
            phone: 'title',
            render: (row) => (
              <span className={styles.what}>
                <Anchor component="button" type="button" className={styles.open} onClick={() => setOpen(row)}>
                  {nameOf(row)}
                </Anchor>
                {row.error ? <span className={styles.error}>{row.error}</span> : null}
              </span>
            ),
          },
          { key: 'to', title: t('to'), width: '34%', phone: 'detail', render: (row) => row.to },
          ...columns,
        ]}
        {...stateWith(<EmptyState icon={IconMailbox} title={t('systemEmpty')} />)}
        rowKey={(row) => row.id}
      />
      <SidePanel
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={shown ? nameOf(shown) : ''}
        width={620}
      >
        {shown?.text ? <MailWords text={shown.text} /> : <p>{t('notKept')}</p>}
      </SidePanel>
    </>
  )
}
