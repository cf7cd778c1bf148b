import { connect, createServer, type AddressInfo } from 'node:net'

/**
 * A proxy in front of PostgreSQL that counts wire round trips exactly: each Sync ('S') or simple Query ('Q') message that a client sends
 * is one answer it waits for.
 */
export async function countingProxy(
  connectionString: string,
): Promise<{ url: string; taken(): number; close(): Promise<void> }> {
  const target = new URL(connectionString)
  let count = 0
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    let pending = Buffer.alloc(0)
    let isStarted = false
    client.on('data', (chunk) => {
      upstream.write(chunk)
      pending = Buffer.concat([pending, chunk])
      for (;;) {
        const start = isStarted ? 1 : 0
        if (pending.length < start + 4) return
        const length = pending.readInt32BE(start)
        if (pending.length < start + length) return
        const type = isStarted ? String.fromCharCode(pending[0] as number) : ''
        if (type === 'S' || type === 'Q') count++
        isStarted = true
        pending = pending.subarray(start + length)
      }
    })
    upstream.pipe(client)
    const end = (): void => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(connectionString)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    taken: () => count,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}
