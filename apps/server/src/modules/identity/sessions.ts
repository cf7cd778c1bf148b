import { newToken, sha256 } from '../../platform/crypto/tokens.ts'
import type { AppParts } from '../../app-parts.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import type { Call } from '../../platform/http/call.ts'
import type { Realm } from '../../platform/http/cookies.ts'
import { newId } from '../../platform/ids.ts'
import { noteAccountEvent } from './account-events.ts'

const day = 86_400
const seconds = { kept: 30 * day, day: 12 * 3600, portal: 30 * day }

/** What a browser brings to a sign-in. */
export type Visitor = { sessionToken: string | null; deviceToken: string | null }
/** A session that was started: what its browser gets. `maxAgeSeconds` null: until it closes. */
export type StartedSession = {
  userId: string
  realm: Realm
  token: string
  deviceToken: string
  maxAgeSeconds: number | null
  /** ISO. */
  expiresAt: string
}

const insertSession = statement(
  'insert into sessions (id, token_hash, user_id, realm, created_at, last_seen_at, expires_at, ip, user_agent) values ($1, $2, $3, $4, $5, $5, $6, $7, $8)',
)
const noteSignIn = statement(
  'update users set previous_login_at = last_login_at, last_login_at = $2 where id = $1',
)
const knowDevice = statement(
  `insert into known_devices (user_id, token_hash, first_seen_at, last_seen_at) values ($1, $2, $3, $3)
   on conflict (user_id, token_hash) do update set last_seen_at = excluded.last_seen_at`,
)
const revokeByToken = statement<{ user_id: string; realm: Realm }>(
  'update sessions set revoked_at = $2 where token_hash = $1 and revoked_at is null returning user_id, realm',
)
const revokeAll = statement('update sessions set revoked_at = $2 where user_id = $1 and revoked_at is null')
const revokeOthers = statement(
  'update sessions set revoked_at = $3 where user_id = $1 and id <> $2 and revoked_at is null',
)

/**
 * Starts a session with a token of its own, so that nobody can plant one before the sign-in, and ends the one that this browser had.
 * Staff stay 30 days where they asked for it, else 12 hours and until the browser closes; contacts stay 30 days.
 */
export function startSession(
  tx: Tx,
  given: { userId: string; realm: Realm; visitor: Visitor; isKept?: boolean },
): StartedSession {
  const { userId, realm, visitor } = given
  const token = newToken()
  const deviceToken =
    visitor.deviceToken && /^[\w-]{43}$/.test(visitor.deviceToken) ? visitor.deviceToken : newToken()
  const isLong = realm === 'portal' || given.isKept === true
  const lasts = realm === 'portal' ? seconds.portal : isLong ? seconds.kept : seconds.day
  const expiresAt = new Date(Date.parse(tx.now) + lasts * 1000).toISOString()
  if (visitor.sessionToken) tx.later(revokeByToken(sha256(visitor.sessionToken), tx.now))
  tx.later(
    insertSession(
      newId(),
      sha256(token),
      userId,
      realm,
      tx.now,
      expiresAt,
      tx.origin.ip,
      tx.origin.userAgent,
    ),
  )
  // Who enters a portal stands in the audit log of its organization already.
  noteAccountEvent(tx, { action: 'accounts.signed_in', userId, realm, isTold: realm === 'portal' })
  tx.later(noteSignIn(userId, tx.now))
  tx.later(knowDevice(userId, sha256(deviceToken), tx.now))
  return { userId, realm, token, deviceToken, maxAgeSeconds: isLong ? lasts : null, expiresAt }
}

/** Signs out; a session that is over already stays as it is. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  const ended = await tx.first(revokeByToken(sha256(token), tx.now))
  if (ended)
    noteAccountEvent(tx, { action: 'accounts.signed_out', userId: ended.user_id, realm: ended.realm })
}
/** Signs a person out everywhere, staff side and portal alike. */
export const endAllSessions = (tx: Tx, userId: string): void => tx.later(revokeAll(userId, tx.now))
export const endOtherSessions = (tx: Tx, userId: string, sessionId: string): void =>
  tx.later(revokeOthers(userId, sessionId, tx.now))

export const visitorOf = (call: Pick<Call, 'edge' | 'request' | 'sessionToken'>): Visitor => ({
  sessionToken: call.sessionToken,
  deviceToken: call.edge.cookies.read(call.request, 'device'),
})

/** Hands the started session to the browser. */
export function giveSession(
  call: Pick<Call, 'edge' | 'reply' | 'startSession'>,
  session: StartedSession,
): void {
  call.startSession(session.token, { realm: session.realm, maxAgeSeconds: session.maxAgeSeconds })
  call.edge.cookies.setDevice(call.reply, session.deviceToken)
}

const openSession = statement<{ one: number }>(
  `select 1 as one from sessions s join users u on u.id = s.user_id
   where s.token_hash = $1 and s.realm = 'staff' and s.revoked_at is null and s.expires_at > $2 and u.disabled_at is null`,
)
/** Whether a browser's cookie opens the workspace, for pages that only need to know where to lead. */
export async function isSignedIn(parts: Pick<AppParts, 'database'>, token: string): Promise<boolean> {
  const [rows] = await parts.database.look(openSession(sha256(token), parts.database.now()))
  return rows.length > 0
}
