import { Button } from '@mantine/core'
import {
  Amount,
  DataList,
  DateText,
  EmptyState,
  Link,
  PageHeader,
  useTexts,
  type DataColumn,
} from '@portico/ui'
import { IconCash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useUrlList } from '../../shared/url-list.tsx'
import { ClientFilter } from '../invoices/client-filter.tsx'
import { useWorkspaceBase } from '../workspace-data.ts'
import { paymentsQuery, type Payment } from './payments-data.ts'
import { paymentTexts } from './texts.ts'
import { FilterRow } from './filter-row.tsx'

/** `/payments`: what came in, newest first. */
export function PaymentsPage() {
  const t = useTexts(paymentTexts)
  const base = useWorkspaceBase()
  const { filters, stateWith } = useUrlList(paymentsQuery, ['client'])
  const columns = useColumns()
  return (
    <>
      <PageHeader title={t('payments')} />
      <FilterRow>
        <ClientFilter value={filters.values['client']} onChange={(client) => filters.change({ client })} />
      </FilterRow>
      <DataList
        label={t('payments')}
        columns={columns}
        {...stateWith(
          <EmptyState
            icon={IconCash}
            title={t('emptyTitle')}
            detail={t('emptyDetail')}
            action={
              <Button component={Link} href={`${base}/invoices?view=awaiting`} variant="default">
                {t('toInvoices')}
              </Button>
            }
          />,
        )}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/payments/${row.id}`}
        expectedRows={12}
      />
    </>
  )
}

function useColumns(): DataColumn<Payment>[] {
  const t = useTexts(paymentTexts)
  return useMemo(
    () => [
      {
        key: 'received',
        title: t('columnDate'),
        width: '112px',
        phone: 'detail',
        render: (row) => <DateText value={row.received_on} />,
      },
      { key: 'client', title: t('columnClient'), phone: 'title', render: (row) => row.client.name },
      {
        key: 'invoices',
        title: t('columnInvoices'),
        phone: 'detail',
        render: (row) => row.allocations.map(({ invoice }) => invoice.number).join(', ') || t('onlyCredit'),
      },
      {
        key: 'account',
        title: t('columnAccount'),
        only: 'medium',
        render: (row) => row.receiving_account.name,
      },
      {
        key: 'reference',
        title: t('columnReference'),
        only: 'wide',
        render: (row) => row.external_reference,
      },
      {
        key: 'receipt',
        title: t('columnReceipt'),
        width: '132px',
        only: 'medium',
        render: (row) => row.receipt?.number,
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
