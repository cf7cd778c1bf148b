import { dueDateOf } from '@portico/money'
import type { Tx } from '../../platform/database/index.ts'
import { holdClient } from '../clients/index.ts'
import { figuresFor } from './draft-figures.ts'
import {
  namedItems,
  requireAccounts,
  requireClient,
  requireCurrency,
  writtenLines,
  type NewDraft,
} from './draft-given.ts'
import { blankRow, draftAudit, insertDraftRows } from './draft-rows.ts'
import { presentInvoice, type PresentedInvoice } from './present.ts'
import { basisFrom, draftBasis, nothingMailed, readRecord } from './reads.ts'
import { termsOf, type WrittenLine } from './rules.ts'
import type { BillingContext, DatedTaxRate, InvoiceRow, PayAccount } from './rows.ts'

/** Writes a draft. What is left out comes from the client's billing profile and the organization's settings. */
export async function createDraft(tx: Tx, given: NewDraft): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.create')
  if (given.currency) requireCurrency(given.currency)
  const [, found, ...more] = (await tx.batch([
    holdClient(tx.organizationId, given.client_id),
    draftBasis(tx.organizationId, tx.now, {
      clientId: given.client_id,
      currency: given.currency,
      issueDate: given.issue_date ?? null,
    }),
    ...namedItems(tx.organizationId, given.lines),
  ])) as Record<string, unknown>[][]
  const { context: known, rates, accounts } = basisFrom(found)
  const context = requireClient(known)
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
  requireAccounts(given.receiving_account_ids, accounts, row.currency)
  const lines = writtenLines(given.lines ?? [], context, rates, more[0])
  return insertDraft(tx, row, lines, { context, rates, accounts }, 'invoices.created', null)
}

/** Writes a new draft with the lines of another invoice, at today's tax rates. Dates and purchase order belong to the old one. */
export async function duplicateInvoice(tx: Tx, invoiceId: string): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.create')
  const source = await readRecord(tx, invoiceId)
  // The context of an issued invoice has the rate of its own day; the copy is of today.
  const [, today] = await tx.batch([
    holdClient(tx.organizationId, source.row.client_id),
    draftBasis(tx.organizationId, tx.now, {
      clientId: source.row.client_id,
      currency: source.row.currency,
      issueDate: null,
    }),
  ])
  const context = requireClient(basisFrom(today).context)
  const { row } = source
  const copy: InvoiceRow = {
    ...blankRow(tx, context),
    locale: row.locale,
    note: row.note,
    terms: row.terms,
    prices_include_tax: row.prices_include_tax,
    tax_rounding: context.tax_rounding,
    receiving_account_ids: row.receiving_account_ids.filter((id) =>
      source.accounts.some((account) => account.id === id),
    ),
  }
  return insertDraft(
    tx,
    copy,
    source.lines,
    { context, rates: source.rates, accounts: source.accounts },
    'invoices.duplicated',
    row.id,
  )
}

async function insertDraft(
  tx: Tx,
  row: InvoiceRow,
  written: readonly WrittenLine[],
  basis: { context: BillingContext; rates: DatedTaxRate[]; accounts: PayAccount[] },
  action: string,
  sourceId: string | null,
): Promise<PresentedInvoice> {
  const { context } = basis
  const figures = figuresFor(row, written, basis)
  const { net, tax, gross } = figures
  insertDraftRows(tx, row, figures, context)
  tx.record({
    action,
    entityKind: 'invoice',
    entityId: row.id,
    clientId: row.client_id,
    after: { ...draftAudit(row, figures), ...(sourceId && { duplicated_from: sourceId }) },
  })
  tx.announce('invoice.created', { invoice_id: row.id, client_id: row.client_id })
  return presentInvoice(
    {
      row: { ...row, net, tax, gross },
      lines: figures.lines,
      taxes: figures.taxes,
      settlements: [],
      delivery: nothingMailed,
      ...basis,
    },
    tx.principal,
  )
}
