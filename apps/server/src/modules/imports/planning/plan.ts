import type { ImportRules } from '@portico/contract'
import { newId } from '../../../platform/ids.ts'
import { filesOfBatch, rulesOf, type BatchRow, type FileRow } from '../batch-reads.ts'
import { setProgress, type Run } from '../run.ts'
import { ClientBook } from './client-book.ts'
import { planClients } from './plan-clients.ts'
import { planDocuments } from './plan-documents.ts'
import { planPriceItems } from './plan-price-items.ts'
import { questionsOf } from './questions.ts'
import { conventionsOf, Row, type Conventions, type StoredRow } from './rows.ts'
import {
  clearPlan,
  figuresStatement,
  itemsStatement,
  outcomesStatement,
  storePlan,
  tidyRows,
  type NewItem,
} from './store.ts'
import { Tally } from './tally.ts'

/** One dry run: what it works by, and what it gathers. */
export class Planning {
  readonly run: Run
  readonly batch: BatchRow
  readonly rules: ImportRules
  readonly tally = new Tally()
  readonly clients: ClientBook
  readonly files: ReadonlyMap<string, Conventions>
  readonly hasPayments: boolean
  /** Of amounts that name none. */
  readonly currency: string
  /** Whose ids are meant. */
  readonly source: string
  #done = 0
  #total = 0
  #waiting: NewItem[] = []

  constructor(run: Run, batch: BatchRow, files: readonly FileRow[]) {
    this.run = run
    this.batch = batch
    this.files = new Map(files.map((file) => [file.id, conventionsOf(file)]))
    this.hasPayments = files.some(({ kind }) => kind === 'payments')
    const chosen = rulesOf(batch)
    // Without a payments file there is only the invoices' own word.
    this.rules = this.hasPayments ? chosen : { ...chosen, paid: 'paid_column' }
    this.currency = batch.currency ?? batch.base_currency
    this.source = batch.source ?? 'csv'
    this.clients = new ClientBook(this)
    this.#total = files.reduce((sum, file) => sum + (file.row_count ?? 0), 0)
  }

  row(stored: StoredRow): Row {
    return new Row(stored, this.files.get(stored.file_id) as Conventions)
  }

  /** To be stored with the chunk. */
  item(item: Omit<NewItem, 'id'> & { id?: string }): string {
    const id = item.id ?? newId()
    this.#waiting.push({ ...item, id })
    if (item.action === 'create') this.tally.toCreate[item.kind]++
    return id
  }

  /** Stores what a chunk found: its items, and the rows of which there is more to say than that they are ready. */
  store(tx: Parameters<Parameters<Run['chunk']>[0]>[0], rows: readonly Row[]): void {
    const { organizationId, batchId } = this.run
    const items = this.#waiting
    this.#waiting = []
    if (items.length > 0) tx.later(itemsStatement(organizationId, batchId, items))
    const said = rows.filter((row) => row.outcome !== 'ready' || row.notes.length > 0 || row.causes.size > 0)
    if (said.length > 0) tx.later(outcomesStatement(organizationId, batchId, said))
    for (const row of rows) this.tally.rows[row.outcome]++
    this.#done += rows.length
    setProgress(tx, batchId, this.#done, this.#total)
  }
}

/**
 * The dry run: what would become of every row, written to tables of its own and nowhere else. Begins anew each time, so that a run that was
 * killed leaves nothing behind; in bounded memory, as rows are planned by the thousand and documents by the hundred.
 */
export async function planBatch(run: Run): Promise<void> {
  const { batch, files } = await run.chunk(async (tx, held) => {
    tx.later(clearPlan(run.organizationId, run.batchId))
    tx.later(tidyRows(run.organizationId, run.batchId))
    return { batch: held, files: await tx.all(filesOfBatch(run.organizationId, run.batchId)) }
  })
  const questions = questionsOf(batch, files)
  const planning = new Planning(
    run,
    batch,
    files.filter(({ kind }) => kind !== null),
  )
  await planClients(planning)
  await planPriceItems(planning)
  await planDocuments(planning)
  const sheet = planning.tally.sheet(planning.rules)
  await run.chunk(async (tx) => {
    tx.later(
      storePlan(run.organizationId, run.batchId, JSON.stringify(sheet), JSON.stringify(questions), tx.now),
    )
    for (const statement of figuresStatement(run.organizationId, run.batchId, planning.tally.clients))
      tx.later(statement)
  })
}
