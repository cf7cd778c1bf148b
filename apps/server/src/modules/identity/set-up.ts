import type { AppParts } from '../../app-parts.ts'
import { statement, type Origin } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { createOrganizationFor, refuseUnknownCurrency } from '../organizations/index.ts'
import { noteAccountEvent } from './account-events.ts'
import { refuseWeakPassword } from './new-password.ts'
import { issueToken, spendToken } from './one-time-tokens.ts'
import { hashPassword } from './password-hash.ts'
import { startSession, type StartedSession, type Visitor } from './sessions.ts'

export const platformAdmins = statement<{ one: number }>(
  'select 1 as one from users where is_platform_admin limit 1',
)
// Held to the end of the transaction: of two first visitors one waits, and then finds that it is done.
const oneAtATime = statement(`select pg_advisory_xact_lock(hashtext('portico set-up'))`)
// An account that signed up before the owner came, or was made on the command line, becomes the owner's.
const insertAdmin = statement<{ id: string }>(
  `insert into users (id, email, email_key, name, password_hash, email_verified_at, is_platform_admin, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, true, $6, $6)
   on conflict (email_key) do update set name = excluded.name, password_hash = excluded.password_hash, email_verified_at = excluded.email_verified_at,
     is_platform_admin = true, updated_at = excluded.updated_at, version = users.version + 1
   returning id`,
)

export type FirstVisit = {
  token?: string | undefined
  name: string
  email: string
  password: string
  organization_name: string
  country?: string | undefined
  currency?: string | undefined
  timezone?: string | undefined
}

/**
 * The one-time token with which the first visitor may take over an installation that has no owner yet: printed in the terminal at every
 * start. Null once it is set up.
 */
export async function prepareSetUp(parts: Pick<AppParts, 'database'>): Promise<string | null> {
  const [admins] = await parts.database.look(platformAdmins())
  if (admins.length > 0) return null
  return parts.database.global(systemPrincipal('set-up'), async (tx) => issueToken(tx, { purpose: 'set_up' }))
}

/**
 * Makes the platform admin and the first organization, and signs in. Whoever knocks from the machine itself (`isLocal`) needs no token.
 * @throws Refusal set_up_done, token_invalid, password_too_weak
 */
export async function completeSetUp(
  parts: AppParts,
  origin: Origin,
  visitor: Visitor,
  isLocal: boolean,
  given: FirstVisit,
): Promise<StartedSession> {
  refuseUnknownCurrency(given.currency, '/currency')
  const [admins] = await parts.database.look(platformAdmins())
  if (admins.length > 0) throw setUpDone()
  await refuseWeakPassword(given.password, {
    email: given.email,
    names: [given.name, given.organization_name],
  })
  const passwordHash = await hashPassword(given.password)
  return parts.database.global(
    systemPrincipal('set-up'),
    async (tx) => {
      const [, others] = await tx.batch([oneAtATime(), platformAdmins()])
      if (others.length > 0) throw setUpDone()
      const isInvited =
        given.token !== undefined && (await spendToken(tx, 'set_up', given.token)) !== undefined
      if (!isInvited && !isLocal)
        throw new Refusal(
          'token_invalid',
          'Open the address that the server printed when it started: it carries the one-time token.',
        )
      const admin = await tx.first(
        insertAdmin(newId(), given.email, emailKey(given.email), given.name, passwordHash, tx.now),
      )
      const userId = (admin as { id: string }).id
      noteAccountEvent(tx, { action: 'accounts.admin_granted', userId })
      await createOrganizationFor(tx, userId, {
        name: given.organization_name,
        country: given.country,
        currency: given.currency,
        timezone: given.timezone,
      })
      return startSession(tx, { userId, realm: 'staff', visitor })
    },
    origin,
  )
}

const setUpDone = (): Refusal =>
  new Refusal('set_up_done', 'This installation has an owner already. Sign in.')

/**
 * Whether a request comes from the machine itself: over loopback, through no proxy, to an installation that is not published under an
 * address of its own. A page elsewhere that was led to 127.0.0.1 by its name server does not count: its host is not ours.
 */
export function isLocalVisit(
  request: { socketAddress: string | undefined; host: string; headers: Record<string, unknown> },
  publicUrl: string,
): boolean {
  const isForwarded = [
    'forwarded',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-real-ip',
    'via',
  ].some((name) => request.headers[name] !== undefined)
  const isLoopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(request.socketAddress ?? '')
  return isLoopback && !isForwarded && isLocalHost(request.host) && isLocalHost(new URL(publicUrl).host)
}

const isLocalHost = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host)
