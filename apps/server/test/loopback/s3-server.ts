import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { checkSigV4 } from './sigv4.ts'
import type { SigV4Keys } from './sigv4.ts'

export interface S3ServerOptions extends SigV4Keys {
  bucket: string
  /** The store's clock, for requests that are too old. */
  now?: () => Date
}

export interface S3Object {
  content: Buffer
  contentType: string
}

export interface S3Server {
  url: string
  objects: Map<string, S3Object>
  /** `METHOD /path status` of each answer, in order. */
  log: string[]
  /** The next so many requests are answered 503, as a busy store does. */
  failNext(count: number): void
  close(): Promise<void>
}

const statuses: Record<string, number> = {
  NoSuchKey: 404,
  NoSuchBucket: 404,
  InvalidRange: 416,
  XAmzContentSHA256Mismatch: 400,
  MissingContentLength: 411,
  NotImplemented: 501,
  SlowDown: 503,
  MethodNotAllowed: 405,
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function refuse(request: IncomingMessage, response: ServerResponse, code: string): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`
  response.writeHead(statuses[code] ?? 403, { 'content-type': 'application/xml' })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Path style (`/bucket/key`) and host style (`bucket.host/key`) lead to the same object. */
function addressed(request: IncomingMessage, path: string, bucket: string): string | undefined {
  const name = decodeURIComponent(path).slice(1)
  if (request.headers.host?.startsWith(`${bucket}.`)) return name
  return name.startsWith(`${bucket}/`) ? name.slice(bucket.length + 1) : undefined
}

function sendObject(request: IncomingMessage, response: ServerResponse, object: S3Object): void {
  const size = object.content.length
  const headers = {
    'content-type': object.contentType,
    'accept-ranges': 'bytes',
    etag: `"${createHash('md5').update(object.content).digest('hex')}"`,
  }
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  if (first === undefined) {
    response.writeHead(200, { ...headers, 'content-length': size })
    response.end(request.method === 'HEAD' ? undefined : object.content)
    return
  }
  const start = Number(first)
  const end = last ? Math.min(Number(last), size - 1) : size - 1
  if (start > end) return refuse(request, response, 'InvalidRange')
  const part = object.content.subarray(start, end + 1)
  response.writeHead(206, {
    ...headers,
    'content-length': part.length,
    'content-range': `bytes ${start}-${end}/${size}`,
  })
  response.end(part)
}

/**
 * A store on loopback that speaks the part of S3's HTTP that we use and believes nothing: it recomputes the signature of
 * every request, refuses a body that differs from its signed hash, and refuses chunk framing instead of storing it.
 */
export async function startS3Server(options: S3ServerOptions): Promise<S3Server> {
  const objects = new Map<string, S3Object>()
  const log: string[] = []
  let failures = 0

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request)
    const [rawPath = '/', rawQuery = ''] = (request.url ?? '/').split('?')
    const refusal = checkSigV4(
      {
        method: request.method ?? '',
        rawPath,
        query: new URLSearchParams(rawQuery),
        headers: request.headers,
      },
      options,
      options.now?.() ?? new Date(),
    )
    if (refusal) return refuse(request, response, refusal)
    if (failures > 0) {
      failures -= 1
      return refuse(request, response, 'SlowDown')
    }
    const key = addressed(request, rawPath, options.bucket)
    if (key === undefined) return refuse(request, response, 'NoSuchBucket')
    const announced = String(request.headers['x-amz-content-sha256'] ?? '')
    if (announced.startsWith('STREAMING-')) return refuse(request, response, 'NotImplemented')
    const actual = createHash('sha256').update(body).digest('hex')
    if (announced !== 'UNSIGNED-PAYLOAD' && announced !== actual) {
      return refuse(request, response, 'XAmzContentSHA256Mismatch')
    }
    if (request.method === 'PUT') {
      if (request.headers['content-length'] === undefined)
        return refuse(request, response, 'MissingContentLength')
      objects.set(key, {
        content: body,
        contentType: request.headers['content-type'] ?? 'binary/octet-stream',
      })
      response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end()
    } else if (request.method === 'DELETE') {
      objects.delete(key)
      response.writeHead(204).end()
    } else if (request.method === 'GET' || request.method === 'HEAD') {
      const object = objects.get(key)
      if (object) sendObject(request, response, object)
      else refuse(request, response, 'NoSuchKey')
    } else {
      refuse(request, response, 'MethodNotAllowed')
    }
  }

  const server = createServer((request, response) => {
    response.once('finish', () => log.push(`${request.method} ${request.url} ${response.statusCode}`))
    // A client that goes away in the middle of its body leaves nothing behind.
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    log,
    failNext(count) {
      failures = count
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
