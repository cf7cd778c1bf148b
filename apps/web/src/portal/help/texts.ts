import { defineTexts } from '@portico/ui'

/** How the portal works, for people who open it once a month. */
export const helpTexts = defineTexts('portal-help', {
  title: 'Help',
  subtitle: 'How things work here',
  readTitle: 'How to read an invoice',
  readWhat: 'The amount due stands on top, and the day by which {{name}} expects it.',
  readLines: 'Below are the lines, each with what it is for; then the tax, and the total.',
  readParts: 'Where something is paid already, “Still due” is what is left.',
  readNumber: 'Keep the invoice number and the payment reference for your books: both stand on the PDF, too.',
  payTitle: 'How to pay',
  payChoose: 'Open the invoice and choose one way under “How to pay”.',
  paySteps: 'Follow the steps. Amount, account and reference have a button that copies them.',
  payReference: 'Quote the reference, so that your payment finds its invoice.',
  paySeveral: 'Several invoices at once: tick them on the first page, then “Pay”.',
  payCredit: 'If you paid too much before, you have credit, and can pay with it.',
  proofTitle: 'How to send a proof',
  proofSay: 'After paying, press “I have paid” on the invoice.',
  proofFile: 'Take a photo of the slip, choose a file or PDF, or paste the message of your bank or phone.',
  proofLost: 'If the connection is lost, what you chose is kept. Try again: it cannot be sent twice.',
  proofWait: '{{name}} checks it. The invoice shows how far it is, and a mail brings the answer.',
  proofAgain: 'If it is not accepted, you read why, and send another with one button.',
  receiptsTitle: 'Where receipts are',
  receiptsWhere:
    'When a payment is approved you get a receipt by mail, and find it under “Payments”, with its PDF.',
  signInTitle: 'Signing in',
  signInCode:
    'Type your email address, and a link and six digits come by mail. The newest code counts, for 20 minutes.',
  signInPassword: 'If you rather have a password, set one in the settings.',
  signInLink:
    'The link in a mail about an invoice opens that invoice without signing in. Keep it to yourself.',
  signInDevice: 'On a device that others use, sign out when you are done.',
  askTitle: 'Something else?',
  askInvoice: 'Every invoice has “Ask about this invoice”, which writes to {{name}} with its number.',
  toInvoices: 'See your invoices',
  toPayments: 'See your payments and receipts',
  toSettings: 'Open your settings',
})
