import { Anchor, Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import {
  CopyButton,
  DataList,
  DateText,
  EmptyState,
  FilterBar,
  formatDateTime,
  PageHeader,
  toastProblem,
  useTexts,
  type DataColumn,
} from '@portico/ui'
import { IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { downloadFile } from '../../shared/pdf.ts'
import { useUrlList } from '../../shared/url-list.tsx'
import { sentenceOf } from '../activity/entry-words.tsx'
import { RecordLink } from '../activity/record-link.tsx'
import { InstallationTabs } from '../installation-tabs.tsx'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { AccountEvents } from './account-events.tsx'
import {
  actionLabel,
  auditChoicesQuery,
  auditExport,
  auditFilterKeys,
  auditHeadQuery,
  auditQuery,
  kindLabel,
  type AuditEntry,
} from './audit-data.ts'
import styles from './audit.module.css'
import { EntryPanel } from './entry-panel.tsx'
import { PeriodFilter } from './period-filter.tsx'
import { auditTexts } from './texts.ts'

/** `/audit`: for those who may read it. Who runs the installation also sees what happens to its accounts. */
export function AuditPage() {
  const t = useTexts(auditTexts)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <InstallationTabs
        label={t('tabs')}
        installationLabel={t('tabInstallation')}
        organization={<AuditLog />}
        installation={<AccountEvents />}
      />
    </>
  )
}

function AuditLog() {
  const t = useTexts(auditTexts)
  const { today } = useWorkspace()
  const [open, setOpen] = useState<AuditEntry | null>(null)
  const { filters, stateWith } = useUrlList(auditQuery, auditFilterKeys)
  const { values, change } = filters
  const choices = useQuery(auditChoicesQuery)
  const download = useMutation({
    mutationFn: () => downloadFile(auditExport(values), 'audit-log.csv'),
    onError: toastProblem,
  })
  const columns = useColumns(setOpen)
  const { actions = [], kinds = [], actors = [] } = choices.data ?? {}
  return (
    <>
      <FilterBar
        values={values}
        onChange={change}
        search={{ key: 'q', placeholder: t('search') }}
        filters={[
          {
            key: 'action',
            label: t('action'),
            options: actions.map((value) => ({ value, label: actionLabel(value) })),
          },
          {
            key: 'kind',
            label: t('kind'),
            options: kinds.map((value) => ({ value, label: kindLabel(value) })),
          },
          {
            key: 'actor',
            label: t('actor'),
            options: actors.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      >
        <div className={styles.end}>
          <PeriodFilter from={values['from']} to={values['to']} today={today} onChange={change} />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload />}
            loading={download.isPending}
            onClick={() => download.mutate()}
          >
            {t('export')}
          </Button>
        </div>
      </FilterBar>
      <DataList
        label={t('title')}
        columns={columns}
        {...stateWith(
          <EmptyState icon={IconShieldCheck} title={t('emptyTitle')} detail={t('emptyDetail')} />,
        )}
        rowKey={(row) => row.id}
        expectedRows={16}
      />
      <Head />
      <EntryPanel entry={open} onClose={() => setOpen(null)} />
    </>
  )
}

/** How far the chain reaches, and its last hash to keep elsewhere. */
function Head() {
  const t = useTexts(auditTexts)
  const { data: head } = useQuery(auditHeadQuery)
  if (!head) return null
  return (
    <footer className={styles.head}>
      <p>
        {head.sealed_at
          ? t('headSealed', { seq: head.seq, when: formatDateTime(head.sealed_at) })
          : t('headNone')}{' '}
        {head.waiting > 0 ? t('headWaiting', { count: head.waiting }) : null}
      </p>
      {head.hash ? (
        <p className={styles.hash}>
          <span className={styles.code}>{head.hash}</span>
          <CopyButton value={head.hash} what={t('headHash')} />
        </p>
      ) : null}
      <p>{t('headDetail')}</p>
    </footer>
  )
}

function useColumns(onOpen: (entry: AuditEntry) => void): DataColumn<AuditEntry>[] {
  const t = useTexts(auditTexts)
  const base = useWorkspaceBase()
  return [
    {
      key: 'what',
      title: t('what'),
      phone: 'title',
      width: '44%',
      render: (row) => (
        <Anchor component="button" type="button" className={styles.open} onClick={() => onOpen(row)}>
          {sentenceOf(row)}
        </Anchor>
      ),
    },
    {
      key: 'record',
      title: t('record'),
      phone: 'detail',
      render: (row) => (
        <span className={styles.record}>
          <span className={styles.quiet}>{kindLabel(row.record.kind)}</span>{' '}
          {row.record.label ? (
            <RecordLink base={base} record={row.record} client={row.client} fallback="" />
          ) : null}
        </span>
      ),
    },
    { key: 'where', title: t('where'), width: '140px', only: 'wide', render: (row) => row.ip },
    {
      key: 'when',
      title: t('when'),
      width: '150px',
      phone: 'status',
      render: (row) => <DateText value={row.at} as="time" />,
    },
  ]
}
