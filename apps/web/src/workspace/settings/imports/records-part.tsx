import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  ConfirmMoney,
  DataList,
  EmptyState,
  StatusBadge,
  toast,
  useTexts,
  type DataColumn,
  type Status,
  type Translate,
} from '@portico/ui'
import { IconBell } from '@tabler/icons-react'
import { useState } from 'react'
import { listState } from '../../../shared/list-state.ts'
import type { UrlSearch } from '../../../shared/url-search.ts'
import { ViewChips } from '../../invoices/view-chips.tsx'
import { useWorkspaceBase } from '../../workspace-data.ts'
import { importRecordsQuery, useWake, type Import, type ImportRecord } from './imports-data.ts'
import styles from './imports.module.css'
import { importTexts, sheetTexts } from './texts.ts'

const VIEWS = ['quiet', 'brought_in', 'withdrawn', 'blocked'] as const

interface RecordsPartProps {
  batch: Import
  search: UrlSearch
  mayManage: boolean
}

/** What the batch made, record by record. Invoices that wait in silence can be chosen and woken. */
export function RecordsPart({ batch, search, mayManage }: RecordsPartProps) {
  const t = useTexts(sheetTexts)
  const base = useWorkspaceBase()
  const { values, hrefWith } = search
  const isUndone = batch.state === 'undone'
  const view = VIEWS.find((one) => one === values['records']) ?? (isUndone ? 'withdrawn' : 'brought_in')
  const records = useQuery(
    importRecordsQuery(batch, view === 'quiet' ? { isQuiet: true } : { state: view }, values),
  )
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [isAsking, setAsking] = useState(false)
  const wake = useWake(batch.id)
  const columns = useColumns(view === 'blocked')
  const chosen = (records.data?.data ?? []).flatMap(({ id, entity }) =>
    selected.has(id) && entity.invoice_id ? [entity.invoice_id] : [],
  )
  const isThere = {
    quiet: batch.quiet > 0,
    brought_in: !isUndone,
    withdrawn: isUndone,
    blocked: batch.blocked > 0,
  }
  return (
    <>
      <ViewChips
        label={t('recordStates')}
        chips={VIEWS.filter((one) => isThere[one] || one === view).map((one) => ({
          key: one,
          label: t(`record_${one}`),
          href: hrefWith({ records: one }),
          isCurrent: one === view,
        }))}
      />
      <DataList
        label={t('recordsOf')}
        columns={columns}
        {...listState(records, hrefWith)}
        rowKey={(row) => row.id}
        rowName={(row) => nameOf(row, t)}
        rowHref={view === 'withdrawn' ? undefined : (row) => hrefOf(row, base)}
        empty={<EmptyState title={t(view === 'quiet' ? 'silentNone' : 'noRecords')} />}
        {...(view === 'quiet' &&
          mayManage && {
            selection: {
              selected,
              onChange: setSelected,
              actions: (
                <Button leftSection={<IconBell />} onClick={() => setAsking(true)}>
                  {t('wake', { count: chosen.length })}
                </Button>
              ),
            },
          })}
      />
      <ConfirmMoney
        opened={isAsking}
        onClose={() => setAsking(false)}
        question={t('wakeQuestion', { count: chosen.length })}
        consequence={t('wakeEffect')}
        deed={t('wake', { count: chosen.length })}
        onConfirm={async () => {
          await wake.mutateAsync(chosen)
          setSelected(new Set())
          toast(t('woken', { count: chosen.length }))
        }}
      />
    </>
  )
}

function useColumns(withReason: boolean): DataColumn<ImportRecord>[] {
  const t = useTexts(sheetTexts)
  const words = useTexts(importTexts)
  const columns: DataColumn<ImportRecord>[] = [
    {
      key: 'record',
      title: t('columnRecord'),
      phone: 'title',
      render: (row) => <span title={row.label}>{nameOf(row, t)}</span>,
    },
    {
      key: 'kind',
      title: t('columnKind'),
      phone: 'amount',
      width: '160px',
      render: (row) => words(`kind_${row.kind}`),
    },
  ]
  if (withReason) {
    columns.push({
      key: 'reason',
      title: t('columnReason'),
      phone: 'detail',
      render: (row) => <div className={styles.reasons}>{row.reason}</div>,
    })
  } else {
    columns.push({
      key: 'state',
      title: words('columnState'),
      phone: 'status',
      width: '190px',
      render: (row) => (
        <StatusBadge status={badgeOf(row)} label={t(row.is_quiet ? 'record_quiet' : `record_${row.state}`)} />
      ),
    })
  }
  return columns
}

const badgeOf = ({ state, is_quiet: isQuiet }: ImportRecord): Status =>
  isQuiet ? 'inactive' : state === 'brought_in' ? 'approved' : state === 'withdrawn' ? 'void' : 'pending'

/** An invoice's label is its number, which may be a single digit. */
const nameOf = (row: ImportRecord, t: Translate<typeof sheetTexts.messages>): string =>
  row.kind === 'invoices' ? t('invoiceNumber', { number: row.label }) : row.label

/** Where the record lives. */
function hrefOf({ entity }: ImportRecord, base: string): string {
  if (entity.client_id) return `${base}/clients/${entity.client_id}`
  if (entity.invoice_id) return `${base}/invoices/${entity.invoice_id}`
  if (entity.payment_id) return `${base}/payments/${entity.payment_id}`
  return `${base}/prices`
}
