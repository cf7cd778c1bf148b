import type { AppParts } from '../../app-parts.ts'
import { statement, type Origin, type Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { queueSystemEmail } from '../emails/index.ts'
import type { Realm } from '../../platform/http/cookies.ts'
import { noteAccountEvent } from './account-events.ts'
import { isMailAllowed } from './mail-limit.ts'
import { pageUrl } from './links.ts'

/**
 * Failed sign-ins are counted per address, whether or not anybody has it. Five in a row lock it for 15 minutes, the next five for 30,
 * doubling to a day. A device that has signed in before has a bucket of its own, so that strangers cannot lock the owner out; typed
 * codes have one, so that guessing them does not lock passwords. The row's lock decides who came first: however many guesses
 * arrive at once, five are judged.
 */
const failuresUntilLocked = 5

export type Bucket = 'everyone' | 'code' | `device:${string}`
type Lock = { locked_until: string | null }

const count = statement<{ failures: number; locked_until: string | null }>(
  `insert into login_attempts as a (email_key, bucket, failures, last_failure_at) values ($1, $2, 1, $3)
   on conflict (email_key, bucket) do update set
     failures = case when a.failures + 1 >= ${failuresUntilLocked} then 0 else a.failures + 1 end,
     lock_level = case when a.failures + 1 >= ${failuresUntilLocked} then a.lock_level + 1 else a.lock_level end,
     locked_until = case when a.failures + 1 >= ${failuresUntilLocked} then excluded.last_failure_at + least(interval '24 hours', interval '15 minutes' * power(2, least(a.lock_level, 10))) end,
     last_failure_at = excluded.last_failure_at
   where a.locked_until is null or a.locked_until <= excluded.last_failure_at
   returning failures, locked_until`,
)
export const lockOf = statement<Lock>(
  'select locked_until from login_attempts where email_key = $1 and bucket = $2 and locked_until > $3',
)
const holdLock = statement<Lock>(
  'select locked_until from login_attempts where email_key = $1 and bucket = $2 for update',
)
const forget = statement(
  'delete from login_attempts where email_key = $1 and bucket = $2 and (locked_until is null or locked_until <= $3)',
)
const forgetAll = statement('delete from login_attempts where email_key = $1')

/** @throws Refusal account_locked while the lock lasts */
export function refuseLocked(lock: Lock | undefined, now: string): void {
  if (lock?.locked_until && lock.locked_until > now) throw lockedRefusal(lock.locked_until, now)
}

/**
 * Counts one failure, in a transaction of its own, so that it stays although the sign-in is refused. The owner of the address is told
 * when it becomes locked. @returns the refusal to throw: account_locked, or the one given
 */
export async function noteFailure(
  parts: AppParts,
  origin: Origin,
  at: { key: string; bucket: Bucket },
  otherwise: Refusal,
  owner: { id: string; name: string; email: string; locale: string } | null,
  realm: Realm,
): Promise<Refusal> {
  const lockedUntil = await parts.database.global(
    { kind: 'nobody' },
    async (tx) => {
      const counted = await tx.first(count(at.key, at.bucket, tx.now))
      // No row: somebody else's failure locked it in the meantime.
      if (!counted) return (await tx.first(lockOf(at.key, at.bucket, tx.now)))?.locked_until ?? null
      noteAccountEvent(tx, {
        action: counted.locked_until ? 'accounts.locked' : 'accounts.sign_in_failed',
        userId: owner?.id ?? null,
        realm,
      })
      if (counted.locked_until && owner && (await isMailAllowed(tx, owner.email)))
        tellOwner(parts, tx, owner, counted.locked_until, origin)
      return counted.locked_until
    },
    origin,
  )
  return lockedUntil ? lockedRefusal(lockedUntil, parts.database.now()) : otherwise
}

/**
 * Ends the row of failures after a right password or code, in the transaction that signs in. A right one that was still being checked
 * while the lock fell does not get in. @throws Refusal account_locked
 */
export async function passLock(tx: Tx, at: { key: string; bucket: Bucket }): Promise<void> {
  const [locks] = await tx.batch([holdLock(at.key, at.bucket), forget(at.key, at.bucket, tx.now)])
  refuseLocked(locks[0], tx.now)
}

/** After a reset, or by an admin: nothing is held against this address any more. */
export async function unlock(tx: Tx, key: string): Promise<void> {
  await tx.change(forgetAll(key))
}

function lockedRefusal(until: string, now: string): Refusal {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000))
  const minutes = Math.ceil(seconds / 60)
  const span =
    minutes >= 120 ? `${Math.ceil(minutes / 60)} hours` : minutes === 1 ? 'a minute' : `${minutes} minutes`
  return new Refusal(
    'account_locked',
    `Too many failed attempts. Try again in ${span}, or set a new password with the link that “Forgot password” sends.`,
    { retryAfterSeconds: seconds },
  )
}

function tellOwner(
  parts: AppParts,
  tx: Tx,
  owner: { name: string; email: string; locale: string },
  lockedUntil: string,
  origin: Origin,
): void {
  queueSystemEmail(parts, tx, {
    template: 'account-locked',
    to: owner.email,
    locale: owner.locale,
    props: {
      name: owner.name,
      attempts: failuresUntilLocked,
      lockedMinutes: Math.round((Date.parse(lockedUntil) - Date.parse(tx.now)) / 60_000),
      lockedUntil,
      timeZone: 'UTC',
      ...(origin.ip && { place: origin.ip }),
      resetUrl: pageUrl(parts, '/forgot-password'),
    },
  })
}
