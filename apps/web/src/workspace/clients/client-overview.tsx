import { useQuery } from '@tanstack/react-query'
import { countryName, DateText, Facts, formatRelativeTime, Link, readerLocale, useTexts } from '@portico/ui'
import type { ReactNode } from 'react'
import { languageName } from '../../shared/language-name.ts'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { OpenInvoices } from './client-invoices.tsx'
import styles from './client-page.module.css'
import { contactsQuery, type Client, type Contact } from './clients-data.ts'
import { ContactsSection } from './contacts/contacts-section.tsx'
import { clientTexts } from './texts.ts'

/** People and open invoices, the facts beside. */
export function ClientOverview({ client }: { client: Client }) {
  const { can } = useWorkspace()
  const contacts = useQuery(contactsQuery(client.id))
  return (
    <div className={styles.overview}>
      <div className={styles.column}>
        <ContactsSection client={client} contacts={contacts} />
        {can('invoices.invoice.read') ? <OpenInvoices client={client} /> : null}
      </div>
      <ClientFacts client={client} contacts={contacts.data?.data} />
    </div>
  )
}

type T = ReturnType<typeof useTexts<typeof clientTexts.messages>>

function ClientFacts({ client, contacts }: { client: Client; contacts: Contact[] | undefined }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const { organization } = useWorkspace()
  const cc = (contacts ?? []).filter(({ document_delivery: way, email }) => way === 'cc' && email)
  const metadata = Object.entries(client.metadata)
  return (
    <div>
      <Facts
        title={t('facts')}
        facts={[
          { label: t('factTerms'), value: termsInWords(t, client, organization.payment_terms_days) },
          {
            label: t('currency'),
            value: client.currency ?? t('factDefault', { value: organization.base_currency }),
          },
          { label: t('language'), value: client.locale ? languageName(client.locale) : null },
          { label: t('factPo'), value: client.requires_purchase_order ? t('factPoNeeded') : null },
          { label: t('factRecipients'), value: contacts ? recipientsInWords(t, client, contacts) : null },
          { label: t('factCc'), value: linesOf(cc.map(({ email }) => email ?? '')) },
          { label: t('taxNumber'), value: client.tax_number },
          { label: t('legalName'), value: client.legal_name },
          { label: t('registrationNumber'), value: client.registration_number },
          { label: t('address'), value: addressOf(client) },
          {
            label: t('website'),
            value: client.website ? (
              <a href={client.website} target="_blank" rel="noopener noreferrer">
                {client.website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
              </a>
            ) : null,
          },
          {
            label: t('segment'),
            value: client.metadata['segment'] ? (
              <Link href={`${base}/clients?segment=${encodeURIComponent(client.metadata['segment'])}`}>
                {client.metadata['segment']}
              </Link>
            ) : null,
          },
          { label: t('assigned'), value: client.assigned_members.map(({ name }) => name).join(', ') },
          { label: t('factPortal'), value: portalInWords(t, client, contacts) },
          { label: t('factSince'), value: <DateText value={client.created_at} /> },
        ]}
      />
      {metadata.some(([key]) => key !== 'segment') ? (
        <div className={styles.metadata}>
          <Facts
            title={t('metadata')}
            facts={metadata.filter(([key]) => key !== 'segment').map(([label, value]) => ({ label, value }))}
          />
        </div>
      ) : null}
    </div>
  )
}

function termsInWords(t: T, client: Client, organizationDays: number): string {
  const days = client.payment_terms_days
  if (client.payment_terms_kind === 'end_of_month') {
    return days ? t('factTermsMonth', { days }) : t('factTermsMonthNow')
  }
  if (days === null) return t('factTermsDefault', { days: organizationDays })
  return days === 0 ? t('factTermsNow') : t('factTermsNet', { days })
}

/** As the server chooses: those who say so, else the client's own address, else the main contact's. */
function recipientsInWords(t: T, client: Client, contacts: Contact[]): ReactNode {
  const named = contacts.filter(({ document_delivery: way, email }) => way === 'to' && email)
  const primary = contacts.find(({ is_primary: isPrimary }) => isPrimary)
  const own = client.email ?? primary?.email
  const all = named.length > 0 ? named.map(({ email }) => email ?? '') : own ? [own] : []
  return all.length === 0
    ? t('factNoRecipient')
    : all.map((email) => <EmailAddress key={email} email={email} />)
}

/** A line that ends, where it has to, at the @ and not at the last letter. */
function EmailAddress({ email }: { email: string }) {
  const [box = '', host = ''] = email.split(/(?<=@)/)
  return (
    <div>
      {box}
      <wbr />
      {host}
    </div>
  )
}

/** One below the other; nothing where there are none. */
function linesOf(lines: string[]): ReactNode {
  return lines.length > 0 ? <span className={styles.address}>{lines.join('\n')}</span> : null
}

function addressOf(client: Client) {
  const { line1, line2, city, region, postal_code: code } = client.address
  const lines = [
    line1,
    line2,
    [code, city].filter(Boolean).join(' '),
    region,
    client.country ? countryName(client.country, readerLocale()) : '',
  ].filter((line): line is string => Boolean(line))
  return linesOf(lines)
}

function portalInWords(t: T, client: Client, contacts: Contact[] | undefined): string {
  if (!client.is_portal_enabled) return t('factPortalOff')
  const visits = (contacts ?? []).map(({ last_portal_visit_at: at }) => at ?? '').sort()
  const last = visits.at(-1)
  return last ? t('factLastVisit', { when: formatRelativeTime(last) }) : t('factPortalOn')
}
