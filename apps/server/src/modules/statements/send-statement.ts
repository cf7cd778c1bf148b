import type { AppParts } from '../../app-parts.ts'
import type { Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { textsFor } from '../../platform/mail/texts/index.ts'
import { documentRecipients } from '../clients/index.ts'
import { queueEmail } from '../emails/index.ts'
import { presentStatement } from './present.ts'
import { statementReads, type Asked, type StatementRows } from './reads.ts'
import { statementFileName } from './pdf.ts'

/** Lines of a currency that paper and screen show; what is older is summed up in the opening balance. */
export const mostLines = 500

/**
 * Mails a statement to those who get the client's documents, or to the addresses given. The PDF is made when the mail is sent, of the ledger
 * as of the day that the mail names.
 * @throws Refusal no_recipient
 */
export async function sendStatement(
  tx: Tx,
  parts: Pick<AppParts, 'keyring' | 'config'>,
  asked: Asked & { client: string },
  given: { to?: string[] | undefined; cc?: string[] | undefined; message?: string | undefined },
): Promise<{ to: string[]; cc: string[]; as_of: string }> {
  tx.allow('invoices.invoice.send')
  tx.allow('clients.balance.read')
  const [recipients, ...rows] = await tx.batch([
    documentRecipients(tx.organizationId, asked.client),
    ...statementReads(tx.organizationId, asked, tx.now, mostLines),
  ])
  const { statement, head } = presentStatement(rows as unknown as StatementRows, asked, mostLines)
  const usual = recipients as { delivery: 'to' | 'cc'; email: string; name: string }[]
  const of = (delivery: 'to' | 'cc') =>
    usual.filter((row) => row.delivery === delivery).map(({ email }) => email)
  const to = given.to ?? of('to')
  const cc = (given.cc ?? of('cc')).filter(
    (address) => !to.some((other) => other.toLowerCase() === address.toLowerCase()),
  )
  if (to.length === 0)
    throw new Refusal(
      'no_recipient',
      `Nobody at ${head.client_name} has an email address. Add a contact who receives documents, or type an address.`,
    )
  const name =
    to.length === 1
      ? usual.find(({ email }) => email.toLowerCase() === to[0]?.toLowerCase())?.name
      : undefined
  queueEmail(parts, tx, {
    template: 'statement',
    to,
    cc,
    locale: head.locale,
    subject: textsFor(head.locale).texts.statement.subject(head.organization_name),
    props: {
      ...(name && { name }),
      client: head.client_name,
      standsOn: statement.as_of,
      url: `${parts.config.publicUrl}/client-portal/${head.slug}/statement`,
      balances: statement.currencies.map(({ closing, overdue }) => ({ balance: closing, overdue })),
      ...(given.message && {
        note: {
          from: tx.principal.kind === 'member' ? tx.principal.name : head.organization_name,
          text: given.message,
        },
      }),
    },
    attachments: [
      {
        documentKind: 'statement',
        documentId: asked.client,
        from: asked.from,
        asOf: statement.as_of,
        currency: asked.currency,
        name: statementFileName(statement, 'pdf'),
      },
    ],
    clientId: asked.client,
    entity: { kind: 'client', id: asked.client },
  })
  tx.record({
    action: 'statements.sent',
    entityKind: 'client',
    entityId: asked.client,
    clientId: asked.client,
    after: { to, cc, as_of: statement.as_of },
  })
  return { to, cc, as_of: statement.as_of }
}
