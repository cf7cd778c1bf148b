import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  Amount,
  DataList,
  DateText,
  EmptyState,
  Link,
  StatusBadge,
  useTexts,
  type DataColumn,
} from '@portico/ui'
import { IconFileInvoice } from '@tabler/icons-react'
import { listState } from '../../shared/list-state.ts'
import { useUrlSearch } from '../../shared/url-search.ts'
import { invoicesQuery, type InvoiceSummary } from '../invoices/invoices-data.ts'
import { useWorkspaceBase } from '../workspace-data.ts'
import styles from './client-page.module.css'
import type { Client } from './clients-data.ts'
import { clientTexts } from './texts.ts'

const SHOWN_OPEN = 8

function useColumns(): DataColumn<InvoiceSummary>[] {
  const t = useTexts(clientTexts)
  return [
    {
      key: 'number',
      title: t('number'),
      width: '150px',
      phone: 'title',
      render: (row) => row.number ?? t('draftNumber'),
    },
    {
      key: 'issued',
      title: t('issued'),
      only: 'medium',
      width: '116px',
      render: (row) => (row.issue_date ? <DateText value={row.issue_date} /> : null),
    },
    {
      key: 'due',
      title: t('due'),
      width: '116px',
      phone: 'detail',
      render: (row) => (row.due_date ? <DateText value={row.due_date} /> : null),
    },
    {
      key: 'status',
      title: t('status'),
      phone: 'status',
      render: (row) => <StatusBadge status={row.badge} />,
    },
    {
      key: 'total',
      title: t('total'),
      align: 'end',
      only: 'medium',
      render: (row) => <Amount value={row.total} tone="quiet" />,
    },
    {
      key: 'open',
      title: t('open'),
      align: 'end',
      phone: 'amount',
      render: (row) => <Amount value={row.due} zeroAsDash tone={row.is_overdue ? 'bad' : undefined} />,
    },
  ]
}

/** What is still open, the longest due first. */
export function OpenInvoices({ client }: { client: Client }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const columns = useColumns()
  const invoices = useQuery(
    invoicesQuery({
      client_id: client.id,
      settlement_state: 'open',
      document_state: 'final',
      sort: 'due_date',
      limit: SHOWN_OPEN,
    }),
  )
  const partial = useQuery(
    invoicesQuery({
      client_id: client.id,
      settlement_state: 'partial',
      document_state: 'final',
      sort: 'due_date',
      limit: SHOWN_OPEN,
    }),
  )
  const rows =
    invoices.data && partial.data
      ? [...invoices.data.data, ...partial.data.data]
          .sort((a, b) => (a.due_date ?? '').localeCompare(b.due_date ?? ''))
          .slice(0, SHOWN_OPEN)
      : undefined
  return (
    <section>
      <div className={styles.sectionHead}>
        <h2>{t('openInvoices')}</h2>
        <Link href={`${base}/clients/${client.id}?tab=invoices`}>{t('allInvoices')}</Link>
      </div>
      <DataList
        label={t('openInvoices')}
        columns={columns.filter(({ key }) => key !== 'issued')}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/invoices/${row.id}`}
        error={invoices.error ?? partial.error}
        onRetry={() => void Promise.all([invoices.refetch(), partial.refetch()])}
        expectedRows={3}
        empty={<p className={styles.quiet}>{t('openInvoicesEmpty')}</p>}
      />
    </section>
  )
}

/** All invoices of the client. */
export function ClientInvoices({ client }: { client: Client }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const { values, hrefWith } = useUrlSearch()
  const columns = useColumns()
  const { after, before } = values
  const invoices = useQuery(
    invoicesQuery({ client_id: client.id, limit: 50, ...(after && { after }), ...(before && { before }) }),
  )
  return (
    <DataList
      label={t('tabInvoices')}
      columns={columns}
      {...listState(invoices, hrefWith)}
      rowKey={(row) => row.id}
      rowHref={(row) => `${base}/invoices/${row.id}`}
      empty={
        <EmptyState
          icon={IconFileInvoice}
          title={t('invoicesEmpty')}
          detail={t('invoicesEmptyDetail')}
          action={
            client.abilities.create_invoice ? (
              <Button component={Link} href={`${base}/invoices/new?client=${client.id}`} variant="default">
                {t('newInvoice')}
              </Button>
            ) : null
          }
        />
      }
    />
  )
}
