export { actorOf, type AuditRecord } from './audit.ts'
export {
  Database,
  isDatabaseError,
  isLockTimeout,
  isUnavailable,
  openOrganization,
  violatedConstraint,
  type Opening,
} from './database.ts'
export { db } from './queries.ts'
export type { DB } from './schema.gen.ts'
export { fromCompiled, statement, type Statement } from './statement.ts'
export { Tx, type Origin } from './tx.ts'
