import { translate } from '@portico/ui'
import type { labelTexts } from './texts.ts'

translate<typeof labelTexts>('labels', 'sw', {
  paymentReference: 'Kumbukumbu ya malipo',
  account: 'Akaunti',
  accountNumber: 'Namba ya akaunti',
  accountName: 'Jina la akaunti',
  name: 'Jina',
  bank: 'Benki',
  branch: 'Tawi',
  businessNumber: 'Namba ya kampuni',
  tillNumber: 'Lipa namba',
  phoneNumber: 'Namba ya simu',
  address: 'Anwani',
  openingHours: 'Saa za kazi',
})
