import { translate } from '@portico/ui'
import type { portalPaymentsTexts } from './texts.ts'

translate<typeof portalPaymentsTexts>('portal-payments', 'sw', {
  title: 'Malipo',
  payments: 'Malipo',
  receipts: 'Risiti',
  receiptsTitle: 'Risiti zangu',
  date: 'Tarehe',
  method: 'Njia',
  forInvoices: 'Kwa',
  amount: 'Kiasi',
  receipt: 'Risiti',
  number: 'Risiti',
  tax: 'Kodi ndani yake',
  download: 'Pakua',
  downloadOf: 'Pakua risiti {{number}}',
  byCredit: 'Salio',
  bank_method: 'Benki',
  mobile_money_method: 'Pesa kwa simu',
  cash_method: 'Fedha taslimu',
  card_method: 'Kadi',
  other_method: 'Nyingine',
  kept: '{{amount}} imebaki kama salio',
  noPayments: 'Hakuna malipo bado',
  noPaymentsDetail: 'Kila malipo huonekana hapa pamoja na risiti yake, yakishaidhinishwa.',
  noReceipts: 'Hakuna risiti bado',
  noReceiptsDetail: 'Risiti hutengenezwa yenyewe malipo yanapoidhinishwa.',
})
