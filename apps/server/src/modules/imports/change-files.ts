import { createHash } from 'node:crypto'
import type { updateImportFile } from '@portico/contract'
import type { z } from 'zod'
import { statement, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, notFound, Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { fileRow, type StoredUpload } from '../files/index.ts'
import { answerBatch, filesOfBatch, lockBatch, type FileRow, type PresentedImport } from './batch-reads.ts'
import { allowManaging, requireState, runAgain } from './change-batch.ts'
import { fieldOf, writtenForm, type Kind } from './fields.ts'
import { mappingBy, sourceFileOf, suggestedMapping, type Recognised } from './sources/recognise.ts'
import type { Encoding } from './tables/decode.ts'

/** A file that lies in the store, and what it was found to be. */
export type FoundFile = { stored: StoredUpload; encoding: Encoding; found: Recognised }

export async function addFile(
  tx: Tx,
  batchId: string,
  { stored, encoding, found }: FoundFile,
): Promise<void> {
  allowManaging(tx)
  const { organizationId } = tx
  const batch = await lockBatch(tx, batchId)
  requireState(batch, ['draft', 'ready', 'failed'], 'Files are added before the batch is brought in.')
  const hash = Buffer.from(stored.sha256, 'hex')
  const [same, saved] = await tx.batch([
    sameContent(organizationId, batchId, hash),
    savedMapping(organizationId, columnsHash(found.columns)),
  ])
  if (same[0])
    throw new Refusal('duplicate_file', `The same file is here already, as ${same[0].name}.`, {
      errors: [{ pointer: '/file', code: 'duplicate_file', detail: 'This file is in the import already' }],
    })
  // Somebody has told what these columns are before; a program's own files need no telling.
  const known = found.source === null || found.source === 'csv' ? saved[0] : undefined
  tx.later(fileRow(tx, stored))
  tx.later(
    insertFile(
      organizationId,
      newId(),
      batchId,
      stored.id,
      stored.name,
      stored.size,
      hash,
      known ? 'csv' : found.source,
      known?.kind ?? found.kind,
      encoding,
      found.delimiter,
      found.header.line,
      JSON.stringify(found.columns),
      JSON.stringify(known?.mapping ?? found.mapping),
      known?.name ?? null,
      known?.date_order ?? null,
      known?.decimal_mark ?? null,
      JSON.stringify(found.sample),
      tx.now,
    ),
  )
  tx.later(setSource(organizationId, batchId, known ? 'csv' : found.source))
  tx.later(backToDraft(organizationId, batchId, tx.now))
  tx.record({
    action: 'imports.file_added',
    entityKind: 'import_batch',
    entityId: batchId,
    after: {
      name: stored.name,
      size: stored.size,
      sha256: stored.sha256,
      kind: known?.kind ?? found.kind,
      source: found.source,
    },
  })
}

type FileChange = z.output<NonNullable<typeof updateImportFile.body>>

export async function changeFile(
  tx: Tx,
  batchId: string,
  fileId: string,
  change: FileChange,
): Promise<PresentedImport> {
  allowManaging(tx)
  const { organizationId } = tx
  const batch = await lockBatch(tx, batchId)
  const file = (await tx.all(filesOfBatch(organizationId, batchId))).find(({ id }) => id === fileId)
  if (!file) throw notFound('file')
  requireState(batch, ['draft', 'ready', 'failed'], 'The batch is being worked on, or was brought in.')
  const kind = change.kind ?? file.kind
  const mapping = mappingAfter(file, change, kind)
  const order = change.date_order === undefined ? file.date_order : change.date_order
  const mark = change.decimal_mark === undefined ? file.decimal_mark : change.decimal_mark
  const isOther = kind !== file.kind || JSON.stringify(mapping) !== JSON.stringify(file.mapping)
  const own = sourceFileOf(file.columns)
  const source =
    own && own.kind === kind && JSON.stringify(mappingBy(own, file.columns)) === JSON.stringify(mapping)
      ? own.source
      : 'csv'
  tx.later(
    setFile(
      organizationId,
      fileId,
      kind,
      isOther ? source : file.source,
      JSON.stringify(mapping),
      order,
      mark,
      change.save_as ?? (isOther ? null : file.mapping_name),
      isOther,
    ),
  )
  if (change.save_as) {
    if (!kind) throw fieldRefusal('/kind', 'required', 'Say first what the file holds.')
    tx.later(
      saveMapping(
        organizationId,
        change.save_as,
        kind,
        JSON.stringify(file.columns),
        columnsHash(file.columns),
        JSON.stringify(mapping),
        order,
        mark,
        tx.now,
      ),
    )
  }
  await runAgain(tx, batch)
  return answerBatch(tx, batchId)
}

/** @throws fieldRefusal where the mapping names a field or a column that is not there */
function mappingAfter(file: FileRow, change: FileChange, kind: Kind | null): Record<string, number> {
  if (!change.mapping) {
    if (kind === file.kind || kind === null) return file.mapping
    const own = sourceFileOf(file.columns)
    return own?.kind === kind ? mappingBy(own, file.columns) : suggestedMapping(kind, file.columns)
  }
  if (!kind) throw fieldRefusal('/kind', 'required', 'Say first what the file holds.')
  const own = sourceFileOf(file.columns)
  for (const [key, column] of Object.entries(change.mapping)) {
    if (!fieldOf(kind, key) && !(own?.kind === kind && key in own.columns))
      throw fieldRefusal(
        `/mapping/${key}`,
        'unknown_field',
        `There is no field “${key}” for ${kind.replace('_', ' ')}.`,
      )
    if (column >= file.columns.length)
      throw fieldRefusal(`/mapping/${key}`, 'unknown_column', `The file has ${file.columns.length} columns.`)
  }
  return change.mapping
}

export async function removeFile(tx: Tx, batchId: string, fileId: string): Promise<PresentedImport> {
  allowManaging(tx)
  const { organizationId } = tx
  const batch = await lockBatch(tx, batchId)
  const files = await tx.all(filesOfBatch(organizationId, batchId))
  if (!files.some(({ id }) => id === fileId)) throw notFound('file')
  requireState(batch, ['draft', 'ready', 'failed'], 'The batch is being worked on, or was brought in.')
  tx.later(forgetFile(organizationId, fileId, tx.now))
  tx.later(forgetRows(organizationId, fileId))
  tx.later(backToDraft(organizationId, batchId, tx.now))
  tx.record({
    action: 'imports.file_removed',
    entityKind: 'import_batch',
    entityId: batchId,
    after: { name: files.find(({ id }) => id === fileId)?.name },
  })
  return answerBatch(tx, batchId)
}

/** Columns as they are compared with saved ones: by their written form, in their order. */
export const columnsHash = (columns: readonly string[]): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(writtenForm)))
    .digest()

