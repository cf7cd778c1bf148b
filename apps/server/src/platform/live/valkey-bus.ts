import type { Redis } from 'iovalkey'
import type { LiveBus, LiveChannel } from './bus.ts'

type Listener = { onMessage: (message: string) => void; onGap: () => void }

/**
 * The bus over a Redis or Valkey that the processes share anyway: it carries longer messages and costs PostgreSQL nothing. A connection
 * that hears can do nothing else, so it is one of its own.
 */
export class ValkeyBus implements LiveBus {
  /** A bound of ours; the server's own is far above. */
  readonly longestMessage = 64 * 1024
  readonly #publisher: Redis
  /** Keeps installations apart that use one server. */
  readonly #namespace: string
  readonly #listeners = new Map<LiveChannel, Listener[]>()
  #subscriber: Redis | null = null
  #wasReady = false

  constructor(connection: Redis, namespace: string) {
    this.#publisher = connection
    this.#namespace = namespace
  }

  async publish(channel: LiveChannel, messages: readonly string[]): Promise<void> {
    for (const message of messages) await this.#publisher.publish(this.#nameOf(channel), message)
  }

  async subscribe(
    channel: LiveChannel,
    onMessage: (message: string) => void,
    onGap: () => void,
  ): Promise<void> {
    this.#listeners.set(channel, [...(this.#listeners.get(channel) ?? []), { onMessage, onGap }])
    const subscriber = (this.#subscriber ??= this.#open())
    if (subscriber.status === 'ready') await subscriber.subscribe(this.#nameOf(channel)).catch(() => {})
  }

  async close(): Promise<void> {
    this.#subscriber?.disconnect()
  }

  #open(): Redis {
    const subscriber = this.#publisher.duplicate({ autoResubscribe: false })
    subscriber.on('error', () => {})
    subscriber.on('message', (name: string, message: string) => {
      for (const [channel, listeners] of this.#listeners)
        if (this.#nameOf(channel) === name) for (const { onMessage } of listeners) onMessage(message)
    })
    subscriber.on('ready', () => {
      const isFirst = !this.#wasReady
      this.#wasReady = true
      subscriber
        .subscribe(...[...this.#listeners.keys()].map((channel) => this.#nameOf(channel)))
        .then(() => {
          if (!isFirst) this.#tellGap()
        })
        // Broken again: the next connection tells of the gap.
        .catch(() => {})
    })
    return subscriber
  }

  #tellGap(): void {
    for (const listeners of this.#listeners.values()) for (const { onGap } of listeners) onGap()
  }

  #nameOf(channel: LiveChannel): string {
    return `portico:${this.#namespace}:${channel}`
  }
}
