import pg from 'pg'
import { serialize } from 'pg-protocol'
import type { Statement } from './statement.ts'
import { wireTypes } from './wire-types.ts'

/**
 * Several statements in one wire round trip: all are sent before one Sync, so PostgreSQL runs them as one implicit transaction
 * unless a `begin` is among them or came before. A failing statement skips the rest up to the Sync.
 *
 * It leans on pg's internals (the methods that a submittable query must have); `batch.db.test.ts` gates upgrades of pg on exactly that.
 */
class Batch {
  readonly results: BatchResult[]
  callback: (error: Error | null) => void

  readonly #statements: readonly Statement[]
  readonly #shapes: (Shape | null)[]
  #at = 0
  #failure: Error | null = null
  #forgetFirstUses: () => void = () => {}

  constructor(statements: readonly Statement[], callback: (error: Error | null) => void) {
    this.#statements = statements
    this.callback = callback
    this.results = statements.map(() => ({ rows: [], rowCount: null, command: '' }))
    this.#shapes = statements.map(() => null)
  }

  submit(connection: InternalConnection): Error | null {
    const known = (connection.porticoPrepared ??= new Map())
    const firstUses: string[] = []
    this.#forgetFirstUses = () => firstUses.forEach((name) => known.delete(name))
    const messages: Buffer[] = []
    for (const [at, { text, name, values }] of this.#statements.entries()) {
      let shape = known.get(name)
      if (!known.has(name)) {
        // The name may exist although it is not known here, where a batch failed after preparing it; closing one that does not exist is no error.
        messages.push(serialize.close({ type: 'S', name }), serialize.parse({ name, text, types: [] }))
        known.set(name, null)
        firstUses.push(name)
        shape = null
      }
      messages.push(
        serialize.bind({
          portal: '',
          statement: name,
          values: values as unknown[],
          valueMapper: prepareValue,
        }),
      )
      // What the rows look like is asked once per connection: a prepared statement's answer keeps its columns.
      if (shape) this.#shapes[at] = shape
      else messages.push(describePortal)
      messages.push(executePortal)
    }
    messages.push(serialize.sync())
    connection.stream.write(Buffer.concat(messages))
    this.#remember = (name, shape) => known.set(name, shape)
    return null
  }
  #remember: (name: string, shape: Shape) => void = () => {}

  handleRowDescription({
    fields,
  }: {
    fields: { name: string; dataTypeID: number; format: 'text' | 'binary' }[]
  }): void {
    const shape: Shape = {
      names: fields.map((field) => field.name),
      parsers: fields.map(
        (field) => wireTypes.getTypeParser(field.dataTypeID, 'text') as (text: string) => unknown,
      ),
      empty: Object.fromEntries(fields.map((field) => [field.name, null])),
    }
    this.#shapes[this.#at] = shape
    this.#remember(this.#statements[this.#at]?.name ?? '', shape)
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const shape = this.#shapes[this.#at]
    if (!shape || this.#failure) return
    try {
      // A copy of one empty row, so that all rows of a statement share one hidden class.
      const row: Record<string, unknown> = { ...shape.empty }
      for (let at = 0; at < fields.length; at++) {
        const field = fields[at] as string | null
        if (field !== null)
          row[shape.names[at] as string] = (shape.parsers[at] as (text: string) => unknown)(field)
      }
      this.results[this.#at]?.rows.push(row)
    } catch (error) {
      this.#failure = error as Error
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const result = this.results[this.#at++]
    if (!result) return
    const words = text.split(' ')
    result.command = words[0] ?? ''
    const count = Number(words.at(-1))
    result.rowCount = words.length > 1 && Number.isInteger(count) ? count : null
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
    // The client hands the query over no more after an error; what the connection still has to say it awaits by itself.
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
/** How a statement's columns become a row. */
type Shape = { names: string[]; parsers: ((text: string) => unknown)[]; empty: Record<string, null> }

/** Runs the statements on one connection in one round trip. Rejects with the first error; then none of their results count. */
export function runBatch(
  client: pg.PoolClient | pg.Client,
  statements: readonly Statement[],
): Promise<BatchResult[]> {
  return new Promise((resolve, reject) => {
    const batch: Batch = new Batch(statements, (error) => (error ? reject(error) : resolve(batch.results)))
    client.query(batch as unknown as pg.Submittable)
  })
}

const prepareValue = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils
  .prepareValue
const describePortal = serialize.describe({ type: 'P', name: '' })
const executePortal = serialize.execute({ portal: '', rows: 0 })

interface InternalConnection {
  stream: { write(content: Buffer): void }
  /** Prepared here, by name, with the shape of their rows once it was described. */
  porticoPrepared?: Map<string, Shape | null>
}
