import { defineTexts } from '@portico/ui'

export const receiptTexts = defineTexts('receipts', {
  receipts: 'Receipts',
  emptyTitle: 'Receipts will live here',
  emptyDetail: 'Each payment gets one by itself, numbered without gaps, and goes to the client with its PDF.',
  columnNumber: 'Number',
  columnDate: 'Date',
  columnClient: 'Client',
  columnInvoices: 'For',
  columnTax: 'Tax in it',
  columnAmount: 'Amount',
  downloadPdf: 'Download PDF',
  print: 'Print',
  openPayment: 'See the payment',
})
