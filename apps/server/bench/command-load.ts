import { Agent, request } from 'node:http'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Round } from './pairs.ts'

/** POSTs, each with an Idempotency-Key of its own, from a thread of its own: autocannon cannot vary a header. */
export type CommandLoad = {
  url: string
  bodies: { headers: Record<string, string>; body: string }[]
  connections: number
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
  const end = performance.now() + seconds * 1000
  const post = (at: number): Promise<void> =>
    new Promise((resolve) => {
      const { headers, body } = load.bodies[at % load.bodies.length] as CommandLoad['bodies'][number]
      const start = performance.now()
      const sent = request(
        load.url,
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
      for (let at = lane; performance.now() < end; at += load.connections) await post(at)
    }),
  )
  agent.destroy()
  const sorted = latencies.toSorted((a, b) => a - b)
  parentPort.postMessage({
    perSecond: latencies.length / seconds,
    p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    errors,
  } satisfies Round)
}
