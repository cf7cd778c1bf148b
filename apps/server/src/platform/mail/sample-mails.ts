import type { MailBrand } from './brand.ts'
import type { MailTemplateName, MailTemplates } from './templates/index.ts'

/** One lifelike example of each mail: for the preview in the settings, and for tests that look at all of them. */
export const sampleMails: { [Name in MailTemplateName]: MailTemplates[Name] } = {
  'verify-email': {
    name: 'Amina Juma',
    url: 'https://portico.example/verify-email?token=Zk3cF1q8mXw0dN7uT2bY5eR9aLs6vJhP4gKiOQxCyUE',
    expiresInMinutes: 24 * 60,
  },
  'password-reset': {
    name: 'Amina Juma',
    url: 'https://portico.example/reset-password?token=Zk3cF1q8mXw0dN7uT2bY5eR9aLs6vJhP4gKiOQxCyUE',
    expiresInMinutes: 30,
    place: '41.59.0.10, Firefox on Windows',
  },
  invitation: {
    inviter: 'Neema Mushi',
    organization: 'Studio Pwani',
    role: 'Project manager',
    url: 'https://portico.example/invitations/Zk3cF1q8mXw0dN7uT2bY5eR9aLs6vJhP4gKiOQxCyUE',
    expiresOn: '2026-03-10',
    message: 'Karibu sana!\nThe Kilimo rebuild starts on Monday, your tasks are on the board.',
  },
  'portal-sign-in': {
    url: 'https://portico.example/client-portal/pwani/sign-in?token=Zk3cF1q8mXw0dN7uT2bY5eR9aLs6vJhP4gKi',
    code: '482913',
    expiresInMinutes: 10,
  },
  'portal-enabled': {
    name: 'Baraka Mwakyusa',
    client: 'Kilimo Bora Ltd',
    url: 'https://portico.example/client-portal/pwani',
  },
  'invoice-sent': {
    name: 'Baraka Mwakyusa',
    client: 'Kilimo Bora Ltd',
    number: 'INV-2026-014',
    amountDue: { amount: 245_000_000, currency: 'TZS' },
    total: { amount: 300_000_000, currency: 'TZS' },
    issuedOn: '2026-02-17',
    dueOn: '2026-03-03',
    url: 'https://portico.example/i/Zk3cF1q8mXw0dN7uT2bY5eR9aLs6vJhP4gKiOQxCyUE',
    payable: true,
    purchaseOrder: 'PO-88213',
    paymentReference: 'PWN 7K4M 2Q9X',
    note: {
      from: 'Neema Mushi',
      text: 'The website went live on Friday, this is the second half as agreed.\nThe deposit is taken off already.',
    },
    attached: true,
  },
  'invoice-overdue': {
    name: 'Baraka Mwakyusa',
    client: 'Kilimo Bora Ltd',
    number: 'INV-2026-014',
    amountDue: { amount: 245_000_000, currency: 'TZS' },
    dueOn: '2026-03-03',
    url: 'https://portico.example/i/Zk3cF1q8mXw0dN7uT2bY5eR9aLs6vJhP4gKiOQxCyUE',
    purchaseOrder: 'PO-88213',
    paymentReference: 'PWN 7K4M 2Q9X',
    attached: true,
  },
  notifications: {
    name: 'Neema Mushi',
    items: [
      {
        type: 'proof_submitted',
        label: 'INV-2026-014',
        client: 'Kilimo Bora Ltd',
        amount: { amount: 100_000_000, currency: 'TZS' },
        url: 'https://portico.example/app/pwani/review',
      },
      {
        type: 'payment_recorded',
        label: 'INV-2026-011',
        client: 'Zawadi Tours',
        amount: { amount: 120_000_000, currency: 'TZS' },
        url: 'https://portico.example/app/pwani/payments',
      },
      {
        type: 'member_joined',
        label: 'Joseph Msuya',
        url: 'https://portico.example/app/pwani/team',
      },
    ],
    more: 0,
    url: 'https://portico.example/app/pwani/notifications',
    settingsUrl: 'https://portico.example/app/pwani/notifications?tab=settings',
  },
  'proof-received': {
    name: 'Baraka Mwakyusa',
    invoices: ['INV-2026-014', 'INV-2026-011'],
    amount: { amount: 100_000_000, currency: 'TZS' },
    receivedOn: '2026-03-01',
    usualMinutes: 24 * 60,
    url: 'https://portico.example/i/Zk3cF1q8mXw0dN7uT2bY5eR9aLs6vJhP4gKiOQxCyUE',
  },
  'proof-rejected': {
    name: 'Baraka Mwakyusa',
    invoices: ['INV-2026-014'],
    amount: { amount: 100_000_000, currency: 'TZS' },
    reason: 'The slip shows a transfer to another account: 0150 4471 2200 at CRDB is not ours.',
    nextStep: 'Ask your bank where the transfer went. Our account is on the invoice.',
    url: 'https://portico.example/i/Zk3cF1q8mXw0dN7uT2bY5eR9aLs6vJhP4gKiOQxCyUE',
  },
  receipt: {
    name: 'Baraka Mwakyusa',
    number: 'RCP-2026-031',
    paid: { amount: 300_000_000, currency: 'TZS' },
    paidOn: '2026-03-01',
    method: 'by M-Pesa',
    invoices: [
      {
        number: 'INV-2026-011',
        paid: { amount: 120_000_000, currency: 'TZS' },
        remaining: { amount: 0, currency: 'TZS' },
      },
      {
        number: 'INV-2026-014',
        paid: { amount: 180_000_000, currency: 'TZS' },
        remaining: { amount: 65_000_000, currency: 'TZS' },
      },
    ],
    url: 'https://portico.example/i/Zk3cF1q8mXw0dN7uT2bY5eR9aLs6vJhP4gKiOQxCyUE',
    attached: true,
  },
  statement: {
    name: 'Baraka Mwakyusa',
    client: 'Kilimo Bora Ltd',
    standsOn: '2026-03-31',
    url: 'https://portico.example/client-portal/pwani/statement',
    balances: [
      { balance: { amount: 245_000_000, currency: 'TZS' }, overdue: { amount: 45_000_000, currency: 'TZS' } },
      { balance: { amount: -12_000, currency: 'USD' }, overdue: { amount: 0, currency: 'USD' } },
    ],
    note: { from: 'Neema Mushi', text: 'As promised on the phone.' },
  },
  'sign-up-existing-account': {
    url: 'https://portico.example/sign-in',
    resetUrl: 'https://portico.example/forgot-password',
  },
  'account-locked': {
    name: 'Amina Juma',
    attempts: 5,
    lockedMinutes: 15,
    lockedUntil: '2026-03-01T11:05:00Z',
    timeZone: 'Africa/Dar_es_Salaam',
    place: '41.59.0.10, Firefox on Windows',
    resetUrl: 'https://portico.example/reset-password?token=Zk3cF1q8mXw0dN7uT2bY5eR9aLs6vJhP4gKiOQxCyUE',
  },
  'contact-received': {
    name: 'Amina Juma',
    operator: 'Pwani Hosting',
    url: 'https://portico.example/docs',
  },
  'contact-message': {
    name: 'Amina Juma',
    email: 'amina@studio-pwani.example',
    company: 'Studio Pwani',
    topic: 'hosting',
    message: 'We are six people with about forty clients.\nCan our old invoices come along?',
    url: 'https://portico.example/admin/messages',
  },
}

export const sampleBrand: MailBrand = {
  name: 'Studio Pwani',
  color: '#0f6b6b',
  answersReplies: true,
  footer: ['Studio Pwani Ltd, 12 Samora Avenue, Dar es Salaam, Tanzania', 'TIN 123-456-789'],
}
