import { Button, Tabs } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import {
  Amount,
  DataList,
  DateText,
  EmptyState,
  Link,
  PageHeader,
  StatusBadge,
  useTexts,
  type DataColumn,
} from '@portico/ui'
import { IconFileInvoice } from '@tabler/icons-react'
import { useState } from 'react'
import { clientStatus } from '../../portal-shared/client-status.ts'
import type { PortalInvoiceSummary } from '../../portal-shared/invoice.ts'
import { WhenDue } from '../../portal-shared/when-due.tsx'
import { portalApi, unwrap } from '../../shared/api.ts'
import { listState } from '../../shared/list-state.ts'
import { useUrlSearch, type SearchValues } from '../../shared/url-search.ts'
import { payHref } from '../pay/pay-href.ts'
import { usePortal } from '../portal-data.ts'
import { portalInvoicesTexts } from './texts.ts'

type Show = 'open' | 'settled' | 'all'

const isShow = (value: string | undefined): value is Show =>
  value === 'open' || value === 'settled' || value === 'all'

const listQuery = (clientId: string, show: Show, { after, before }: SearchValues) =>
  queryOptions({
    queryKey: ['portal', clientId, 'invoices', show, after, before],
    queryFn: ({ signal }) =>
      unwrap(
        portalApi.GET('/v1/portal/invoices', {
          params: {
            query: {
              limit: 25,
              ...(show === 'all'
                ? {}
                : { settled: show === 'settled' ? ('true' as const) : ('false' as const) }),
              ...(after && { after }),
              ...(before && { before }),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

/** What is to be paid first; what is settled and everything, one tap away. */
export function InvoicesPage() {
  const t = useTexts(portalInvoicesTexts)
  const { base, can, place } = usePortal()
  const { values, change, hrefWith } = useUrlSearch()
  const show: Show = isShow(values.show) ? values.show : 'open'
  const list = useQuery(listQuery(place.client.id, show, values))
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const chosen = list.data?.data.filter((row) => selected.has(row.id) && row.due.amount > 0) ?? []
  const mayPay = can('invoices.pay') && show === 'open'

  function turnTo(next: string | null) {
    setSelected(new Set())
    change({ show: next === 'open' ? undefined : (next ?? undefined) })
  }

  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs value={show} onChange={turnTo} mb="xs">
        <Tabs.List aria-label={t('show')}>
          <Tabs.Tab value="open">{t('open')}</Tabs.Tab>
          <Tabs.Tab value="settled">{t('settled')}</Tabs.Tab>
          <Tabs.Tab value="all">{t('all')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={show} pt="xs">
          <DataList
            label={t('title')}
            columns={useColumns(show)}
            {...listState(list, hrefWith)}
            rowKey={(row) => row.id}
            rowName={(row) => row.number}
            rowHref={(row) => `${base}/invoices/${row.id}`}
            empty={<NothingHere show={show} onAll={() => turnTo('all')} />}
            {...(mayPay && {
              selection: {
                selected,
                onChange: setSelected,
                actions: (
                  <Button component={Link} href={payHref(base, chosen)}>
                    {t('pay', { count: chosen.length })}
                  </Button>
                ),
              },
            })}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function useColumns(show: Show): DataColumn<PortalInvoiceSummary>[] {
  const t = useTexts(portalInvoicesTexts)
  return [
    { key: 'number', title: t('number'), phone: 'title', width: '150px', render: (row) => row.number },
    {
      key: 'issued',
      title: t('issued'),
      only: 'medium',
      width: '130px',
      render: (row) => <DateText value={row.issue_date} />,
    },
    {
      key: 'due',
      title: t('due'),
      phone: 'detail',
      width: '290px',
      render: (row) =>
        row.due.amount > 0 ? (
          <WhenDue date={row.due_date} isOverdue={row.badge === 'overdue'} />
        ) : (
          <DateText value={row.due_date} />
        ),
    },
    { key: 'order', title: t('orderNumber'), only: 'medium', render: (row) => row.purchase_order },
    {
      key: 'status',
      title: t('status'),
      phone: 'status',
      render: (row) => {
        const status = clientStatus(row)
        return <StatusBadge status={status} label={status === 'rejected' ? t('proofRejected') : undefined} />
      },
    },
    {
      key: 'amount',
      title: show === 'open' ? t('toPay') : t('total'),
      align: 'end',
      phone: 'amount',
      render: (row) => <Amount value={show === 'open' ? row.due : row.total} />,
    },
  ]
}

function NothingHere({ show, onAll }: { show: Show; onAll: () => void }) {
  const t = useTexts(portalInvoicesTexts)
  if (show === 'all')
    return <EmptyState icon={IconFileInvoice} title={t('noneAll')} detail={t('noneOpenDetail')} />
  return (
    <EmptyState
      icon={IconFileInvoice}
      title={t(show === 'open' ? 'noneOpen' : 'noneSettled')}
      detail={show === 'open' ? t('noneOpenDetail') : undefined}
      action={
        <Button variant="default" onClick={onAll}>
          {t('showAll')}
        </Button>
      }
    />
  )
}
