import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { safeContentHeaders } from '../uploads/index.ts'
import type { FileAnswer, ExportAnswer } from './call.ts'

/** Streams a file: safe headers, an ETag by content, one byte range (RFC 9110), never held in memory. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { file }: FileAnswer,
): Promise<FastifyReply> {
  const etag = `"${file.sha256.slice(0, 32)}"`
  reply.headers({
    ...safeContentHeaders(file.mediaType, file.name, file.disposition),
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
  })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  const range = readRange(request.headers.range, file.size)
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${file.size}`).send()
  if (range)
    reply.code(206).headers({
      'content-range': `bytes ${range.start}-${range.end}/${file.size}`,
      'content-length': range.end - range.start + 1,
    })
  else reply.header('content-length', file.size)
  return reply.send(await file.open(range ?? undefined))
}

/** Sends what is made on the way; a failure in the middle breaks the connection off, so that nobody takes a part for the whole. */
export async function sendExport(
  reply: FastifyReply,
  { stream: { pieces, name, mediaType } }: ExportAnswer,
): Promise<FastifyReply> {
  reply.headers({ ...safeContentHeaders(mediaType, name, 'attachment'), 'cache-control': 'no-store' })
  return reply.send(Readable.from(pieces, { objectMode: false, highWaterMark: 64 * 1024 }))
}

function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  return start > end || start >= size ? 'unsatisfiable' : { start, end }
}
