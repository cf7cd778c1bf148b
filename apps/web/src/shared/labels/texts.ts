import { defineTexts } from '@portico/ui'

/** Names that stand in an organization's settings as we propose them. */
export const labelTexts = defineTexts('labels', {
  paymentReference: 'Payment reference',
  account: 'Account',
  accountNumber: 'Account number',
  accountName: 'Account name',
  name: 'Name',
  bank: 'Bank',
  branch: 'Branch',
  businessNumber: 'Business number',
  tillNumber: 'Till number',
  phoneNumber: 'Phone number',
  address: 'Address',
  openingHours: 'Opening hours',
})
