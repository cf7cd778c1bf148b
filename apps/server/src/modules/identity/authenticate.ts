import type { AppParts } from '../../app-parts.ts'
import { sha256 } from '../../platform/crypto/tokens.ts'
import { statement, type Origin, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { Refusal } from '../../platform/errors.ts'
import type { Realm } from '../../platform/http/cookies.ts'
import { lockOf, noteFailure, passLock, refuseLocked, type Bucket } from './lockout.ts'
import { verifyPassword } from './password-hash.ts'
import { personByEmail, type Person } from './people.ts'

/** A person whose password was right, and the row of failures: the following transaction begins with `passAuthenticated`. */
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
  throw await noteFailure(
    parts,
    origin,
    { key, bucket },
    wrongCredentials(),
    person ?? null,
    given.realm ?? 'staff',
  )
}

const holdPassword = statement<Pick<Person, 'password_hash' | 'disabled_at'>>(
  'select password_hash, disabled_at from users where id = $1 for no key update',
)

/**
 * Begins what a right password opens, in its transaction. A password that was replaced, or an account that was locked, while it was being
 * checked opens nothing any more: whoever replaces it ends every session that it has opened, and waits for one that is just being opened.
 * @throws Refusal account_locked, wrong_credentials
 */
export async function passAuthenticated(tx: Tx, { person, at }: Authenticated): Promise<void> {
  await passLock(tx, at)
  const now = await tx.first(holdPassword(person.id))
  if (!now || now.disabled_at || now.password_hash !== person.password_hash) throw wrongCredentials()
}

const wrongCredentials = (): Refusal =>
  new Refusal('wrong_credentials', 'Email or password is not right. Check both and try again.')
