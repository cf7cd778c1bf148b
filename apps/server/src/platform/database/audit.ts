import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../ids.ts'
import type { Principal } from '../principal.ts'
import { statement, type Statement } from './statement.ts'
import type { Tx } from './tx.ts'

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

/**
 * The entry and its payload. The entry holds only a salted hash of the personal part, so that the payload can be erased while the
 * sealed chain over the entries stays whole (MECHANICS.md, 15).
 */
export function auditStatements(tx: Tx, record: AuditRecord): Statement[] {
  const id = newId()
  const salt = randomBytes(16)
  const actor = actorOf(tx.principal)
  const before = record.before ? JSON.stringify(record.before) : null
  const after = record.after ? JSON.stringify(record.after) : null
  const { ip, userAgent, requestId } = tx.origin
  const hash = createHash('sha256')
    .update(salt)
    .update(JSON.stringify([actor.name, ip, userAgent, before, after]))
    .digest()
  return [
    insertEntry(
      tx.organizationId,
      id,
      tx.now,
      actor.kind,
      actor.id,
      record.action,
      record.entityKind,
      record.entityId,
      record.clientId ?? null,
      requestId,
      hash,
    ),
    insertPayload(tx.organizationId, id, salt, actor.name, ip, userAgent, before, after),
  ]
}

export function actorOf(principal: Principal): {
  kind: 'member' | 'contact' | 'link' | 'system' | 'platform'
  id: string | null
  name: string | null
} {
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
  'insert into audit_entries (organization_id, id, at, actor_kind, actor_id, action, entity_kind, entity_id, client_id, request_id, payload_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
)
const insertPayload = statement(
  'insert into audit_payloads (organization_id, entry_id, salt, actor_name, ip, user_agent, before, after) values ($1, $2, $3, $4, $5, $6, $7, $8)',
)
