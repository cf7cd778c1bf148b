import type { AppParts } from '../../app-parts.ts'
import { auditEntry, type Origin, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { queueSystemEmail } from '../emails/index.ts'
import { authenticate, passAuthenticated } from './authenticate.ts'
import { openContacts, tieContacts } from '../clients/index.ts'
import { noteAccountEvent } from './account-events.ts'
import { localeOf, organizationBySlug } from './portal-organization.ts'
import { pageUrl } from './links.ts'
import { lockOf, noteFailure, passLock, refuseLocked } from './lockout.ts'
import { isMailAllowed } from './mail-limit.ts'
import { issueTokenWithCode, spendToken, tokenMinutes, tryCode } from './one-time-tokens.ts'
import { enterDirectory, insertPerson, personByEmail, takeOver } from './people.ts'
import { startSession, type StartedSession, type Visitor } from './sessions.ts'

const portal = systemPrincipal('portal sign-in')

/** Mails a one-time link and a code to a contact whose portal is open; the answer is the same for everybody else. */
export async function requestPortalLink(
  parts: AppParts,
  origin: Origin,
  given: { organization_slug: string; email: string; locale?: string | undefined },
): Promise<void> {
  const key = emailKey(given.email)
  await parts.database.global(
    portal,
    async (tx) => {
      const organization = await tx.first(organizationBySlug(given.organization_slug))
      if (!organization) return
      await tx.enter(organization.id)
      const [contacts, persons, settings] = await tx.batch([
        openContacts(organization.id, key),
        personByEmail(key),
        localeOf(organization.id),
      ])
      const contact = contacts[0]
      if (!contact || persons[0]?.disabled_at || !(await isMailAllowed(tx, contact.email))) return
      noteAccountEvent(tx, {
        action: 'accounts.link_requested',
        userId: persons[0]?.id ?? null,
        realm: 'portal',
        organizationId: organization.id,
      })
      const { token, code } = issueTokenWithCode(parts.keyring, tx, {
        purpose: 'portal_sign_in',
        emailKey: key,
        organizationId: organization.id,
      })
      queueSystemEmail(parts, tx, {
        template: 'portal-sign-in',
        to: contact.email,
        locale: given.locale ?? persons[0]?.locale ?? contact.locale ?? settings[0]?.locale ?? 'en',
        props: {
          url: pageUrl(parts, `/client-portal/${organization.slug}/sign-in`, { token }),
          code,
          expiresInMinutes: tokenMinutes.portal_sign_in,
        },
        organizationId: organization.id,
      })
    },
    origin,
  )
}

/** Signs a contact in with the token of a mailed link. Only this spends it. @throws Refusal token_invalid */
export async function signInWithLink(
  parts: AppParts,
  origin: Origin,
  visitor: Visitor,
  given: { token: string; locale?: string | undefined },
): Promise<StartedSession> {
  return parts.database.global(
    portal,
    async (tx) => {
      const spent = await spendToken(tx, 'portal_sign_in', given.token)
      const session =
        spent?.organization_id && spent.email_key
          ? await enterPortal(tx, spent.organization_id, spent.email_key, visitor, given.locale)
          : null
      if (!session)
        throw new Refusal('token_invalid', 'This link was used already or is too old. Ask for a new one.')
      return session
    },
    origin,
  )
}

/**
 * Signs a contact in with the six digits of the mail. Five wrong ones end the code, and five in a row lock codes for this address for
 * a while; the link in the mail goes on working. @throws Refusal code_invalid, account_locked
 */
export async function signInWithCode(
  parts: AppParts,
  origin: Origin,
  visitor: Visitor,
  given: { organization_slug: string; email: string; code: string; locale?: string | undefined },
): Promise<StartedSession> {
  const key = emailKey(given.email)
  const at = { key, bucket: 'code' } as const
  const now = parts.database.now()
  const [locks, organizations] = await parts.database.look(
    lockOf(key, at.bucket, now),
    organizationBySlug(given.organization_slug),
  )
  refuseLocked(locks[0], now)
  const organization = organizations[0]
  const session = organization
    ? await parts.database.global(
        portal,
        async (tx) => {
          const spent = await tryCode(parts.keyring, tx, {
            emailKey: key,
            organizationId: organization.id,
            code: given.code,
          })
          if (!spent) return null
          await passLock(tx, at)
          return enterPortal(tx, organization.id, key, visitor, given.locale)
        },
        origin,
      )
    : null
  if (session) return session
  throw await noteFailure(
    parts,
    origin,
    at,
    new Refusal(
      'code_invalid',
      'The code is not right, or it is too old. Type the six digits of the newest mail.',
    ),
    null,
    'portal',
  )
}

/** Signs a contact in with a password, where one was set. @throws Refusal wrong_credentials, account_locked */
export async function signInToPortalWithPassword(
  parts: AppParts,
  origin: Origin,
  visitor: Visitor,
  given: { organization_slug: string; email: string; password: string; locale?: string | undefined },
): Promise<StartedSession> {
  const authenticated = await authenticate(parts, origin, {
    ...given,
    deviceToken: visitor.deviceToken,
    realm: 'portal',
  })
  const { person } = authenticated
  const session = await parts.database.global(
    portal,
    async (tx) => {
      await passAuthenticated(tx, authenticated)
      const organization = await tx.first(organizationBySlug(given.organization_slug))
      // An address that nobody verified opens no portal: a stranger can sign up with anybody's.
      if (!organization || !person.email_verified_at) return null
      return enterPortal(tx, organization.id, person.email_key, visitor, given.locale)
    },
    origin,
  )
  if (!session)
    throw new Refusal('wrong_credentials', 'Email or password is not right. Check both and try again.')
  return session
}

/**
 * Lets the owner of an address into the portal of an organization that knows it: ties the contacts to the person, who is made where
 * there was none, and notes in the directory where to look. A language that was chosen on the page becomes the person's. Null
 * where no portal is open.
 */
async function enterPortal(
  tx: Tx,
  organizationId: string,
  key: string,
  visitor: Visitor,
  chosenLocale: string | undefined,
): Promise<StartedSession | null> {
  await tx.enter(organizationId)
  const [contacts, settings] = await tx.batch([openContacts(organizationId, key), localeOf(organizationId)])
  const contact = contacts[0]
  if (!contact) return null
  const locale = chosenLocale ?? contact.locale ?? settings[0]?.locale ?? 'en'
  const [, persons] = await tx.batch([
    insertPerson(newId(), contact.email, key, contact.name, locale, null, tx.now, tx.now),
    personByEmail(key),
  ])
  const person = persons[0] && (await tx.first(takeOver(persons[0].id, tx.now, chosenLocale ?? null)))
  if (!person) return null
  const tied = await tx.all(tieContacts(organizationId, key, person.id, tx.now))
  tx.later(enterDirectory(person.id, organizationId, 'contact', tx.now))
  for (const { id, client_id } of tied)
    tx.later(
      auditEntry(
        organizationId,
        {
          id: newId(),
          at: tx.now,
          // Signed in by now, although the transaction began with nobody.
          actor: { kind: 'contact', id, name: contact.name },
          origin: tx.origin,
        },
        { action: 'contacts.signed_in', entityKind: 'contact', entityId: id, clientId: client_id },
      ),
    )
  return startSession(tx, { userId: person.id, realm: 'portal', visitor })
}
