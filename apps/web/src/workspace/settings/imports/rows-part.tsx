import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DataList, EmptyState, Link, toastProblem, useTexts, type DataColumn } from '@portico/ui'
import { IconDownload, IconMoodCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { listState } from '../../../shared/list-state.ts'
import { downloadFile } from '../../../shared/pdf.ts'
import type { UrlSearch } from '../../../shared/url-search.ts'
import { ViewChips } from '../../view-chips.tsx'
import { FixPanel } from './fix-panel.tsx'
import {
  importRowsQuery,
  rowsAsFile,
  type Import,
  type ImportCause,
  type ImportOutcome,
  type ImportRow,
  type RowsAsFile,
} from './imports-data.ts'
import styles from './imports.module.css'
import { importTexts, sheetTexts } from './texts.ts'

/** What needs a person first. */
const OUTCOMES = [
  'rejected',
  'repaired',
  'review',
  'dropped',
  'matched',
  'unchanged',
  'ready',
] as const satisfies ImportOutcome[]
const AS_FILE = new Set<ImportOutcome>(['rejected', 'review', 'dropped', 'repaired'])

interface RowsPartProps {
  batch: Import
  search: UrlSearch
  canFix: boolean
}

/** The files' rows by what becomes of them, each with file, line and reason; rejected ones are fixed here. */
export function RowsPart({ batch, search, canFix }: RowsPartProps) {
  const t = useTexts(sheetTexts)
  const { values, hrefWith } = search
  const counts: Partial<Record<ImportOutcome, number>> = batch.sheet?.rows ?? {}
  const cause = batch.sheet?.causes.find(({ code }) => code === values['cause'])?.code
  const outcome =
    OUTCOMES.find((one) => one === values['outcome']) ?? OUTCOMES.find((one) => counts[one]) ?? 'rejected'
  const rows = useQuery(importRowsQuery(batch, cause ? { cause } : { outcome }, values))
  const [fixing, setFixing] = useState<ImportRow | null>(null)
  const columns = useColumns(canFix, setFixing)
  return (
    <>
      {cause ? (
        <OfCause batch={batch} cause={cause} hrefWith={hrefWith} />
      ) : (
        <div className={styles.chipsAndDeed}>
          <ViewChips
            label={t('outcomes')}
            chips={OUTCOMES.filter((one) => counts[one] || one === 'rejected').map((one) => ({
              key: one,
              label: t('chip', { outcome: t(`outcome_${one}`), count: counts[one] ?? 0 }),
              href: hrefWith({ outcome: one, cause: undefined }),
              isCurrent: one === outcome,
            }))}
          />
          {AS_FILE.has(outcome) && counts[outcome] ? (
            <RowsDownload batch={batch} outcome={outcome as RowsAsFile} />
          ) : null}
        </div>
      )}
      <DataList
        label={t('part_rows')}
        columns={columns}
        {...listState(rows, hrefWith)}
        rowKey={(row) => row.id}
        empty={
          outcome === 'rejected' && !cause ? (
            <EmptyState icon={IconMoodCheck} title={t('noRows_rejected')} />
          ) : (
            <EmptyState title={t('noRows')} />
          )
        }
      />
      <FixPanel batch={batch} row={fixing} onClose={() => setFixing(null)} />
    </>
  )
}

function OfCause(props: { batch: Import; cause: ImportCause['code']; hrefWith: UrlSearch['hrefWith'] }) {
  const { batch, cause, hrefWith } = props
  const t = useTexts(sheetTexts)
  const count = batch.sheet?.causes.find(({ code }) => code === cause)?.count ?? 0
  return (
    <p className={styles.ofCause}>
      {t('rowsOfCause', { cause: t(`cause_${cause}`, { count }) })}{' '}
      <Link href={hrefWith({ cause: undefined })}>{t('showAll')}</Link>
    </p>
  )
}

function RowsDownload({ batch, outcome }: { batch: Import; outcome: RowsAsFile }) {
  const t = useTexts(sheetTexts)
  const [isBusy, setBusy] = useState(false)
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconDownload />}
      loading={isBusy}
      onClick={() => {
        setBusy(true)
        downloadFile(rowsAsFile(batch.id, outcome), `${outcome}.csv`)
          .catch(toastProblem)
          .finally(() => setBusy(false))
      }}
    >
      {t('saveRows')}
    </Button>
  )
}

function useColumns(canFix: boolean, onFix: (row: ImportRow) => void): DataColumn<ImportRow>[] {
  const t = useTexts(sheetTexts)
  const words = useTexts(importTexts)
  const columns: DataColumn<ImportRow>[] = [
    {
      key: 'what',
      title: t('columnWhat'),
      phone: 'title',
      width: '34%',
      render: (row) => {
        const where = t('where', { file: row.file_name, line: row.line })
        return (
          <>
            <p title={row.label} className={styles.cut}>
              {row.label || words(`kind_${row.kind}`)}
            </p>
            <p title={where} className={`${styles.cut} ${styles.quiet}`}>
              {where}
            </p>
          </>
        )
      },
    },
    { key: 'why', title: t('columnWhy'), phone: 'detail', render: (row) => <Reasons row={row} /> },
  ]
  if (canFix) {
    columns.push({
      key: 'fix',
      title: t('fix'),
      width: '72px',
      align: 'end',
      phone: 'amount',
      render: (row) => (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('fixRow', { label: `${row.label} (${row.line})` })}
          onClick={() => onFix(row)}
        >
          {t('fix')}
        </Button>
      ),
    })
  }
  return columns
}

function Reasons({ row }: { row: ImportRow }) {
  const t = useTexts(sheetTexts)
  const own = row.is_skipped ? t('skippedRow') : row.corrected.length > 0 ? t('correctedRow') : null
  return (
    <div className={styles.reasons}>
      {own ? <p className={styles.quiet}>{own}</p> : null}
      {row.notes.map((note) => (
        <p key={`${note.code} ${note.field}`} data-severity={note.severity}>
          {note.detail}
        </p>
      ))}
    </div>
  )
}
