import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import { startRespServer, type RespServer } from './loopback/resp-server.ts'
import { freePort, startPortico, type RunningPortico } from './running-portico.ts'

/** Two web processes and a worker on one PostgreSQL, behind a proxy without sticky sessions: what grows out of one process. */
export interface SeveralPorticos {
  /** The proxy's address: each request goes to the next web process. */
  url: string
  webs: RunningPortico[]
  worker: RunningPortico
  redis: RespServer | null
  /** How many requests each web process has been given. */
  shares(): number[]
  /** One more of a role, on the same database and files. */
  startNode(role: 'web' | 'worker'): Promise<RunningPortico>
  /** From now on the proxy asks these. */
  useWebs(webs: RunningPortico[]): void
  remove(): Promise<void>
}

/** @param options.databaseUrl an empty database: all processes start at once and one of them migrates it */
export async function startSeveral(options: {
  databaseUrl: string
  withRedis?: boolean
  withWebApp?: boolean
  environment?: Record<string, string>
}): Promise<SeveralPorticos> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'portico-several-'))
  const redis = options.withRedis ? await startRespServer() : null
  const proxyPort = await freePort()
  const url = `http://127.0.0.1:${proxyPort}`
  const startNode = (role: 'web' | 'worker'): Promise<RunningPortico> =>
    startPortico({
      dataFolder,
      ...(role === 'web' && options.withWebApp && { withWebApp: true }),
      environment: {
        PORTICO_URL: url,
        PORTICO_ROLE: role,
        DATABASE_URL: options.databaseUrl,
        PORTICO_TRUSTED_PROXIES: '127.0.0.1',
        ...(redis && { REDIS_URL: redis.url }),
        ...options.environment,
      },
    })
  const nodes = await Promise.all([startNode('web'), startNode('web'), startNode('worker')])
  const [first, second, worker] = nodes as [RunningPortico, RunningPortico, RunningPortico]
  let webs = [first, second]
  const shares = new Map<string, number>()
  const proxy = await startProxy(proxyPort, (count) => {
    const node = webs[count % webs.length] as RunningPortico
    shares.set(node.url, (shares.get(node.url) ?? 0) + 1)
    return node.url
  })
  const started = [...nodes]
  return {
    url,
    webs,
    worker,
    redis,
    shares: () => [...shares.values()],
    startNode: async (role) => {
      const node = await startNode(role)
      started.push(node)
      return node
    },
    useWebs: (list) => {
      webs = list
    },
    async remove() {
      await proxy()
      for (const node of started) await node.stop().catch(() => node.kill())
      await redis?.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The same, for tests that know one Portico only. Its database is made for it. */
export async function startSeveralAsOne(options: {
  environment?: Record<string, string>
}): Promise<RunningPortico> {
  const databaseFolder = mkdtempSync(join(tmpdir(), 'portico-several-database-'))
  const postgres = await startEmbedded({ dataFolder: databaseFolder, log: () => {}, temporary: true })
  const several = await startSeveral({
    databaseUrl: postgres.adminUrl,
    withRedis: process.env['PORTICO_SEVERAL'] === 'redis',
    withWebApp: true,
    ...(options.environment && { environment: options.environment }),
  })
  const [first] = several.webs as [RunningPortico]
  const remove = async (): Promise<void> => {
    await several.remove()
    await postgres.stop()
  }
  return { ...first, url: several.url, stop: remove, kill: remove, remove }
}

/** A load balancer as small as it gets: the next node for each request, and the one after it where nobody answers. */
async function startProxy(port: number, nextNode: (count: number) => string): Promise<() => Promise<void>> {
  let count = 0
  const pass = (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    body: Buffer,
    triesLeft: number,
  ): void => {
    const target = new URL(incoming.url ?? '/', nextNode(count++))
    const request = ask(
      target,
      {
        method: incoming.method ?? 'GET',
        headers: {
          ...incoming.headers,
          connection: 'close',
          'x-forwarded-for': incoming.socket.remoteAddress ?? '',
          'x-forwarded-host': incoming.headers.host ?? '',
          'x-forwarded-proto': 'http',
        },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    // Only where nobody took the connection has nothing happened yet.
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && triesLeft > 0) pass(incoming, outgoing, body, triesLeft - 1)
      else if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502).end(error.message)
    })
    outgoing.on('close', () => request.destroy())
    request.end(body)
  }
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => pass(incoming, outgoing, Buffer.concat(chunks), 3))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
}
