import type { Module } from '../../app.ts'
import { sendSystemEmails, subscriptions } from './jobs.ts'
import { registerRoutes } from './routes.ts'

export { provideStatements } from './attachments.ts'
export { queueEmail, queueSystemEmail, type EmailAttachment, type NewEmail } from './queue.ts'

export const emails: Module = {
  name: 'emails',
  register: registerRoutes,
  subscriptions,
  recurring: [sendSystemEmails],
}
