import { Button, Menu } from '@mantine/core'
import {
  Amount,
  DataList,
  DateText,
  EmptyState,
  FilterBar,
  NoMatch,
  PageHeader,
  StatusBadge,
  listSort,
  type DataColumn,
  type FilterValues,
} from '@portico/ui'
import { IconDownload, IconFileInvoice, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { SampleFrame } from './frame-parts.tsx'
import { refusal, sampleInvoices, type SampleInvoice } from './sample.ts'

const rows = sampleInvoices(24)
const total = rows.reduce((sum, row) => sum + row.open.amount, 0)

const columns: DataColumn<SampleInvoice>[] = [
  {
    key: 'number',
    title: 'Number',
    width: '128px',
    sortKey: 'number',
    phone: 'detail',
    render: (row) => row.number,
  },
  {
    key: 'client',
    title: 'Client',
    phone: 'title',
    sortKey: 'client',
    render: (row) => row.client,
  },
  { key: 'project', title: 'For', only: 'wide', render: (row) => row.project },
  {
    key: 'due',
    title: 'Due',
    width: '116px',
    sortKey: 'due_date',
    phone: 'detail',
    render: (row) => <DateText value={row.due} />,
  },
  {
    key: 'status',
    title: 'Status',
    width: '120px',
    phone: 'status',
    render: (row) => <StatusBadge status={row.status} />,
  },
  {
    key: 'total',
    title: 'Total',
    align: 'end',
    only: 'medium',
    render: (row) => <Amount value={row.total} tone="quiet" withoutCurrency />,
  },
  {
    key: 'open',
    title: 'Open',
    align: 'end',
    sortKey: 'open',
    phone: 'amount',
    sum: <Amount value={{ amount: total, currency: 'TZS' }} />,
    render: (row) => (
      <Amount value={row.open} zeroAsDash tone={row.status === 'overdue' ? 'bad' : undefined} />
    ),
  },
]

export function ListPieces() {
  const [values, setValues] = useState<FilterValues>({ status: 'overdue' })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['inv_1', 'inv_4']))
  const state = new URLSearchParams(location.search).get('state')
  const shown = { loading: undefined, empty: [], error: undefined }
  const current = state && state in shown ? shown[state as keyof typeof shown] : rows
  return (
    <SampleFrame>
      <PageHeader
        title="Invoices"
        count={1204}
        action={<Button leftSection={<IconPlus />}>New invoice</Button>}
        menu={<Menu.Item>Import</Menu.Item>}
      />
      <FilterBar
        values={values}
        onChange={(change) => setValues({ ...values, ...change })}
        search={{ key: 'q', placeholder: 'Number, client or reference' }}
        filters={[
          {
            key: 'status',
            label: 'Status',
            options: [
              { value: 'overdue', label: 'Overdue' },
              { value: 'paid', label: 'Paid' },
            ],
          },
          {
            key: 'currency',
            label: 'Currency',
            options: [
              { value: 'TZS', label: 'TZS' },
              { value: 'USD', label: 'USD' },
            ],
          },
          {
            key: 'owner',
            label: 'Owner',
            isRare: true,
            options: [{ value: 'neema', label: 'Neema' }],
          },
        ]}
      >
        <Button variant="default" size="xs" leftSection={<IconDownload />}>
          Export
        </Button>
      </FilterBar>
      <DataList
        label="Invoices"
        columns={columns}
        rows={current}
        rowKey={(row) => row.id}
        rowHref={(row) => `/app/studio/invoices/${row.id}`}
        rowName={(row) => row.number}
        error={state === 'error' ? refusal : undefined}
        onRetry={() => location.reload()}
        sort={listSort('-due_date', (sort) => `?sort=${sort}`)}
        selection={{
          selected,
          onChange: setSelected,
          actions: <Button size="xs">Send reminders</Button>,
        }}
        paging={{ previousHref: null, nextHref: '?after=x' }}
        expectedRows={16}
        empty={
          state === 'nomatch' ? (
            <NoMatch clearHref="?" />
          ) : (
            <EmptyState
              icon={IconFileInvoice}
              title="Your invoices will live here"
              detail="Write the first one, or bring in what you have from another system."
              action={
                <>
                  <Button>New invoice</Button>
                  <Button variant="default">Import</Button>
                </>
              }
            />
          )
        }
      />
    </SampleFrame>
  )
}
