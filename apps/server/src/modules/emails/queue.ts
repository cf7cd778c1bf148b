import type { AppParts } from '../../app-parts.ts'
import { db, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import type { MailTemplateName, MailTemplates } from '../../platform/mail/index.ts'

/**
 * A file that is added when the mail is sent: an issued document, as the PDF that is stored for ever, or a client's statement as of a day,
 * made of the ledger.
 */
export type EmailAttachment =
  | { documentKind: 'invoice' | 'receipt'; documentId: string; name: string }
  | StatementAttachment
export type StatementAttachment = {
  documentKind: 'statement'
  documentId: string
  name: string
  from: string | null
  asOf: string
  currency: string | null
}

export type NewEmail<Name extends MailTemplateName> = {
  template: Name
  /** Each address gets a message of its own, so that each has a delivery and a retry of its own; `cc` is for the record. */
  to: readonly string[]
  cc?: readonly string[]
  locale: string
  props: MailTemplates[Name]
  /** For lists: what the mail is about, without secrets. */
  subject: string
  attachments?: readonly EmailAttachment[]
  clientId?: string | null
  entity?: { kind: string; id: string }
}

/**
 * Puts a mail of an organization into its outbox, in the transaction of the change that causes it; a job sends it after the commit.
 * What it says is kept sealed, because it may hold links and codes.
 * @returns the ids of the mails, one for each address
 */
export function queueEmail<Name extends MailTemplateName>(
  parts: Pick<AppParts, 'keyring'>,
  tx: Tx,
  email: NewEmail<Name>,
): string[] {
  const sealed = parts.keyring.seal('emails', JSON.stringify(email.props))
  const ids: string[] = []
  for (const address of new Set([...email.to, ...(email.cc ?? [])])) {
    const id = newId()
    ids.push(id)
    tx.later(
      db.insertInto('emails').values({
        organization_id: tx.organizationId,
        id,
        template: email.template,
        to_addresses: [address],
        cc_addresses: [...(email.cc ?? [])],
        subject: email.subject,
        locale: email.locale,
        sealed_props: sealed,
        attachments: JSON.stringify(email.attachments ?? []),
        client_id: email.clientId ?? null,
        entity_kind: email.entity?.kind ?? null,
        entity_id: email.entity?.id ?? null,
        created_at: tx.now,
      }),
    )
    tx.announce('email.queued', { email_id: id })
  }
  return ids
}

/** Puts a mail of the installation itself into the outbox: verification, reset, portal sign-in. Its body is wiped once it is sent. */
export function queueSystemEmail<Name extends MailTemplateName>(
  parts: Pick<AppParts, 'keyring'>,
  tx: Tx,
  email: {
    template: Name
    to: string
    locale: string
    props: MailTemplates[Name]
    organizationId?: string | null
    /** Where answers go. */
    replyTo?: string
  },
): void {
  tx.later(
    db.insertInto('system_emails').values({
      id: newId(),
      template: email.template,
      to_address: email.to,
      locale: email.locale,
      sealed_props: parts.keyring.seal(
        'emails',
        JSON.stringify({
          props: email.props,
          organizationId: email.organizationId ?? null,
          replyTo: email.replyTo ?? null,
        }),
      ),
      created_at: tx.now,
    }),
  )
  // Not a domain event of any organization, but somebody has to be told that there is work.
  tx.announcedEvents++
}
