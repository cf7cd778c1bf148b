import type { AppParts } from '../../app-parts.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { textsFor } from '../../platform/mail/texts/index.ts'
import { documentRecipients, type DocumentRecipient } from '../clients/index.ts'
import { linksOfDocument, linkUrl, makeLinkToken, type LinkRow } from '../documents/index.ts'
import { queueEmail } from '../emails/index.ts'
import { presentInvoice, type PresentedInvoice } from './present.ts'
import { lockRecord } from './reads.ts'
import { endScheduledSend } from './scheduled-sends.ts'
import { accountsToPay } from './rules.ts'
import type { InvoiceRow } from './rows.ts'

export type Recipients = {
  to: { name: string | null; email: string }[]
  cc: { name: string | null; email: string }[]
}

/** To whom an invoice goes unless somebody says otherwise: what the client's contacts say (`documentRecipients`). */
export function recipientsFrom(rows: readonly DocumentRecipient[]): Recipients {
  const pick = (delivery: 'to' | 'cc') =>
    rows.filter((row) => row.delivery === delivery).map(({ name, email }) => ({ name, email }))
  return { to: pick('to'), cc: pick('cc') }
}

/** The number of a draft is not known yet. */
export function subjectOf(row: Pick<InvoiceRow, 'locale' | 'number'>, organizationName: string): string {
  return textsFor(row.locale).texts.invoiceSent.subject(row.number ?? '…', organizationName)
}

/**
 * Mails an issued invoice with its PDF and its private link. The mail is queued with the commit; it counts as sent from then on, and its
 * delivery can be followed in the outbox. `planner` is who planned it, where it goes out by itself.
 * @throws Refusal invoice_not_open, no_recipient
 */
export async function sendInvoice(
  tx: Tx,
  parts: Pick<AppParts, 'keyring' | 'config'>,
  invoiceId: string,
  given: { to?: string[] | undefined; cc?: string[] | undefined; message?: string | undefined },
  planner: string | null = null,
): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.send')
  const { record, more } = await lockRecord(tx, invoiceId, 'invoice', [
    linksOfDocument(tx.organizationId, 'invoice', invoiceId),
  ])
  const { row, context } = record
  if (row.document_state === 'draft')
    throw new Refusal('invoice_not_open', 'This is a draft. Issue it first.')
  if (row.document_state === 'void')
    throw new Refusal('invoice_not_open', `${row.number} is void and is not sent any more.`)
  const usual = recipientsFrom(await tx.all(documentRecipients(tx.organizationId, row.client_id)))
  const to = given.to ?? usual.to.map(({ email }) => email)
  const cc = (given.cc ?? usual.cc.map(({ email }) => email)).filter(
    (address) => !to.some((other) => other.toLowerCase() === address.toLowerCase()),
  )
  if (to.length === 0)
    throw new Refusal(
      'no_recipient',
      `Nobody at ${context.client_name} has an email address. Add a contact who receives documents, or type an address.`,
    )
  const link = (more[0] as LinkRow[]).find(({ revoked_at }) => revoked_at === null)
  if (!link) throw new Refusal('not_found', 'This invoice has no private link.')

  const due = row.gross - row.settled
  const name = usual.to.find(
    ({ email }) => to.length === 1 && email.toLowerCase() === to[0]?.toLowerCase(),
  )?.name
  queueEmail(parts, tx, {
    template: 'invoice-sent',
    to,
    cc,
    locale: row.locale,
    subject: subjectOf(row, context.organization_name),
    props: {
      ...(name && { name }),
      client: context.client_name,
      number: row.number as string,
      amountDue: { amount: due, currency: row.currency },
      total: { amount: row.gross, currency: row.currency },
      issuedOn: row.issue_date as string,
      dueOn: row.due_date as string,
      url: linkUrl(
        parts.config.publicUrl,
        makeLinkToken(parts.keyring, tx.organizationId, link.id, link.version),
      ),
      payable: due > 0 && accountsToPay(record.accounts, row.currency, row.receiving_account_ids).length > 0,
      ...(row.purchase_order && { purchaseOrder: row.purchase_order }),
      ...(row.payment_reference && { paymentReference: row.payment_reference }),
      ...(given.message && {
        note: {
          from: tx.principal.kind === 'member' ? tx.principal.name : (planner ?? context.organization_name),
          text: given.message,
        },
      }),
      attached: true,
    },
    attachments: [
      {
        documentKind: 'invoice',
        documentId: row.id,
        name: `${(row.number as string).replaceAll(/[^\p{L}\p{Nd} ._#-]/gu, '-')}.pdf`,
      },
    ],
    clientId: row.client_id,
    entity: { kind: 'invoice', id: row.id },
  })
  tx.later(markSent(tx.organizationId, row.id, tx.now))
  endScheduledSend(tx, row.id, 'sent')
  tx.record({
    action: 'invoices.sent',
    entityKind: 'invoice',
    entityId: row.id,
    clientId: row.client_id,
    after: { to, cc },
  })
  tx.announce('invoice.sent', { invoice_id: row.id, client_id: row.client_id })
  const sent: InvoiceRow = {
    ...row,
    delivery_state: row.delivery_state === 'viewed' ? 'viewed' : 'sent',
    sent_at: row.sent_at ?? tx.now,
  }
  const delivery = {
    ...record.delivery,
    scheduled: null,
    mails: [...queuedNow(to, cc, tx.now), ...record.delivery.mails],
  }
  return presentInvoice({ ...record, row: sent, delivery }, tx.principal)
}

const queuedNow = (to: string[], cc: string[], now: string) =>
  [...new Set([...to, ...cc])].toReversed().map((address) => ({
    kind: 'invoice' as const,
    to: address,
    status: 'queued' as const,
    error: null,
    created_at: now,
    sent_at: null,
  }))

const markSent = statement(
  `update invoices set delivery_state = case when delivery_state = 'viewed' then 'viewed' else 'sent' end, sent_at = coalesce(sent_at, $3), updated_at = $3 where organization_id = $1 and id = $2`,
)
