import {
  addImportFile,
  analyseImport,
  commitImport,
  correctImportRow,
  createImport,
  deleteSavedMapping,
  discardImport,
  downloadImportRejects,
  getImport,
  getImportFields,
  listImportClients,
  listImportRecords,
  listImportRows,
  listImports,
  listSavedMappings,
  previewImportUndo,
  removeImportFile,
  undoImport,
  updateImport,
  updateImportFile,
  wakeImport,
} from '@portico/contract'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { AppParts } from '../../app-parts.ts'
import type { Statement } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import { FileAnswer, type Call } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { withStoredFile } from '../files/index.ts'
import { answerBatch, batchFrom, batchStatements, presentActor } from './batch-reads.ts'
import {
  allowManaging,
  changeBatch,
  correctRow,
  createBatch,
  discardBatch,
  requestAnalysis,
  requestCommit,
  requestUndo,
  wakeBatch,
} from './change-batch.ts'
import { addFile, changeFile, removeFile } from './change-files.ts'
import { fieldsOf, kinds } from './fields.ts'
import {
  batchExists,
  deleteMapping,
  listOfBatches,
  listOfClientFigures,
  listOfRecords,
  listOfRows,
  presentClientFigures,
  presentRecord,
  presentRow,
  rejectsOf,
  savedMappings,
  type ClientFigureRow,
  type ListedRow,
  type MappingRow,
  type RecordRow,
  type RejectRow,
  type SummaryRow,
} from './list-reads.ts'
import { examineFile } from './receive-file.ts'
import { rejectsCsv } from './rejects.ts'
import { presentUndoPreview, undoPreview } from './undo-preview.ts'

/** Reads for who may see all of the books. */
async function readAll(call: Call, ...queries: Statement[]): Promise<Record<string, unknown>[][]> {
  const { principal, rows } = await call.read(...queries)
  if (principal.kind === 'member' && principal.isLimited)
    throw new Refusal('permission_denied', 'Who works with assigned clients only does not bring books in.')
  return rows
}

