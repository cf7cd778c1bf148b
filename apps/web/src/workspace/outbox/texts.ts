import { defineTexts } from '@portico/ui'

export const outboxTexts = defineTexts('outbox', {
  title: 'Outbox',
  tabs: 'Whose mail',
  tabInstallation: 'Installation',
  subtitle: 'Mail to clients, contacts and colleagues, as it was sent',
  subject: 'Subject',
  cc: 'Cc',
  keptHint: 'No mail provider is set up, so mail stays here and is not delivered. Set SMTP_URL to send it.',
  emptyTitle: 'Mail will be listed here',
  emptyDetail:
    'Each invoice, receipt and invitation that is mailed can be read here as its recipient sees it.',
  attachments: 'Attached',
  tries_one: '{{count}} try',
  tries_other: '{{count}} tries',
  asPicture: 'As sent',
  asText: 'As text',
  view: 'How it is shown',
  frame: 'The mail as its recipient sees it',
  sentAt: 'Sent {{when}}',
})
