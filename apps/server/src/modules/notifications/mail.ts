import { memberNotifications } from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { dueWork } from '../../platform/jobs/due-work.ts'
import { notificationSubject, type MailTemplates } from '../../platform/mail/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { queueEmail } from '../emails/index.ts'
import { addressOf } from './addresses.ts'
import { gatherSeconds, mailWork } from './notify.ts'
import { presentNotification } from './present.ts'
import { withFacts, type NotificationRow } from './reads.ts'
import { unsubscribeToken } from './unsubscribe.ts'

/** A mail that says more than this sends people to the app for the rest. */
const mostItems = 20
const mostAtOnce = 500

type WaitingRow = NotificationRow & { membership_id: string | null; contact_id: string | null }
const waiting = statement<WaitingRow>(
  withFacts(
    `select n.* from notifications n where n.organization_id = $1 and n.id in (
       select d.notification_id from notification_deliveries d where d.organization_id = $1 and d.state = 'waiting' and d.created_at <= $2 order by d.created_at limit ${mostAtOnce} for update skip locked)`,
    'n.id',
  ),
)
type Reader = { id: string; name: string; email: string | null; locale: string; is_reached: boolean }
const members = statement<Reader>(
  `select m.id, u.name, u.email, u.locale, m.status = 'active' and u.disabled_at is null as is_reached
   from memberships m join users u on u.id = m.user_id where m.organization_id = $1 and m.id = any ($2::uuid[])`,
)
const contacts = statement<Reader>(
  `select k.id, k.name, k.email, coalesce(u.locale, c.locale, 'en') as locale, k.portal_access and k.deleted_at is null as is_reached
   from contacts k join clients c on c.organization_id = $1 and c.id = k.client_id left join users u on u.id = k.user_id where k.organization_id = $1 and k.id = any ($2::uuid[])`,
)
type Sender = { slug: string; name: string }
const senderOf = statement<Sender>('select slug, name from organizations where id = $1')
const settle = statement(
  `update notification_deliveries set state = $3, reason = $4, email_id = $5, settled_at = $6
   where organization_id = $1 and notification_id = any ($2::uuid[]) and channel = 'email' and state = 'waiting'`,
)
const nextWaiting = statement<{ due_at: string | null }>(
  `select min(created_at) + interval '${gatherSeconds} seconds' as due_at from notification_deliveries where organization_id = $1 and state = 'waiting'`,
)

/** Mails what waits, to each person once: one mail for all that came together. */
export const mailNotifications = dueWork({
  kind: mailWork,
  everySeconds: 10,
  next: nextWaiting,
  async run(parts, organizationId) {
    for (;;) {
      const count = await parts.database.withOrganization(
        organizationId,
        systemPrincipal('notifications'),
        (tx) => mailWaiting(parts, tx),
      )
      if (count < mostAtOnce) return
    }
  },
})

async function mailWaiting(parts: AppParts, tx: Tx): Promise<number> {
  const before = new Date(Date.parse(tx.now) - gatherSeconds * 1000).toISOString()
  const rows = await tx.all(waiting(tx.organizationId, before))
  if (rows.length === 0) return 0
  const byReader = Map.groupBy(rows, (row) => row.membership_id ?? (row.contact_id as string))
  const ids = [...byReader.keys()]
  const [staff, clients, senders] = await tx.batch([
    members(tx.organizationId, ids),
    contacts(tx.organizationId, ids),
    senderOf(tx.organizationId),
  ])
  const sender = senders[0] as Sender
  const readers = new Map([...staff, ...clients].map((reader) => [reader.id, reader]))
  for (const [id, own] of byReader) {
    const reader = readers.get(id)
    const notificationIds = own.map((row) => row.id)
    if (!reader?.email || !reader.is_reached) {
      const reason = reader?.email ? 'no_access' : 'no_address'
      tx.later(settle(tx.organizationId, notificationIds, 'skipped', reason, null, tx.now))
      continue
    }
    const emailId = mailTo(parts, tx, { ...reader, email: reader.email }, own, sender)
    tx.later(settle(tx.organizationId, notificationIds, 'mailed', null, emailId, tx.now))
  }
  return rows.length
}

function mailTo(
  parts: AppParts,
  tx: Tx,
  reader: Reader & { email: string },
  rows: readonly WaitingRow[],
  { slug, name }: Sender,
): string | null {
  const { publicUrl } = parts.config
  const isMember = (rows[0] as WaitingRow).type in memberNotifications
  const items = rows.slice(-mostItems).map((row) => {
    const { type, subject, client, amount } = presentNotification(row)
    return {
      type,
      ...(subject.label && { label: subject.label }),
      ...(client && { client: client.name }),
      ...(amount && { amount }),
      url: publicUrl + addressOf(row, slug, isMember ? 'member' : 'contact'),
    }
  })
  const base = `${publicUrl}${isMember ? `/app/${slug}` : `/client-portal/${slug}`}/notifications`
  const token = unsubscribeToken(parts.keyring, {
    organizationId: tx.organizationId,
    side: isMember ? 'member' : 'contact',
    id: reader.id,
  })
  const props: MailTemplates['notifications'] = {
    name: reader.name,
    items,
    more: rows.length - items.length,
    url: base,
    settingsUrl: `${base}?tab=settings`,
    unsubscribeUrl: `${publicUrl}/v1/unsubscribe/${token}`,
  }
  return (
    queueEmail(parts, tx, {
      template: 'notifications',
      to: [reader.email],
      locale: reader.locale,
      subject: notificationSubject(reader.locale, items, name),
      props,
      clientId: isMember ? null : (rows[0] as WaitingRow).client_id,
    })[0] ?? null
  )
}
