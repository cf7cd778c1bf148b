import type { Module } from '../../app.ts'
import { ledgerRoutes } from './routes.ts'

export { holdBaseCurrency } from './base-currency.ts'
export { mirrorEntry, postEntry, type NewEntry } from './post-entry.ts'
export { postEntries } from './post-entries.ts'
export { creditLegs, invoiceLegs, paymentLegs, type EntryKind, type Leg } from './rules.ts'
export { verifyLedger, type LedgerFinding, type LedgerReport } from './verify.ts'

export const ledger: Module = { name: 'ledger', register: (edge) => ledgerRoutes(edge) }