const insertFile = statement(
  `insert into import_files (organization_id, id, batch_id, file_id, name, size, sha256, source, kind, encoding, delimiter, header_line, columns, mapping, mapping_name, date_order, decimal_mark, sample, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
)
const sameContent = statement<{ name: string }>(
  'select name from import_files where organization_id = $1 and batch_id = $2 and sha256 = $3 and removed_at is null',
)
const savedMapping = statement<{
  name: string
  kind: Kind
  mapping: Record<string, number>
  date_order: string | null
  decimal_mark: string | null
}>(
  'select name, kind, mapping, date_order, decimal_mark from import_mappings where organization_id = $1 and columns_hash = $2 order by updated_at desc limit 1',
)
const saveMapping = statement(
  `insert into import_mappings (organization_id, name, kind, columns, columns_hash, mapping, date_order, decimal_mark, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
   on conflict (organization_id, name) do update set kind = excluded.kind, columns = excluded.columns, columns_hash = excluded.columns_hash, mapping = excluded.mapping,
     date_order = excluded.date_order, decimal_mark = excluded.decimal_mark, updated_at = excluded.updated_at`,
)
// The first file that is somebody's says whose books these are.
const setSource = statement(
  `update import_batches set source = case when source is null or source = 'csv' then coalesce($3, source) else source end where organization_id = $1 and id = $2`,
)
const backToDraft = statement(
  `update import_batches set state = 'draft', sheet = null, questions = '[]', failure = null, updated_at = $3, version = version + 1 where organization_id = $1 and id = $2`,
)
const setFile = statement(
  `update import_files set kind = $3, source = $4, mapping = $5, date_order = $6, decimal_mark = $7, mapping_name = $8, is_read = is_read and not $9::boolean
   where organization_id = $1 and id = $2`,
)
const forgetFile = statement('update import_files set removed_at = $3 where organization_id = $1 and id = $2')
const forgetRows = statement('delete from import_rows where organization_id = $1 and file_id = $2')
