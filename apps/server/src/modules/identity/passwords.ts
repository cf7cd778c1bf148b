import type { AppParts } from '../../app-parts.ts'
import { statement, type Origin, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { Refusal } from '../../platform/errors.ts'
import { queueSystemEmail } from '../emails/index.ts'
import { noteAccountEvent } from './account-events.ts'
import { pageUrl } from './links.ts'
import { unlock } from './lockout.ts'
import { isMailAllowed } from './mail-limit.ts'
import { refuseWeakPassword } from './new-password.ts'
import { issueToken, spendToken, spendTokensOf, tokenMinutes } from './one-time-tokens.ts'
import { sha256 } from '../../platform/crypto/tokens.ts'
import { hashPassword } from './password-hash.ts'
import { lockPersonByEmail, type Person } from './people.ts'
import { endAllSessions } from './sessions.ts'

const ownerOfResetToken = statement<Pick<Person, 'id' | 'name' | 'email' | 'email_key'>>(
  `select u.id, u.name, u.email, u.email_key from one_time_tokens t join users u on u.id = t.user_id
   where t.token_hash = $1 and t.purpose = 'reset_password' and t.spent_at is null and t.expires_at > $2 and u.disabled_at is null`,
)
/** Whoever opened the mail owns the address. */
const resetTo = statement(
  'update users set password_hash = $2, email_verified_at = coalesce(email_verified_at, $3), updated_at = $3, version = version + 1 where id = $1',
)

/** Mails a link for setting a new password to whoever has the address; the answer is the same for everybody. */
export async function requestReset(parts: AppParts, origin: Origin, email: string): Promise<void> {
  await parts.database.global(
    { kind: 'nobody' },
    async (tx) => {
      const person = await tx.first(lockPersonByEmail(emailKey(email)))
      if (!person || person.disabled_at || !(await isMailAllowed(tx, person.email))) return
      noteAccountEvent(tx, { action: 'accounts.password_reset_requested', userId: person.id })
      queueSystemEmail(parts, tx, {
        template: 'password-reset',
        to: person.email,
        locale: person.locale,
        props: {
          name: person.name,
          url: resetLink(parts, tx, person),
          expiresInMinutes: tokenMinutes.reset_password,
          ...(origin.ip && { place: origin.ip }),
        },
      })
    },
    origin,
  )
}

/** A fresh link for setting a new password. */
export function resetLink(
  parts: Pick<AppParts, 'config'>,
  tx: Tx,
  person: Pick<Person, 'id' | 'email_key'>,
): string {
  return pageUrl(parts, '/reset-password', {
    token: issueToken(tx, { purpose: 'reset_password', userId: person.id, emailKey: person.email_key }),
  })
}

/** Sets a new password with the link's token: every session ends, every lock and every other link with it. @throws Refusal token_invalid, password_too_weak */
export async function resetWithToken(
  parts: AppParts,
  origin: Origin,
  given: { token: string; password: string },
): Promise<void> {
  const [owners] = await parts.database.look(ownerOfResetToken(sha256(given.token), parts.database.now()))
  const owner = owners[0]
  if (!owner) throw spentLink()
  // A password that is refused leaves the link as it is, for another try.
  await refuseWeakPassword(given.password, { email: owner.email, names: [owner.name] })
  const passwordHash = await hashPassword(given.password)
  await parts.database.global(
    { kind: 'nobody' },
    async (tx) => {
      if (!(await spendToken(tx, 'reset_password', given.token))) throw spentLink()
      tx.later(resetTo(owner.id, passwordHash, tx.now))
      spendTokensOf(tx, owner.id, 'reset_password')
      spendTokensOf(tx, owner.id, 'verify_email')
      endAllSessions(tx, owner.id)
      noteAccountEvent(tx, { action: 'accounts.password_reset', userId: owner.id })
      await unlock(tx, owner.email_key)
    },
    origin,
  )
}

const spentLink = (): Refusal =>
  new Refusal('token_invalid', 'This link was used already or is too old. Ask for a new one.')
