import { queryOptions } from '@tanstack/react-query'
import { formatMoney } from '@portico/money'
import {
  Amount,
  DataList,
  DateText,
  EmptyState,
  Link,
  readerLocale,
  StatusBadge,
  useTexts,
  type DataColumn,
  type Status,
} from '@portico/ui'
import { IconCoins, IconHash, IconReceipt } from '@tabler/icons-react'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { pageOf } from '../../shared/list-state.ts'
import { useUrlList } from '../../shared/url-list.tsx'
import type { SearchValues } from '../../shared/url-search.ts'
import { useWorkspaceBase } from '../workspace-data.ts'
import type { Client } from './clients-data.ts'
import { clientTexts } from './texts.ts'

type Payment = Schema<'Payment'>
type Receipt = Schema<'ReceiptSummary'>
type Reference = Schema<'PaymentReference'>

/** The pages of a list of what belongs to a client, as the address turns them. */
const pagesOf = (clientId: string, values: SearchValues) => ({ client_id: clientId, ...pageOf(values) })

/** Money that came in. */
export function ClientPayments({ client }: { client: Client }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const { stateWith } = useUrlList((values) => {
    const query = pagesOf(client.id, values)
    return queryOptions({
      queryKey: ['payments', 'client', query],
      queryFn: ({ signal }) => unwrap(api.GET('/v1/payments', { params: { query }, signal })),
    })
  })
  const columns: DataColumn<Payment>[] = [
    {
      key: 'received',
      title: t('received'),
      width: '116px',
      phone: 'title',
      render: (row) => <DateText value={row.received_on} />,
    },
    {
      key: 'account',
      title: t('account'),
      phone: 'detail',
      render: (row) => [row.receiving_account.name, row.external_reference].filter(Boolean).join(', '),
    },
    { key: 'payer', title: t('payer'), only: 'wide', render: (row) => row.payer },
    {
      key: 'for',
      title: t('forInvoices'),
      only: 'medium',
      render: (row) =>
        [
          ...row.allocations.map(({ invoice }) => invoice.number),
          ...(row.credited.amount > 0
            ? [t('credited', { amount: formatMoney(row.credited, readerLocale()) })]
            : []),
        ].join(', '),
    },
    {
      key: 'receipt',
      title: t('receipt'),
      width: '140px',
      phone: 'status',
      render: (row) =>
        row.receipt ? <Link href={`${base}/receipts/${row.receipt.id}`}>{row.receipt.number}</Link> : null,
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'end',
      phone: 'amount',
      render: (row) => <Amount value={row.amount} />,
    },
  ]
  return (
    <DataList
      label={t('payments')}
      columns={columns}
      {...stateWith(
        <EmptyState icon={IconCoins} title={t('paymentsEmpty')} detail={t('paymentsEmptyDetail')} />,
      )}
      rowKey={(row) => row.id}
      rowHref={(row) => `${base}/payments/${row.id}`}
      expectedRows={3}
    />
  )
}

/** The receipts that were given for it. */
export function ClientReceipts({ client }: { client: Client }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const { stateWith } = useUrlList((values) => {
    const query = pagesOf(client.id, values)
    return queryOptions({
      queryKey: ['receipts', 'client', query],
      queryFn: ({ signal }) => unwrap(api.GET('/v1/receipts', { params: { query }, signal })),
    })
  })
  const columns: DataColumn<Receipt>[] = [
    {
      key: 'number',
      title: t('number'),
      width: '160px',
      phone: 'title',
      render: (row) => row.number,
    },
    {
      key: 'date',
      title: t('issued'),
      width: '116px',
      phone: 'status',
      render: (row) => <DateText value={row.receipt_date} />,
    },
    {
      key: 'for',
      title: t('forInvoices'),
      phone: 'detail',
      render: (row) => row.invoices.map(({ number }) => number).join(', '),
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'end',
      phone: 'amount',
      render: (row) => <Amount value={row.amount} />,
    },
  ]
  return (
    <DataList
      label={t('receipts')}
      columns={columns}
      {...stateWith(
        <EmptyState icon={IconReceipt} title={t('receiptsEmpty')} detail={t('receiptsEmptyDetail')} />,
      )}
      rowKey={(row) => row.id}
      rowHref={(row) => `${base}/receipts/${row.id}`}
      expectedRows={3}
    />
  )
}

const referenceStates = {
  pending: 'pending',
  submitted: 'checking',
  approved: 'approved',
  rejected: 'rejected',
} as const satisfies Record<Reference['state'], Status>

/** What the client quotes when paying, one for each issued invoice. */
export function ClientReferences({ client }: { client: Client }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const { stateWith } = useUrlList((values) => {
    const query = pagesOf(client.id, values)
    return queryOptions({
      queryKey: ['payments', 'references', query],
      queryFn: ({ signal }) => unwrap(api.GET('/v1/payment-references', { params: { query }, signal })),
    })
  })
  const columns: DataColumn<Reference>[] = [
    { key: 'value', title: t('reference'), width: '210px', phone: 'title', render: (row) => row.value },
    { key: 'invoice', title: t('number'), phone: 'detail', render: (row) => row.invoice.number },
    {
      key: 'state',
      title: t('status'),
      phone: 'status',
      render: (row) => <StatusBadge status={referenceStates[row.state]} />,
    },
    {
      key: 'total',
      title: t('total'),
      align: 'end',
      only: 'medium',
      render: (row) => <Amount value={row.invoice.total} tone="quiet" />,
    },
    {
      key: 'open',
      title: t('open'),
      align: 'end',
      phone: 'amount',
      render: (row) => <Amount value={row.invoice.due} zeroAsDash />,
    },
  ]
  return (
    <DataList
      label={t('tabReferences')}
      columns={columns}
      {...stateWith(
        <EmptyState icon={IconHash} title={t('referencesEmpty')} detail={t('referencesEmptyDetail')} />,
      )}
      rowKey={(row) => row.id}
      rowHref={(row) => `${base}/invoices/${row.invoice.id}`}
      expectedRows={3}
    />
  )
}
