import { newId } from '../../platform/ids.ts'
import { statement } from '../../platform/database/index.ts'
import { filesOfBatch, type Evidence, type FileRow } from './batch-reads.ts'
import { fieldOf, type Kind } from './fields.ts'
import { noMarkEvidence, observeMark } from './tables/amounts.ts'
import { noOrderEvidence, observeOrder } from './tables/dates.ts'
import { setPhase, setProgress, type Run } from './run.ts'
import { decodeStream } from './tables/decode.ts'
import { recordsOf, type TableRecord } from './tables/records.ts'

const chunkSize = 1000
/** A cell beyond this is no value of ours; it would only burden the database. */
const longestCell = 20_000

/** Reads every file that was not read yet into rows, and notes what its dates and numbers say together. */
export async function readFiles(run: Run): Promise<void> {
  const files = await run.chunk(async (tx) => tx.all(filesOfBatch(run.organizationId, run.batchId)))
  const unread = files.filter((file) => !file.is_read && file.kind !== null)
  const bytes = unread.reduce((sum, file) => sum + file.size, 0)
  let read = 0
  for (const file of unread) {
    await readFile(run, file, (share) => Math.min(bytes, Math.round(read + share * file.size)), bytes)
    read += file.size
  }
  await run.chunk(async (tx) => setPhase(tx, run.batchId, 'planning', 'analysing'))
}

type Correction = { line: number; corrections: unknown; is_skipped: boolean }

async function readFile(
  run: Run,
  file: FileRow,
  progress: (share: number) => number,
  total: number,
): Promise<void> {
  const { organizationId, batchId } = run
  const kind = file.kind as Kind
  // What people corrected stays with its line, whatever the columns are taken for now.
  const corrected = await run.chunk(async (tx) => {
    const rows = await tx.all(correctedRows(organizationId, file.id))
    tx.later(forgetRows(organizationId, file.id))
    return new Map(rows.map((row) => [row.line, row]))
  })
  const evidence: Evidence = { dates: noOrderEvidence(), numbers: noMarkEvidence(), hasBareDollar: false }
  const columnsOf = (...types: string[]): number[] =>
    Object.entries(file.mapping).flatMap(([key, at]) =>
      types.includes(fieldOf(kind, key)?.type ?? '') ? [at] : [],
    )
  const dates = columnsOf('date')
  const numbers = columnsOf('amount', 'decimal', 'percent')
  const amounts = columnsOf('amount', 'decimal')

  const stored = await run.parts.files.get(file.storage_key)
  let count = 0
  let characters = 0
  let chunk: TableRecord[] = []
  const write = async (): Promise<void> => {
    const rows = chunk
    chunk = []
    await run.chunk(async (tx) => {
      if (rows.length > 0) tx.later(rowsStatement(run, file, kind, rows, corrected))
      setProgress(tx, batchId, progress(Math.min(1, characters / Math.max(1, file.size))), total)
    })
  }
  for await (const record of recordsOf(decodeStream(stored.stream, file.encoding), file.delimiter)) {
    if (record.line <= file.header_line) continue
    for (const at of dates) observeOrder(evidence.dates, record.cells[at] ?? '')
    for (const at of numbers) observeMark(evidence.numbers, record.cells[at] ?? '')
    if (!evidence.hasBareDollar)
      evidence.hasBareDollar = amounts.some((at) => /^[^A-Za-z]*\$/.test(record.cells[at] ?? ''))
    for (const cell of record.cells) characters += cell.length + 1
    chunk.push(record)
    count++
    if (chunk.length >= chunkSize) await write()
  }
  await write()
  await run.chunk(async (tx) => tx.later(markRead(organizationId, file.id, count, JSON.stringify(evidence))))
}

function rowsStatement(
  run: Run,
  file: FileRow,
  kind: Kind,
  rows: readonly TableRecord[],
  corrected: ReadonlyMap<number, Correction>,
) {
  const ids: string[] = []
  const lines: number[] = []
  const cells: string[] = []
  const keys: (string | null)[] = []
  const corrections: (string | null)[] = []
  const skipped: boolean[] = []
  const keyColumn = file.mapping[kind === 'payments' ? 'invoice_number' : 'number']
  for (const record of rows) {
    const before = corrected.get(record.line)
    ids.push(newId())
    lines.push(record.line)
    cells.push(
      JSON.stringify(
        record.cells.map((cell) => (cell.length > longestCell ? cell.slice(0, longestCell) : cell)),
      ),
    )
    keys.push(documentKeyOf(kind, keyColumn === undefined ? undefined : record.cells[keyColumn], before))
    corrections.push(before?.corrections ? JSON.stringify(before.corrections) : null)
    skipped.push(before?.is_skipped ?? false)
  }
  return insertRows(
    run.organizationId,
    run.batchId,
    file.id,
    kind,
    ids,
    lines,
    keys,
    cells,
    corrections,
    skipped,
  )
}

/** Rows of one document share this; rows of other kinds have none. */
export function documentKeyOf(
  kind: Kind,
  number: string | undefined,
  correction?: { corrections: unknown },
): string | null {
  if (kind !== 'invoices' && kind !== 'payments') return null
  const field = kind === 'payments' ? 'invoice_number' : 'number'
  const corrected = (correction?.corrections as Record<string, string> | null | undefined)?.[field]
  return documentKey(corrected ?? number ?? '')
}
/** Numbers as they are compared: without the spaces around them. */
export const documentKey = (number: string): string => number.normalize('NFKC').trim().slice(0, 200)

const correctedRows = statement<Correction>(
  'select line, corrections, is_skipped from import_rows where organization_id = $1 and file_id = $2 and (corrections is not null or is_skipped)',
)
const forgetRows = statement('delete from import_rows where organization_id = $1 and file_id = $2')
const insertRows = statement(
  `insert into import_rows (organization_id, batch_id, file_id, kind, id, line, document_key, cells, corrections, is_skipped)
   select $1, $2, $3, $4, r.* from unnest($5::uuid[], $6::integer[], $7::text[], $8::json[], $9::jsonb[], $10::boolean[]) r`,
)
const markRead = statement(
  'update import_files set is_read = true, row_count = $3, evidence = $4 where organization_id = $1 and id = $2',
)
