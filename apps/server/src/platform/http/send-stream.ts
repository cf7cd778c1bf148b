import type { FastifyReply } from 'fastify'
import type { StreamAnswer } from './call.ts'

/** Sends the head of a stream and hands it over. Nothing between here and the reader may hold it back: no compression, no buffering. */
export function sendStream(reply: FastifyReply, { open }: StreamAnswer): FastifyReply {
  const headers = reply.getHeaders()
  reply.hijack()
  const response = reply.raw
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value)
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    // Its end is the connection's: a server that stops would else wait for what a browser keeps open.
    connection: 'close',
  })
  open(response)
  return reply
}
