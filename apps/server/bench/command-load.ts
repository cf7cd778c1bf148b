import { Agent, request } from 'node:http'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Round } from './pairs.ts'

/** POSTs, each with an Idempotency-Key of its own, from a thread of its own: autocannon cannot vary a header. */
export type CommandLoad = {
  requests: { url: string; headers: Record<string, string>; body: string }[]
  connections: number
  /** Each request is sent once; the round ends with the last one if its time is not up before. */
  isOnce?: boolean
}

export function runCommands(load: CommandLoad, seconds: number): Promise<Round> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { load, seconds } })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

if (!isMainThread && parentPort) {
  const { load, seconds } = workerData as { load: CommandLoad; seconds: number }
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  const latencies: number[] = []
  let errors = 0
  const begun = performance.now()
  const end = begun + seconds * 1000
  const last = load.isOnce ? load.requests.length : Infinity
  const post = (at: number): Promise<void> =>
    new Promise((resolve) => {
      const { url, headers, body } = load.requests[
        at % load.requests.length
      ] as CommandLoad['requests'][number]
      const start = performance.now()
      const sent = request(
        url,
        {
          method: 'POST',
          agent,
          headers: {
            ...headers,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'idempotency-key': crypto.randomUUID(),
          },
        },
        (response) => {
          if ((response.statusCode ?? 500) >= 300) errors++
          response.resume().on('end', () => {
            latencies.push(performance.now() - start)
            resolve()
          })
        },
      )
      sent.on('error', () => {
        errors++
        resolve()
      })
      sent.end(body)
    })
  await Promise.all(
    Array.from({ length: load.connections }, async (_, lane) => {
      for (let at = lane; at < last && performance.now() < end; at += load.connections) await post(at)
    }),
  )
  agent.destroy()
  const sorted = latencies.toSorted((a, b) => a - b)
  parentPort.postMessage({
    perSecond: (latencies.length * 1000) / (performance.now() - begun),
    p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    errors,
  } satisfies Round)
}
