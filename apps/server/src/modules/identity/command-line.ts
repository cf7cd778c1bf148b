import type { AppParts } from '../../app-parts.ts'
import { statement } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { noteAccountEvent } from './account-events.ts'
import { unlock } from './lockout.ts'
import { refuseWeakPassword } from './new-password.ts'
import { hashPassword } from './password-hash.ts'
import { resetLink } from './passwords.ts'
import { insertPerson, personByEmail, type Person } from './people.ts'

/** What the person at the terminal may do with accounts: whoever can start the program owns the installation. */
type Parts = Pick<AppParts, 'database' | 'config'>
const terminal = systemPrincipal('command line')
const setAdmin = statement(
  'update users set is_platform_admin = $2, updated_at = $3, version = version + 1 where id = $1',
)

/**
 * Makes an account whose address counts as verified. Without a password, the answer carries a link for setting one. Several accounts
 * with one password may share its hash, which takes a while to make.
 * @throws Refusal duplicate_email, password_too_weak
 */
export async function createUser(
  parts: Parts,
  given: { name: string; email: string; password?: string; passwordHash?: string; locale?: string },
): Promise<{ userId: string; resetLink: string | null }> {
  if (given.password !== undefined)
    await refuseWeakPassword(given.password, { email: given.email, names: [given.name] })
  const passwordHash =
    given.passwordHash ?? (given.password === undefined ? null : await hashPassword(given.password))
  return parts.database.global(terminal, async (tx) => {
    const id = newId()
    const key = emailKey(given.email)
    const inserted = await tx.first(
      insertPerson(
        id,
        given.email.trim(),
        key,
        given.name,
        given.locale ?? 'en',
        passwordHash,
        tx.now,
        tx.now,
      ),
    )
    if (!inserted) throw new Refusal('duplicate_email', 'There is an account with this address already.')
    noteAccountEvent(tx, { action: 'accounts.created', userId: id })
    return { userId: id, resetLink: passwordHash ? null : resetLink(parts, tx, { id, email_key: key }) }
  })
}

/** A link for setting a new password, for whoever cannot get mail; also ends any lock. @throws Refusal not_found */
export async function makeResetLink(parts: Parts, email: string): Promise<string> {
  return parts.database.global(terminal, async (tx) => {
    const person = known(await tx.first(personByEmail(emailKey(email))))
    await unlock(tx, person.email_key)
    noteAccountEvent(tx, { action: 'accounts.password_reset_requested', userId: person.id })
    return resetLink(parts, tx, person)
  })
}

/** Makes somebody a platform admin, or no longer. @throws Refusal not_found */
export async function makePlatformAdmin(parts: Parts, email: string, isAdmin = true): Promise<void> {
  await parts.database.global(terminal, async (tx) => {
    const person = known(await tx.first(personByEmail(emailKey(email))))
    noteAccountEvent(tx, {
      action: isAdmin ? 'accounts.admin_granted' : 'accounts.admin_revoked',
      userId: person.id,
    })
    await tx.change(setAdmin(person.id, isAdmin, tx.now))
  })
}

/** Everybody who has an account, by address. */
export async function listUsers(parts: Pick<Parts, 'database'>): Promise<ListedUser[]> {
  const [users] = await parts.database.look(everybody())
  return users
}

type ListedUser = Pick<
  Person,
  'id' | 'email' | 'name' | 'is_platform_admin' | 'email_verified_at' | 'disabled_at'
>
const everybody = statement<ListedUser>(
  'select id, email, name, is_platform_admin, email_verified_at, disabled_at from users order by email_key',
)

function known(person: Person | undefined): Person {
  if (!person) throw new Refusal('not_found', 'There is no account with this address.')
  return person
}
