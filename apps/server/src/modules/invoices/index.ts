import type { Module } from '../../app.ts'
import { subscriptions } from './jobs.ts'
import { foldOwedMoves } from './owed.ts'
import { remindOfOverdueInvoices } from './remind.ts'
import { registerRoutes } from './routes.ts'
import { sendScheduledInvoices } from './schedule-send.ts'

export { bringInInvoices, type InvoiceToBringIn } from './bring-in.ts'
export {
  importedInvoices,
  lockClientsOf,
  settleQuietly,
  touchedInvoice,
  touchedSince,
  withdrawInvoices,
  type ImportedInvoice,
} from './withdraw.ts'
export { createDraft } from './create-draft.ts'
export { issueInvoice } from './issue-invoice.ts'
export { summaryById } from './list.ts'
export { owedParts } from './owed.ts'
export { presentInvoice, presentSummary, type PresentedInvoice, type SummaryRow } from './present.ts'
export { readRecord, recordFrom, recordStatements, shownFrom, shownInvoice } from './reads.ts'
export {
  invoiceByReference,
  lockOpenInvoices,
  noteViewed,
  openInvoicesForUpdate,
  requireOpen,
  setReferenceState,
  settle,
  taxesOfInvoice,
  taxesOfInvoices,
  type OpenInvoice,
} from './settle-invoice.ts'
export { voidInvoice } from './void-invoice.ts'

export const invoices: Module = {
  name: 'invoices',
  register: registerRoutes,
  subscriptions,
  recurring: [sendScheduledInvoices, remindOfOverdueInvoices, foldOwedMoves],
}
