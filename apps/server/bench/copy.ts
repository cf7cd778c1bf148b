import type pg from 'pg'

type CopyConnection = { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }

/** `COPY … FROM STDIN` and `COPY … TO STDOUT` as psql's `\copy` does them: the server's own way in and out, without a driver's rows. */
class Copy {
  readonly #text: string
  readonly #given: readonly Buffer[]
  #failure: Error | null = null
  bytes = 0
  callback: (error: Error | null) => void

  constructor(text: string, given: readonly Buffer[], callback: (error: Error | null) => void) {
    this.#text = text
    this.#given = given
    this.callback = callback
  }

  submit(connection: { query(text: string): void }): null {
    connection.query(this.#text)
    return null
  }
  handleCopyInResponse(connection: CopyConnection): void {
    for (const chunk of this.#given) connection.sendCopyFromChunk(chunk)
    connection.endCopyFrom()
  }
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.bytes += chunk.length
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleError(error: Error): void {
    this.#failure = error
    this.callback(error)
    this.callback = () => {}
  }
  handleReadyForQuery(): void {
    this.callback(this.#failure)
  }
}

/** Runs a COPY with these chunks as its input; how many bytes came out. */
export function copy(client: pg.Client, text: string, given: readonly Buffer[] = []): Promise<number> {
  return new Promise((resolve, reject) => {
    const query: Copy = new Copy(text, given, (error) => (error ? reject(error) : resolve(query.bytes)))
    client.query(query as unknown as pg.Submittable)
  })
}
