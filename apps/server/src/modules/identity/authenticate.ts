import type { AppParts } from '../../app-parts.ts'
import { sha256 } from '../../platform/crypto/tokens.ts'
import { statement, type Origin } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { Refusal } from '../../platform/errors.ts'
import type { Realm } from '../../platform/http/cookies.ts'
import { lockOf, noteFailure, refuseLocked, type Bucket } from './lockout.ts'
import { verifyPassword } from './password-hash.ts'
import { personByEmail, type Person } from './people.ts'

/** A person whose password was right, and the row of failures that the following transaction has to end (`passLock`). */
export type Authenticated = { person: Person; at: { key: string; bucket: Bucket } }

const isKnownDevice = statement(
  'select 1 from known_devices d join users u on u.id = d.user_id where u.email_key = $1 and d.token_hash = $2',
)

/**
 * Checks an address and a password. Unknown addresses cost the same time and are counted in the same way, so nobody learns from
 * here who has an account. While an address is locked, the password is not even looked at.
 * @throws Refusal wrong_credentials, account_locked
 */
export async function authenticate(
  parts: AppParts,
  origin: Origin,
  given: { email: string; password: string; deviceToken: string | null; realm?: Realm },
): Promise<Authenticated> {
  const key = emailKey(given.email)
  const device = given.deviceToken ? sha256(given.deviceToken) : null
  const ownBucket: Bucket = `device:${device?.toString('hex') ?? ''}`
  const now = parts.database.now()
  const [persons, known, ownLocks, commonLocks] = await parts.database.look(
    personByEmail(key),
    isKnownDevice(key, device),
    lockOf(key, ownBucket, now),
    lockOf(key, 'everyone', now),
  )
  const bucket = known.length > 0 ? ownBucket : 'everyone'
  refuseLocked(known.length > 0 ? ownLocks[0] : commonLocks[0], now)

  const person = persons[0]
  const isRight = await verifyPassword(person?.password_hash, given.password)
  if (person && isRight && !person.disabled_at) return { person, at: { key, bucket } }
  const wrong = new Refusal('wrong_credentials', 'Email or password is not right. Check both and try again.')
  throw await noteFailure(parts, origin, { key, bucket }, wrong, person ?? null, given.realm ?? 'staff')
}
