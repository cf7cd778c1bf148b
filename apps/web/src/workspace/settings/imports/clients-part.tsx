import { Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DataList, EmptyState, Link, useTexts, type DataColumn } from '@portico/ui'
import { IconMoodCheck } from '@tabler/icons-react'
import { listState } from '../../../shared/list-state.ts'
import type { UrlSearch } from '../../../shared/url-search.ts'
import { useWorkspaceBase } from '../../workspace-data.ts'
import { useFigure } from './figures-table.tsx'
import { importClientsQuery, type Import, type ImportClient } from './imports-data.ts'
import styles from './imports.module.css'
import { sheetTexts } from './texts.ts'

/** The sheet per client and currency. Where both sides agree one figure stands there, else both. */
export function ClientsPart({ batch, search }: { batch: Import; search: UrlSearch }) {
  const t = useTexts(sheetTexts)
  const { values, change, hrefWith } = search
  const differs = values['differing'] === 'true'
  const clients = useQuery(importClientsQuery(batch, differs, values))
  const columns = useColumns()
  return (
    <>
      <Switch
        className={styles.switch}
        label={t('differing')}
        checked={differs}
        onChange={(event) => change({ differing: event.currentTarget.checked ? 'true' : undefined })}
      />
      <DataList
        label={t('part_clients')}
        columns={columns}
        {...listState(clients, hrefWith)}
        rowKey={(row) => `${row.name} ${row.currency} ${row.client_id}`}
        empty={
          differs ? (
            <EmptyState icon={IconMoodCheck} title={t('allClientsAgree')} />
          ) : (
            <EmptyState title={t('noRecords')} />
          )
        }
      />
    </>
  )
}

function useColumns(): DataColumn<ImportClient>[] {
  const t = useTexts(sheetTexts)
  const base = useWorkspaceBase()
  const money = (
    key: 'invoiced' | 'paid' | 'open',
    title: string,
    place: Partial<DataColumn<ImportClient>>,
  ): DataColumn<ImportClient> => ({
    key,
    title,
    align: 'end',
    ...place,
    render: (row) => <Pair pair={row[key]} currency={row.currency} />,
  })
  return [
    {
      key: 'name',
      title: t('columnClient'),
      phone: 'title',
      width: '26%',
      render: (row) =>
        row.client_id ? (
          <Link href={`${base}/clients/${row.client_id}`}>{row.name}</Link>
        ) : (
          <span title={row.name}>{row.name}</span>
        ),
    },
    {
      key: 'invoices',
      title: t('columnInvoices'),
      align: 'end',
      only: 'medium',
      render: (row) => <Pair pair={row.invoices} currency={null} />,
    },
    money('invoiced', t('columnInvoiced'), { phone: 'detail' }),
    money('paid', t('columnPaid'), { only: 'medium' }),
    money('open', t('columnOpen'), { phone: 'amount' }),
    {
      key: 'stated',
      title: t('columnStated'),
      align: 'end',
      only: 'wide',
      render: (row) => <Stated row={row} />,
    },
  ]
}

function Stated({ row }: { row: ImportClient }) {
  const shown = useFigure(row.currency)
  if (row.stated_open === null) return null
  return <span className={styles.quiet}>{shown(row.stated_open)}</span>
}

function Pair(props: { pair: { source: number; portico: number }; currency: string | null }) {
  const { pair, currency } = props
  const t = useTexts(sheetTexts)
  const shown = useFigure(currency)
  const unit = currency ? <span className={styles.unit}> {currency}</span> : null
  if (pair.source === pair.portico)
    return (
      <span>
        {shown(pair.portico)}
        {unit}
      </span>
    )
  const [portico, source] = [shown(pair.portico), shown(pair.source)]
  return (
    <span title={t('pair', { portico, source })}>
      <span className={styles.spoken}>{t('pair', { portico, source })}</span>
      <span aria-hidden className={styles.differs}>
        {portico}
      </span>
      <s aria-hidden className={styles.pairSource}>
        {source}
      </s>
      {unit}
    </span>
  )
}
