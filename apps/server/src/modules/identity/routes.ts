import {
  changePassword,
  checkPassword,
  createToken,
  getMe,
  getSetUp,
  listAccountEvents,
  requestPasswordReset,
  resendVerification,
  resetPassword,
  setUp,
  signIn,
  signOut,
  signUp as signUpOperation,
  updateMe,
  verifyEmail,
} from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import { historyPosition, statement } from '../../platform/database/index.ts'
import type { Call } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import type { PersonPrincipal, Principal } from '../../platform/principal.ts'
import { accountEvents, noteAccountEvent, type AccountEventRow } from './account-events.ts'
import { changeOwnPassword } from './change-password.ts'
import { inEvenTime } from './even-time.ts'
import { loadMe } from './me.ts'
import { passwordRequirements } from './new-password.ts'
import { requestReset, resetWithToken } from './passwords.ts'
import { endSession, giveSession, visitorOf, type StartedSession } from './sessions.ts'
import { completeSetUp, isLocalVisit, platformAdmins } from './set-up.ts'
import { signInWithPassword } from './sign-in.ts'
import { resendVerificationMail, signUp, verifyEmailAddress } from './sign-up.ts'

const changePerson = statement(
  'update users set name = coalesce($2, name), locale = coalesce($3, locale), updated_at = $4, version = version + 1 where id = $1',
)

export const done = { done: true } as const

export function registerRoutes(edge: Edge, parts: AppParts): void {
  /** Every sign-in to the workspace ends like this: the cookies, and who came in. */
  const welcome = async (call: Pick<Call, 'edge' | 'reply' | 'startSession'>, session: StartedSession) => {
    giveSession(call, session)
    return loadMe(parts, session.userId)
  }

  edge.handle(createToken, async (call) => {
    const visitor = { sessionToken: null, deviceToken: visitorOf(call).deviceToken }
    const session = await signInWithPassword(parts, call.origin, visitor, call.body)
    return { token: session.token, expires_at: session.expiresAt }
  })
  edge.handle(getSetUp, async () => {
    const [admins] = await parts.database.look(platformAdmins())
    return {
      needs_set_up: admins.length === 0,
      registration: parts.config.registration,
      is_mail_configured: parts.mail.kind !== 'outbox',
      is_secure: parts.config.isSecure,
    }
  })

  edge.handle(setUp, async (call) => {
    const { request } = call
    const isLocal = isLocalVisit(
      {
        socketAddress: request.socket.remoteAddress,
        host: request.headers.host ?? '',
        headers: request.headers,
      },
      parts.config.publicUrl,
    )
    return welcome(call, await completeSetUp(parts, call.origin, visitorOf(call), isLocal, call.body))
  })

  edge.handle(signUpOperation, async (call) => {
    await inEvenTime(signUp(parts, call.origin, call.body))
    return done
  })

  edge.handle(verifyEmail, async (call) =>
    welcome(call, await verifyEmailAddress(parts, call.origin, visitorOf(call), call.body.token)),
  )

  edge.handle(resendVerification, async (call) => {
    await inEvenTime(resendVerificationMail(parts, call.origin, call.body.email))
    return done
  })

  edge.handle(signIn, async (call) =>
    welcome(call, await signInWithPassword(parts, call.origin, visitorOf(call), call.body)),
  )

  edge.handle(signOut, async (call) => {
    const token = call.sessionToken
    if (token) await call.command(async (tx) => (await endSession(tx, token), done))
    call.endSession()
    return done
  })

  edge.handle(requestPasswordReset, async (call) => {
    await inEvenTime(requestReset(parts, call.origin, call.body.email))
    return done
  })

  edge.handle(resetPassword, async (call) => {
    await resetWithToken(parts, call.origin, call.body)
    return done
  })

  edge.handle(checkPassword, async (call) => {
    const requirements = await passwordRequirements(call.body.password, { email: call.body.email })
    return { is_accepted: requirements.every((requirement) => requirement.is_met), requirements }
  })

  edge.handle(getMe, async (call) => loadMe(parts, personOf((await call.read()).principal).userId))

  edge.handle(updateMe, async (call) => {
    const person = personOf((await call.read()).principal)
    await parts.database.global(
      person,
      (tx) => {
        noteAccountEvent(tx, { action: 'accounts.details_changed', userId: person.userId })
        return tx.change(
          changePerson(person.userId, call.body.name ?? null, call.body.locale ?? null, tx.now),
        )
      },
      call.origin,
    )
    return loadMe(parts, person.userId)
  })

  edge.handle(listAccountEvents, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(accountEvents(call.query.user_id ?? null, page))
    return edge.pages.answer(page, rows[0] as AccountEventRow[], historyPosition, (row) => ({
      id: row.id,
      at: row.at,
      action: row.action,
      user: row.user_id
        ? { id: row.user_id, name: row.user_name as string, email: row.user_email as string }
        : null,
      realm: row.realm,
      ip: row.ip,
      user_agent: row.user_agent,
      request_id: row.request_id,
    }))
  })

  edge.handle(changePassword, async (call) => {
    const { principal } = await call.read()
    await changeOwnPassword(parts, call.origin, visitorOf(call), personOf(principal), call.body)
    return done
  })
}

/** The person behind an operation that only signed-in people reach. */
export function personOf(principal: Principal): PersonPrincipal {
  if (
    principal.kind === 'user' ||
    principal.kind === 'member' ||
    principal.kind === 'portal_user' ||
    principal.kind === 'contact'
  )
    return principal
  throw new Error(`${principal.kind} is nobody in particular`)
}
