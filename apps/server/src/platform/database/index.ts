export {
  actorOf,
  auditEntry,
  canonicalJson,
  payloadHash,
  type AuditActor,
  type AuditPayload,
  type AuditRecord,
} from './audit.ts'
export {
  Database,
  isDatabaseError,
  isLockTimeout,
  isUnavailable,
  openOrganization,
  violatedConstraint,
  type Opening,
} from './database.ts'
export { historyOf, historyPosition, newestEntries, presentHistory, type HistoryRow } from './history.ts'
export { db } from './queries.ts'
export type { DB } from './schema.gen.ts'
export { insertMany } from './insert-many.ts'
export { fromCompiled, statement, type Statement } from './statement.ts'
export { Tx, type Origin } from './tx.ts'
