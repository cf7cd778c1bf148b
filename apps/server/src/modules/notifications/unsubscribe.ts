import { contactNotificationTypes, memberNotificationTypes } from '@portico/contract'
import type { Keyring } from '../../platform/crypto/keyring.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { upsert, type PreferenceChange } from './preferences.ts'
import { defaultsOf } from './rules.ts'
import type { Side } from './reads.ts'

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
  member: statement<{ id: string }>('select id from memberships where organization_id = $1 and id = $2'),
  contact: statement<{ id: string }>('select id from contacts where organization_id = $1 and id = $2'),
}
const wishes = {
  member: statement<{ type: PreferenceChange['type']; in_app: boolean }>(
    'select type, in_app from notification_preferences where organization_id = $1 and membership_id = $2',
  ),
  contact: statement<{ type: PreferenceChange['type']; in_app: boolean }>(
    'select type, in_app from notification_preferences where organization_id = $1 and contact_id = $2',
  ),
}

/** No kind of notification is mailed to this person any more; in the app everything stays as it is. */
export async function endMails(tx: Tx, { side, id }: UnsubscribeTarget): Promise<void> {
  const [found, own] = await tx.batch([
    exists[side](tx.organizationId, id),
    wishes[side](tx.organizationId, id),
  ])
  if (found.length === 0) return
  const inApp = new Map(own.map((row) => [row.type, row.in_app]))
  const types = side === 'member' ? memberNotificationTypes : contactNotificationTypes
  tx.later(
    upsert[side](
      tx.organizationId,
      id,
      types.map(() => newId()),
      types,
      types.map((type) => inApp.get(type) ?? defaultsOf(type).in_app),
      types.map(() => false),
      tx.now,
    ),
  )
}
