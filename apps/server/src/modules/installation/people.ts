import type { PlatformPerson } from '@portico/contract'
import { sql } from 'kysely'
import type { z } from 'zod'
import { db, fromCompiled, statement, type Tx } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import type { PageRequest } from '../../platform/http/pages.ts'
import { endAllSessions, unlock } from '../identity/index.ts'
import { throughTheDoor } from './door.ts'
import { containing } from './containing.ts'

type Shown = z.output<typeof PlatformPerson>
export type PersonRow = Shown

const shown = (now: string) =>
  [
    'u.id',
    'u.name',
    'u.email',
    'u.is_platform_admin',
    sql<boolean>`u.email_verified_at is not null`.as('is_email_verified'),
    sql<boolean>`u.disabled_at is not null`.as('is_locked'),
    sql<
      string | null
    >`(select a.locked_until from login_attempts a where a.email_key = u.email_key and a.bucket = 'everyone' and a.locked_until > ${now})`.as(
      'paused_until',
    ),
    sql<number>`(select count(*) from sessions s where s.user_id = u.id and s.revoked_at is null and s.expires_at > ${now})`.as(
      'open_sessions',
    ),
    sql<number>`(select count(distinct d.organization_id) from directory d where d.user_id = u.id)`.as(
      'organizations',
    ),
    'u.last_login_at',
    'u.created_at',
  ] as const

export function peoplePage(
  page: PageRequest,
  filters: { search?: string | undefined; only?: 'locked' | 'admins' | undefined },
  now: string,
) {
  const order = page.isBackwards ? 'asc' : 'desc'
  let query = db
    .selectFrom('users as u')
    .select(shown(now))
    .orderBy('u.created_at', order)
    .orderBy('u.id', order)
    .limit(page.limit + 1)
  if (filters.search)
    query = query.where(sql`lower(u.name) || ' ' || u.email_key`, 'like', containing(filters.search))
  if (filters.only === 'locked') query = query.where('u.disabled_at', 'is not', null)
  if (filters.only === 'admins') query = query.where('u.is_platform_admin', '=', true)
  if (page.position) {
    const [at, id] = page.position as [string, string]
    query = query.where((eb) =>
      eb(eb.refTuple('u.created_at', 'u.id'), page.isBackwards ? '>' : '<', eb.tuple(at, id)),
    )
  }
  return query.compile()
}

const lockPersonRow = statement<{ name: string; email_key: string }>(
  'select name, email_key from users where id = $1 for update',
)
const setLocked = statement(
  'update users set disabled_at = $2, updated_at = $3, version = version + 1 where id = $1',
)

type Change = 'locked' | 'unlocked' | 'signed_out'

/**
 * Locks or unlocks an account, or ends its sessions. A lock ends them, too: the next request of each is refused.
 * @throws not_found; not_yourself, because an admin who locks the own account could lock everybody out
 */
export async function changePerson(
  tx: Tx,
  userId: string,
  change: Change,
  reason: string | null = null,
): Promise<Shown> {
  const found = await tx.first(lockPersonRow(userId))
  if (!found) throw notFound('person')
  const admin = await throughTheDoor(tx, {
    action: `person.${change}`,
    subject: { kind: 'person', id: userId, name: found.name },
    reason,
  })
  if (change === 'locked' && admin.userId === userId)
    throw new Refusal('not_yourself', 'Somebody else has to lock your account.')
  if (change !== 'signed_out') await tx.change(setLocked(userId, change === 'locked' ? tx.now : null, tx.now))
  if (change === 'unlocked') await unlock(tx, found.email_key)
  else endAllSessions(tx, userId)
  const person = db.selectFrom('users as u').select(shown(tx.now)).where('u.id', '=', userId)
  const [rows] = await tx.readBack([fromCompiled(person.compile())])
  return rows?.[0] as Shown
}
