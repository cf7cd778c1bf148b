import { defineTexts } from '@portico/ui'

/** What only the one who writes the invoice sees on its paper: drafts, and what is open on it now. */
export const ownPaperTexts = defineTexts('own-invoice-paper', {
  draftInvoice: 'Draft invoice',
  numberWhenIssued: 'Number given when issued',
  amountDue: 'Amount due',
  paidInFull: 'Paid in full',
  total: 'Total',
  by: 'by {{date}}',
  paidOf: '{{paid}} of {{gross}} is paid',
  voidSince: 'Void since {{date}}: {{reason}}',
  draftNotice: 'A draft for review. Nothing is to be paid yet.',
  whenIssued: 'when issued',
  inBase: 'Total in {{currency}}',
  rate: '1 {{currency}} = {{rate}} {{base}}, {{date}}',
  markDraft: 'Draft',
})
