import { defineTexts } from '@portico/ui'

export const portalTexts = defineTexts('portal', {
  home: 'Home',
  invoices: 'Invoices',
  pay: 'Pay',
  payments: 'Payments',
  settings: 'Settings',
  help: 'Help',
  signOut: 'Sign out',
  switchClient: 'You act for',
  suspendedTitle: 'This account is suspended',
  suspendedDetail:
    'You can still see and pay your invoices. Everything else opens again when {{name}} lifts it.',
  noAccessTitle: 'Nothing is shared with you here',
  noAccessDetail:
    '{{email}} is not a contact of any client here. Ask to be added, or sign in with another address.',
  otherAddress: 'Use another address',
  yourPlaces: 'You can go to',
  notFound: 'Not found',
  ended: 'You were signed out. What you began is kept; sign in to go on.',
})
