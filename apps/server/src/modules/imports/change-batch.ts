import { type ImportRules } from '@portico/contract'
import { isCurrency } from '@portico/money'
import { actorOf, statement, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, notFound, Refusal, versionMismatch } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import {
  answerBatch,
  filesOfBatch,
  lockBatch,
  type BatchRow,
  type PresentedImport,
  type State,
} from './batch-reads.ts'
import { fieldOf, type Kind } from './fields.ts'
import { documentKeyOf } from './read-files.ts'
import type { Source } from './sources/definitions.ts'

/** Books are brought in by who may see all of them. */
export function allowManaging(tx: Tx): void {
  tx.allow('imports.batch.manage')
  if (tx.principal.kind === 'member' && tx.principal.isLimited)
    throw new Refusal('permission_denied', 'Who works with assigned clients only does not bring books in.')
}

export async function createBatch(
  tx: Tx,
  given: { source?: Source | undefined; currency?: string | undefined },
): Promise<PresentedImport> {
  const batchId = await openBatch(tx, given)
  return answerBatch(tx, batchId)
}

export async function openBatch(
  tx: Tx,
  given: { source?: Source | undefined; currency?: string | undefined },
): Promise<string> {
  allowManaging(tx)
  refuseUnknownCurrency(given.currency)
  const id = newId()
  tx.later(
    insertBatch(
      tx.organizationId,
      id,
      given.source ?? null,
      given.currency ?? null,
      JSON.stringify(actorOf(tx.principal)),
      tx.now,
    ),
  )
  tx.record({
    action: 'imports.started',
    entityKind: 'import_batch',
    entityId: id,
    after: { source: given.source ?? null, currency: given.currency ?? null },
  })
  return id
}

export async function changeBatch(
  tx: Tx,
  batchId: string,
  change: {
    currency?: string | null | undefined
    rules?: Partial<{ [Rule in keyof ImportRules]: ImportRules[Rule] | undefined }> | undefined
  },
): Promise<PresentedImport> {
  allowManaging(tx)
  refuseUnknownCurrency(change.currency ?? undefined)
  const batch = await lockBatch(tx, batchId)
  requireState(batch, ['draft', 'ready', 'failed', 'committed', 'undone'], 'The batch is being worked on.')
  const rules = {
    ...batch.rules,
    ...Object.fromEntries(Object.entries(change.rules ?? {}).filter(([, value]) => value !== undefined)),
  }
  const currency = change.currency === undefined ? batch.currency : change.currency
  tx.later(setChoices(tx.organizationId, batchId, JSON.stringify(rules), currency, tx.now))
  tx.record({
    action: 'imports.rules_chosen',
    entityKind: 'import_batch',
    entityId: batchId,
    before: { rules: batch.rules, currency: batch.currency },
    after: { rules, currency },
  })
  await runAgain(tx, batch)
  return answerBatch(tx, batchId)
}

export async function correctRow(
  tx: Tx,
  batchId: string,
  rowId: string,
  change: { values?: Record<string, string | null> | undefined; is_skipped?: boolean | undefined },
): Promise<PresentedImport> {
  allowManaging(tx)
  const { organizationId } = tx
  const batch = await lockBatch(tx, batchId)
  const row = await tx.first(lockRow(organizationId, batchId, rowId))
  if (!row) throw notFound('row')
  requireState(batch, ['draft', 'ready', 'failed', 'committed', 'undone'], 'The batch is being worked on.')
  const file = (await tx.all(filesOfBatch(organizationId, batchId))).find(({ id }) => id === row.file_id)
  const corrections: Record<string, string> = { ...row.corrections }
  for (const [key, value] of Object.entries(change.values ?? {})) {
    if (!fieldOf(row.kind, key) && !(file && key in file.mapping))
      throw fieldRefusal(
        `/values/${key}`,
        'unknown_field',
        `There is no field “${key}” for ${row.kind.replace('_', ' ')}.`,
      )
    if (value === null) delete corrections[key]
    else corrections[key] = value
  }
  const numberColumn = file?.mapping[row.kind === 'payments' ? 'invoice_number' : 'number']
  tx.later(
    setCorrections(
      organizationId,
      batchId,
      rowId,
      Object.keys(corrections).length > 0 ? JSON.stringify(corrections) : null,
      change.is_skipped ?? row.is_skipped,
      documentKeyOf(row.kind, numberColumn === undefined ? undefined : row.cells[numberColumn], {
        corrections,
      }),
    ),
  )
  tx.record({
    action: 'imports.row_corrected',
    entityKind: 'import_batch',
    entityId: batchId,
    before: { line: row.line, corrections: row.corrections, is_skipped: row.is_skipped },
    after: { line: row.line, corrections, is_skipped: change.is_skipped ?? row.is_skipped },
  })
  await runAgain(tx, batch)
  return answerBatch(tx, batchId)
}

