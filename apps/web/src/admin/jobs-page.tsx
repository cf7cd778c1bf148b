import { Menu } from '@mantine/core'
import {
  ConfirmMoney,
  DataList,
  DateText,
  EmptyState,
  FilterBar,
  PageHeader,
  StatusBadge,
  useTexts,
  type Status,
} from '@portico/ui'
import { IconRefresh, IconStack2, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { api, unwrap } from '../shared/api.ts'
import { useUrlList } from '../shared/url-list.tsx'
import { jobsQuery, jobStates, useDeed, type AdminJob } from './admin-data.ts'
import styles from './admin.module.css'
import { RowMenu } from './row-parts.tsx'
import { adminTexts } from './texts.ts'

const badges: Record<AdminJob['state'], Status> = {
  failed: 'failed',
  retrying: 'partial',
  running: 'sent',
  queued: 'pending',
}

/** `/admin/jobs`: what works behind the scenes, and what failed there. */
export function JobsPage() {
  const t = useTexts(adminTexts)
  const { filters, stateWith } = useUrlList(jobsQuery, ['state'])
  const [asked, setAsked] = useState<AdminJob | null>(null)
  const path = (job: AdminJob) => ({ params: { path: { job_id: job.id } } })
  const retry = useDeed(
    (job: AdminJob) => unwrap(api.POST('/v1/platform/jobs/{job_id}/retry', path(job))),
    ({ task }) => t('retried', { job: task }),
  )
  const remove = useDeed(
    (job: AdminJob) => unwrap(api.DELETE('/v1/platform/jobs/{job_id}', path(job))),
    ({ task }) => t('removed', { job: task }),
  )
  return (
    <>
      <PageHeader title={t('jobs')} subtitle={t('jobsSubtitle')} />
      <FilterBar
        values={filters.values}
        onChange={filters.change}
        filters={[
          {
            key: 'state',
            label: t('jobsState'),
            options: jobStates.map((value) => ({ value, label: t(`state_${value}`) })),
          },
        ]}
      />
      <DataList
        label={t('jobs')}
        columns={[
          {
            key: 'job',
            title: t('job'),
            phone: 'title',
            render: (row) => (
              <span className={styles.two}>
                <span className={styles.strong}>{row.task}</span>
                {row.last_error ? <span className={styles.error}>{row.last_error}</span> : null}
              </span>
            ),
          },
          {
            key: 'for',
            title: t('forWhom'),
            width: '180px',
            only: 'medium',
            render: (row) => row.organization?.name ?? t('installation'),
          },
          {
            key: 'tries',
            title: t('tries'),
            width: '90px',
            align: 'end',
            phone: 'detail',
            render: (row) => t('triesOf', { done: row.attempts, most: row.max_attempts }),
          },
          {
            key: 'due',
            title: t('due'),
            width: '140px',
            only: 'wide',
            render: (row) => <DateText value={row.run_at} as="relative" />,
          },
          {
            key: 'state',
            title: t('jobsState'),
            width: '160px',
            phone: 'status',
            render: (row) => <StatusBadge status={badges[row.state]} label={t(`state_${row.state}`)} />,
          },
          {
            key: 'more',
            title: t('actions'),
            width: '84px',
            align: 'end',
            phone: 'amount',
            render: (row) =>
              row.state === 'running' ? null : (
                <RowMenu name={`${row.task} ${row.id}`}>
                  <Menu.Item leftSection={<IconRefresh />} onClick={() => retry.mutate(row)}>
                    {t('retry')}
                  </Menu.Item>
                  <Menu.Item leftSection={<IconTrash />} onClick={() => setAsked(row)}>
                    {t('remove')}
                  </Menu.Item>
                </RowMenu>
              ),
          },
        ]}
        rowKey={(row) => row.id}
        {...stateWith(<EmptyState icon={IconStack2} title={t('jobsEmpty')} />)}
      />
      {asked ? (
        <ConfirmMoney
          opened
          question={t('removeQuestion', { job: asked.task })}
          consequence={t('removeConsequence')}
          deed={t('removeDeed')}
          isDangerous
          onClose={() => setAsked(null)}
          onConfirm={async () => void (await remove.mutateAsync(asked))}
        />
      ) : null}
    </>
  )
}
