import { defineTexts } from '@portico/ui'

export const invoiceLinkTexts = defineTexts('invoice-link', {
  endedTitle: 'This link no longer works',
  endedDetail:
    'It was replaced by a newer one or has ended. The newest mail about the invoice holds the one that works.',
  endedAsk: 'No newer mail? Ask {{name}} to send the invoice again.',
  endedAskUnnamed: 'No newer mail? Ask whoever sent you the invoice to send it again.',
  signIn: 'Sign in',
  allInvoices: 'See all your invoices',
  toPortal: 'Sign in to see all invoices and receipts of your company.',
  privateNote: 'Whoever has this link can see this invoice. Pass it on only to those who pay it.',
})
