import { createServer } from 'node:http'
import { statement, type Database } from '../database/index.ts'
import { systemPrincipal } from '../principal.ts'

const ping = statement('select 1 as one')

/** A process that only works in the background serves no pages; whoever watches over it asks here. */
export async function serveWorkerHealth(options: {
  port: number
  host: string
  database: Database
}): Promise<{ close(): Promise<void> }> {
  let isStopping = false
  const isReady = async (): Promise<boolean> => {
    if (isStopping) return false
    return options.database
      .global(systemPrincipal('readiness'), (tx) => tx.all(ping()))
      .then(
        () => true,
        () => false,
      )
  }
  const server = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
      response.end(JSON.stringify(body))
    }
    if (request.url === '/healthz') answer(200, { status: 'ok' })
    else if (request.url === '/readyz') {
      void isReady().then((ready) =>
        answer(
          ready ? 200 : 503,
          ready
            ? { status: 'ready', worker: 'here' }
            : { status: isStopping ? 'stopping' : 'database unavailable' },
        ),
      )
    } else answer(404, { status: 'This process works in the background; it answers /healthz and /readyz.' })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  return {
    close: async () => {
      isStopping = true
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
