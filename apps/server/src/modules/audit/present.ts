import {
  recordKinds,
  toPublicId,
  type ActivityEntry,
  type AuditEntry,
  type IdKind,
  type RecordKind,
} from '@portico/contract'
import type { z } from 'zod'
import { presentHistory } from '../../platform/database/index.ts'
import type { EntryRow } from './entries.ts'

const actorIds = { member: 'membership', contact: 'contact', link: 'documentLink', platform: 'user' } as const

const recordOf = ({ entity_kind: kind, entity_id, label }: EntryRow) => ({
  kind,
  id: Object.hasOwn(recordKinds, kind)
    ? toPublicId(recordKinds[kind as RecordKind].id as IdKind, entity_id)
    : null,
  label,
})
const clientOf = ({ client_id, client_name }: EntryRow) =>
  client_id && client_name !== null ? { id: client_id, name: client_name } : null

export const presentEntry = (row: EntryRow): z.output<typeof AuditEntry> => ({
  id: row.id,
  at: row.at,
  actor: {
    kind: row.actor_kind,
    name: row.actor_name,
    id:
      row.actor_id && row.actor_kind !== 'system' ? toPublicId(actorIds[row.actor_kind], row.actor_id) : null,
  },
  action: row.action,
  record: recordOf(row),
  client: clientOf(row),
  before: row.before,
  after: row.after,
  ip: row.ip,
  user_agent: row.user_agent,
  request_id: row.request_id,
  is_erased: row.is_erased,
  seal: row.seq !== null && row.hash !== null ? { seq: row.seq, hash: row.hash } : null,
})

/** @param withOrigin whether the reader may know from where it was done */
export const presentActivity = (row: EntryRow, withOrigin: boolean): z.output<typeof ActivityEntry> => ({
  ...presentHistory(row),
  record: recordOf(row),
  client: clientOf(row),
  ...(withOrigin && { ip: row.ip, user_agent: row.user_agent }),
})
