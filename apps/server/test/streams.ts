import type { AddressInfo } from 'node:net'
import type { Change } from '@portico/contract'
import type { Caller, TestApp } from './app.ts'

export type Told = { event: string; id: string | null; data: unknown }

/** An open stream as a program reads it: what came so far, and whether it ended. */
export class OpenStream {
  readonly status: number
  readonly headers: Headers
  readonly told: Told[] = []
  readonly body: string
  hasEnded = false
  readonly #controller: AbortController

  private constructor(response: Response, body: string, controller: AbortController) {
    this.status = response.status
    this.headers = response.headers
    this.body = body
    this.#controller = controller
  }

  static async open(app: TestApp, path: string, caller: Caller): Promise<OpenStream> {
    const { server } = app.edge.server
    if (!server.listening) await app.edge.server.listen({ port: 0, host: '127.0.0.1' })
    const controller = new AbortController()
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${caller.token}`,
        'portico-organization': caller.organizationId ?? '',
        ...(caller.clientId && { 'portico-client': caller.clientId }),
      },
      signal: controller.signal,
    })
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
    const stream = new OpenStream(response, isStream ? '' : await response.text(), controller)
    if (isStream) void stream.#read(response).catch(() => (stream.hasEnded = true))
    return stream
  }

  /** Kinds of what was told to have changed, in order. */
  get kinds(): string[] {
    return this.changes.map(({ kind }) => kind)
  }
  get changes(): Change[] {
    return this.told.filter(({ event }) => event === 'changes').flatMap(({ data }) => data as Change[])
  }

  close(): void {
    this.#controller.abort()
  }

  async #read(response: Response): Promise<void> {
    const reader = (response.body as ReadableStream<Uint8Array>)
      .pipeThrough(new TextDecoderStream())
      .getReader()
    let text = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      text += value
      for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
        this.#take(text.slice(0, at))
        text = text.slice(at + 2)
      }
    }
    this.hasEnded = true
  }

  #take(block: string): void {
    const field = (name: string): string | null =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2) ?? null
    const event = field('event')
    if (event)
      this.told.push({ event, id: field('id'), data: JSON.parse(field('data') ?? 'null') as unknown })
  }
}
