import { Button, Menu } from '@mantine/core'
import {
  Amount,
  DataList,
  DateText,
  EmptyState,
  PageHeader,
  PortalFrame,
  StatusBadge,
  UserMenu,
} from '@portico/ui'
import { IconFileInvoice, IconFolder, IconHome, IconMessage, IconReceipt } from '@tabler/icons-react'
import styles from './pieces.module.css'
import { sampleInvoices } from './sample.ts'

const rows = sampleInvoices(5)

export function PortalPieces() {
  return (
    <PortalFrame
      brand={{ name: 'Mbuyu Studio', href: '/client-portal/studio' }}
      currentPath="/client-portal/studio"
      navigation={[
        { label: 'Home', href: '/client-portal/studio', icon: IconHome, isExact: true },
        {
          label: 'Invoices',
          href: '/client-portal/studio/invoices',
          icon: IconFileInvoice,
          count: 2,
        },
        { label: 'Receipts', href: '/client-portal/studio/receipts', icon: IconReceipt },
        { label: 'Files', href: '/client-portal/studio/files', icon: IconFolder },
        { label: 'Ask', href: '/client-portal/studio/ask', icon: IconMessage },
      ]}
      actions={
        <UserMenu name="Amina Juma" email="amina@kilimo.example" footer={<Menu.Item>Sign out</Menu.Item>} />
      }
      footer="Mbuyu Studio Ltd, Plot 14, Haile Selassie Road, Dar es Salaam. VAT 40-012345-X"
    >
      <PageHeader
        title="You owe TSh 2,450,000, oldest due 3 days ago"
        subtitle="Two invoices are open."
        action={<Button>Pay 2 invoices</Button>}
      />
      <div className={styles.figures}>
        <Amount value={{ amount: 245_000_000, currency: 'TZS' }} size="headline" trim />
        <Amount value={{ amount: 48_000, currency: 'USD' }} size="headline" />
      </div>
      <DataList
        label="Open invoices"
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/client-portal/studio/invoices/${row.id}`}
        empty={<EmptyState title="Nothing is open" />}
        columns={[
          { key: 'number', title: 'Invoice', phone: 'title', render: (row) => row.number },
          {
            key: 'due',
            title: 'Due',
            phone: 'detail',
            render: (row) => <DateText value={row.due} as="both" />,
          },
          {
            key: 'status',
            title: 'Status',
            phone: 'status',
            render: (row) => <StatusBadge status={row.status} />,
          },
          {
            key: 'open',
            title: 'Open',
            align: 'end',
            phone: 'amount',
            render: (row) => <Amount value={row.open} zeroAsDash />,
          },
        ]}
      />
    </PortalFrame>
  )
}
