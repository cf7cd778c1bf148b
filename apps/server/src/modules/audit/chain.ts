import { createHash } from 'node:crypto'

/** What a seal covers: the entry as it stands in the table. The personal part is covered by its salted hash. */
export type SealedEntry = {
  id: string
  at: string
  actor_kind: string
  actor_id: string | null
  action: string
  entity_kind: string
  entity_id: string
  client_id: string | null
  request_id: string | null
  payload_hash: Buffer
}

/** What the first seal of an organization continues. */
export const beginning: Buffer = Buffer.alloc(32)

/**
 * The hash of a seal: SHA-256 over the hash before it and the entry, written as a JSON array. Number and organization are part of it,
 * so that a row is good in its own place only. Documented for outsiders in docs/audit.md; a change would break every chain there is.
 */
export const sealHash = (before: Buffer, organizationId: string, seq: number, entry: SealedEntry): Buffer =>
  createHash('sha256')
    .update(before)
    .update(
      JSON.stringify([
        organizationId,
        seq,
        entry.id,
        entry.at,
        entry.actor_kind,
        entry.actor_id,
        entry.action,
        entry.entity_kind,
        entry.entity_id,
        entry.client_id,
        entry.request_id,
        entry.payload_hash.toString('hex'),
      ]),
    )
    .digest()
