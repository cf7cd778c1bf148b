import { statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { searchTextOf } from '../../platform/search-text.ts'
import { searchParts, type DraftFigures } from './rules.ts'
import type { BillingContext, InvoiceRow, LineRow } from './rows.ts'

/** A draft of which nothing is written yet but whose it is. */
export function blankRow(tx: Tx, context: BillingContext): InvoiceRow {
  return {
    id: newId(),
    external_id: null,
    client_id: context.client_id,
    number: null,
    document_state: 'draft',
    settlement_state: 'open',
    delivery_state: 'not_sent',
    currency: context.currency,
    issue_date: null,
    due_date: null,
    purchase_order: null,
    locale: context.locale,
    note: null,
    terms: null,
    prices_include_tax: context.prices_include_tax,
    tax_rounding: context.tax_rounding,
    net: 0,
    tax: 0,
    gross: 0,
    settled: 0,
    base_currency: context.base_currency,
    base_rate: null,
    base_rate_date: null,
    base_rate_source: null,
    base_gross: null,
    receiving_account_ids: [],
    payment_reference: null,
    content_hash: null,
    created_at: tx.now,
    issued_at: null,
    sent_at: null,
    viewed_at: null,
    paid_at: null,
    voided_at: null,
    void_reason: null,
    version: 1,
    reference_state: null,
    proofs_waiting: 0,
    client_credit: 0,
  }
}

/** Writes a new draft with its lines, with the commit. */
export function insertDraftRows(
  tx: Tx,
  row: InvoiceRow,
  figures: DraftFigures,
  context: BillingContext,
): void {
  const { net, tax, gross } = figures
  tx.later(
    insertInvoice(
      tx.organizationId,
      row.id,
      row.client_id,
      row.currency,
      row.issue_date,
      row.due_date,
      row.purchase_order,
      row.locale,
      row.note,
      row.terms,
      row.prices_include_tax,
      row.tax_rounding,
      net,
      tax,
      gross,
      context.base_currency,
      row.receiving_account_ids,
      searchTextOf(...searchParts(row, context.client_name)),
      authorOf(tx),
      tx.now,
    ),
  )
  writeLines(tx, row.id, figures.lines)
}

/** Writes what a draft says now; its lines are replaced. */
export function updateDraftRows(
  tx: Tx,
  row: InvoiceRow,
  figures: DraftFigures,
  context: BillingContext,
): void {
  const { net, tax, gross } = figures
  tx.later(
    updateInvoiceRow(
      tx.organizationId,
      row.id,
      row.client_id,
      row.currency,
      row.issue_date,
      row.due_date,
      row.purchase_order,
      row.locale,
      row.note,
      row.terms,
      row.prices_include_tax,
      net,
      tax,
      gross,
      row.base_currency,
      row.receiving_account_ids,
      searchTextOf(...searchParts(row, context.client_name)),
      tx.now,
    ),
  )
  replaceLines(tx, row.id, figures.lines)
}

export function replaceLines(tx: Tx, invoiceId: string, lines: readonly LineRow[]): void {
  tx.later(deleteLines(tx.organizationId, invoiceId))
  writeLines(tx, invoiceId, lines)
}

export function deleteDraftRow(tx: Tx, invoiceId: string): void {
  tx.later(markDeleted(tx.organizationId, invoiceId, tx.now))
}

function writeLines(tx: Tx, invoiceId: string, lines: readonly LineRow[]): void {
  if (lines.length === 0) return
  const column = <Key extends keyof LineRow>(key: Key): LineRow[Key][] => lines.map((line) => line[key])
  tx.later(
    insertLines(
      tx.organizationId,
      invoiceId,
      column('position'),
      column('price_item_id'),
      column('description'),
      column('details'),
      column('quantity'),
      column('unit'),
      column('unit_price'),
      column('discount_percent'),
      column('tax_rate_key'),
      column('tax_name'),
      column('tax_category'),
      column('tax_percent'),
      column('net'),
    ),
  )
}

/** What the audit log keeps of a draft. */
export function draftAudit(
  row: InvoiceRow,
  figures: { lines: readonly LineRow[]; net: number; tax: number; gross: number },
): Record<string, unknown> {
  const {
    client_id,
    currency,
    issue_date,
    due_date,
    purchase_order,
    locale,
    note,
    terms,
    prices_include_tax,
    receiving_account_ids,
  } = row
  const lines = figures.lines.map(
    ({ description, quantity, unit_price, discount_percent, tax_rate_key, net }) => ({
      description,
      quantity,
      unit_price,
      discount_percent,
      tax_rate_key,
      net,
    }),
  )
  return {
    client_id,
    currency,
    issue_date,
    due_date,
    purchase_order,
    locale,
    note,
    terms,
    prices_include_tax,
    receiving_account_ids,
    lines,
    net: figures.net,
    tax: figures.tax,
    gross: figures.gross,
  }
}

/** Both sides of a change, only what differs. */
export function differing(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): [Record<string, unknown>, Record<string, unknown>] {
  const keys = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const pick = (from: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(keys.map((key) => [key, from[key]]))
  return [pick(before), pick(after)]
}

const authorOf = (tx: Tx): string | null =>
  tx.principal.kind === 'member' ? tx.principal.membershipId : null

const insertInvoice = statement(
  `insert into invoices (organization_id, id, client_id, currency, issue_date, due_date, purchase_order, locale, note, terms, prices_include_tax, tax_rounding, net, tax, gross, base_currency, receiving_account_ids, search_text, created_by, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20)`,
)
const updateInvoiceRow = statement(
  `update invoices set client_id = $3, currency = $4, issue_date = $5, due_date = $6, purchase_order = $7, locale = $8, note = $9, terms = $10, prices_include_tax = $11, net = $12, tax = $13, gross = $14, base_currency = $15,
     receiving_account_ids = $16, search_text = $17, updated_at = $18, version = version + 1
   where organization_id = $1 and id = $2`,
)
const insertLines = statement(
  `insert into invoice_lines (organization_id, invoice_id, position, price_item_id, description, details, quantity, unit, unit_price, discount_percent, tax_rate_key, tax_name, tax_category, tax_percent, net)
   select $1, $2, l.* from unnest($3::integer[], $4::uuid[], $5::text[], $6::text[], $7::numeric[], $8::text[], $9::numeric[], $10::numeric[], $11::text[], $12::text[], $13::text[], $14::numeric[], $15::bigint[]) l`,
)
const deleteLines = statement('delete from invoice_lines where organization_id = $1 and invoice_id = $2')
const markDeleted = statement(
  'update invoices set deleted_at = $3, updated_at = $3, version = version + 1 where organization_id = $1 and id = $2',
)
