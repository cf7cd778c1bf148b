import type { Invoice } from '@portico/contract'
import { badgeOf, isOverdue, MoneyError } from '@portico/money'
import type { z } from 'zod'
import type { Principal } from '../../platform/principal.ts'
import type { InvoicePaper } from '../../platform/paper/index.ts'
import { countryName, printedParties, thaw } from '../documents/index.ts'
import type { ShownRecord } from './reads.ts'
import { nextReminder } from './reminder-rules.ts'
import { draftFigures, inBase, preflight, ratesOn, type DraftFigures } from './rules.ts'
import type { BillingContext, InvoiceRow, IssuedContext, LineRow, TaxRow } from './rows.ts'

export type PresentedInvoice = z.output<typeof Invoice>

/** One invoice as the API shows it. Of a draft everything is computed as if it were issued today. */
export function presentInvoice(record: ShownRecord, principal: Principal): PresentedInvoice {
  const { row, context } = record
  const figures = figuresOf(record)
  const money = (amount: number, currency = row.currency) => ({ amount, currency })
  const may = abilitiesOf(row, principal)
  const due = row.document_state === 'void' ? 0 : figures.gross - row.settled
  return {
    id: row.id,
    external_id: row.external_id,
    number: row.number,
    client: { id: row.client_id, refid: context.refid, name: context.client_name },
    ...factsOf(row, context.today),
    currency: row.currency,
    issue_date: row.issue_date,
    due_date: row.due_date,
    purchase_order: row.purchase_order,
    ...partiesOf(row, context),
    locale: row.locale as PresentedInvoice['locale'],
    note: row.note,
    terms: row.terms,
    prices_include_tax: row.prices_include_tax,
    tax_rounding: row.tax_rounding,
    lines: figures.lines.map(({ tax_category: _, ...line }) => ({ ...line, net: money(line.net) })),
    taxes: figures.taxes.map(({ name, category, percent, exemption_reason, taxable, tax }) => ({
      name,
      category,
      percent,
      exemption_reason,
      taxable: money(taxable),
      tax: money(tax),
    })),
    totals: {
      net: money(figures.net),
      tax: money(figures.tax),
      gross: money(figures.gross),
      settled: money(row.settled),
      due: money(due),
    },
    base: baseOf(record, figures),
    receiving_account_ids: row.receiving_account_ids,
    payment_reference: row.payment_reference
      ? {
          label: context.reference_label,
          value: row.payment_reference,
          state: row.reference_state ?? 'pending',
        }
      : null,
    settlements: record.settlements.map(({ receipt_id, receipt_number, ...settlement }) => ({
      ...settlement,
      amount: money(settlement.amount),
      receipt: receipt_id && receipt_number ? { id: receipt_id, number: receipt_number } : null,
    })),
    proofs_waiting: row.proofs_waiting,
    client_credit:
      may.seeBalances && due > 0 && row.document_state === 'final' ? money(row.client_credit) : null,
    content_hash: row.content_hash?.toString('hex') ?? null,
    created_at: row.created_at,
    issued_at: row.issued_at,
    sent_at: row.sent_at,
    viewed_at: row.viewed_at,
    paid_at: row.paid_at,
    voided_at: row.voided_at,
    void_reason: row.void_reason,
    ...mailingOf(record),
    preflight:
      row.document_state === 'draft' ? preflight(row, figures, ofToday(context), record.accounts) : [],
    abilities: may.abilities,
    version: row.version,
  }
}

/** The whole context, which is read of whatever has nothing frozen. */
function ofToday(context: BillingContext | IssuedContext): BillingContext {
  if (!('organization_name' in context)) throw new Error('What is issued is shown as it was frozen')
  return context
}

/** What was mailed of it, what is planned, and when it reminds of itself next. */
function mailingOf({
  row,
  delivery,
  context,
}: ShownRecord): Pick<PresentedInvoice, 'mails' | 'scheduled_send' | 'reminders'> {
  const { mails, scheduled, is_reminding, reminder_days, reminders } = delivery
  const isOpen =
    row.document_state === 'final' && (row.settlement_state === 'open' || row.settlement_state === 'partial')
  return {
    mails,
    scheduled_send: scheduled,
    reminders: {
      is_on: is_reminding,
      sent: reminders.filter(({ state }) => state === 'sent').map(({ step, at }) => ({ days: step, at })),
      next_on:
        isOpen && is_reminding && row.sent_at !== null && row.due_date !== null
          ? nextReminder(
              row.due_date,
              reminder_days,
              new Set(reminders.map(({ step }) => step)),
              context.today,
            )
          : null,
    },
  }
}

/** The three facts and the word for them, judged by today in the organization's zone. */
export function factsOf(
  row: Pick<InvoiceRow, 'document_state' | 'settlement_state' | 'delivery_state' | 'due_date'>,
  today: string,
) {
  const { document_state, settlement_state, delivery_state, due_date } = row
  return {
    badge: badgeOf({
      document: document_state,
      settlement: settlement_state,
      delivery: delivery_state,
      dueDate: due_date,
      today,
    }),
    document_state,
    settlement_state,
    delivery_state,
    is_overdue:
      document_state === 'final' &&
      (settlement_state === 'open' || settlement_state === 'partial') &&
      isOverdue(due_date, today),
  }
}

