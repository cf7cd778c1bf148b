import type { createInvoice, updateInvoice } from '@portico/contract'
import { dueDateOf, isCurrency, MoneyError } from '@portico/money'
import type { z } from 'zod'
import { statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { searchTextOf } from '../../platform/search-text.ts'
import { priceItemsByIds } from '../prices/index.ts'
import { presentInvoice, type PresentedInvoice } from './present.ts'
import { draftBasis, lockDraft, readRecord, type DraftBasis } from './reads.ts'
import { draftFigures, ratesOn, searchParts, termsOf, type DraftFigures, type WrittenLine } from './rules.ts'
import type { BillingContext, DatedTaxRate, InvoiceRow, LineRow, PayAccount } from './rows.ts'

type NewDraft = z.output<NonNullable<typeof createInvoice.body>>
type DraftChange = z.output<NonNullable<typeof updateInvoice.body>>
type GivenLine = NonNullable<NewDraft['lines']>[number]

/** Writes a draft. What is left out comes from the client's billing profile and the organization's settings. */
export async function createDraft(tx: Tx, given: NewDraft): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.create')
  if (given.currency) requireCurrency(given.currency)
  const [contexts, rates, accounts, ...more] = (await tx.batch([
    ...draftBasis(tx.organizationId, tx.now, { clientId: given.client_id, currency: given.currency, issueDate: given.issue_date ?? null }),
    ...namedItems(tx.organizationId, given.lines),
  ])) as Record<string, unknown>[][]
  const context = requireClient(contexts?.[0] as BillingContext | undefined)
  const row: InvoiceRow = {
    ...blankRow(tx, context),
    issue_date: given.issue_date ?? null,
    // Without a date of its own, it is due so many days after whichever day it is issued on.
    due_date: given.due_date ?? (given.issue_date ? dueDateOf(given.issue_date, termsOf(context)) : null),
    purchase_order: given.purchase_order ?? null,
    locale: given.locale ?? context.client_locale ?? context.locale,
    note: given.note === undefined ? context.invoice_note : given.note,
    terms: given.terms === undefined ? context.invoice_terms : given.terms,
    prices_include_tax: given.prices_include_tax ?? context.prices_include_tax,
    receiving_account_ids: given.receiving_account_ids ?? [],
  }
  const basis = { context, rates: rates as DatedTaxRate[], accounts: accounts as PayAccount[] }
  requireAccounts(given.receiving_account_ids, basis.accounts, row.currency)
  const lines = writtenLines(given.lines ?? [], context, basis.rates, more[0])
  return insertDraft(tx, row, lines, basis, 'invoices.created', null)
}

/** Writes a new draft with the lines of another invoice, at today's tax rates. Dates and purchase order belong to the old one. */
export async function duplicateInvoice(tx: Tx, invoiceId: string): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.create')
  const source = await readRecord(tx, invoiceId)
  const basis = { context: { ...source.context, rate_on: source.context.today }, rates: source.rates, accounts: source.accounts }
  // The context of an issued invoice has the rate of its own day; the copy is of today.
  const [contexts] = await tx.batch(draftBasis(tx.organizationId, tx.now, { clientId: source.row.client_id, currency: source.row.currency, issueDate: null }))
  const context = requireClient(contexts[0])
  const { row } = source
  const copy: InvoiceRow = {
    ...blankRow(tx, context),
    locale: row.locale,
    note: row.note,
    terms: row.terms,
    prices_include_tax: row.prices_include_tax,
    tax_rounding: context.tax_rounding,
    receiving_account_ids: row.receiving_account_ids.filter((id) => source.accounts.some((account) => account.id === id)),
  }
  return insertDraft(tx, copy, source.lines, { ...basis, context }, 'invoices.duplicated', row.id)
}

async function insertDraft(tx: Tx, row: InvoiceRow, written: readonly WrittenLine[], basis: { context: BillingContext; rates: DatedTaxRate[]; accounts: PayAccount[] }, action: string, sourceId: string | null): Promise<PresentedInvoice> {
  const { context } = basis
  const figures = figuresFor(row, written, basis)
  const { net, tax, gross } = figures
  tx.later(
    insertInvoice(tx.organizationId, row.id, row.client_id, row.currency, row.issue_date, row.due_date, row.purchase_order, row.locale, row.note, row.terms, row.prices_include_tax, row.tax_rounding, net, tax, gross, context.base_currency, row.receiving_account_ids, searchTextOf(...searchParts(row, context.client_name)), authorOf(tx), tx.now),
  )
  writeLines(tx, row.id, figures.lines)
  tx.record({ action, entityKind: 'invoice', entityId: row.id, clientId: row.client_id, after: { ...draftAudit(row, figures), ...(sourceId && { duplicated_from: sourceId }) } })
  tx.announce('invoice.created', { invoice_id: row.id, client_id: row.client_id })
  return presentInvoice({ row: { ...row, net, tax, gross }, lines: figures.lines, taxes: figures.taxes, settlements: [], ...basis }, tx.principal)
}

