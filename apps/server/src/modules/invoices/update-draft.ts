import type { Tx } from '../../platform/database/index.ts'
import { figuresFor } from './draft-figures.ts'
import {
  namedItems,
  requireAccounts,
  requireClient,
  requireCurrency,
  writtenLines,
  type DraftChange,
} from './draft-given.ts'
import { deleteDraftRow, differing, draftAudit, updateDraftRows } from './draft-rows.ts'
import { presentInvoice, type PresentedInvoice } from './present.ts'
import { lockDraft, nothingMailed } from './reads.ts'
import { requireDraft, requireVersion } from './rules.ts'
import type { InvoiceRow } from './rows.ts'

/** Changes a draft. Fields left out stay, `lines` replaces all of them; the totals are computed anew in any case. */
export async function updateDraft(
  tx: Tx,
  invoiceId: string,
  expectedVersion: number,
  change: DraftChange,
): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.create')
  if (change.currency) requireCurrency(change.currency)
  const {
    row: before,
    lines: linesBefore,
    basis,
    more,
  } = await lockDraft(
    tx,
    invoiceId,
    { clientId: change.client_id, currency: change.currency, issueDate: change.issue_date },
    namedItems(tx.organizationId, change.lines),
  )
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
    receiving_account_ids:
      change.receiving_account_ids ??
      before.receiving_account_ids.filter((id) =>
        basis.accounts.some((account) => account.id === id && account.currency === context.currency),
      ),
    version: before.version + 1,
  }
  requireAccounts(change.receiving_account_ids, basis.accounts, row.currency)
  const written = change.lines ? writtenLines(change.lines, context, basis.rates, more[0]) : linesBefore
  const figures = figuresFor(row, written, { context, rates: basis.rates })
  const { net, tax, gross } = figures
  updateDraftRows(tx, row, figures, context)
  const [old, now] = differing(
    draftAudit(before, { ...before, lines: linesBefore }),
    draftAudit(row, figures),
  )
  tx.record({
    action: 'invoices.updated',
    entityKind: 'invoice',
    entityId: row.id,
    clientId: row.client_id,
    before: old,
    after: now,
  })
  tx.announce('invoice.updated', { invoice_id: row.id, client_id: row.client_id })
  return presentInvoice(
    {
      row: { ...row, net, tax, gross },
      lines: figures.lines,
      taxes: figures.taxes,
      settlements: [],
      delivery: nothingMailed,
      context,
      rates: basis.rates,
      accounts: basis.accounts,
    },
    tx.principal,
  )
}

/** Deletes a draft. It has no number, so nothing is missing afterwards; the row stays for the audit log. */
export async function deleteDraft(tx: Tx, invoiceId: string): Promise<{ done: true }> {
  tx.allow('invoices.invoice.create')
  const { row } = await lockDraft(tx, invoiceId, {}, [])
  requireDraft(row)
  deleteDraftRow(tx, row.id)
  tx.record({
    action: 'invoices.deleted',
    entityKind: 'invoice',
    entityId: row.id,
    clientId: row.client_id,
    before: { currency: row.currency, gross: row.gross },
  })
  tx.announce('invoice.deleted', { invoice_id: row.id, client_id: row.client_id })
  return { done: true }
}
