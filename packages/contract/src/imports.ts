import { z } from 'zod'
import { id } from './ids.ts'
import {
  DateOrder,
  Import,
  ImportCauseCode,
  ImportClientFigures,
  ImportField,
  ImportKind,
  ImportMapping,
  ImportOutcome,
  ImportRecord,
  ImportRow,
  ImportRules,
  ImportSource,
  ImportSummary,
  ImportUndoPreview,
  SavedMapping,
} from './import-sheets.ts'
import { member, operation } from './operation.ts'
import { Currency, Done, line, listOf, pageQuery, Version } from './pieces.ts'

/** The operations of bringing books in; what they show is in `import-sheets.ts`. */

const importParams = z.strictObject({ import_id: id('importBatch') })
const fileParams = z.strictObject({ import_id: id('importBatch'), import_file_id: id('importFile') })

export const getImportFields = operation({
  id: 'imports.fields',
  method: 'GET',
  path: '/v1/import-fields',
  access: member('imports.batch.read'),
  summary: 'What a column can be mapped to, per kind of record',
  answer: z.strictObject({
    kinds: z.array(z.strictObject({ kind: ImportKind, fields: z.array(ImportField) })),
  }),
})
export const createImport = operation({
  id: 'imports.create',
  method: 'POST',
  path: '/v1/imports',
  access: member('imports.batch.manage'),
  status: 201,
  summary: 'Start a batch; files are added to it, nothing is written before its commit',
  body: z.strictObject({
    source: ImportSource.optional().meta({ description: 'Left out: recognised from the files' }),
    currency: Currency.optional().meta({ description: 'Of amounts that name none' }),
  }),
  answer: Import,
})
export const listImports = operation({
  id: 'imports.list',
  method: 'GET',
  path: '/v1/imports',
  access: member('imports.batch.read'),
  query: z.strictObject({ ...pageQuery }),
  summary: 'Batches, newest first',
  answer: listOf(ImportSummary),
})
export const getImport = operation({
  id: 'imports.get',
  method: 'GET',
  path: '/v1/imports/{import_id}',
  access: member('imports.batch.read'),
  params: importParams,
  summary: 'One batch: progress, files, questions, control sheet',
  answer: Import,
})
export const discardImport = operation({
  id: 'imports.discard',
  method: 'DELETE',
  path: '/v1/imports/{import_id}',
  access: member('imports.batch.manage'),
  params: importParams,
  summary: 'Throw a batch away that brought nothing in',
  answer: Done,
  problems: ['import_not_ready'],
})
export const addImportFile = operation({
  id: 'imports.add_file',
  method: 'POST',
  path: '/v1/imports/{import_id}/files',
  access: member('imports.batch.manage'),
  params: importParams,
  upload: { accept: 'table', limit: 'import', isRequired: true },
  status: 201,
  summary:
    'Add a file: CSV with any delimiter, encoding and order of columns; what it holds is recognised by its header',
  body: z.strictObject({
    kind: ImportKind.optional().meta({ description: 'Where the header does not say it' }),
  }),
  answer: Import,
  problems: [
    'import_not_ready',
    'duplicate_file',
    'unreadable_file',
    'file_too_large',
    'file_type_not_allowed',
    'file_empty',
  ],
})
export const updateImportFile = operation({
  id: 'imports.update_file',
  method: 'PATCH',
  path: '/v1/imports/{import_id}/files/{import_file_id}',
  access: member('imports.batch.manage'),
  params: fileParams,
  summary: 'Say what a file holds, which column says what, how its dates and decimals are written',
  body: z.strictObject({
    kind: ImportKind.optional(),
    mapping: ImportMapping.optional().meta({ description: 'Replaces the whole mapping' }),
    date_order: DateOrder.nullable().optional(),
    decimal_mark: z.enum(['.', ',']).nullable().optional(),
    save_as: line(80).optional().meta({
      description: 'Keeps the mapping under this name; it is offered again for the same columns',
    }),
  }),
  answer: Import,
  problems: ['import_not_ready'],
})
export const removeImportFile = operation({
  id: 'imports.remove_file',
  method: 'DELETE',
  path: '/v1/imports/{import_id}/files/{import_file_id}',
  access: member('imports.batch.manage'),
  params: fileParams,
  summary: 'Take a file out again',
  answer: Import,
  problems: ['import_not_ready'],
})
export const updateImport = operation({
  id: 'imports.update',
  method: 'PATCH',
  path: '/v1/imports/{import_id}',
  access: member('imports.batch.manage'),
  params: importParams,
  summary: 'Choose rules and the currency of amounts that name none; the sheet is made again',
  body: z.strictObject({
    currency: Currency.nullable().optional(),
    rules: ImportRules.partial().optional(),
  }),
  answer: Import,
  problems: ['import_not_ready'],
})
export const analyseImport = operation({
  id: 'imports.analyse',
  method: 'POST',
  path: '/v1/imports/{import_id}/analyse',
  access: member('imports.batch.manage'),
  params: importParams,
  status: 202,
  summary: 'Dry run: read the files and make the control sheet; goes on in the background',
  description:
    'Ask for the batch until its state is `ready`. Also after a commit, to run corrected rows alone, and after an undo, to bring the same files in again.',
  answer: Import,
  problems: ['import_not_ready'],
})
export const listImportRows = operation({
  id: 'imports.list_rows',
  method: 'GET',
  path: '/v1/imports/{import_id}/rows',
  access: member('imports.batch.read'),
  params: importParams,
  query: z.strictObject({
    ...pageQuery,
    outcome: ImportOutcome.optional(),
    kind: ImportKind.optional(),
    cause: ImportCauseCode.optional(),
  }),
  summary: 'Rows of the files with what becomes of them and why, in the order of the files',
  answer: listOf(ImportRow),
})
export const correctImportRow = operation({
  id: 'imports.correct_row',
  method: 'PATCH',
  path: '/v1/imports/{import_id}/rows/{import_row_id}',
  access: member('imports.batch.manage'),
  params: z.strictObject({ import_id: id('importBatch'), import_row_id: id('importRow') }),
  summary: 'Correct values of a row, or leave it out; the sheet is made again',
  body: z.strictObject({
    values: z
      .record(z.string().regex(/^[a-z0-9_]{1,40}$/), z.string().max(5000).nullable())
      .optional()
      .meta({ description: 'By our field; null takes the correction back' }),
    is_skipped: z.boolean().optional(),
  }),
  answer: Import,
  problems: ['import_not_ready'],
})
export const downloadImportRejects = operation({
  id: 'imports.download_rejects',
  method: 'GET',
  path: '/v1/imports/{import_id}/rejects',
  access: member('imports.batch.read'),
  params: importParams,
  query: z.strictObject({
    outcome: z.enum(['rejected', 'review', 'dropped', 'repaired']).optional(),
  }),
  summary: 'The rejected rows as CSV, as they stood in the file, with line and reason',
  answer: { file: ['text/csv'] },
})
export const listImportClients = operation({
  id: 'imports.list_clients',
  method: 'GET',
  path: '/v1/imports/{import_id}/clients',
  access: member('imports.batch.read'),
  params: importParams,
  query: z.strictObject({ ...pageQuery, agrees: z.enum(['true', 'false']).optional() }),
  summary: 'The control sheet per client: count, invoiced, paid, open; source against Portico',
  answer: listOf(ImportClientFigures),
})
export const commitImport = operation({
  id: 'imports.commit',
  method: 'POST',
  path: '/v1/imports/{import_id}/commit',
  access: member('imports.batch.manage'),
  createsMoney: true,
  params: importParams,
  status: 202,
  summary: 'Bring in what the sheet shows; goes on in the background, sends nothing to anybody',
  body: z.strictObject({
    sheet_version: Version.optional().meta({
      description: 'The `version` of the batch whose sheet was looked at',
    }),
  }),
  answer: Import,
  problems: ['import_not_ready', 'version_mismatch'],
})
export const undoImport = operation({
  id: 'imports.undo',
  method: 'POST',
  path: '/v1/imports/{import_id}/undo',
  access: member('imports.batch.manage'),
  createsMoney: true,
  params: importParams,
  status: 202,
  summary:
    'Withdraw the batch: postings are reversed, records taken away, apart from those that were touched since',
  answer: Import,
  problems: ['import_not_ready'],
})
export const previewImportUndo = operation({
  id: 'imports.preview_undo',
  method: 'GET',
  path: '/v1/imports/{import_id}/undo-preview',
  access: member('imports.batch.read'),
  params: importParams,
  summary: 'What withdrawing the batch would take away, and what would stay and why; changes nothing',
  answer: ImportUndoPreview,
})
export const listImportRecords = operation({
  id: 'imports.list_records',
  method: 'GET',
  path: '/v1/imports/{import_id}/records',
  access: member('imports.batch.read'),
  params: importParams,
  query: z.strictObject({
    ...pageQuery,
    kind: ImportKind.optional(),
    state: z.enum(['brought_in', 'withdrawn', 'blocked']).optional(),
    is_quiet: z.enum(['true', 'false']).optional(),
  }),
  summary: 'What the batch brought in, record by record, with what became of each in an undo',
  answer: listOf(ImportRecord),
})
export const wakeImport = operation({
  id: 'imports.wake',
  method: 'POST',
  path: '/v1/imports/{import_id}/wake',
  access: member('imports.batch.manage'),
  params: importParams,
  summary:
    'Let invoices of the batch take part in reminders and automations from now on; until then nothing of them is sent by itself',
  body: z.strictObject({
    invoice_ids: z
      .array(id('invoice'))
      .max(500)
      .optional()
      .meta({ description: 'Left out: all of the batch' }),
  }),
  answer: Import,
  problems: ['import_not_ready'],
})
export const listSavedMappings = operation({
  id: 'imports.list_mappings',
  method: 'GET',
  path: '/v1/import-mappings',
  access: member('imports.batch.read'),
  summary: 'Saved mappings of columns',
  answer: z.strictObject({ data: z.array(SavedMapping) }),
})
export const deleteSavedMapping = operation({
  id: 'imports.delete_mapping',
  method: 'DELETE',
  path: '/v1/import-mappings/{name}',
  access: member('imports.batch.manage'),
  params: z.strictObject({ name: z.string().max(80) }),
  summary: 'Forget a saved mapping',
  answer: Done,
})
