import type { Module } from '../../app.ts'
import { registerHome } from './home.ts'
import { registerInvoices } from './invoices.ts'
import { registerPayments } from './payments.ts'
import { registerProfile } from './profile.ts'

export { invoiceFrom, invoiceStatements } from './whole-invoice.ts'
export type { InvoiceView } from './present-invoice.ts'

export const portal: Module = {
  name: 'portal',
  register(edge, parts) {
    registerHome(edge, parts)
    registerInvoices(edge, parts)
    registerPayments(edge, parts)
    registerProfile(edge)
  },
}
