import {
  normalizePaymentReference,
  type DeliveryState,
  type DocumentState,
  type SettlementState,
} from '@portico/money'
import { statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { mayMeet } from '../clients/index.ts'
import { movingOwed } from './owed.ts'
import { taxesOf } from './reads.ts'
import type { TaxRow } from './rows.ts'

/** An issued invoice that a transaction holds locked, as those need it who move money against it. Amounts are minor units. */
export type OpenInvoice = {
  id: string
  client_id: string
  number: string
  document_state: DocumentState
  settlement_state: SettlementState
  delivery_state: DeliveryState
  currency: string
  issue_date: string
  due_date: string
  gross: number
  settled: number
  /** What is still to be paid: `gross − settled`. */
  due: number
  base_currency: string
  base_rate: string
  payment_reference: string
  locale: string
  version: number
}

const columns = `i.id, i.client_id, i.number, i.document_state, i.settlement_state, i.delivery_state, i.currency, i.issue_date, i.due_date, i.gross, i.settled, i.gross - i.settled as due, i.base_currency,
  trim_scale(i.base_rate)::text as base_rate, i.payment_reference, i.locale, i.version`

/**
 * Locks issued invoices in the order of their ids, for a batch: `openInvoicesForUpdate(organizationId, ids)`. Drafts and others' are not
 * among the rows; void and settled ones are, so that the caller can say why. Lock the client first.
 */
export const openInvoicesForUpdate = statement<OpenInvoice>(
  `select ${columns} from invoices i where i.organization_id = $1 and i.id = any ($2::uuid[]) and i.document_state <> 'draft' and ${mayMeet('i.client_id')} order by i.id for update of i`,
)

/** The invoice that carries a payment reference, as somebody typed it; null where the text cannot be one. */
export function invoiceByReference(organizationId: string, text: string): Statement<OpenInvoice> | null {
  const value = normalizePaymentReference(text)
  return value === null ? null : byReference(organizationId, value)
}
const byReference = statement<OpenInvoice>(
  `select ${columns} from payment_references r join invoices i on i.organization_id = r.organization_id and i.id = r.invoice_id
   where r.organization_id = $1 and r.value = $2 and ${mayMeet('i.client_id')}`,
)

/**
 * Locks invoices that money is to settle, and returns them in the order asked for.
 * @throws Refusal validation_failed (by `pointerTo(index)`) where there is no such invoice, invoice_not_open where nothing is due on it
 */
export async function lockOpenInvoices(
  tx: Tx,
  ids: readonly string[],
  pointerTo: (index: number) => string = (index) => `/allocations/${index}/invoice_id`,
): Promise<OpenInvoice[]> {
  if (ids.length === 0) return []
  return requireOpen(await tx.all(openInvoicesForUpdate(tx.organizationId, ids)), ids, pointerTo)
}

/** The same for rows that came with a batch of the caller's. */
export function requireOpen(
  rows: readonly OpenInvoice[],
  ids: readonly string[],
  pointerTo: (index: number) => string = (index) => `/allocations/${index}/invoice_id`,
): OpenInvoice[] {
  return ids.map((id, index) => {
    const invoice = rows.find((row) => row.id === id)
    const detail = 'There is no such invoice.'
    if (!invoice)
      throw new Refusal('validation_failed', detail, {
        errors: [{ pointer: pointerTo(index), code: 'unknown_id', detail }],
      })
    if (invoice.document_state === 'void') throw new Refusal('invoice_not_open', `${invoice.number} is void.`)
    if (invoice.due <= 0 || invoice.settlement_state === 'written_off')
      throw new Refusal('invoice_not_open', `${invoice.number} is settled already.`)
    return invoice
  })
}

/**
 * Settles a part of a locked invoice, with the commit: its state follows, and so does the state of its payment reference (approved when
 * nothing is due any more, else pending again). Writing the allocation and the ledger entry is the caller's. Returns the invoice as it is now.
 * @throws Refusal amount_too_large where it is more than is due
 */
export function settle(tx: Tx, invoice: OpenInvoice, amount: number): OpenInvoice {
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > invoice.due)
    throw new Refusal('amount_too_large', `Less is due on ${invoice.number} than this.`)
  const settled = invoice.settled + amount
  const isPaid = settled === invoice.gross
  const state: SettlementState = isPaid ? 'paid' : 'partial'
  tx.later(markSettled(tx.organizationId, invoice.id, amount, state, isPaid ? tx.now : null, tx.now))
  tx.later(markReference(tx.organizationId, invoice.id, isPaid ? 'approved' : 'pending', tx.now))
  tx.announce(isPaid ? 'invoice.paid' : 'invoice.partially_paid', {
    invoice_id: invoice.id,
    client_id: invoice.client_id,
  })
  return {
    ...invoice,
    settled,
    due: invoice.gross - settled,
    settlement_state: state,
    version: invoice.version + 1,
  }
}

/** Sets what became of the payment reference: a proof was submitted or rejected. */
export function setReferenceState(
  tx: Tx,
  invoiceId: string,
  state: 'pending' | 'submitted' | 'approved' | 'rejected',
): void {
  tx.later(markReference(tx.organizationId, invoiceId, state, tx.now))
}

/** The tax groups of an issued invoice, for receipts: `taxesOfInvoice(organizationId, invoiceId)`. */
export const taxesOfInvoice: (organizationId: string, invoiceId: string) => Statement<TaxRow> = taxesOf
/** The same for several: `taxesOfInvoices(organizationId, ids)`, in the order of invoice and position. */
export const taxesOfInvoices = statement<TaxRow & { invoice_id: string }>(
  `select invoice_id, position, tax_rate_key, name, category, trim_scale(percent)::text as percent, exemption_reason, taxable, tax
   from invoice_taxes where organization_id = $1 and invoice_id = any ($2::uuid[]) order by invoice_id, position`,
)

/**
 * Notes that the client looked at an invoice: in the portal or through a private link. Only the first look is announced.
 * @returns whether it was the first
 */
export async function noteViewed(tx: Tx, invoiceId: string): Promise<boolean> {
  const row = await tx.first(markViewed(tx.organizationId, invoiceId, tx.now))
  if (!row) return false
  tx.record({
    action: 'invoices.viewed',
    entityKind: 'invoice',
    entityId: invoiceId,
    clientId: row.client_id,
  })
  tx.announce('invoice.viewed', { invoice_id: invoiceId, client_id: row.client_id })
  return true
}

const markSettled = statement(
  movingOwed(
    'update invoices set settled = settled + $3, settlement_state = $4, paid_at = $5, updated_at = $6, version = version + 1 where organization_id = $1 and id = $2',
  ),
)
const markReference = statement(
  'update payment_references set state = $3, updated_at = $4 where organization_id = $1 and invoice_id = $2',
)
const markViewed = statement<{ client_id: string }>(
  `update invoices set delivery_state = 'viewed', viewed_at = $3, updated_at = $3
   where organization_id = $1 and id = $2 and viewed_at is null and document_state <> 'draft' returning client_id`,
)
