import { request } from 'node:http'
import { parentPort, Worker, workerData } from 'node:worker_threads'

/** Many open event streams, held in a thread of their own. */
export type StreamClients = {
  /** Resolves with the moment (milliseconds since the epoch) at which the last stream had heard the next message. */
  lastHeard(): Promise<number>
  close(): Promise<number>
}

export type StreamRequest = { url: string; headers: Record<string, string> }

export function openStreams(requests: StreamRequest[]): Promise<StreamClients> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { requests } })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => {
      resolve({
        lastHeard: () => new Promise((heard) => worker.once('message', heard)),
        close: () => worker.terminate(),
      })
    })
  })
}

if (parentPort && (workerData as { requests?: unknown } | null)?.requests) {
  const port = parentPort
  const { requests } = workerData as { requests: StreamRequest[] }
  let ready = 0
  let heard = 0
  await Promise.all(
    requests.map(
      ({ url, headers }) =>
        new Promise<void>((resolve, reject) => {
          const sent = request(url, { headers: { ...headers, accept: 'text/event-stream' }, agent: false })
          sent.on('error', reject)
          sent.on('response', (response) => {
            if (response.statusCode !== 200) reject(new Error(`a stream answered ${response.statusCode}`))
            let isReady = false
            response.on('data', (chunk: Buffer) => {
              if (!isReady) {
                isReady = true
                ready++
                return resolve()
              }
              if (!chunk.includes('event: changes')) return
              heard++
              if (heard === ready) {
                heard = 0
                port.postMessage(performance.timeOrigin + performance.now())
              }
            })
          })
          sent.end()
        }),
    ),
  )
  port.postMessage('ready')
}
