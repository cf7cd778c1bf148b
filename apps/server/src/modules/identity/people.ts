import { statement } from '../../platform/database/index.ts'

/** A person, as identity knows one. `previous_login_at` is the sign-in before the current one. */
export type Person = {
  id: string
  email: string
  email_key: string
  name: string
  locale: string
  password_hash: string | null
  email_verified_at: string | null
  is_platform_admin: boolean
  disabled_at: string | null
  previous_login_at: string | null
}

const columns =
  'id, email, email_key, name, locale, password_hash, email_verified_at, is_platform_admin, disabled_at, previous_login_at'

export const personById = statement<Person>(`select ${columns} from users where id = $1`)
export const personByEmail = statement<Person>(`select ${columns} from users where email_key = $1`)
export const lockPersonByEmail = statement<Person>(
  `select ${columns} from users where email_key = $1 for update`,
)
export const insertPerson = statement<{ id: string }>(
  `insert into users (id, email, email_key, name, locale, password_hash, email_verified_at, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
   on conflict (email_key) do nothing returning id`,
)
export const setPassword = statement(
  'update users set password_hash = $2, updated_at = $3, version = version + 1 where id = $1',
)
/** Whoever proved to own the mailbox takes an unverified account over; a password that somebody else set before does not survive. */
export const takeOver = statement<Person>(
  `update users set email_verified_at = coalesce(email_verified_at, $2), password_hash = case when email_verified_at is null then null else password_hash end,
     locale = coalesce($3, locale)
   where id = $1 and disabled_at is null returning ${columns}`,
)
export const organizationsOf = statement<{ organization_id: string }>(
  'select organization_id from directory where user_id = $1 and kind = $2 order by organization_id',
)
export const enterDirectory = statement(
  'insert into directory (user_id, organization_id, kind, created_at) values ($1, $2, $3, $4) on conflict do nothing',
)
