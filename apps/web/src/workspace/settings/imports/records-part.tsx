import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  Amount,
  ConfirmMoney,
  DataList,
  DateText,
  EmptyState,
  StatusBadge,
  toast,
  useTexts,
  type DataColumn,
  type Status,
} from '@portico/ui'
import { IconBell } from '@tabler/icons-react'
import { useState } from 'react'
import { listState } from '../../../shared/list-state.ts'
import type { UrlSearch } from '../../../shared/url-search.ts'
import { ViewChips } from '../../view-chips.tsx'
import { useWorkspaceBase } from '../../workspace-data.ts'
import { importRecordsQuery, useWake, type Import, type ImportRecord } from './imports-data.ts'
import styles from './imports.module.css'
import { recordName } from './record-name.ts'
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
  const columns = useColumns(view)
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
        rowName={(row) => recordName(row, t)}
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

function useColumns(view: (typeof VIEWS)[number]): DataColumn<ImportRecord>[] {
  const t = useTexts(sheetTexts)
  const words = useTexts(importTexts)
  const record: DataColumn<ImportRecord> = {
    key: 'record',
    title: t('columnRecord'),
    phone: 'title',
    render: (row) => <span title={row.label}>{recordName(row, t)}</span>,
  }
  // What a person decides by, before reminders start.
  if (view === 'quiet')
    return [
      record,
      {
        key: 'client',
        title: t('columnClient'),
        phone: 'detail',
        render: (row) => <span title={row.invoice?.client.name}>{row.invoice?.client.name}</span>,
      },
      {
        key: 'due_date',
        title: t('columnDue'),
        phone: 'detail',
        width: '130px',
        render: (row) => (row.invoice?.due_date ? <DateText value={row.invoice.due_date} /> : null),
      },
      {
        key: 'amount',
        title: t('columnAmount'),
        align: 'end',
        width: '150px',
        render: (row) => (row.invoice ? <Amount value={row.invoice.amount} /> : null),
      },
      {
        key: 'open',
        title: t('columnOpen'),
        align: 'end',
        phone: 'amount',
        width: '150px',
        render: (row) => (row.invoice ? <Amount value={row.invoice.due} /> : null),
      },
    ]
  const kind: DataColumn<ImportRecord> = {
    key: 'kind',
    title: t('columnKind'),
    phone: 'amount',
    width: '160px',
    render: (row) => words(`kind_${row.kind}`),
  }
  if (view === 'blocked')
    return [
      record,
      kind,
      {
        key: 'reason',
        title: t('columnReason'),
        phone: 'detail',
        render: (row) => <div className={styles.reasons}>{row.reason}</div>,
      },
    ]
  return [
    record,
    kind,
    {
      key: 'state',
      title: words('columnState'),
      phone: 'status',
      width: '190px',
      render: (row) => (
        <StatusBadge status={badgeOf(row)} label={t(row.is_quiet ? 'record_quiet' : `record_${row.state}`)} />
      ),
    },
  ]
}

const badgeOf = ({ state, is_quiet: isQuiet }: ImportRecord): Status =>
  isQuiet ? 'inactive' : state === 'brought_in' ? 'approved' : state === 'withdrawn' ? 'void' : 'pending'

/** Where the record lives. */
function hrefOf({ entity }: ImportRecord, base: string): string {
  if (entity.client_id) return `${base}/clients/${entity.client_id}`
  if (entity.invoice_id) return `${base}/invoices/${entity.invoice_id}`
  if (entity.payment_id) return `${base}/payments/${entity.payment_id}`
  return `${base}/prices`
}