/** What was shown is made again where it had been made; a draft waits until somebody asks for it. */
export async function runAgain(tx: Tx, batch: BatchRow): Promise<void> {
  if (batch.state === 'draft') tx.later(touch(tx.organizationId, batch.id, tx.now))
  else startWork(tx, batch.id, 'analysing', 'reading')
}

/** Asks for work on the batch: it goes on in the background, and after a kill from where it was. */
export function startWork(
  tx: Tx,
  batchId: string,
  state: State,
  phase: 'reading' | 'committing' | 'undoing',
): void {
  tx.later(setState(tx.organizationId, batchId, state, phase, tx.now))
  tx.announce('import.requested', { import_id: batchId })
}

export async function requestAnalysis(tx: Tx, batchId: string): Promise<void> {
  allowManaging(tx)
  const batch = await lockBatch(tx, batchId)
  if (batch.state === 'analysing') return
  requireState(batch, ['draft', 'ready', 'failed', 'committed', 'undone'], 'The batch is being worked on.')
  const files = await tx.all(filesOfBatch(tx.organizationId, batchId))
  if (files.length === 0) throw new Refusal('import_not_ready', 'Add a file first.')
  startWork(tx, batchId, 'analysing', 'reading')
}

export async function requestCommit(
  tx: Tx,
  batchId: string,
  sheetVersion: number | undefined,
): Promise<void> {
  allowManaging(tx)
  const batch = await lockBatch(tx, batchId)
  if (batch.state === 'committing') return
  requireState(
    batch,
    ['ready', 'failed'],
    batch.state === 'committed' ? 'The batch was brought in already.' : 'Make the control sheet first.',
  )
  if (!batch.sheet) throw new Refusal('import_not_ready', 'Make the control sheet first.')
  if (batch.questions.length > 0)
    throw new Refusal('import_not_ready', 'Some questions are open. Answer them first.')
  if (sheetVersion !== undefined && sheetVersion !== batch.version) throw versionMismatch(batch.version)
  if (Object.values(batch.sheet.to_create).every((count) => count === 0))
    throw new Refusal('import_not_ready', 'There is nothing to bring in: all of it is here, or rejected.')
  tx.later(noteCommitter(tx.organizationId, batchId, JSON.stringify(actorOf(tx.principal))))
  startWork(tx, batchId, 'committing', 'committing')
}

export async function requestUndo(tx: Tx, batchId: string): Promise<void> {
  allowManaging(tx)
  const batch = await lockBatch(tx, batchId)
  if (batch.state === 'undoing') return
  requireState(batch, ['ready', 'committed', 'undone', 'failed'], 'The batch is being worked on.')
  const left = await tx.first(broughtIn(tx.organizationId, batchId))
  if (!left) throw new Refusal('import_not_ready', 'There is nothing to withdraw.')
  tx.later(noteUndoer(tx.organizationId, batchId, JSON.stringify(actorOf(tx.principal))))
  startWork(tx, batchId, 'undoing', 'undoing')
}

