import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { fromPublicId, type ImportRules } from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import { openOrganization, type Tx } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { storeUploadedFile } from '../files/index.ts'
import { advanceImport } from './advance.ts'
import { batchFrom, batchStatements, filesOfBatch, type PresentedImport } from './batch-reads.ts'
import { changeBatch, openBatch, requestAnalysis, requestCommit, requestUndo } from './change-batch.ts'
import { addFile, changeFile } from './change-files.ts'
import { batchExists, listOfRecords, rejectsOf, type RecordRow, type RejectRow } from './list-reads.ts'
import { examineFile } from './receive-file.ts'
import { rejectsCsv } from './rejects.ts'
import type { Source } from './sources/definitions.ts'
import { presentUndoPreview, undoPreview } from './undo-preview.ts'

type Parts = Pick<AppParts, 'database' | 'files' | 'keyring' | 'config'>
const principal = systemPrincipal('portico import')

export type ImportChoices = {
  source?: Source | undefined
  currency?: string | undefined
  dateOrder?: 'mdy' | 'dmy' | 'ymd' | undefined
  decimalMark?: '.' | ',' | undefined
  rules?: Partial<ImportRules>
}

/** A batch as the terminal works on it: the same steps as through the API, and the work is done by the command itself. */
export class ImportSession {
  readonly #parts: Parts
  readonly #organizationId: string
  readonly batchId: string

  constructor(parts: Parts, organizationId: string, batchId: string) {
    this.#parts = parts
    this.#organizationId = organizationId
    this.batchId = batchId
  }

  static async open(parts: Parts, organizationId: string, choices: ImportChoices): Promise<ImportSession> {
    const batchId = await parts.database.withOrganization(organizationId, principal, (tx) =>
      openBatch(tx, { source: choices.source, currency: choices.currency }),
    )
    return new ImportSession(parts, organizationId, batchId)
  }

  /** @throws Refusal where the file cannot be read as a table, or is in the batch already */
  async add(path: string, choices: ImportChoices): Promise<void> {
    const examined = await examineFile(path, { source: choices.source ?? null, kind: null })
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    const stored = await storeUploadedFile(
      this.#parts,
      this.#organizationId,
      {
        path,
        size: (await stat(path)).size,
        sha256: hash.digest('hex'),
        mediaType: 'text/csv',
        name: basename(path),
        dispose: async () => {},
      },
      'import',
    )
    try {
      await this.#transact((tx) => addFile(tx, this.batchId, { stored, ...examined }))
    } catch (error) {
      if (error instanceof Refusal) await this.#parts.files.delete(stored.storageKey).catch(() => {})
      throw error
    }
  }

  async choose(choices: ImportChoices): Promise<void> {
    const { dateOrder, decimalMark, rules } = choices
    if (dateOrder || decimalMark) {
      const files = await this.#transact((tx) => tx.all(filesOfBatch(this.#organizationId, this.batchId)))
      for (const { id } of files)
        await this.#transact((tx) =>
          changeFile(tx, this.batchId, id, {
            ...(dateOrder && { date_order: dateOrder }),
            ...(decimalMark && { decimal_mark: decimalMark }),
          }),
        )
    }
    if (rules && Object.keys(rules).length > 0)
      await this.#transact((tx) => changeBatch(tx, this.batchId, { rules }))
  }

  analyse(progress: (batch: PresentedImport) => void): Promise<PresentedImport> {
    return this.#work((tx) => requestAnalysis(tx, this.batchId), progress)
  }
  commit(progress: (batch: PresentedImport) => void): Promise<PresentedImport> {
    return this.#work((tx) => requestCommit(tx, this.batchId, undefined), progress)
  }
  undo(progress: (batch: PresentedImport) => void): Promise<PresentedImport> {
    return this.#work((tx) => requestUndo(tx, this.batchId), progress)
  }

  async rejects(outcome: 'rejected' | 'review'): Promise<string | null> {
    const { rows } = await this.#read([rejectsOf(this.#organizationId, this.batchId, outcome)])
    return rows[0]?.length ? rejectsCsv(rows[0] as unknown as RejectRow[]) : null
  }

  async blocked(most: number): Promise<RecordRow[]> {
    const page = { limit: most, position: null, isBackwards: false, list: '' }
    const { rows } = await this.#read([
      listOfRecords(this.#organizationId, this.batchId, { state: 'blocked' }, page),
    ])
    return (rows[0] as unknown as RecordRow[]).slice(0, most)
  }

  /** What an undo would take and leave. */
  async undoPreview(): Promise<ReturnType<typeof presentUndoPreview>> {
    const { rows } = await this.#read([
      batchExists(this.#organizationId, this.batchId),
      undoPreview(this.#organizationId, this.batchId),
    ])
    if (!rows[0]?.[0]) throw notFound('import')
    return presentUndoPreview(rows[1]?.[0] as Parameters<typeof presentUndoPreview>[0])
  }

  async show(): Promise<PresentedImport> {
    return batchFrom((await this.#read(batchStatements(this.#organizationId, this.batchId))).rows)
  }

  /** The worker of a running Portico may be quicker: then this one waits for it. */
  async #work(
    ask: (tx: Tx) => Promise<void>,
    progress: (batch: PresentedImport) => void,
  ): Promise<PresentedImport> {
    await this.#transact(ask)
    const timer = setInterval(() => void this.show().then(progress, () => {}), 500)
    try {
      for (;;) {
        await advanceImport(this.#parts, this.#organizationId, this.batchId)
        const batch = await this.show()
        if (!batch.progress) return batch
        progress(batch)
        await pause(200)
      }
    } finally {
      clearInterval(timer)
    }
  }

  #transact<Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    return this.#parts.database.withOrganization(this.#organizationId, principal, work)
  }
  #read(statements: Parameters<AppParts['database']['read']>[1]) {
    return this.#parts.database.read(openOrganization(this.#organizationId, principal), statements)
  }
}

/** The id of a batch as it is shown, `imp_…`; null where the text is none. */
export const batchIdOf = (text: string): string | null => fromPublicId('importBatch', text)
