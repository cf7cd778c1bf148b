import type { MailTemplateName, MailTemplates } from '../src/platform/mail/index.ts'
import { statement } from '../src/platform/database/index.ts'
import { systemPrincipal } from '../src/platform/principal.ts'
import type { TestApp } from './app.ts'

export type QueuedMail = {
  template: MailTemplateName
  to: string
  locale: string
  props: MailTemplates[MailTemplateName] & { url?: string; code?: string; resetUrl?: string }
  organizationId: string | null
}

const system = statement<{
  template: MailTemplateName
  to_address: string
  locale: string
  sealed_props: Buffer
}>(
  'select template, to_address, locale, sealed_props from system_emails where to_address = $1 order by created_at, id',
)
const ofOrganization = statement<{
  template: MailTemplateName
  to_addresses: string[]
  locale: string
  sealed_props: Buffer
}>(
  'select template, to_addresses, locale, sealed_props from emails where organization_id = $1 and $2 = any(to_addresses) order by created_at, id',
)

/** The mails of the installation that wait for an address, oldest first, opened. */
export async function systemMailsTo(app: TestApp, address: string): Promise<QueuedMail[]> {
  const rows = await app.parts.database.global(systemPrincipal('mailbox'), (tx) => tx.all(system(address)))
  return rows.map((row) => {
    const { props, organizationId } = JSON.parse(app.parts.keyring.open('emails', row.sealed_props)) as Pick<
      QueuedMail,
      'props' | 'organizationId'
    >
    return { template: row.template, to: row.to_address, locale: row.locale, props, organizationId }
  })
}

/** The same for the mails of an organization. */
export async function mailsTo(app: TestApp, organizationId: string, address: string): Promise<QueuedMail[]> {
  const rows = await app.parts.database.withOrganization(organizationId, systemPrincipal('mailbox'), (tx) =>
    tx.all(ofOrganization(organizationId, address)),
  )
  return rows.map((row) => ({
    template: row.template,
    to: address,
    locale: row.locale,
    props: JSON.parse(app.parts.keyring.open('emails', row.sealed_props)) as QueuedMail['props'],
    organizationId,
  }))
}

/** The token that a mail's link carries: in the query, or as the last part of the path. */
export function tokenOf(mail: QueuedMail | undefined): string {
  const url = new URL(mail?.props.url ?? '')
  return url.searchParams.get('token') ?? url.pathname.split('/').at(-1) ?? ''
}
