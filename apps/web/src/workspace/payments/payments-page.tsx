import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
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
import { listState } from '../../shared/list-state.ts'
import { useUrlSearch } from '../../shared/url-search.ts'
import { ClientFilter } from '../invoices/client-filter.tsx'
import { useWorkspaceBase } from '../workspace-data.ts'
import { paymentsQuery, type Payment } from './payments-data.ts'
import { paymentTexts } from './texts.ts'
import { FilterRow } from './filter-row.tsx'

/** `/payments`: what came in, newest first. */
export function PaymentsPage() {
  const t = useTexts(paymentTexts)
  const base = useWorkspaceBase()
  const { values, change, hrefWith } = useUrlSearch()
  const list = useQuery(paymentsQuery(values))
  const columns = useColumns()
  return (
    <>
      <PageHeader title={t('payments')} />
      <FilterRow>
        <ClientFilter value={values['client']} onChange={(client) => change({ client })} />
      </FilterRow>
      <DataList
        label={t('payments')}
        columns={columns}
        {...listState(list, hrefWith)}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/payments/${row.id}`}
        expectedRows={12}
        empty={
          <EmptyState
            icon={IconCash}
            title={t('emptyTitle')}
            detail={t('emptyDetail')}
            action={
              <Button component={Link} href={`${base}/invoices?view=awaiting`} variant="default">
                {t('toInvoices')}
              </Button>
            }
          />
        }
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