/** Changes a draft. Fields left out stay, `lines` replaces all of them; the totals are computed anew in any case. */
export async function updateDraft(tx: Tx, invoiceId: string, expectedVersion: number, change: DraftChange): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.create')
  if (change.currency) requireCurrency(change.currency)
  const { row: before, lines: linesBefore, basis, more } = await lockDraft(tx, invoiceId, { clientId: change.client_id, currency: change.currency, issueDate: change.issue_date }, namedItems(tx.organizationId, change.lines))
  requireDraft(before)
  requireVersion(before, expectedVersion)
  const context = requireClient(basis.context)
  const row: InvoiceRow = {
    ...before,
    client_id: context.client_id,
    currency: context.currency,
    base_currency: context.base_currency,
    issue_date: change.issue_date === undefined ? before.issue_date : change.issue_date,
    due_date: change.due_date === undefined ? before.due_date : change.due_date,
    purchase_order: change.purchase_order === undefined ? before.purchase_order : change.purchase_order,
    locale: change.locale ?? before.locale,
    note: change.note === undefined ? before.note : change.note,
    terms: change.terms === undefined ? before.terms : change.terms,
    prices_include_tax: change.prices_include_tax ?? before.prices_include_tax,
    receiving_account_ids: change.receiving_account_ids ?? before.receiving_account_ids.filter((id) => basis.accounts.some((account) => account.id === id && account.currency === context.currency)),
    version: before.version + 1,
  }
  requireAccounts(change.receiving_account_ids, basis.accounts, row.currency)
  const written = change.lines ? writtenLines(change.lines, context, basis.rates, more[0]) : linesBefore
  const figures = figuresFor(row, written, { context, rates: basis.rates })
  const { net, tax, gross } = figures
  tx.later(
    updateInvoiceRow(tx.organizationId, row.id, row.client_id, row.currency, row.issue_date, row.due_date, row.purchase_order, row.locale, row.note, row.terms, row.prices_include_tax, net, tax, gross, row.base_currency, row.receiving_account_ids, searchTextOf(...searchParts(row, context.client_name)), tx.now),
  )
  tx.later(deleteLines(tx.organizationId, row.id))
  writeLines(tx, row.id, figures.lines)
  const [old, now] = differing(draftAudit(before, { ...before, lines: linesBefore }), draftAudit(row, figures))
  tx.record({ action: 'invoices.updated', entityKind: 'invoice', entityId: row.id, clientId: row.client_id, before: old, after: now })
  tx.announce('invoice.updated', { invoice_id: row.id, client_id: row.client_id })
  return presentInvoice({ row: { ...row, net, tax, gross }, lines: figures.lines, taxes: figures.taxes, settlements: [], context, rates: basis.rates, accounts: basis.accounts }, tx.principal)
}

/** Deletes a draft. It has no number, so nothing is missing afterwards; the row stays for the audit log. */
export async function deleteDraft(tx: Tx, invoiceId: string): Promise<{ done: true }> {
  tx.allow('invoices.invoice.create')
  const { row } = await lockDraft(tx, invoiceId, {}, [])
  requireDraft(row)
  tx.later(markDeleted(tx.organizationId, row.id, tx.now))
  tx.record({ action: 'invoices.deleted', entityKind: 'invoice', entityId: row.id, clientId: row.client_id, before: { currency: row.currency, gross: row.gross } })
  tx.announce('invoice.deleted', { invoice_id: row.id, client_id: row.client_id })
  return { done: true }
}

export function requireDraft(row: InvoiceRow): void {
  if (row.document_state !== 'draft') throw new Refusal('invoice_not_draft', `${row.number} is issued and cannot be changed. Void it and write a new one, or duplicate it.`)
}

export function requireVersion(row: InvoiceRow, expected: number): void {
  if (row.version !== expected) throw new Refusal('version_mismatch', 'Somebody changed this invoice in the meantime. Look at the new version and make your change again.', { currentVersion: row.version })
}

/** Writes the lines of an invoice that has none. */
export function writeLines(tx: Tx, invoiceId: string, lines: readonly LineRow[]): void {
  if (lines.length === 0) return
  const column = <Key extends keyof LineRow>(key: Key): LineRow[Key][] => lines.map((line) => line[key])
  tx.later(
    insertLines(tx.organizationId, invoiceId, column('position'), column('price_item_id'), column('description'), column('details'), column('quantity'), column('unit'), column('unit_price'), column('discount_percent'), column('tax_rate_key'), column('tax_name'), column('tax_category'), column('tax_percent'), column('net')),
  )
}

/** The figures of a draft, with amounts beyond the exact range as a refusal that names the field. */
export function figuresFor(row: Pick<InvoiceRow, 'currency' | 'prices_include_tax' | 'tax_rounding'>, lines: readonly WrittenLine[], basis: Pick<DraftBasis, 'rates'> & { context: BillingContext }): DraftFigures {
  try {
    return draftFigures(lines, { currency: row.currency, pricesIncludeTax: row.prices_include_tax, taxRounding: row.tax_rounding, rates: ratesOn(basis.rates, basis.context.rate_on) })
  } catch (error) {
    throw amountRefusal(error)
  }
}

