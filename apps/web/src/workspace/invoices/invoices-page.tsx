import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  Amount,
  DataList,
  DateText,
  EmptyState,
  FilterBar,
  Link,
  NoMatch,
  PageHeader,
  StatusBadge,
  useTexts,
  type DataColumn,
} from '@portico/ui'
import { IconFileInvoice, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { listState } from '../../shared/list-state.ts'
import { useUrlSearch } from '../../shared/url-search.ts'
import { MoveIn } from '../move-in.tsx'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { ClientFilter } from './client-filter.tsx'
import { ViewChips } from '../view-chips.tsx'
import {
  invoicesQuery,
  invoiceViews,
  isInvoiceView,
  listQueryOf,
  outstandingQuery,
  type InvoiceSummary,
  type InvoiceView,
} from './invoices-data.ts'
import { receivingAccountsQuery } from './lookups.ts'
import { invoiceTexts } from './texts.ts'

const FILTERS = ['q', 'client', 'currency', 'delivery', 'purchase_order', 'issued_from', 'issued_to'] as const

/** `/invoices`: who owes what, by the three facts of each invoice. */
export function InvoicesPage() {
  const t = useTexts(invoiceTexts)
  const base = useWorkspaceBase()
  const { can } = useWorkspace()
  const { values, change, hrefWith } = useUrlSearch()
  const list = useQuery(invoicesQuery(listQueryOf(values)))
  const columns = useColumns()
  const currencies = useCurrencies()
  const view: InvoiceView = isInvoiceView(values['view']) ? values['view'] : 'all'
  const isFiltered = FILTERS.some((key) => values[key])
  const total = list.data?.total
  const count = total && (total.is_capped ? `${total.count.toLocaleString()}+` : total.count)
  const create = can('invoices.invoice.create') ? (
    <Button component={Link} href={`${base}/invoices/new`} leftSection={<IconPlus />}>
      {t('newInvoice')}
    </Button>
  ) : undefined
  const clearHref = `${base}/invoices`
  return (
    <>
      <PageHeader title={view === 'void' ? t('view_void') : t('invoices')} count={count} action={create} />
      <ViewChips
        label={t('viewsLabel')}
        chips={(Object.keys(invoiceViews) as InvoiceView[]).map((one) => ({
          key: one,
          label: t(`view_${one}`),
          href: hrefWith({ view: one === 'all' ? undefined : one }),
          isCurrent: one === view,
        }))}
      />
      <FilterBar
        values={values}
        onChange={change}
        search={{ key: 'q', placeholder: t('searchHint') }}
        filters={[
          {
            key: 'currency',
            label: t('currency'),
            options: currencies.map((code) => ({ value: code, label: code })),
          },
          {
            key: 'delivery',
            label: t('delivery'),
            options: [
              { value: 'not_sent', label: t('deliveryNotSent') },
              { value: 'sent', label: t('deliverySent') },
              { value: 'viewed', label: t('deliveryViewed') },
            ],
          },
          {
            key: 'sort',
            label: t('sort'),
            options: [{ value: 'due_date', label: t('sortDue') }],
          },
        ]}
      >
        <ClientFilter value={values['client']} onChange={(client) => change({ client })} />
      </FilterBar>
      <DataList
        label={t('invoices')}
        columns={columns}
        {...listState(list, hrefWith)}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/invoices/${row.id}`}
        expectedRows={16}
        empty={
          isFiltered || view !== 'all' ? (
            <NoMatch clearHref={clearHref} />
          ) : (
            <EmptyState
              icon={IconFileInvoice}
              title={t('emptyTitle')}
              detail={t('emptyDetail')}
              action={
                <>
                  {create}
                  <MoveIn />
                </>
              }
            />
          )
        }
      />
    </>
  )
}

function useColumns(): DataColumn<InvoiceSummary>[] {
  const t = useTexts(invoiceTexts)
  return useMemo(
    () => [
      {
        key: 'number',
        title: t('columnNumber'),
        width: '132px',
        phone: 'detail',
        render: (row) => row.number ?? t('noNumber'),
      },
      { key: 'client', title: t('client'), phone: 'title', render: (row) => row.client.name },
      {
        key: 'purchase_order',
        title: t('purchaseOrder'),
        width: '140px',
        only: 'wide',
        render: (row) => row.purchase_order,
      },
      {
        key: 'issued',
        title: t('columnIssued'),
        width: '124px',
        only: 'medium',
        render: (row) => (row.issue_date ? <DateText value={row.issue_date} /> : null),
      },
      {
        key: 'due',
        title: t('columnDue'),
        width: '124px',
        phone: 'detail',
        render: (row) => (row.due_date ? <DateText value={row.due_date} /> : null),
      },
      {
        key: 'status',
        title: t('columnStatus'),
        width: '112px',
        phone: 'status',
        render: (row) => <StatusBadge status={row.badge} />,
      },
      {
        key: 'total',
        title: t('columnTotal'),
        align: 'end',
        only: 'medium',
        render: (row) => <Amount value={row.total} tone="quiet" />,
      },
      {
        key: 'open',
        title: t('columnOpen'),
        align: 'end',
        phone: 'amount',
        render: (row) => <Amount value={row.due} zeroAsDash tone={row.is_overdue ? 'bad' : undefined} />,
      },
    ],
    [t],
  )
}

/** The currencies there is reason to filter by: the base, those of the accounts, those that are owed. */
function useCurrencies(): string[] {
  const { organization, can } = useWorkspace()
  const outstanding = useQuery({ ...outstandingQuery, enabled: can('clients.balance.read') })
  const accounts = useQuery({ ...receivingAccountsQuery, enabled: can('accounts.account.read') })
  const codes = [
    organization.base_currency,
    ...(accounts.data?.data ?? []).map((account) => account.currency),
    ...(outstanding.data?.data ?? []).map((row) => row.currency),
  ]
  return [...new Set(codes)]
}
