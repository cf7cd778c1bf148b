import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CopyButton, ErrorState, PageHeader, SkeletonPage, StatusBadge, useTexts } from '@portico/ui'
import { IconBrandWhatsapp, IconMail, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import { useUrlSearch } from '../../shared/url-search.ts'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { ClientAction, useClientMenu } from './client-actions.tsx'
import { ClientHistory } from './client-history.tsx'
import { ClientInvoices } from './client-invoices.tsx'
import { ClientOverview } from './client-overview.tsx'
import { ClientPayments, ClientReceipts, ClientReferences } from './client-payments.tsx'
import { ClientStanding } from './client-standing.tsx'
import { clientQuery, type Client } from './clients-data.ts'
import styles from './client-page.module.css'
import { LedgerPanel, type LedgerAsked } from './ledger-panel.tsx'
import { clientTexts } from './texts.ts'

/** At most six, so that they can be seen at once; more would be a menu. */
const TABS = ['overview', 'invoices', 'payments', 'receipts', 'references', 'history'] as const
type Tab = (typeof TABS)[number]

export function ClientPage() {
  const { client: clientId = '' } = useParams({ strict: false }) as { client?: string }
  const client = useQuery(clientQuery(clientId))
  if (client.error && !client.data) {
    return <ErrorState error={client.error} onRetry={() => void client.refetch()} />
  }
  if (!client.data) return <SkeletonPage />
  return <ClientDetail client={client.data} />
}

function ClientDetail({ client }: { client: Client }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const { can } = useWorkspace()
  const { values, change } = useUrlSearch()
  const { items, dialogs } = useClientMenu(client)
  const [ledger, setLedger] = useState<LedgerAsked | null>(null)
  const tabs = TABS.filter(
    (tab) =>
      (tab !== 'invoices' || can('invoices.invoice.read')) &&
      ((tab !== 'payments' && tab !== 'references') || can('payments.payment.read')) &&
      (tab !== 'receipts' || can('receipts.receipt.read')),
  )
  const tab = tabs.find((one) => one === values['tab']) ?? 'overview'
  return (
    <>
      <PageHeader
        title={client.name}
        status={<StatusBadge status={client.status} />}
        subtitle={<Reach client={client} />}
        breadcrumbs={[{ label: t('title'), href: `${base}/clients` }]}
        action={<ClientAction client={client} />}
        menu={items}
      />
      {client.balances ? (
        <ClientStanding name={client.name} balances={client.balances} onAsk={setLedger} />
      ) : null}
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => change({ tab: next === 'overview' ? undefined : (next ?? undefined) })}
      >
        <Tabs.List aria-label={t('tabs')} className={styles.tabs}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(tabNames[one])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview" className={styles.panel}>
          <ClientOverview client={client} />
        </Tabs.Panel>
        <Tabs.Panel value="invoices" className={styles.panel}>
          <ClientInvoices client={client} />
        </Tabs.Panel>
        <Tabs.Panel value="payments" className={styles.panel}>
          <ClientPayments client={client} />
        </Tabs.Panel>
        <Tabs.Panel value="receipts" className={styles.panel}>
          <ClientReceipts client={client} />
        </Tabs.Panel>
        <Tabs.Panel value="references" className={styles.panel}>
          <ClientReferences client={client} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={styles.panel}>
          <ClientHistory clientId={client.id} />
        </Tabs.Panel>
      </Tabs>
      {dialogs}
      <LedgerPanel client={client} asked={ledger} onClose={() => setLedger(null)} />
    </>
  )
}

const tabNames = {
  overview: 'tabOverview',
  invoices: 'tabInvoices',
  payments: 'tabPayments',
  receipts: 'receipts',
  references: 'tabReferences',
  history: 'tabHistory',
} as const satisfies Record<Tab, string>

/** Refid, and the ways to reach the client, each one tap. */
function Reach({ client }: { client: Client }) {
  const t = useTexts(clientTexts)
  const { phone, email } = client
  return (
    <span className={styles.reach}>
      <span className={styles.refid}>
        {client.refid}
        <CopyButton value={client.refid} what={t('copyRefid')} />
      </span>
      {phone ? (
        <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} aria-label={t('call', { phone })}>
          <IconPhone aria-hidden />
          {phone}
        </a>
      ) : null}
      {phone?.trim().startsWith('+') ? (
        <a
          href={`https://wa.me/${phone.replaceAll(/\D/g, '')}`}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('whatsapp', { phone })}
          title={t('whatsapp', { phone })}
        >
          <IconBrandWhatsapp aria-hidden />
        </a>
      ) : null}
      {email ? (
        <a href={`mailto:${email}`} aria-label={t('write', { email })}>
          <IconMail aria-hidden />
          {email}
        </a>
      ) : null}
    </span>
  )
}
