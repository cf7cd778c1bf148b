import type { sendContactMessage } from '@portico/contract'
import type { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'
import { db, statement, type Origin, type Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { queueSystemEmail } from '../emails/index.ts'
import { isMailAllowed } from '../identity/index.ts'
import { readInstallation } from '../installation/index.ts'
import { judgeMessage, openMark } from './rules.ts'

type Given = z.output<NonNullable<(typeof sendContactMessage)['body']>>

const mostPerHour = { fromOneAddress: 5, inAll: 200 }
const sentLately = statement<{ from_here: number; in_all: number }>(
  `select count(*) filter (where ip = $1::inet) as from_here, count(*) as in_all from contact_messages where created_at > $2`,
)
const admins = statement<{ email: string; locale: string }>(
  'select email, locale from users where is_platform_admin and disabled_at is null order by created_at limit 5',
)

/** The hidden mark of a form that was just opened: a form that comes back without one, or at once, was filled in by a machine. */
export const newMark = (parts: Pick<AppParts, 'keyring' | 'database'>): string => {
  const at = Date.parse(parts.database.now()).toString(36)
  return `${at}.${parts.keyring.sign('contact-form', at)}`
}

/**
 * Keeps what a visitor wrote, tells the people who run the installation, and tells the writer that it arrived. What looks like a
 * machine's work is kept aside, and answered alike.
 * @throws Refusal rate_limited
 */
export async function receiveMessage(parts: AppParts, origin: Origin, given: Given): Promise<void> {
  const { operator_name, contact_email } = await readInstallation(parts)
  await parts.database.global(
    { kind: 'nobody' },
    async (tx) => {
      if (parts.config.rateLimit > 0) await refuseTooMany(tx, origin)
      const verdict = judgeMessage({
        trap: given.website ?? '',
        openedAt: openMark(parts.keyring, given.opened ?? ''),
        now: Date.parse(tx.now),
      })
      const topic = given.topic ?? 'question'
      const company = given.company || null
      tx.later(
        db.insertInto('contact_messages').values({
          id: newId(),
          name: given.name,
          email: given.email,
          company,
          topic,
          message: given.message,
          state: verdict === 'person' ? 'new' : 'spam',
          ip: origin.ip,
          user_agent: origin.userAgent,
          created_at: tx.now,
        }),
      )
      if (verdict !== 'person') return
      const readers = contact_email ? [{ email: contact_email, locale: 'en' }] : await tx.all(admins())
      for (const reader of readers)
        queueSystemEmail(parts, tx, {
          template: 'contact-message',
          to: reader.email,
          locale: reader.locale,
          replyTo: given.email,
          props: {
            name: given.name,
            email: given.email,
            ...(company && { company }),
            topic,
            message: given.message,
            url: `${parts.config.publicUrl}/admin/messages`,
          },
        })
      if (await isMailAllowed(tx, given.email))
        queueSystemEmail(parts, tx, {
          template: 'contact-received',
          to: given.email,
          locale: 'en',
          props: {
            name: given.name,
            operator: operator_name ?? 'Portico',
            url: `${parts.config.publicUrl}/docs`,
          },
        })
    },
    origin,
  )
}

async function refuseTooMany(tx: Tx, origin: Origin): Promise<void> {
  const hourAgo = new Date(Date.parse(tx.now) - 3_600_000).toISOString()
  const counted = await tx.first(sentLately(origin.ip, hourAgo))
  if ((counted?.from_here ?? 0) >= mostPerHour.fromOneAddress || (counted?.in_all ?? 0) >= mostPerHour.inAll)
    throw new Refusal(
      'rate_limited',
      'Many messages came from here within the hour. Try again later, or write a mail.',
      { retryAfterSeconds: 3600 },
    )
}