/** The same for what belongs to a batch: a batch that is not there is told as such. */
async function readOfBatch(
  call: Call,
  batchId: string,
  ...queries: Statement[]
): Promise<Record<string, unknown>[][]> {
  const [exists, ...rows] = await readAll(call, batchExists(call.organizationId, batchId), ...queries)
  if (!exists?.[0]) throw notFound('import')
  return rows
}

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(getImportFields, async (call) => {
    await readAll(call as unknown as Call)
    return {
      kinds: kinds.map((kind) => ({
        kind,
        fields: fieldsOf[kind].map(({ key, label, type, isRequired }) => ({
          key,
          label,
          type,
          is_required: isRequired,
        })),
      })),
    }
  })
  edge.handle(createImport, async (call) => call.command((tx) => createBatch(tx, call.body)))
  edge.handle(listImports, async (call) => {
    const page = call.page(call.query)
    const rows = await readAll(call as unknown as Call, listOfBatches(call.organizationId, page))
    return edge.pages.answer(page, rows[0] as SummaryRow[], ({ id }) => [id], presentSummary)
  })
  edge.handle(getImport, async (call) =>
    batchFrom(
      await readAll(call as unknown as Call, ...batchStatements(call.organizationId, call.params.import_id)),
    ),
  )
  edge.handle(discardImport, async (call) =>
    call.command(async (tx) => {
      await discardBatch(tx, call.params.import_id)
      return { done: true as const }
    }),
  )

  edge.handle(addImportFile, async (call) => {
    const received = call.file
    if (!received) throw new Error('the edge lets no upload through without its file')
    const batch = batchFrom(
      await readAll(call as unknown as Call, ...batchStatements(call.organizationId, call.params.import_id)),
    )
    const examined = await examineFile(received.path, { source: batch.source, kind: call.body.kind ?? null })
    return withStoredFile(parts, call.organizationId, received, 'import', async (stored, keep) => {
      if (!stored) throw new Error('the file was received')
      const answer = await call.command(async (tx) => {
        await addFile(tx, call.params.import_id, { stored, ...examined })
        return answerBatch(tx, call.params.import_id)
      })
      if (call.reply.getHeader('idempotency-replayed') === undefined) keep()
      return answer
    })
  })
  edge.handle(updateImportFile, async (call) =>
    call.command((tx) => changeFile(tx, call.params.import_id, call.params.import_file_id, call.body)),
  )
  edge.handle(removeImportFile, async (call) =>
    call.command((tx) => removeFile(tx, call.params.import_id, call.params.import_file_id)),
  )
  edge.handle(updateImport, async (call) =>
    call.command((tx) => changeBatch(tx, call.params.import_id, call.body)),
  )
  edge.handle(analyseImport, async (call) =>
    call.command(async (tx) => {
      await requestAnalysis(tx, call.params.import_id)
      return answerBatch(tx, call.params.import_id)
    }),
  )

  edge.handle(listImportRows, async (call) => {
    const page = call.page(call.query)
    const { outcome, kind, cause } = call.query
    const { import_id } = call.params
    const rows = await readOfBatch(
      call as unknown as Call,
      import_id,
      listOfRows(call.organizationId, import_id, { outcome, kind, cause }, page),
    )
    return edge.pages.answer(page, rows[0] as ListedRow[], ({ id }) => [id], presentRow)
  })
  edge.handle(correctImportRow, async (call) =>
    call.command((tx) => correctRow(tx, call.params.import_id, call.params.import_row_id, call.body)),
  )
  edge.handle(downloadImportRejects, async (call) => {
    const { import_id } = call.params
    const { outcome = 'rejected' } = call.query
    const rows = await readOfBatch(
      call as unknown as Call,
      import_id,
      rejectsOf(call.organizationId, import_id, outcome),
    )
    const csv = Buffer.from(rejectsCsv(rows[0] as RejectRow[]))
    return new FileAnswer({
      name: `${outcome}.csv`,
      mediaType: 'text/csv',
      size: csv.length,
      sha256: createHash('sha256').update(csv).digest('hex'),
      disposition: 'attachment',
      open: async (range) => Readable.from([range ? csv.subarray(range.start, range.end + 1) : csv]),
    })
  })
  edge.handle(listImportClients, async (call) => {
    const page = call.page(call.query)
    const { import_id } = call.params
    const rows = await readOfBatch(
      call as unknown as Call,
      import_id,
      listOfClientFigures(call.organizationId, import_id, call.query.agrees, page),
    )
    return edge.pages.answer(page, rows[0] as ClientFigureRow[], ({ id }) => [id], presentClientFigures)
  })
  edge.handle(commitImport, async (call) =>
    call.command(async (tx) => {
      await requestCommit(tx, call.params.import_id, call.body.sheet_version)
      return answerBatch(tx, call.params.import_id)
    }),
  )
  edge.handle(undoImport, async (call) =>
    call.command(async (tx) => {
      await requestUndo(tx, call.params.import_id)
      return answerBatch(tx, call.params.import_id)
    }),
  )
  edge.handle(previewImportUndo, async (call) => {
    const { import_id } = call.params
    const [rows] = await readOfBatch(
      call as unknown as Call,
      import_id,
      undoPreview(call.organizationId, import_id),
    )
    return presentUndoPreview((rows as Parameters<typeof presentUndoPreview>[0][])[0] as never)
  })
  edge.handle(listImportRecords, async (call) => {
    const page = call.page(call.query)
    const { kind, state, is_quiet } = call.query
    const { import_id } = call.params
    const rows = await readOfBatch(
      call as unknown as Call,
      import_id,
      listOfRecords(call.organizationId, import_id, { kind, state, is_quiet }, page),
    )
    return edge.pages.answer(page, rows[0] as RecordRow[], ({ id }) => [id], presentRecord)
  })
  edge.handle(wakeImport, async (call) =>
    call.command((tx) => wakeBatch(tx, call.params.import_id, call.body.invoice_ids)),
  )
  edge.handle(listSavedMappings, async (call) => {
    const rows = await readAll(call as unknown as Call, savedMappings(call.organizationId))
    return { data: rows[0] as MappingRow[] }
  })
  edge.handle(deleteSavedMapping, async (call) =>
    call.command(async (tx) => {
      allowManaging(tx)
      if (!(await tx.first(deleteMapping(tx.organizationId, call.params.name)))) throw notFound('mapping')
      return { done: true as const }
    }),
  )
}

function presentSummary(row: SummaryRow) {
  const of = (states: readonly string[]) => {
    const sums = { clients: 0, price_items: 0, invoices: 0, payments: 0 }
    for (const { kind, state, count } of row.counts) if (states.includes(state)) sums[kind] += count
    return sums
  }
  return {
    id: row.id,
    state: row.state,
    source: row.source,
    progress: row.phase && { phase: row.phase, done: row.progress_done, total: row.progress_total },
    brought_in: of(['brought_in', 'withdrawn', 'blocked']),
    withdrawn: of(['withdrawn']),
    blocked: row.counts.filter(({ state }) => state === 'blocked').reduce((sum, { count }) => sum + count, 0),
    created_at: row.created_at,
    created_by: presentActor(row.created_by),
    committed_at: row.committed_at,
    undone_at: row.undone_at,
    version: row.version,
    file_names: row.file_names,
  }
}
