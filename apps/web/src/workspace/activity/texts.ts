import { defineTexts } from '@portico/ui'

export const activityTexts = defineTexts('activity', {
  activity: 'Activity',
  openActivity: 'Show the activity',
  history: 'History',
  historyOf: 'History: {{name}}',
  more: 'Show earlier',
  all: 'All',
  filter: 'What is shown',
  clients: 'Clients',
  invoices: 'Invoices',
  payments: 'Payments',
  export: 'Export CSV',
  openLog: 'Open the audit log',
  empty: 'What you and your team do will be listed here.',
})
