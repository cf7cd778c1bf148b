import {
  contactNotificationTypes,
  memberNotificationTypes,
  type NotificationPreferences,
  type NotificationType,
} from '@portico/contract'
import type { z } from 'zod'
import { statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Principal } from '../../platform/principal.ts'
import { recordWishes, type Wisher } from './record-wishes.ts'
import { preferencesOf, type PreferenceRow, type Side } from './reads.ts'
import { defaultsOf, mayBeShown } from './rules.ts'

type Shown = z.output<typeof NotificationPreferences>
export type PreferenceChange = {
  type: NotificationType
  in_app?: boolean | undefined
  email?: boolean | undefined
}

/** Every kind that may reach this person at all, with their wish or what is usual. */
export function presentPreferences(principal: Principal, rows: readonly PreferenceRow[]): Shown {
  const own = new Map(rows.map((row) => [row.type, row]))
  const types: readonly NotificationType[] =
    principal.kind === 'member' ? memberNotificationTypes : contactNotificationTypes
  return {
    object: 'list',
    data: types
      .filter((type) => mayBeShown(type, principal))
      .map((type) => {
        const usual = defaultsOf(type)
        const { in_app, email } = own.get(type) ?? usual
        return {
          type,
          group: usual.group,
          in_app,
          email,
          is_default: in_app === usual.in_app && email === usual.email,
        }
      }),
  }
}

/** Changes some kinds at once; what is not named stays as it is. Of a kind that is named twice the last counts. */
export async function changePreferences(
  tx: Tx,
  side: Side,
  changes: readonly PreferenceChange[],
): Promise<Shown> {
  const { principal } = tx
  const wisher = wisherOf(principal)
  const [, before] = await tx.batch([
    lockWisher[side](tx.organizationId, wisher.id),
    preferencesOf[side](tx.organizationId),
  ])
  const rows = new Map(before.map((row) => [row.type, row]))
  const changed = new Set<NotificationType>()
  for (const { type, in_app, email } of changes) {
    const was = rows.get(type) ?? defaultsOf(type)
    const next = { type, in_app: in_app ?? was.in_app, email: email ?? was.email }
    if (next.in_app === was.in_app && next.email === was.email) continue
    rows.set(type, next)
    changed.add(type)
  }
  const wanted = [...changed].map((type) => rows.get(type) as PreferenceRow)
  if (wanted.length > 0) {
    tx.later(
      upsert[side](
        tx.organizationId,
        wisher.id,
        wanted.map(() => newId()),
        wanted.map(({ type }) => type),
        wanted.map(({ in_app }) => in_app),
        wanted.map(({ email }) => email),
        tx.now,
      ),
    )
    const was = wanted.map(
      ({ type }) => before.find((row) => row.type === type) ?? { type, ...defaultsOf(type) },
    )
    recordWishes(tx, 'notifications.preferences_changed', wisher, was, wanted)
  }
  return presentPreferences(principal, [...rows.values()])
}

function wisherOf(principal: Principal): Wisher {
  if (principal.kind === 'member') return { side: 'member', id: principal.membershipId, clientId: null }
  if (principal.kind === 'contact')
    return { side: 'contact', id: principal.contactId, clientId: principal.clientId }
  throw new Error('Only members and contacts have preferences')
}

/** One change of a person's wishes after the other: both ways of a kind stand in one row, and two switches are quickly turned. */
const lockWisher = {
  member: statement<{ id: string }>(
    'select id from memberships where organization_id = $1 and id = $2 for no key update',
  ),
  contact: statement<{ id: string }>(
    'select id from contacts where organization_id = $1 and id = $2 for no key update',
  ),
}

const upsertFor = (column: 'membership_id' | 'contact_id') =>
  statement(
    `insert into notification_preferences (organization_id, id, ${column}, type, in_app, email, updated_at)
     select $1, w.id, $2, w.type, w.in_app, w.email, $7 from unnest($3::uuid[], $4::text[], $5::boolean[], $6::boolean[]) as w (id, type, in_app, email)
     on conflict (organization_id, ${column}, type) do update set in_app = excluded.in_app, email = excluded.email, updated_at = excluded.updated_at`,
  )
export const upsert = { member: upsertFor('membership_id'), contact: upsertFor('contact_id') }
