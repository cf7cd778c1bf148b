import type { Import, ImportQuestion, ImportRules, ImportSheet } from '@portico/contract'
import { importRules } from '@portico/contract'
import type { z } from 'zod'
import { statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { Kind } from './fields.ts'
import type { Source } from './sources/definitions.ts'
import type { MarkEvidence } from './tables/amounts.ts'
import type { OrderEvidence } from './tables/dates.ts'
import type { Delimiter } from './tables/records.ts'
import type { Encoding } from './tables/decode.ts'

export type PresentedImport = z.output<typeof Import>
export type Sheet = z.output<typeof ImportSheet>
export type Question = z.output<typeof ImportQuestion>
export type State = PresentedImport['state']
export type Phase = 'reading' | 'planning' | 'committing' | 'undoing'
export type ActorRow = {
  kind: 'member' | 'contact' | 'link' | 'system' | 'platform'
  id: string | null
  name: string | null
}

export type BatchRow = {
  id: string
  state: State
  source: Source | null
  currency: string | null
  rules: Partial<ImportRules>
  phase: Phase | null
  progress_done: number
  progress_total: number
  failure: string | null
  questions: Question[]
  sheet: Sheet | null
  created_by: ActorRow
  created_at: string
  committed_by: ActorRow | null
  committed_at: string | null
  undone_by: ActorRow | null
  undone_at: string | null
  version: number
  base_currency: string
}
export type Evidence = { dates: OrderEvidence; numbers: MarkEvidence; hasBareDollar: boolean }
export type FileRow = {
  id: string
  file_id: string
  storage_key: string
  name: string
  size: number
  source: Source | null
  kind: Kind | null
  encoding: Encoding
  delimiter: Delimiter
  header_line: number
  columns: string[]
  mapping: Record<string, number>
  mapping_name: string | null
  date_order: 'ymd' | 'mdy' | 'dmy' | null
  decimal_mark: '.' | ',' | null
  sample: string[][]
  evidence: Evidence | null
  row_count: number | null
  is_read: boolean
  brought_in_before: string | null
}
export type CountRow = { kind: Kind; state: 'brought_in' | 'withdrawn' | 'blocked'; count: number }

const batchColumns = `b.id, b.state, b.source, b.currency, b.rules, b.phase, b.progress_done, b.progress_total, b.failure, b.questions, b.sheet, b.created_by, b.created_at,
  b.committed_by, b.committed_at, b.undone_by, b.undone_at, b.version, (select s.base_currency from organization_settings s where s.organization_id = $1) as base_currency`

const batchById = statement<BatchRow>(
  `select ${batchColumns} from import_batches b where b.organization_id = $1 and b.id = $2 and b.deleted_at is null`,
)
const lockBatchRow = statement<BatchRow>(
  `select ${batchColumns} from import_batches b where b.organization_id = $1 and b.id = $2 and b.deleted_at is null for update of b`,
)
export const filesOfBatch = statement<FileRow>(
  `select f.id, f.file_id, s.storage_key, f.name, f.size, f.source, f.kind, f.encoding, f.delimiter, f.header_line, f.columns, f.mapping, f.mapping_name, f.date_order, f.decimal_mark, f.sample,
     f.evidence, f.row_count, f.is_read,
     (select max(b.committed_at) from import_files o join import_batches b on b.organization_id = o.organization_id and b.id = o.batch_id
      where o.organization_id = $1 and o.sha256 = f.sha256 and o.batch_id <> f.batch_id and o.removed_at is null and b.state = 'committed') as brought_in_before
   from import_files f join files s on s.organization_id = f.organization_id and s.id = f.file_id
   where f.organization_id = $1 and f.batch_id = $2 and f.removed_at is null order by f.id`,
)
const countsOfBatch = statement<CountRow>(
  `select kind, state, count(*) as count from import_items
   where organization_id = $1 and batch_id = $2 and state in ('brought_in', 'withdrawn', 'blocked') and action = 'create' group by kind, state`,
)
const quietOfBatch = statement<{ count: number }>(
  `select count(*) as count from import_items t join invoices i on i.organization_id = t.organization_id and i.id = t.entity_id
   where t.organization_id = $1 and t.batch_id = $2 and t.kind = 'invoices' and t.state in ('brought_in', 'blocked')
     and i.is_quiet and i.document_state = 'final' and i.settlement_state in ('open', 'partial') and i.deleted_at is null`,
)

/** Everything that the page of a batch shows, for one round trip. */
export const batchStatements = (organizationId: string, batchId: string): Statement[] => [
  batchById(organizationId, batchId),
  filesOfBatch(organizationId, batchId),
  countsOfBatch(organizationId, batchId),
  quietOfBatch(organizationId, batchId),
]

/** @throws notFound */
export function batchFrom(rows: readonly (readonly Record<string, unknown>[])[]): PresentedImport {
  const [batches, files, counts, quiet] = rows as unknown as [
    BatchRow[],
    FileRow[],
    CountRow[],
    { count: number }[],
  ]
  const batch = batches[0]
  if (!batch) throw notFound('import')
  return presentBatch(batch, files, counts, quiet[0]?.count ?? 0)
}

/** Locks a batch for a change of it. @throws notFound */
export async function lockBatch(tx: Tx, batchId: string): Promise<BatchRow> {
  const batch = await tx.first(lockBatchRow(tx.organizationId, batchId))
  if (!batch) throw notFound('import')
  return batch
}

export const presentActor = (actor: ActorRow) => ({ kind: actor.kind, name: actor.name })

const defaults = Object.fromEntries(
  Object.entries(importRules).map(([rule, [first]]) => [rule, first]),
) as ImportRules
/** What was chosen, and the defaults for the rest. */
export const rulesOf = (batch: Pick<BatchRow, 'rules'>): ImportRules => ({ ...defaults, ...batch.rules })

export function presentBatch(
  batch: BatchRow,
  files: readonly FileRow[],
  counts: readonly CountRow[],
  quiet: number,
): PresentedImport {
  const of = (...states: CountRow['state'][]): Record<Kind, number> => {
    const sums = { clients: 0, price_items: 0, invoices: 0, payments: 0 }
    for (const { kind, state, count } of counts) if (states.includes(state)) sums[kind] += count
    return sums
  }
  const blocked = counts.filter(({ state }) => state === 'blocked').reduce((sum, { count }) => sum + count, 0)
  return {
    id: batch.id,
    state: batch.state,
    source: batch.source,
    progress: batch.phase && { phase: batch.phase, done: batch.progress_done, total: batch.progress_total },
    failure: batch.failure,
    files: files.map(presentFile),
    currency: batch.currency,
    rules: rulesOf(batch),
    questions: batch.questions,
    sheet: batch.sheet,
    brought_in: of('brought_in', 'blocked', 'withdrawn'),
    withdrawn: of('withdrawn'),
    blocked,
    quiet,
    created_at: batch.created_at,
    created_by: presentActor(batch.created_by),
    committed_at: batch.committed_at,
    committed_by: batch.committed_by && presentActor(batch.committed_by),
    undone_at: batch.undone_at,
    undone_by: batch.undone_by && presentActor(batch.undone_by),
    version: batch.version,
  }
}

const presentFile = (file: FileRow): PresentedImport['files'][number] => ({
  id: file.id,
  name: file.name,
  size: file.size,
  source: file.source,
  kind: file.kind,
  encoding: file.encoding,
  delimiter: file.delimiter,
  header_line: file.header_line,
  columns: file.columns,
  mapping: file.mapping,
  mapping_name: file.mapping_name,
  date_order: file.date_order,
  decimal_mark: file.decimal_mark,
  rows: file.row_count,
  sample: file.sample,
  brought_in_before: file.brought_in_before,
})

/** What a command answers with: the batch as it is behind the writes. */
export async function answerBatch(tx: Tx, batchId: string): Promise<PresentedImport> {
  return batchFrom(await tx.readBack(batchStatements(tx.organizationId, batchId)))
}
