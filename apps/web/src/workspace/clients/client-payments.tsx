import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { formatMoney } from '@portico/money'
import {
  Amount,
  DataList,
  DateText,
  EmptyState,
  Link,
  readerLocale,
  useTexts,
  type DataColumn,
} from '@portico/ui'
import { IconCoins } from '@tabler/icons-react'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import styles from './client-page.module.css'
import type { Client } from './clients-data.ts'
import { clientTexts } from './texts.ts'

type Payment = Schema<'Payment'>
type Receipt = Schema<'ReceiptSummary'>
const SHOWN = 100

/** Money that came in, and the receipts that were given for it. */
export function ClientPayments({ client }: { client: Client }) {
  const { can } = useWorkspace()
  return (
    <div className={styles.column}>
      {can('payments.payment.read') ? <Payments clientId={client.id} /> : null}
      {can('receipts.receipt.read') ? <Receipts clientId={client.id} /> : null}
    </div>
  )
}

function Payments({ clientId }: { clientId: string }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const payments = useQuery({
    queryKey: ['payments', 'client', clientId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/payments', { params: { query: { client_id: clientId, limit: SHOWN } }, signal })),
    placeholderData: keepPreviousData,
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
    <section>
      <h2>{t('payments')}</h2>
      <DataList
        label={t('payments')}
        columns={columns}
        rows={payments.data?.data}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/payments/${row.id}`}
        error={payments.error}
        onRetry={() => void payments.refetch()}
        expectedRows={3}
        empty={<EmptyState icon={IconCoins} title={t('paymentsEmpty')} detail={t('paymentsEmptyDetail')} />}
      />
    </section>
  )
}

function Receipts({ clientId }: { clientId: string }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const receipts = useQuery({
    queryKey: ['receipts', 'client', clientId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/receipts', { params: { query: { client_id: clientId, limit: SHOWN } }, signal })),
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
  // Where nothing was paid, the section above says so for both.
  if (receipts.data?.data.length === 0) return null
  return (
    <section>
      <h2>{t('receipts')}</h2>
      <DataList
        label={t('receipts')}
        columns={columns}
        rows={receipts.data?.data}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/receipts/${row.id}`}
        error={receipts.error}
        onRetry={() => void receipts.refetch()}
        expectedRows={3}
        empty={null}
      />
    </section>
  )
}
