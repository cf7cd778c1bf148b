import type { AppParts } from '../../app-parts.ts'
import { statement, type Statement } from '../../platform/database/index.ts'
import {
  documentRecipients,
  lockClient,
  type ClientForBilling,
  type DocumentRecipient,
} from '../clients/index.ts'
import { linksOfDocument, linkUrl, makeLinkToken, type LinkRow } from '../documents/index.ts'
import { holdBaseCurrency } from '../ledger/index.ts'
import { openInvoicesForUpdate, taxesOfInvoices, type OpenInvoice } from '../invoices/index.ts'
import { receiptParties, type ReceiptParties, type SettledPart } from '../receipts/index.ts'

/**
 * What every settlement needs, whether money or credit settles: the client and the invoices, locked in this order (MECHANICS.md, 11), and
 * what the receipt is made of.
 */
export type Settling = {
  client: ClientForBilling | undefined
  invoices: OpenInvoice[]
  taxes: InvoiceTaxes[]
  parties: ReceiptParties | undefined
  recipients: DocumentRecipient[]
  links: LinkRow[]
  /** Ids of the invoices with a proof that waits. */
  waiting: Set<string>
}
type InvoiceTaxes = {
  invoice_id: string
  name: string
  category: string
  percent: string
  taxable: number
  tax: number
}

const waitingProofs = statement<{ invoice_id: string }>(
  `select invoice_id from payment_proofs where organization_id = $1 and invoice_id = any ($2::uuid[]) and state = 'submitted'`,
)
const statementCount = 8

/** For one batch, before the statements of the caller; `settlingFrom` reads their rows. */
export const settlingStatements = (
  organizationId: string,
  clientId: string,
  invoiceIds: readonly string[],
): Statement[] => [
  holdBaseCurrency(organizationId),
  lockClient(organizationId, clientId),
  openInvoicesForUpdate(organizationId, invoiceIds),
  taxesOfInvoices(organizationId, invoiceIds),
  receiptParties(organizationId, clientId),
  documentRecipients(organizationId, clientId),
  linksOfDocument(organizationId, 'invoice', invoiceIds[0] ?? null),
  waitingProofs(organizationId, invoiceIds),
]

/** The rows of `settlingStatements`, and those of the statements behind them. An invoice of another client is not among the rows. */
export function settlingFrom(
  rows: readonly (readonly unknown[])[],
  clientId: string,
): { settling: Settling; more: readonly (readonly unknown[])[] } {
  const [, clients, invoices, taxes, parties, recipients, links, waiting] = rows as [
    unknown[],
    ClientForBilling[],
    OpenInvoice[],
    InvoiceTaxes[],
    ReceiptParties[],
    DocumentRecipient[],
    LinkRow[],
    { invoice_id: string }[],
  ]
  return {
    settling: {
      client: clients[0],
      invoices: invoices.filter((invoice) => invoice.client_id === clientId),
      taxes,
      parties: parties[0],
      recipients,
      links,
      waiting: new Set(waiting.map((row) => row.invoice_id)),
    },
    more: rows.slice(statementCount),
  }
}

/** What the receipt says of an invoice that is being settled. `invoice` as it was before. */
export const settledPart = (settling: Settling, invoice: OpenInvoice, amount: number): SettledPart => ({
  invoiceId: invoice.id,
  number: invoice.number,
  gross: invoice.gross,
  settledBefore: invoice.settled,
  amount,
  taxes: settling.taxes.filter((tax) => tax.invoice_id === invoice.id),
})

/** Where a mail about it leads: the private link of the (first) invoice, else the portal. */
export function pageOf(
  parts: Pick<AppParts, 'keyring' | 'config'>,
  organizationId: string,
  settling: Settling,
): string {
  const link = settling.links.find((row) => row.revoked_at === null)
  const { publicUrl } = parts.config
  return link
    ? linkUrl(publicUrl, makeLinkToken(parts.keyring, organizationId, link.id, link.version))
    : `${publicUrl}/client-portal/${settling.parties?.slug ?? ''}`
}

/** The language of the receipt: the invoice's, else the client's, else the organization's. */
export const localeOf = (settling: Settling): string =>
  settling.invoices[0]?.locale ?? settling.parties?.client_locale ?? settling.parties?.locale ?? 'en'
