import { z } from 'zod'
import { id } from './ids.ts'
import { member, operation } from './operation.ts'
import { Instant, listOf, pageQuery } from './pieces.ts'

export const EmailSummary = z
  .strictObject({
    id: id('email'),
    template: z.string(),
    to: z.array(z.string()),
    cc: z.array(z.string()),
    subject: z.string(),
    status: z.enum(['queued', 'sent', 'kept', 'failed']),
    error: z.string().nullable(),
    attempts: z.number().int(),
    client_id: id('client').nullable(),
    created_at: Instant,
    sent_at: Instant.nullable(),
  })
  .meta({ id: 'EmailSummary' })
export const StoredEmail = EmailSummary.extend({
  html: z.string(),
  text: z.string(),
  attachments: z.array(z.strictObject({ name: z.string() })),
}).meta({ id: 'StoredEmail' })
export const listEmails = operation({
  id: 'emails.list',
  method: 'GET',
  path: '/v1/emails',
  access: member('emails.email.read'),
  query: z.strictObject({ ...pageQuery, status: z.enum(['queued', 'sent', 'kept', 'failed']).optional() }),
  answer: listOf(EmailSummary),
  summary: 'Mail of this organization, newest first',
})
export const getEmail = operation({
  id: 'emails.get',
  method: 'GET',
  path: '/v1/emails/{email_id}',
  access: member('emails.email.read'),
  params: z.strictObject({ email_id: id('email') }),
  answer: StoredEmail,
  summary: 'One mail as the recipient sees it',
})
export const listSystemEmails = operation({
  id: 'system_emails.list',
  method: 'GET',
  path: '/v1/system-emails',
  access: { who: 'platform' },
  query: z.strictObject(pageQuery),
  summary: 'Mail of the installation itself (verification, reset, portal sign-in)',
  answer: listOf(
    z.strictObject({
      id: id('email'),
      template: z.string(),
      to: z.string(),
      status: z.enum(['queued', 'sent', 'kept', 'failed']),
      error: z.string().nullable(),
      created_at: Instant,
      sent_at: Instant.nullable(),
      text: z.string().nullable().meta({ description: 'Kept only while no mail provider is set up' }),
    }),
  ),
})
