import type { AppParts } from '../../app-parts.ts'
import type { Origin } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { authenticate, passAuthenticated } from './authenticate.ts'
import { startSession, type StartedSession, type Visitor } from './sessions.ts'

/**
 * Signs a person in to the workspace with address and password.
 * @throws Refusal wrong_credentials, account_locked; email_not_verified only to whoever knows the password
 */
export async function signInWithPassword(
  parts: AppParts,
  origin: Origin,
  visitor: Visitor,
  given: { email: string; password: string; keep_signed_in?: boolean | undefined },
): Promise<StartedSession> {
  const authenticated = await authenticate(parts, origin, { ...given, deviceToken: visitor.deviceToken })
  const { person } = authenticated
  return parts.database.global(
    { kind: 'nobody' },
    async (tx) => {
      await passAuthenticated(tx, authenticated)
      if (!person.email_verified_at)
        throw new Refusal(
          'email_not_verified',
          'Open the link in the mail that was sent to you, or ask for a new one.',
        )
      return startSession(tx, {
        userId: person.id,
        realm: 'staff',
        visitor,
        isKept: given.keep_signed_in === true,
      })
    },
    origin,
  )
}
