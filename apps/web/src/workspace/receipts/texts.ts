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

export const receiptPaperTexts = defineTexts('receipt-paper', {
  receipt: 'Receipt',
  taxReceipt: 'Tax receipt',
  clientReference: 'Client no. {{refid}}',
  receivedFrom: 'Received from',
  receivedBy: 'Received by',
  amountReceived: 'Amount received',
  withThanks: 'With thanks',
  receivedOn: 'Received on',
  receivedInto: 'Received into',
  reference: 'Reference',
  paysInvoice: 'Pays invoice',
  paidIn: 'Paid, {{currency}}',
  keptAsCredit: 'Kept as credit',
  totalReceived: 'Total received {{currency}}',
  taxIncluded: 'Tax in this payment',
})
