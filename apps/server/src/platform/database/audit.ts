import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../ids.ts'
import type { Principal } from '../principal.ts'
import { statement, type Statement } from './statement.ts'
import type { Origin, Tx } from './tx.ts'

/** What happened, to be written in the transaction of the change. `before` and `after` hold only what changed. */
export type AuditRecord = {
  /** `<module>.<deed>`, past tense: `clients.status_changed`. */
  action: string
  entityKind: string
  entityId: string
  clientId?: string | null
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
}

export type AuditActor = {
  kind: 'member' | 'contact' | 'link' | 'system' | 'platform'
  id: string | null
  name: string | null
}

/** The entry of a change that this transaction makes. */
export const auditStatement = (tx: Tx, record: AuditRecord): Statement =>
  auditEntry(
    tx.organizationId,
    { id: newId(), at: tx.now, actor: actorOf(tx.principal), origin: tx.origin },
    record,
  )

/**
 * The entry, its payload, and its place in the line before the sealer, in one statement. The entry holds only a salted hash of the
 * personal part, so that the payload can be erased while the sealed chain over the entries stays whole (MECHANICS.md, 15).
 */
export function auditEntry(
  organizationId: string,
  made: { id: string; at: string; actor: AuditActor; origin: Origin },
  record: AuditRecord,
): Statement {
  const { id, at, actor, origin } = made
  const { ip, userAgent, requestId } = origin
  const salt = randomBytes(16)
  const before = record.before ? canonicalJson(record.before) : null
  const after = record.after ? canonicalJson(record.after) : null
  const hash = payloadHash(salt, { actorName: actor.name, ip, userAgent, before, after })
  return insertEntry(
    organizationId,
    id,
    at,
    actor.kind,
    actor.id,
    record.action,
    record.entityKind,
    record.entityId,
    record.clientId ?? null,
    requestId,
    hash,
    salt,
    actor.name,
    ip,
    userAgent,
    before,
    after,
  )
}

/** The same for many records at once, in one statement: for what is brought in by the thousand. */
export function auditStatementOfMany(tx: Tx, records: readonly AuditRecord[]): Statement {
  const actor = actorOf(tx.principal)
  const { ip, userAgent, requestId } = tx.origin
  const made = records.map((record) => {
    const salt = randomBytes(16)
    const before = record.before ? canonicalJson(record.before) : null
    const after = record.after ? canonicalJson(record.after) : null
    return {
      salt,
      before,
      after,
      hash: payloadHash(salt, { actorName: actor.name, ip, userAgent, before, after }),
    }
  })
  return insertEntries(
    tx.organizationId,
    tx.now,
    actor.kind,
    actor.id,
    requestId,
    actor.name,
    ip,
    userAgent,
    records.map(() => newId()),
    records.map(({ action }) => action),
    records.map(({ entityKind }) => entityKind),
    records.map(({ entityId }) => entityId),
    records.map(({ clientId }) => clientId ?? null),
    made.map(({ hash }) => hash),
    made.map(({ salt }) => salt),
    made.map(({ before }) => before),
    made.map(({ after }) => after),
  )
}

/** The personal part of an entry; `before` and `after` as canonical JSON. */
export type AuditPayload = {
  actorName: string | null
  ip: string | null
  userAgent: string | null
  before: string | null
  after: string | null
}

/** What the entry keeps of its payload: nobody can guess the payload from it, and nobody can exchange the payload under it. */
export const payloadHash = (
  salt: Buffer,
  { actorName, ip, userAgent, before, after }: AuditPayload,
): Buffer =>
  createHash('sha256')
    .update(salt)
    .update(JSON.stringify([actorName, ip, userAgent, before, after]))
    .digest()

/**
 * JSON in the one form that a value has by RFC 8785: keys in order, no spaces. The database keeps payloads as jsonb, which forgets how
 * they were written, and the hash must be the same when they are read back.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON())
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const parts: string[] = []
  for (const key of Object.keys(value).toSorted()) {
    const member = (value as Record<string, unknown>)[key]
    if (member !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(member)}`)
  }
  return `{${parts.join(',')}}`
}

export function actorOf(principal: Principal): AuditActor {
  switch (principal.kind) {
    case 'member':
      return { kind: 'member', id: principal.membershipId, name: principal.name }
    case 'contact':
      return { kind: 'contact', id: principal.contactId, name: principal.name }
    case 'link':
      return { kind: 'link', id: principal.linkId, name: principal.name }
    case 'user':
    case 'portal_user':
      return { kind: 'platform', id: principal.userId, name: principal.name }
    case 'system':
      return { kind: 'system', id: null, name: principal.name }
    case 'nobody':
      return { kind: 'system', id: null, name: null }
  }
}

const insertEntry = statement(
  `with entry as (
     insert into audit_entries (organization_id, id, at, actor_kind, actor_id, action, entity_kind, entity_id, client_id, request_id, payload_hash)
     values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   ), payload as (
     insert into audit_payloads (organization_id, entry_id, salt, actor_name, ip, user_agent, before, after) values ($1, $2, $12, $13, $14, $15, $16, $17)
   )
   insert into audit_unsealed (organization_id, entry_id) values ($1, $2)`,
)
const insertEntries = statement(
  `with given as (
     select * from unnest($9::uuid[], $10::text[], $11::text[], $12::uuid[], $13::uuid[], $14::bytea[], $15::bytea[], $16::jsonb[], $17::jsonb[])
       as g (id, action, entity_kind, entity_id, client_id, payload_hash, salt, before, after)
   ), entry as (
     insert into audit_entries (organization_id, id, at, actor_kind, actor_id, action, entity_kind, entity_id, client_id, request_id, payload_hash)
     select $1::uuid, g.id, $2::timestamptz, $3, $4::uuid, g.action, g.entity_kind, g.entity_id, g.client_id, $5, g.payload_hash from given g
   ), payload as (
     insert into audit_payloads (organization_id, entry_id, salt, actor_name, ip, user_agent, before, after)
     select $1, g.id, g.salt, $6, $7::text, $8, g.before, g.after from given g
   )
   insert into audit_unsealed (organization_id, entry_id) select $1, g.id from given g`,
)
