import { statement, type Tx } from '../../platform/database/index.ts'
import type { AppParts } from '../../app-parts.ts'
import type { BatchRow, Phase, State } from './batch-reads.ts'

export type Parts = Pick<AppParts, 'database' | 'files' | 'keyring' | 'config'>

/** Who works on a batch right now. All of the work is done by chunks: a runner that lost its place stops at the next one. */
export type Run = {
  parts: Parts
  organizationId: string
  batchId: string
  /** One chunk is one transaction: the batch is locked, the lease renewed, progress stored with what was done. */
  chunk<Answer>(work: (tx: Tx, batch: BatchRow) => Promise<Answer>): Promise<Answer>
}

/** Another runner took over, or the batch is not in the state that the work belongs to. */
export class NotOurs extends Error {}

/**
 * Takes or renews the place of the one who works on a batch, and locks it for the transaction:
 * `holdBatch(organizationId, batchId, runnerId, now, until)`. No row where somebody else works on it, or nothing is asked for.
 */
export const holdBatch = statement<BatchRow>(
  `update import_batches b set runner_id = $3, runner_until = $5::timestamptz
   from organization_settings s
   where b.organization_id = $1 and s.organization_id = $1 and b.id = $2 and b.deleted_at is null and b.phase is not null
     and (b.runner_id is null or b.runner_id = $3 or b.runner_until < $4::timestamptz)
   returning b.id, b.state, b.source, b.currency, b.rules, b.phase, b.progress_done, b.progress_total, b.failure, b.questions, b.sheet, b.created_by, b.created_at,
     b.committed_by, b.committed_at, b.undone_by, b.undone_at, b.version, s.base_currency`,
)

export const setPhase = (tx: Tx, batchId: string, phase: Phase | null, state: State): void =>
  tx.later(movePhase(tx.organizationId, batchId, phase, state, tx.now))
export const setProgress = (tx: Tx, batchId: string, done: number, total: number): void =>
  tx.later(moveProgress(tx.organizationId, batchId, done, total, tx.now))

const movePhase = statement(
  `update import_batches set phase = $3, state = $4, progress_done = 0, progress_total = 0, updated_at = $5, version = version + 1,
     runner_id = case when $3::text is null then null else runner_id end, runner_until = case when $3::text is null then null else runner_until end
   where organization_id = $1 and id = $2`,
)
const moveProgress = statement(
  'update import_batches set progress_done = $3, progress_total = $4, updated_at = $5 where organization_id = $1 and id = $2',
)
