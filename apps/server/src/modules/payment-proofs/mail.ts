import type { AppParts } from '../../app-parts.ts'
import { statement, type Statement, type Tx } from '../../platform/database/index.ts'
import type { MailTemplates } from '../../platform/mail/index.ts'
import type { Principal } from '../../platform/principal.ts'
import { documentRecipients, type DocumentRecipient } from '../clients/index.ts'
import { linksOfDocument, linkUrl, makeLinkToken, type LinkRow } from '../documents/index.ts'
import { queueEmail } from '../emails/index.ts'
import { receiptParties, type ReceiptParties } from '../receipts/index.ts'

type Recipient = { name: string | null; email: string }
const contactAddress = statement<Recipient>(
  'select name, email from contacts where organization_id = $1 and id = $2 and email is not null and deleted_at is null',
)
const statementCount = 4

/**
 * Reads for the mails about a proof, for a batch: the submitter's address where a contact sent it, else whoever gets the client's
 * documents; the private link that the mail leads to.
 */
export function mailingStatements(
  organizationId: string,
  clientId: string,
  invoiceId: string,
  submitter: Principal | { contactId: string | null },
): Statement[] {
  const contactId = 'contactId' in submitter ? submitter.contactId : null
  return [
    receiptParties(organizationId, clientId),
    documentRecipients(organizationId, clientId),
    linksOfDocument(organizationId, 'invoice', invoiceId),
    contactAddress(organizationId, contactId),
  ]
}

export type ProofMailing = { parties: ReceiptParties; recipients: Recipient[]; url: string }

export function mailingFrom(
  parts: Pick<AppParts, 'keyring' | 'config'>,
  organizationId: string,
  rows: readonly (readonly unknown[])[],
): ProofMailing {
  if (rows.length !== statementCount) throw new Error('These are not the rows of mailingStatements')
  const [parties, recipients, links, contacts] = rows as [
    ReceiptParties[],
    DocumentRecipient[],
    LinkRow[],
    Recipient[],
  ]
  if (!parties[0]) throw new Error('A proof has a client')
  const link = links.find((row) => row.revoked_at === null)
  const { publicUrl } = parts.config
  return {
    parties: parties[0],
    recipients: contacts.length > 0 ? contacts : recipients,
    url: link
      ? linkUrl(publicUrl, makeLinkToken(parts.keyring, organizationId, link.id, link.version))
      : `${publicUrl}/client-portal/${parties[0].slug}`,
  }
}

/** Each recipient gets a message of their own, by name. */
export function queueProofMail<Name extends 'proof-received' | 'proof-rejected'>(
  parts: Pick<AppParts, 'keyring'>,
  tx: Tx,
  mail: {
    template: Name
    recipients: readonly Recipient[]
    locale: string
    subject: string
    clientId: string
    proofId: string
    props: Omit<MailTemplates[Name], 'name'>
  },
): void {
  for (const { name, email } of mail.recipients) {
    queueEmail(parts, tx, {
      template: mail.template,
      to: [email],
      locale: mail.locale,
      subject: mail.subject,
      props: { ...mail.props, ...(name && { name }) } as MailTemplates[Name],
      clientId: mail.clientId,
      entity: { kind: 'payment_proof', id: mail.proofId },
    })
  }
}
