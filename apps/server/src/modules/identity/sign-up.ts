import type { AppParts } from '../../app-parts.ts'
import { statement, type Origin, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { queueSystemEmail } from '../emails/index.ts'
import { noteAccountEvent } from './account-events.ts'
import { pageUrl } from './links.ts'
import { isMailAllowed } from './mail-limit.ts'
import { refuseWeakPassword } from './new-password.ts'
import { issueToken, spendToken, spendTokensOf, tokenMinutes } from './one-time-tokens.ts'
import { hashPassword } from './password-hash.ts'
import { insertPerson, lockPersonByEmail } from './people.ts'
import { startSession, type StartedSession, type Visitor } from './sessions.ts'

type Applicant = { id: string; name: string; email: string; locale: string }

const signUpAgain = statement(
  'update users set name = $2, password_hash = $3, locale = $4, updated_at = $5, version = version + 1 where id = $1',
)
const verify = statement(
  'update users set email_verified_at = coalesce(email_verified_at, $2), updated_at = $2, version = version + 1 where id = $1 and disabled_at is null',
)

/**
 * Notes a wish for an account. The answer, and the time it takes, are the same for known and unknown addresses; the owner of the
 * mailbox learns the difference. Until the address is verified, the latest sign-up counts and earlier links are void.
 * @throws Refusal registration_closed, password_too_weak
 */
export async function signUp(
  parts: AppParts,
  origin: Origin,
  given: { name: string; email: string; password: string; locale?: string | undefined },
): Promise<void> {
  if (parts.config.registration !== 'open')
    throw new Refusal(
      'registration_closed',
      'Accounts are made by invitation here. Ask the person who runs this installation.',
    )
  await refuseWeakPassword(given.password, { email: given.email, names: [given.name] })
  const passwordHash = await hashPassword(given.password)
  const locale = given.locale ?? 'en'
  await parts.database.global(
    { kind: 'nobody' },
    async (tx) => {
      const id = newId()
      const [inserted, known] = await tx.batch([
        insertPerson(id, given.email, emailKey(given.email), given.name, locale, passwordHash, null, tx.now),
        lockPersonByEmail(emailKey(given.email)),
      ])
      const person = known[0]
      if (!person || !(await isMailAllowed(tx, person.email))) return
      if (inserted.length === 0 && person.email_verified_at) {
        queueSystemEmail(parts, tx, {
          template: 'sign-up-existing-account',
          to: person.email,
          locale: person.locale,
          props: { url: pageUrl(parts, '/sign-in'), resetUrl: pageUrl(parts, '/forgot-password') },
        })
        return
      }
      if (inserted.length === 0) tx.later(signUpAgain(person.id, given.name, passwordHash, locale, tx.now))
      noteAccountEvent(tx, { action: 'accounts.signed_up', userId: person.id })
      sendVerification(parts, tx, { id: person.id, name: given.name, email: person.email, locale })
    },
    origin,
  )
}

/** Sends the verification mail again, where somebody waits for it; the answer is the same for everybody. */
export async function resendVerificationMail(parts: AppParts, origin: Origin, email: string): Promise<void> {
  await parts.database.global(
    { kind: 'nobody' },
    async (tx) => {
      const person = await tx.first(lockPersonByEmail(emailKey(email)))
      if (
        !person ||
        person.email_verified_at ||
        person.disabled_at ||
        !person.password_hash ||
        !(await isMailAllowed(tx, person.email))
      )
        return
      sendVerification(parts, tx, person)
    },
    origin,
  )
}

/** Verifies the address that a mail was sent to, and signs in. @throws Refusal token_invalid */
export async function verifyEmailAddress(
  parts: AppParts,
  origin: Origin,
  visitor: Visitor,
  token: string,
): Promise<StartedSession> {
  return parts.database.global(
    { kind: 'nobody' },
    async (tx) => {
      const spent = await spendToken(tx, 'verify_email', token)
      if (!spent?.user_id || (await tx.change(verify(spent.user_id, tx.now))) === 0)
        throw new Refusal(
          'token_invalid',
          'This link was used already or is too old. Sign in, or ask for a new one.',
        )
      noteAccountEvent(tx, { action: 'accounts.email_verified', userId: spent.user_id })
      return startSession(tx, { userId: spent.user_id, realm: 'staff', visitor })
    },
    origin,
  )
}

function sendVerification(parts: AppParts, tx: Tx, person: Applicant): void {
  spendTokensOf(tx, person.id, 'verify_email')
  const token = issueToken(tx, {
    purpose: 'verify_email',
    userId: person.id,
    emailKey: emailKey(person.email),
  })
  queueSystemEmail(parts, tx, {
    template: 'verify-email',
    to: person.email,
    locale: person.locale,
    props: {
      name: person.name,
      url: pageUrl(parts, '/verify-email', { token }),
      expiresInMinutes: tokenMinutes.verify_email,
    },
  })
}