export async function discardBatch(tx: Tx, batchId: string): Promise<void> {
  allowManaging(tx)
  const batch = await lockBatch(tx, batchId)
  requireState(batch, ['draft', 'ready', 'failed', 'undone'], 'Withdraw the batch first.')
  if (batch.state !== 'undone' && (await tx.first(broughtIn(tx.organizationId, batchId))))
    throw new Refusal('import_not_ready', 'Withdraw the batch first.')
  tx.later(hideBatch(tx.organizationId, batchId, tx.now))
  tx.record({ action: 'imports.discarded', entityKind: 'import_batch', entityId: batchId })
}

export async function wakeBatch(
  tx: Tx,
  batchId: string,
  invoiceIds: readonly string[] | undefined,
): Promise<PresentedImport> {
  allowManaging(tx)
  await lockBatch(tx, batchId)
  const known = invoiceIds ? await tx.all(invoicesAmong(tx.organizationId, batchId, invoiceIds)) : []
  const unknown = invoiceIds?.findIndex((id) => !known.some((row) => row.entity_id === id)) ?? -1
  if (unknown >= 0)
    throw fieldRefusal(`/invoice_ids/${unknown}`, 'unknown_id', 'This batch has no such invoice.')
  tx.later(wake(tx.organizationId, batchId, invoiceIds ?? null, tx.now))
  tx.record({
    action: 'imports.woken',
    entityKind: 'import_batch',
    entityId: batchId,
    after: { invoices: invoiceIds ?? 'all' },
  })
  return answerBatch(tx, batchId)
}

export function requireState(batch: BatchRow, states: readonly State[], detail: string): void {
  if (!states.includes(batch.state)) throw new Refusal('import_not_ready', detail)
}

function refuseUnknownCurrency(currency: string | undefined): void {
  if (currency && !isCurrency(currency))
    throw fieldRefusal('/currency', 'unknown_currency', 'There is no such currency.')
}

const insertBatch = statement(
  'insert into import_batches (organization_id, id, source, currency, created_by, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)',
)
const touch = statement(
  'update import_batches set updated_at = $3, version = version + 1 where organization_id = $1 and id = $2',
)
const setState = statement(
  `update import_batches set state = $3, phase = $4, progress_done = 0, progress_total = 0, failure = null, runner_id = null, runner_until = null, updated_at = $5, version = version + 1
   where organization_id = $1 and id = $2`,
)
const setChoices = statement(
  'update import_batches set rules = $3, currency = $4, updated_at = $5 where organization_id = $1 and id = $2',
)
const lockRow = statement<{
  file_id: string
  line: number
  kind: Kind
  cells: string[]
  corrections: Record<string, string> | null
  is_skipped: boolean
}>(
  'select file_id, line, kind, cells, corrections, is_skipped from import_rows where organization_id = $1 and batch_id = $2 and id = $3 for update',
)
const setCorrections = statement(
  'update import_rows set corrections = $4, is_skipped = $5, document_key = $6 where organization_id = $1 and batch_id = $2 and id = $3',
)
const noteCommitter = statement(
  'update import_batches set committed_by = $3 where organization_id = $1 and id = $2',
)
const noteUndoer = statement(
  'update import_batches set undone_by = $3 where organization_id = $1 and id = $2',
)
const broughtIn = statement<{ one: number }>(
  `select 1 as one from import_items where organization_id = $1 and batch_id = $2 and state in ('brought_in', 'blocked') limit 1`,
)
const hideBatch = statement(
  'update import_batches set deleted_at = $3, updated_at = $3, version = version + 1 where organization_id = $1 and id = $2',
)
const invoicesAmong = statement<{ entity_id: string }>(
  `select entity_id from import_items where organization_id = $1 and batch_id = $2 and kind = 'invoices' and entity_id = any ($3::uuid[])`,
)
const wake = statement(
  `update invoices i set is_quiet = false, updated_at = $4 from import_items t
   where i.organization_id = $1 and t.organization_id = $1 and t.batch_id = $2 and t.kind = 'invoices' and t.entity_id = i.id and i.is_quiet
     and ($3::uuid[] is null or i.id = any ($3::uuid[]))`,
)
