import pg from 'pg'
import type { Statement } from './statement.ts'
import { wireTypes } from './wire-types.ts'

/**
 * Several statements in one wire round trip: all are sent before one Sync, so PostgreSQL runs them as one implicit transaction
 * unless a `begin` is among them or came before. A failing statement skips the rest up to the Sync.
 *
 * It leans on pg's internals (the methods that a submittable query must have); `batch.db.test.ts` gates upgrades of pg on exactly that.
 */
class Batch {
  readonly results: InternalResult[]
  callback: (error: Error | null) => void

  readonly #statements: readonly Statement[]
  #at = 0
  #failure: Error | null = null
  #forgetFirstUses: () => void = () => {}

  constructor(statements: readonly Statement[], callback: (error: Error | null) => void) {
    this.#statements = statements
    this.callback = callback
    this.results = statements.map(() => new pg.Result('object', wireTypes as unknown as typeof pg.types) as unknown as InternalResult)
  }

  submit(connection: InternalConnection): Error | null {
    const known = (connection.porticoPrepared ??= new Set())
    const firstUses: string[] = []
    this.#forgetFirstUses = () => firstUses.forEach((name) => known.delete(name))
    connection.stream.cork()
    try {
      for (const { text, name, values } of this.#statements) {
        if (!known.has(name)) {
          // The name may exist although it is not known here, where a batch failed after preparing it; closing one that does not exist is no error.
          connection.close({ type: 'S', name })
          connection.parse({ text, name })
          known.add(name)
          firstUses.push(name)
        }
        connection.bind({ statement: name, values, valueMapper: prepareValue })
        connection.describe({ type: 'P', name: '' })
        connection.execute({ portal: '', rows: 0 })
      }
      connection.sync()
    } finally {
      connection.stream.uncork()
    }
    return null
  }

  handleRowDescription(message: { fields: unknown[] }): void {
    this.results[this.#at]?.addFields(message.fields)
  }

  handleDataRow(message: { fields: unknown[] }): void {
    const result = this.results[this.#at]
    try {
      result?.addRow(result.parseRow(message.fields))
    } catch (error) {
      this.#failure ??= error as Error
    }
  }

  handleCommandComplete(message: { text: string }): void {
    this.results[this.#at]?.addCommandComplete(message)
    this.#at++
  }

  handleEmptyQuery(): void {
    this.#at++
  }

  handlePortalSuspended(): void {}
  handleCopyInResponse(): void {}
  handleCopyData(): void {}

  handleError(error: Error): void {
    this.#failure ??= error
    this.#forgetFirstUses()
    // pg lets go of a query at its error: the ReadyForQuery that follows is not handed to it. The next one waits for that by itself.
    this.#finish()
  }

  handleReadyForQuery(): void {
    this.#finish()
  }

  #finish(): void {
    const { callback } = this
    this.callback = () => {}
    callback(this.#failure)
  }
}

export type BatchResult = { rows: Record<string, unknown>[]; rowCount: number | null; command: string }

/** Runs the statements on one connection in one round trip. Rejects with the first error; then none of their results count. */
export function runBatch(client: pg.PoolClient | pg.Client, statements: readonly Statement[]): Promise<BatchResult[]> {
  return new Promise((resolve, reject) => {
    const batch: Batch = new Batch(statements, (error) => (error ? reject(error) : resolve(batch.results as BatchResult[])))
    client.query(batch as unknown as pg.Submittable)
  })
}

const prepareValue = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils.prepareValue

interface InternalConnection {
  stream: { cork(): void; uncork(): void }
  porticoPrepared?: Set<string>
  close(message: { type: 'S'; name: string }): void
  parse(message: { text: string; name: string }): void
  bind(message: { statement: string; values: readonly unknown[]; valueMapper: (value: unknown) => unknown }): void
  describe(message: { type: 'P'; name: string }): void
  execute(message: { portal: string; rows: number }): void
  sync(): void
}

interface InternalResult {
  rows: Record<string, unknown>[]
  rowCount: number | null
  command: string
  addFields(fields: unknown[]): void
  parseRow(fields: unknown[]): Record<string, unknown>
  addRow(row: Record<string, unknown>): void
  addCommandComplete(message: { text: string }): void
}
