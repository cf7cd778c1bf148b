import type { AppParts } from '../../app-parts.ts'
import type { Origin } from '../../platform/database/index.ts'
import { fieldRefusal } from '../../platform/errors.ts'
import type { PersonPrincipal } from '../../platform/principal.ts'
import { noteAccountEvent } from './account-events.ts'
import { authenticate, passAuthenticated, type Authenticated } from './authenticate.ts'
import { refuseWeakPassword } from './new-password.ts'
import { spendTokensOf } from './one-time-tokens.ts'
import { hashPassword } from './password-hash.ts'
import { personById, setPassword } from './people.ts'
import { endOtherSessions, type Visitor } from './sessions.ts'

/**
 * Sets a new password for somebody who is signed in; ends their other sessions, here and in the portal. Whoever has a password has
 * to know it, with the same lock as at the sign-in; a contact who came by link so far sets the first one without.
 * @throws Refusal wrong_credentials, account_locked, password_too_weak; validation_failed where the current one is missing
 */
export async function changeOwnPassword(
  parts: AppParts,
  origin: Origin,
  visitor: Visitor,
  principal: PersonPrincipal,
  given: { current_password?: string | undefined; new_password: string },
): Promise<void> {
  const [persons] = await parts.database.look(personById(principal.userId))
  let authenticated: Authenticated | null = null
  if (persons[0]?.password_hash) {
    if (!given.current_password)
      throw fieldRefusal('/current_password', 'required', 'Type your current password too.')
    authenticated = await authenticate(parts, origin, {
      email: principal.email,
      password: given.current_password,
      deviceToken: visitor.deviceToken,
    })
  }
  await refuseWeakPassword(
    given.new_password,
    { email: principal.email, names: [principal.name] },
    '/new_password',
  )
  const passwordHash = await hashPassword(given.new_password)
  await parts.database.global(
    principal,
    async (tx) => {
      if (authenticated) await passAuthenticated(tx, authenticated)
      tx.later(setPassword(principal.userId, passwordHash, tx.now))
      spendTokensOf(tx, principal.userId, 'reset_password')
      noteAccountEvent(tx, {
        action: 'accounts.password_changed',
        userId: principal.userId,
        realm: principal.kind === 'contact' || principal.kind === 'portal_user' ? 'portal' : 'staff',
      })
      endOtherSessions(tx, principal.userId, principal.sessionId)
    },
    origin,
  )
}
