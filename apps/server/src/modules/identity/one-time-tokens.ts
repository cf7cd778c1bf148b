import type { Keyring } from '../../platform/crypto/keyring.ts'
import { newCode, newToken, sha256 } from '../../platform/crypto/tokens.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'

export type Purpose = 'verify_email' | 'reset_password' | 'portal_sign_in' | 'set_up'
export type SpentToken = {
  id: string
  user_id: string | null
  email_key: string | null
  organization_id: string | null
}
type CodeRow = SpentToken & { code_hash: Buffer; failed_codes: number }

/** How long each kind of link works, in minutes. */
export const tokenMinutes: Record<Purpose, number> = {
  verify_email: 24 * 60,
  reset_password: 60,
  portal_sign_in: 20,
  set_up: 7 * 24 * 60,
}
const triesPerCode = 5

const insert = statement(
  `insert into one_time_tokens (id, purpose, token_hash, code_hash, email_key, user_id, organization_id, created_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
const spend = statement<SpentToken>(
  `update one_time_tokens set spent_at = $3 where token_hash = $1 and purpose = $2 and spent_at is null and expires_at > $3
   returning id, user_id, email_key, organization_id`,
)
const spendById = statement('update one_time_tokens set spent_at = $2 where id = $1')
const spendOthers = statement(
  'update one_time_tokens set spent_at = $3 where user_id = $1 and purpose = $2 and spent_at is null',
)
// A newer code takes the place of an older one; the links of both go on working.
const newestCode = statement<CodeRow>(
  `select id, user_id, email_key, organization_id, code_hash, failed_codes from one_time_tokens
   where email_key = $1 and organization_id = $2 and purpose = 'portal_sign_in' and spent_at is null and expires_at > $3
   order by created_at desc, id desc limit 1 for update`,
)
const countTry = statement('update one_time_tokens set failed_codes = failed_codes + 1 where id = $1')

/** Writes a token for a mail; only its hash is kept. */
export function issueToken(
  tx: Tx,
  given: {
    purpose: Purpose
    userId?: string
    emailKey?: string
    organizationId?: string
    codeHash?: Buffer
    id?: string
  },
): string {
  const token = newToken()
  const expiresAt = new Date(Date.parse(tx.now) + tokenMinutes[given.purpose] * 60_000).toISOString()
  tx.later(
    insert(
      given.id ?? newId(),
      given.purpose,
      sha256(token),
      given.codeHash ?? null,
      given.emailKey ?? null,
      given.userId ?? null,
      given.organizationId ?? null,
      tx.now,
      expiresAt,
    ),
  )
  return token
}

/** A link's token and the six digits that can be typed instead, for one mail. */
export function issueTokenWithCode(
  keyring: Keyring,
  tx: Tx,
  given: { purpose: 'portal_sign_in'; emailKey: string; organizationId: string },
): { token: string; code: string } {
  const id = newId()
  const code = newCode()
  return { token: issueToken(tx, { ...given, id, codeHash: codeHash(keyring, id, code) }), code }
}

/** Spends a token, once and for all. @returns what it stood for; undefined where it is unknown, spent or expired */
export const spendToken = (tx: Tx, purpose: Purpose, token: string): Promise<SpentToken | undefined> =>
  tx.first(spend(sha256(token), purpose, tx.now))

export const spendTokensOf = (tx: Tx, userId: string, purpose: Purpose): void =>
  tx.later(spendOthers(userId, purpose, tx.now))

/**
 * Tries a code: spends it where it is right, counts the try where it is not, and knows nothing of it after five.
 * The transaction must be committed either way.
 */
export async function tryCode(
  keyring: Keyring,
  tx: Tx,
  given: { emailKey: string; organizationId: string; code: string },
): Promise<SpentToken | null> {
  const row = await tx.first(newestCode(given.emailKey, given.organizationId, tx.now))
  if (!row || row.failed_codes >= triesPerCode) return null
  const isRight = codeHash(keyring, row.id, given.code).equals(row.code_hash)
  await tx.change(isRight ? spendById(row.id, tx.now) : countTry(row.id))
  return isRight ? row : null
}

/** Keyed, because a bare hash of six digits is undone in a blink by whoever reads the table. */
const codeHash = (keyring: Keyring, id: string, code: string): Buffer =>
  Buffer.from(keyring.sign('sign-in-code', `${id}:${code}`))
