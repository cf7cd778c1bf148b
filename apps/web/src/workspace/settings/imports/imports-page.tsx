import { Radio } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
  Problem,
  DataList,
  DateText,
  formatNumber,
  StatusBadge,
  useTexts,
  type DataColumn,
  type Status,
} from '@portico/ui'
import { useState } from 'react'
import { listState } from '../../../shared/list-state.ts'
import { useUrlSearch } from '../../../shared/url-search.ts'
import { useWorkspace, useWorkspaceBase } from '../../workspace-data.ts'
import settings from '../settings.module.css'
import { sumOf, useCounts } from './amounts.ts'
import { queueOf } from './file-queue.ts'
import { FilesDrop } from './files-drop.tsx'
import {
  importQuery,
  importsQuery,
  SOURCES,
  startImport,
  type ImportSource,
  type ImportState,
  type ImportSummary,
} from './imports-data.ts'
import styles from './imports.module.css'
import { importTexts } from './texts.ts'

/** `/settings/imports`: where books come from, and what was brought in before. */
export function ImportsPage() {
  const t = useTexts(importTexts)
  const { can } = useWorkspace()
  return (
    <div className={settings.column}>
      <section>
        <h2>{t('title')}</h2>
        <p className={settings.detail}>{t('intro')}</p>
        {can('imports.batch.manage') ? <Start /> : null}
      </section>
      <Earlier />
    </div>
  )
}

function Start() {
  const t = useTexts(importTexts)
  const base = useWorkspaceBase()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [source, setSource] = useState<ImportSource | null>(null)
  const start = useMutation({
    mutationFn: async (files: File[]) => {
      // A name that was chosen by mistake must not hide what the columns say: only "another program" tells the server something.
      const batch = await startImport(source)
      queries.setQueryData(importQuery(batch.id).queryKey, batch)
      queueOf(batch.id).add(files, queries)
      void queries.invalidateQueries({ queryKey: ['imports', 'list'] })
      await navigate({ to: `${base}/settings/imports/${batch.id}` })
    },
  })
  return (
    <div className={styles.start}>
      <Radio.Group
        label={t('from')}
        description={t('fromHint')}
        value={source}
        onChange={(value) => setSource(value as ImportSource)}
      >
        <div className={styles.sources}>
          {SOURCES.map((one) => (
            <Radio.Card key={one} value={one} className={styles.source}>
              <Radio.Indicator />
              <span>{t(`source_${one}`)}</span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {source ? (
        <div className={styles.guide} role="status">
          <h3>{t('exportTitle')}</h3>
          <p>{t(`export_${source}`)}</p>
          <p className={styles.quiet}>{t('bankNote')}</p>
        </div>
      ) : null}
      <FilesDrop onFiles={(files) => start.mutate(files)} disabled={start.isPending} />
      {start.error ? <Problem error={start.error} /> : null}
    </div>
  )
}

export const stateBadges = {
  draft: 'draft',
  analysing: 'checking',
  ready: 'pending',
  committing: 'checking',
  committed: 'approved',
  undoing: 'checking',
  undone: 'void',
  failed: 'failed',
} as const satisfies Record<ImportState, Status>

function Earlier() {
  const t = useTexts(importTexts)
  const base = useWorkspaceBase()
  const { values, hrefWith } = useUrlSearch()
  const batches = useQuery(importsQuery(values))
  const counts = useCounts()
  const countsOf = (row: ImportSummary) => (row.state === 'undone' ? row.withdrawn : row.brought_in)
  const columns: DataColumn<ImportSummary>[] = [
    {
      key: 'batch',
      title: t('columnBatch'),
      phone: 'title',
      width: '44%',
      render: (row) => {
        const name = row.source ? t(`source_${row.source}`) : row.file_names.join(', ') || t('source_unknown')
        return <span title={row.file_names.join(', ')}>{name}</span>
      },
    },
    {
      key: 'records',
      title: t('columnRecords'),
      align: 'end',
      width: '92px',
      phone: 'detail',
      render: (row) => <span title={counts(countsOf(row))}>{formatNumber(sumOf(countsOf(row)))}</span>,
    },
    {
      key: 'when',
      title: t('columnWhen'),
      width: '112px',
      phone: 'amount',
      render: (row) => <DateText value={row.created_at} />,
    },
    {
      key: 'state',
      title: t('columnState'),
      width: '140px',
      phone: 'status',
      render: (row) => <StatusBadge status={stateBadges[row.state]} label={t(`state_${row.state}`)} />,
    },
  ]
  return (
    <section>
      <h2 className={styles.heading}>{t('earlier')}</h2>
      <DataList
        label={t('earlier')}
        columns={columns}
        {...listState(batches, hrefWith)}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/settings/imports/${row.id}`}
        expectedRows={2}
        empty={<p className={styles.quiet}>{t('noneYet')}</p>}
      />
    </section>
  )
}