/** Both sides as they are printed: frozen with the document, and those of today for a draft. */
function partiesOf(
  row: InvoiceRow,
  context: BillingContext | IssuedContext,
): Required<Pick<PresentedInvoice, 'seller' | 'buyer'>> {
  const { seller, buyer } = row.frozen
    ? thaw<InvoicePaper>(row.frozen).paper
    : printedParties(ofToday(context), row.locale)
  const country = seller.country ? [countryName(seller.country, row.locale)] : []
  return {
    seller: {
      name: seller.name,
      legal_name: seller.legalName ?? null,
      address_lines: [...seller.addressLines, ...country],
      tin: seller.tin ?? null,
      vrn: seller.vrn ?? null,
      email: seller.email ?? null,
      phone: seller.phone ?? null,
      website: seller.website ?? null,
    },
    buyer: {
      name: buyer.name,
      address_lines: buyer.addressLines,
      tax_number: buyer.taxNumber ?? null,
      refid: buyer.refid,
    },
  }
}

/** Frozen figures of an issued invoice; those of today for a draft. */
function figuresOf({
  row,
  lines,
  taxes,
  context,
  rates,
}: ShownRecord): Pick<DraftFigures, 'lines' | 'taxes' | 'net' | 'tax' | 'gross'> & DraftFigures {
  if (row.document_state !== 'draft')
    return { lines, taxes, net: row.net, tax: row.tax, gross: row.gross, discount: 0, withoutRate: [] }
  return draftFigures(lines, {
    currency: row.currency,
    pricesIncludeTax: row.prices_include_tax,
    taxRounding: row.tax_rounding,
    rates: ratesOn(rates, ofToday(context).rate_on),
  })
}

function baseOf({ row, ...record }: ShownRecord, figures: { gross: number }): PresentedInvoice['base'] {
  if (row.document_state !== 'draft') {
    if (row.base_rate === null || row.base_rate_date === null || row.base_gross === null) return null
    return {
      currency: row.base_currency,
      rate: row.base_rate,
      rate_date: row.base_rate_date,
      source: row.base_rate_source ?? '',
      gross: { amount: row.base_gross, currency: row.base_currency },
    }
  }
  const context = ofToday(record.context)
  if (context.base_rate === null || context.base_rate_date === null) return null
  try {
    const gross = inBase(figures.gross, context) ?? 0
    return {
      currency: context.base_currency,
      rate: context.base_rate,
      rate_date: context.base_rate_date,
      source: context.base_rate_source ?? '',
      gross: { amount: gross, currency: context.base_currency },
    }
  } catch (error) {
    // A draft beyond what the base currency can hold is shown without; issuing it says why not.
    if (error instanceof MoneyError) return null
    throw error
  }
}

function abilitiesOf(
  row: InvoiceRow,
  principal: Principal,
): { abilities: PresentedInvoice['abilities']; seeBalances: boolean } {
  const has = (permission: Parameters<ReadonlySet<string>['has']>[0]): boolean =>
    principal.kind === 'system' ||
    (principal.kind === 'member' && (principal.permissions as ReadonlySet<string>).has(permission))
  const isDraft = row.document_state === 'draft'
  const isFinal = row.document_state === 'final'
  const isOpen = isFinal && (row.settlement_state === 'open' || row.settlement_state === 'partial')
  return {
    seeBalances: has('clients.balance.read'),
    abilities: {
      edit: isDraft && has('invoices.invoice.create'),
      issue: isDraft && has('invoices.invoice.issue'),
      send: isFinal && has('invoices.invoice.send'),
      void: isFinal && row.settled === 0 && row.proofs_waiting === 0 && has('invoices.invoice.void'),
      duplicate: has('invoices.invoice.create'),
      delete: isDraft && has('invoices.invoice.create'),
      record_payment: isOpen && has('payments.payment.record'),
      apply_credit: isOpen && row.client_credit > 0 && has('payments.credit.apply'),
    },
  }
}

export type SummaryRow = Pick<
  InvoiceRow,
  | 'id'
  | 'number'
  | 'client_id'
  | 'document_state'
  | 'settlement_state'
  | 'delivery_state'
  | 'currency'
  | 'issue_date'
  | 'due_date'
  | 'purchase_order'
  | 'gross'
  | 'settled'
  | 'created_at'
> & {
  client_refid: string
  client_name: string
}

/** A row of a list. @param today in the organization's zone */
export function presentSummary(row: SummaryRow, today: string) {
  return {
    id: row.id,
    number: row.number,
    client: { id: row.client_id, refid: row.client_refid, name: row.client_name },
    ...factsOf(row, today),
    issue_date: row.issue_date,
    due_date: row.due_date,
    purchase_order: row.purchase_order,
    total: { amount: row.gross, currency: row.currency },
    due: { amount: row.document_state === 'void' ? 0 : row.gross - row.settled, currency: row.currency },
    created_at: row.created_at,
  }
}

export type { LineRow, TaxRow }
