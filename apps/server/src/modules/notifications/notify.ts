import { eventTypes, hearings, type Notice } from '@portico/contract'
import { z } from 'zod'
import { statement, type Tx } from '../../platform/database/index.ts'
import { newId, newIdAt } from '../../platform/ids.ts'
import { job, subscribe, type DomainEvent } from '../../platform/jobs/definitions.ts'
import { workIsDue } from '../../platform/jobs/due-work.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { contactsFor, membersFor, theOne, type Recipient } from './recipients.ts'
import { waysTo } from './rules.ts'

export const mailWork = 'notifications.mail'
/** Mails wait this long for what else comes, so that ten payments in a row are one mail. */
export const gatherSeconds = 60

/** What is heard later than this, after a long standstill, is no news: it is listed as read, and not mailed. */
const newsDays = 3

const Heard = z.object({
  id: z.string(),
  type: z.enum(eventTypes),
  payload: z.record(z.string(), z.string().nullable()),
  createdAt: z.string(),
  actor: z.object({ kind: z.enum(['member', 'contact', 'link']), id: z.string() }).nullable(),
})
type Heard = z.output<typeof Heard>

/** Turns an event into notifications. It may run twice: the second time finds everything done. */
export const notifyOfEvent = job({
  name: 'notifications.notify',
  payload: Heard,
  async run({ organizationId, payload: event, parts }) {
    await parts.database.withOrganization(organizationId, systemPrincipal('notifications'), (tx) =>
      notify(tx, event),
    )
  },
})

export async function notify(tx: Tx, event: Heard): Promise<void> {
  const hearing = hearings[event.type]
  if (!('notices' in hearing)) return
  for (const notice of hearing.notices) await giveNotice(tx, event, notice)
}

async function giveNotice(tx: Tx, event: Heard, notice: Notice): Promise<void> {
  const subjectId = event.payload[notice.id]
  if (!subjectId) return
  const recipients = await recipientsOf(tx, event, notice, subjectId)
  if (recipients.length === 0) return
  const clientId = event.payload['client_id'] ?? null
  const isOld = Date.parse(tx.now) - Date.parse(event.createdAt) > newsDays * 86_400_000
  const given = recipients.map((recipient) => ({
    recipient,
    // What comes that late is read already and is no news on top of the list.
    id: isOld ? newIdAt(event.createdAt) : newId(),
    ...waysTo(notice.type, recipient),
    ...(isOld && { mail: { state: 'skipped', reason: 'too_late' } as const }),
  }))
  const made = new Set(
    (
      await tx.all(
        insertNotifications(
          tx.organizationId,
          given.map(({ id }) => id),
          given.map(({ recipient }) => recipient.membership_id),
          given.map(({ recipient }) => recipient.contact_id),
          given.map(({ isInApp }) => isInApp),
          notice.type,
          event.id,
          notice.about,
          subjectId,
          clientId,
          event.createdAt,
          isOld ? tx.now : null,
        ),
      )
    ).map(({ id }) => id),
  )
  const fresh = given.filter(({ id }) => made.has(id))
  if (fresh.length === 0) return
  const deliveries = fresh.flatMap(({ id, isInApp, mail }) => [
    {
      id,
      channel: 'in_app',
      state: isInApp ? 'shown' : 'skipped',
      reason: isInApp ? null : 'turned_off',
    },
    { id, channel: 'email', ...mail },
  ])
  tx.later(
    insertDeliveries(
      tx.organizationId,
      deliveries.map(() => newId()),
      deliveries.map(({ id }) => id),
      deliveries.map(({ channel }) => channel),
      deliveries.map(({ state }) => state),
      deliveries.map(({ reason }) => reason),
      tx.now,
    ),
  )
  for (const { recipient, id, isInApp } of fresh) {
    if (isInApp)
      tx.announce('notification.created', {
        notification_id: id,
        ...(recipient.membership_id && { membership_id: recipient.membership_id }),
        ...(recipient.contact_id && { contact_id: recipient.contact_id }),
        ...(clientId && { client_id: clientId }),
      })
  }
  if (fresh.some(({ mail }) => mail.state === 'waiting'))
    workIsDue(tx, mailWork, new Date(Date.parse(tx.now) + gatherSeconds * 1000).toISOString())
}

async function recipientsOf(tx: Tx, event: Heard, notice: Notice, subjectId: string): Promise<Recipient[]> {
  const { actor } = event
  const clientId = event.payload['client_id'] ?? null
  if ('right' in notice) {
    if (!clientId) return []
    const actorId = actor?.kind === 'contact' ? actor.id : null
    return tx.all(
      contactsFor(tx.organizationId, notice, { actorId, clientId, subjectId, happenedAt: event.createdAt }),
    )
  }
  if (notice.byContact && actor?.kind !== 'contact') return []
  let onlyId: string | null = null
  if (notice.only) {
    const one = theOne(tx.organizationId, notice, event)
    onlyId = ('text' in one ? (await tx.first(one))?.id : one.id) ?? null
    if (!onlyId) return []
  }
  // Whoever joins does it as a person who is no member yet.
  const joiner = notice.type === 'member_joined' ? subjectId : null
  const actorId = joiner ?? (actor?.kind === 'member' ? actor.id : null)
  return tx.all(membersFor(tx.organizationId, notice, { actorId, onlyId, clientId }))
}

const heardBy = (event: DomainEvent): Heard => ({
  id: event.id,
  type: event.type,
  payload: event.payload,
  createdAt: event.createdAt,
  actor: event.actor,
})
export const subscriptions = eventTypes
  .filter((type) => 'notices' in hearings[type])
  .map((type) => subscribe(type, notifyOfEvent, heardBy))

const insertNotifications = statement<{ id: string }>(
  `insert into notifications (organization_id, id, membership_id, contact_id, is_in_app, type, event_id, subject_kind, subject_id, client_id, created_at, read_at)
   select $1, r.id, r.membership_id, r.contact_id, r.is_in_app, $6, $7, $8, $9, $10, $11, $12::timestamptz
   from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::boolean[]) as r (id, membership_id, contact_id, is_in_app)
   on conflict do nothing returning id`,
)
const insertDeliveries = statement(
  `insert into notification_deliveries (organization_id, id, notification_id, channel, state, reason, created_at, settled_at)
   select $1, d.id, d.notification_id, d.channel, d.state, d.reason, $7, case when d.state <> 'waiting' then $7::timestamptz end
   from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[]) as d (id, notification_id, channel, state, reason)`,
)
