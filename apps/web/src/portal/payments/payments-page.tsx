import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { formatMoney } from '@portico/money'
import { Amount, DataList, DateText, EmptyState, useLocale, useTexts, type DataColumn } from '@portico/ui'
import { IconReceipt } from '@tabler/icons-react'
import { portalApi, unwrap, type Schema } from '../../shared/api.ts'
import { listState } from '../../shared/list-state.ts'
import { useUrlSearch, type SearchValues } from '../../shared/url-search.ts'
import { LINKS_LAST, usePortal } from '../portal-data.ts'
import { PaymentsFrame, ReceiptLink } from './payments-frame.tsx'
import styles from './payments.module.css'
import { portalPaymentsTexts } from './texts.ts'

type Payment = Schema<'PortalPayment'>

const listQuery = (clientId: string, { after, before }: SearchValues) =>
  queryOptions({
    queryKey: ['portal', clientId, 'payments', after, before],
    queryFn: ({ signal }) =>
      unwrap(
        portalApi.GET('/v1/portal/payments', {
          params: { query: { limit: 25, ...(after && { after }), ...(before && { before }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: LINKS_LAST,
  })

/** The payment history: when, how, for what, with its receipt. */
export function PaymentsPage() {
  const t = useTexts(portalPaymentsTexts)
  const { place } = usePortal()
  const { values, hrefWith } = useUrlSearch()
  const list = useQuery(listQuery(place.client.id, values))
  const columns = useColumns()
  return (
    <PaymentsFrame current="payments">
      <DataList
        label={t('payments')}
        columns={columns}
        {...listState(list, hrefWith)}
        rowKey={(row) => row.id}
        empty={<EmptyState icon={IconReceipt} title={t('noPayments')} detail={t('noPaymentsDetail')} />}
      />
    </PaymentsFrame>
  )
}

function useColumns(): DataColumn<Payment>[] {
  const t = useTexts(portalPaymentsTexts)
  const locale = useLocale()
  return [
    { key: 'on', title: t('date'), phone: 'title', render: (row) => <DateText value={row.on} /> },
    {
      key: 'method',
      title: t('method'),
      phone: 'detail',
      render: (row) => (row.kind === 'credit' ? t('byCredit') : t.maybe(`${row.method}_method`, row.method)),
    },
    {
      key: 'for',
      title: t('forInvoices'),
      phone: 'detail',
      width: '34%',
      render: (row) => {
        const numbers = row.invoices.map((invoice) => invoice.number).join(', ')
        const kept = row.credited.amount > 0 ? t('kept', { amount: formatMoney(row.credited, locale) }) : null
        return <span title={numbers}>{[numbers, kept].filter(Boolean).join(' · ')}</span>
      },
    },
    {
      key: 'receipt',
      title: t('receipt'),
      phone: 'status',
      render: (row) =>
        row.receipt ? (
          <ReceiptLink
            url={row.receipt.download_url}
            number={row.receipt.number}
            words={row.receipt.number}
          />
        ) : (
          <span className={styles.quiet}>–</span>
        ),
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'end',
      phone: 'amount',
      render: (row) => <Amount value={row.amount} />,
    },
  ]
}
