import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Amount, DataList, DateText, EmptyState, useTexts, type DataColumn } from '@portico/ui'
import { IconReceipt } from '@tabler/icons-react'
import { portalApi, unwrap, type Schema } from '../../shared/api.ts'
import { listState } from '../../shared/list-state.ts'
import { useUrlSearch, type SearchValues } from '../../shared/url-search.ts'
import { LINKS_LAST, usePortal } from '../portal-data.ts'
import { PaymentsFrame, ReceiptLink } from './payments-frame.tsx'
import { portalPaymentsTexts } from './texts.ts'

type Receipt = Schema<'PortalReceipt'>

const listQuery = (clientId: string, { after, before }: SearchValues) =>
  queryOptions({
    queryKey: ['portal', clientId, 'receipts', after, before],
    queryFn: ({ signal }) =>
      unwrap(
        portalApi.GET('/v1/portal/receipts', {
          params: { query: { limit: 25, ...(after && { after }), ...(before && { before }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: LINKS_LAST,
  })

/** My receipts, each to download. */
export function ReceiptsPage() {
  const t = useTexts(portalPaymentsTexts)
  const { place } = usePortal()
  const { values, hrefWith } = useUrlSearch()
  const list = useQuery(listQuery(place.client.id, values))
  const columns: DataColumn<Receipt>[] = [
    { key: 'number', title: t('number'), phone: 'title', render: (row) => row.number },
    {
      key: 'date',
      title: t('date'),
      phone: 'detail',
      render: (row) => <DateText value={row.receipt_date} />,
    },
    {
      key: 'for',
      title: t('forInvoices'),
      phone: 'detail',
      width: '30%',
      render: (row) => row.invoices.map((invoice) => invoice.number).join(', '),
    },
    {
      key: 'tax',
      title: t('tax'),
      align: 'end',
      only: 'medium',
      render: (row) => <Amount value={row.tax} tone="quiet" zeroAsDash />,
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'end',
      phone: 'amount',
      render: (row) => <Amount value={row.amount} />,
    },
    {
      key: 'download',
      title: t('receipt'),
      phone: 'status',
      render: (row) => <ReceiptLink url={row.download_url} number={row.number} words={t('download')} />,
    },
  ]
  return (
    <PaymentsFrame current="receipts">
      <DataList
        label={t('receiptsTitle')}
        columns={columns}
        {...listState(list, hrefWith)}
        rowKey={(row) => row.id}
        empty={<EmptyState icon={IconReceipt} title={t('noReceipts')} detail={t('noReceiptsDetail')} />}
      />
    </PaymentsFrame>
  )
}
