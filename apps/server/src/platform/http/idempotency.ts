import { createHash } from 'node:crypto'
import { statement, type Statement } from '../database/index.ts'
import type { Tx } from '../database/index.ts'
import { Refusal } from '../errors.ts'

/**
 * Retried requests have one effect (MECHANICS.md, 16). The key's row is inserted inside the business transaction: the unique index
 * makes a twin wait, a rolled-back attempt leaves nothing, and the stored answer is replayed byte for byte.
 */
export type IdempotencyKey = {
  key: string
  fingerprint: Buffer
  keepSeconds: number
  /** Whose key it is: the caller's within an organization, or a person's who works for none (making an organization). */
  scope: 'organization' | 'person'
}

const day = 86_400
export const keepSeconds = (createsMoney: boolean): number => (createsMoney ? 30 * day : day)

/** Accepts the draft's quoted string and the bare form. */
export function readIdempotencyKey(
  header: string | string[] | undefined,
  createsMoney: boolean,
): string | null {
  const raw = Array.isArray(header) ? header[0] : header
  if (raw === undefined || raw === '') {
    if (createsMoney)
      throw new Refusal(
        'idempotency_key_required',
        'Send an Idempotency-Key header with a value of your own, so that a retry has one effect.',
      )
    return null
  }
  const key = /^"(.*)"$/.exec(raw)?.[1] ?? raw
  if (key.length === 0 || key.length > 255 || !/^[\x21-\x7e]+$/.test(key))
    throw new Refusal('idempotency_key_invalid', 'An Idempotency-Key has 1 to 255 visible characters.')
  return key
}

/** What makes two requests the same: method, path, and the body whatever the order of its keys; `extra` for what stands elsewhere. */
export function fingerprint(method: string, url: string, body: unknown, extra = ''): Buffer {
  return createHash('sha256')
    .update(`${method} ${url}\n${canonical(body)}\n${extra}`)
    .digest()
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
      .join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

export type StoredAnswer = { status: number; body: string }

/** Inserts the key, in the same round trip as the prelude. An expired row is taken over. No row comes back where the key is taken. */
export function claimKey(
  { key, fingerprint: print, keepSeconds: seconds, scope }: IdempotencyKey,
  now: string,
): Statement {
  return statements[scope].claim(key, print, now, new Date(Date.parse(now) + seconds * 1000).toISOString())
}

/** What was stored under a taken key. @throws idempotency_key_reused, idempotency_in_flight */
export async function storedAnswer(
  tx: Tx,
  { key, fingerprint: print, scope }: IdempotencyKey,
): Promise<StoredAnswer> {
  const row = await tx.first(statements[scope].read(key))
  if (!row)
    throw new Refusal(
      'idempotency_in_flight',
      'The same request is being worked on. Ask again in a moment.',
      { retryAfterSeconds: 1 },
    )
  if (!row.fingerprint.equals(print))
    throw new Refusal(
      'idempotency_key_reused',
      'This Idempotency-Key was used for a request with another content. Use a new key.',
    )
  if (row.status === null || row.body === null)
    throw new Refusal(
      'idempotency_in_flight',
      'The same request is being worked on. Ask again in a moment.',
      { retryAfterSeconds: 1 },
    )
  return { status: row.status, body: row.body }
}

export function storeAnswer(tx: Tx, { key, scope }: IdempotencyKey, answer: StoredAnswer): void {
  tx.later(statements[scope].store(key, answer.status, answer.body))
}

const takeOver = `set fingerprint = excluded.fingerprint, status = null, body = null, created_at = excluded.created_at, expires_at = excluded.expires_at`
type StoredRow = { fingerprint: Buffer; status: number | null; body: string | null }

// Behind a private link there is no caller; the link itself stands in the path, and so in the fingerprint.
const statements = {
  organization: {
    claim: statement<{ key: string }>(
      `insert into idempotency_keys (organization_id, principal, key, fingerprint, created_at, expires_at)
       select app.organization(), coalesce(app.caller(), 'link'), $1, $2, $3, $4 where app.organization() is not null
       on conflict (organization_id, principal, key) do update ${takeOver} where idempotency_keys.expires_at < excluded.created_at
       returning key`,
    ),
    read: statement<StoredRow>(
      `select fingerprint, status, body from idempotency_keys where organization_id = app.organization() and principal = coalesce(app.caller(), 'link') and key = $1`,
    ),
    store: statement(
      `update idempotency_keys set status = $2, body = $3 where organization_id = app.organization() and principal = coalesce(app.caller(), 'link') and key = $1`,
    ),
  },
  person: {
    claim: statement<{ key: string }>(
      `insert into identity_idempotency_keys (principal, key, fingerprint, created_at, expires_at)
       select app.caller(), $1, $2, $3, $4 where app.caller() is not null
       on conflict (principal, key) do update ${takeOver} where identity_idempotency_keys.expires_at < excluded.created_at
       returning key`,
    ),
    read: statement<StoredRow>(
      'select fingerprint, status, body from identity_idempotency_keys where principal = app.caller() and key = $1',
    ),
    store: statement(
      'update identity_idempotency_keys set status = $2, body = $3 where principal = app.caller() and key = $1',
    ),
  },
}
