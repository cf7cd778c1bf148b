import type { TaxRateRow } from '../../taxes/index.ts'
import type { WantedClient } from './client-book.ts'
import type { SourceDocument } from './document.ts'
import type { ReadPayment } from './payments.ts'
import type { Row } from './rows.ts'

export type ExistingInvoice = {
  id: string
  number: string
  client_id: string
  client_name: string
  currency: string
  gross: number
  settled: number
  document_state: 'final' | 'void'
}
/** What a chunk of documents is judged by. */
export type Surroundings = {
  recordedInvoices: ReadonlyMap<string, string>
  recordedPayments: ReadonlyMap<string, string>
  existingById: ReadonlyMap<string, ExistingInvoice>
  existingByNumber: ReadonlyMap<string, ExistingInvoice>
  /** `currency date` → whether a rate is stored. */
  rates: ReadonlyMap<string, 'stored' | 'nearest' | 'none'>
  /** What drafts are taxed by here; empty where no draft is among them. */
  taxRates: readonly TaxRateRow[]
  taxRounding: 'document' | 'line'
}
export type ReadGroup = {
  key: string
  invoiceRows: Row[]
  payments: ReadPayment[]
  paymentRows: Row[]
  document: SourceDocument | null
}

export const clientOfPayment = (row: Row): WantedClient => ({
  name: row.text('client_name'),
  email: row.text('client_email', 254) || null,
  externalId: '',
})
/** The payment that an invoice's own word stands for. */
export const columnPaymentId = (document: SourceDocument): string => `${document.number}|paid`
