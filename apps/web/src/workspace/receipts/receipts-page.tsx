import { Amount, DataList, DateText, EmptyState, PageHeader, useTexts, type DataColumn } from '@portico/ui'
import { IconReceipt } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useUrlList } from '../../shared/url-list.tsx'
import { ClientFilter } from '../invoices/client-filter.tsx'
import { FilterRow } from '../payments/filter-row.tsx'
import { useWorkspaceBase } from '../workspace-data.ts'
import { receiptsQuery, type Receipt } from './receipts-data.ts'
import { receiptTexts } from './texts.ts'

/** `/receipts`: what was given for what came in, newest first. */
export function ReceiptsPage() {
  const t = useTexts(receiptTexts)
  const base = useWorkspaceBase()
  const { filters, stateWith } = useUrlList(receiptsQuery, ['client'])
  const columns = useColumns()
  return (
    <>
      <PageHeader title={t('receipts')} />
      <FilterRow>
        <ClientFilter value={filters.values['client']} onChange={(client) => filters.change({ client })} />
      </FilterRow>
      <DataList
        label={t('receipts')}
        columns={columns}
        {...stateWith(<EmptyState icon={IconReceipt} title={t('emptyTitle')} detail={t('emptyDetail')} />)}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/receipts/${row.id}`}
        expectedRows={12}
      />
    </>
  )
}

function useColumns(): DataColumn<Receipt>[] {
  const t = useTexts(receiptTexts)
  return useMemo(
    () => [
      {
        key: 'number',
        title: t('columnNumber'),
        width: '140px',
        phone: 'detail',
        render: (row) => row.number,
      },
      { key: 'client', title: t('columnClient'), phone: 'title', render: (row) => row.client.name },
      {
        key: 'invoices',
        title: t('columnInvoices'),
        only: 'medium',
        render: (row) => row.invoices.map(({ number }) => number).join(', '),
      },
      {
        key: 'date',
        title: t('columnDate'),
        width: '112px',
        phone: 'detail',
        render: (row) => <DateText value={row.receipt_date} />,
      },
      {
        key: 'tax',
        title: t('columnTax'),
        align: 'end',
        only: 'medium',
        render: (row) => <Amount value={row.tax} tone="quiet" zeroAsDash />,
      },
      {
        key: 'amount',
        title: t('columnAmount'),
        align: 'end',
        phone: 'amount',
        render: (row) => <Amount value={row.amount} />,
      },
    ],
    [t],
  )
}
