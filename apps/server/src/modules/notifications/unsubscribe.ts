import { contactNotificationTypes, memberNotificationTypes, type NotificationType } from '@portico/contract'
import type { Keyring } from '../../platform/crypto/keyring.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { upsert } from './preferences.ts'
import type { PreferenceRow, Side } from './reads.ts'
import { recordWishes } from './record-wishes.ts'
import { defaultsOf } from './rules.ts'

/**
 * The link with which a mail program ends notifications by mail without anybody signing in (RFC 8058). It does nothing else, so it may
 * last as long as the mail is kept.
 */
export type UnsubscribeTarget = { organizationId: string; side: Side; id: string }
const purpose = 'unsubscribe'

export function unsubscribeToken(keyring: Keyring, { organizationId, side, id }: UnsubscribeTarget): string {
  const text = `${organizationId}.${side}.${id}`
  return `${text}.${keyring.sign(purpose, text)}`
}

export function readUnsubscribeToken(keyring: Keyring, token: string): UnsubscribeTarget | null {
  const match = /^([0-9a-f-]{36})\.(member|contact)\.([0-9a-f-]{36})\.([\w-]+)$/.exec(token)
  if (!match) return null
  const [, organizationId = '', side = '', id = '', signature = ''] = match
  if (!keyring.verify(purpose, `${organizationId}.${side}.${id}`, signature)) return null
  return { organizationId, side: side as Side, id }
}

const exists = {
  member: statement<{ client_id: string | null }>(
    'select null::uuid as client_id from memberships where organization_id = $1 and id = $2 for no key update',
  ),
  contact: statement<{ client_id: string | null }>(
    'select client_id from contacts where organization_id = $1 and id = $2 for no key update',
  ),
}
const wishes = {
  member: statement<PreferenceRow>(
    'select type, in_app, email from notification_preferences where organization_id = $1 and membership_id = $2',
  ),
  contact: statement<PreferenceRow>(
    'select type, in_app, email from notification_preferences where organization_id = $1 and contact_id = $2',
  ),
}

/** No kind of notification is mailed to this person any more; in the app everything stays as it is. */
export async function endMails(tx: Tx, { side, id }: UnsubscribeTarget): Promise<void> {
  const [found, own] = await tx.batch([
    exists[side](tx.organizationId, id),
    wishes[side](tx.organizationId, id),
  ])
  const person = found[0]
  if (!person) return
  const wishesNow = new Map(own.map((row) => [row.type, row]))
  const types: readonly NotificationType[] =
    side === 'member' ? memberNotificationTypes : contactNotificationTypes
  const before = types.map((type) => wishesNow.get(type) ?? { type, ...defaultsOf(type) })
  const after = before.map((wish) => ({ ...wish, email: false }))
  tx.later(
    upsert[side](
      tx.organizationId,
      id,
      types.map(() => newId()),
      types,
      after.map(({ in_app }) => in_app),
      after.map(({ email }) => email),
      tx.now,
    ),
  )
  const mailed = before.filter(({ email }) => email)
  // A mail program may follow the link more than once.
  if (mailed.length > 0)
    recordWishes(
      tx,
      'notifications.mails_ended',
      { side, id, clientId: person.client_id },
      mailed,
      after.filter((_, at) => before[at]?.email),
    )
}