export function amountRefusal(error: unknown): unknown {
  if (!(error instanceof MoneyError) || error.code !== 'amount_out_of_range') return error
  return new Refusal('amount_too_large', 'The amounts of this invoice are too large to be kept exactly.', { errors: [{ pointer: '/lines', code: 'amount_too_large', detail: 'Split the invoice, or check quantities and prices.' }] })
}

function blankRow(tx: Tx, context: BillingContext): InvoiceRow {
  return {
    id: newId(), client_id: context.client_id, number: null, document_state: 'draft', settlement_state: 'open', delivery_state: 'not_sent', currency: context.currency, issue_date: null, due_date: null, purchase_order: null,
    locale: context.locale, note: null, terms: null, prices_include_tax: context.prices_include_tax, tax_rounding: context.tax_rounding, net: 0, tax: 0, gross: 0, settled: 0, base_currency: context.base_currency, base_rate: null,
    base_rate_date: null, base_rate_source: null, base_gross: null, receiving_account_ids: [], payment_reference: null, content_hash: null, created_at: tx.now, issued_at: null, sent_at: null, viewed_at: null, paid_at: null,
    voided_at: null, void_reason: null, version: 1, reference_state: null, proofs_waiting: 0, client_credit: 0,
  }
}

/** The lines as written: the default tax rate where a line says nothing, no tax where it says null. */
function writtenLines(lines: readonly GivenLine[], context: BillingContext, rates: readonly DatedTaxRate[], items: readonly Record<string, unknown>[] | undefined): WrittenLine[] {
  const known = new Set(items?.map((item) => item['id']))
  const valid = ratesOn(rates, context.rate_on)
  return lines.map((line, index) => {
    if (line.price_item_id && !known.has(line.price_item_id)) throw fieldRefusal(`/lines/${index}/price_item_id`, 'unknown_id', 'There is no such item in the price list.')
    if (line.tax_rate_key && !valid.has(line.tax_rate_key)) throw fieldRefusal(`/lines/${index}/tax_rate_key`, 'unknown_tax_rate', `There is no tax rate “${line.tax_rate_key}” on ${context.rate_on}.`)
    return {
      price_item_id: line.price_item_id ?? null,
      description: line.description,
      details: line.details || null,
      quantity: line.quantity,
      unit: line.unit ?? null,
      unit_price: line.unit_price,
      discount_percent: line.discount_percent ?? null,
      tax_rate_key: line.tax_rate_key === undefined ? context.default_tax_rate_key : line.tax_rate_key,
    }
  })
}

function namedItems(organizationId: string, lines: readonly GivenLine[] | undefined): Statement[] {
  const ids = [...new Set(lines?.flatMap((line) => line.price_item_id ?? []))]
  return ids.length > 0 ? [priceItemsByIds(organizationId, ids)] : []
}

function requireClient(context: BillingContext | undefined): BillingContext {
  if (!context) throw fieldRefusal('/client_id', 'unknown_id', 'There is no such client.')
  return context
}

function requireCurrency(currency: string): void {
  if (!isCurrency(currency)) throw fieldRefusal('/currency', 'unknown_currency', `${currency} is not a currency in use.`)
}

function requireAccounts(ids: readonly string[] | undefined, accounts: readonly PayAccount[], currency: string): void {
  ids?.forEach((id, index) => {
    const account = accounts.find((candidate) => candidate.id === id)
    if (!account) throw fieldRefusal(`/receiving_account_ids/${index}`, 'unknown_id', 'There is no such receiving account in use.')
    if (account.currency !== currency) throw fieldRefusal(`/receiving_account_ids/${index}`, 'currency_mismatch', `${account.name} receives ${account.currency}, the invoice is in ${currency}.`)
  })
}

/** What the audit log keeps of a draft. */
function draftAudit(row: InvoiceRow, figures: { lines: readonly LineRow[]; net: number; tax: number; gross: number }): Record<string, unknown> {
  const { client_id, currency, issue_date, due_date, purchase_order, locale, note, terms, prices_include_tax, receiving_account_ids } = row
  const lines = figures.lines.map(({ description, quantity, unit_price, discount_percent, tax_rate_key, net }) => ({ description, quantity, unit_price, discount_percent, tax_rate_key, net }))
  return { client_id, currency, issue_date, due_date, purchase_order, locale, note, terms, prices_include_tax, receiving_account_ids, lines, net: figures.net, tax: figures.tax, gross: figures.gross }
}

function differing(before: Record<string, unknown>, after: Record<string, unknown>): [Record<string, unknown>, Record<string, unknown>] {
  const keys = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const pick = (from: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(keys.map((key) => [key, from[key]]))
  return [pick(before), pick(after)]
}

const authorOf = (tx: Tx): string | null => (tx.principal.kind === 'member' ? tx.principal.membershipId : null)

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
export const deleteLines = statement('delete from invoice_lines where organization_id = $1 and invoice_id = $2')
const markDeleted = statement('update invoices set deleted_at = $3, updated_at = $3, version = version + 1 where organization_id = $1 and id = $2')
