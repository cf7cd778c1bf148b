import pg from 'pg'
import type { LiveBus, LiveChannel } from './bus.ts'

type Listener = { onMessage: (message: string) => void; onGap: () => void }

const firstPauseMs = 100
const longestPauseMs = 5_000
const aliveEveryMs = 20_000

/**
 * The bus over PostgreSQL's LISTEN and NOTIFY, which are there wherever Portico is. Never inside a transaction that writes: NOTIFY takes
 * one lock for the whole instance at commit (MECHANICS.md, 13). Listening needs a direct connection, not one through a transaction pooler.
 */
export class PostgresBus implements LiveBus {
  /** PostgreSQL's limit is 8,000 bytes. */
  readonly longestMessage = 7_900
  readonly #options: pg.ClientConfig
  readonly #publisher: pg.Pool
  readonly #listeners = new Map<LiveChannel, Listener[]>()
  #client: pg.Client | null = null
  #pauseMs = firstPauseMs
  #timer: NodeJS.Timeout | null = null
  #alive: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(options: { connectionString: string; role?: string }) {
    this.#options = {
      connectionString: options.connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      ...(options.role && { options: `-c role=${options.role}` }),
    }
    this.#publisher = new pg.Pool({ ...this.#options, application_name: 'portico live', max: 1 })
    this.#publisher.on('error', () => {})
    this.#publisher.on('connect', (client) => client.on('error', () => {}))
  }

  async publish(channel: LiveChannel, messages: readonly string[]): Promise<void> {
    if (messages.length === 0 || this.#isClosed) return
    await this.#publisher.query('select pg_notify($1, message) from unnest($2::text[]) as message', [
      nameOf(channel),
      messages,
    ])
  }

  async subscribe(
    channel: LiveChannel,
    onMessage: (message: string) => void,
    onGap: () => void,
  ): Promise<void> {
    const isFirst = this.#listeners.size === 0
    this.#listeners.set(channel, [...(this.#listeners.get(channel) ?? []), { onMessage, onGap }])
    if (isFirst) await this.#listen().catch(() => this.#listenLater())
    else await this.#client?.query(`listen ${nameOf(channel)}`)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#alive) clearInterval(this.#alive)
    await this.#client?.end().catch(() => {})
    await this.#publisher.end()
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ ...this.#options, application_name: 'portico live, listening' })
    client.on('error', () => {})
    client.on('notification', ({ channel, payload }) => {
      for (const [name, listeners] of this.#listeners)
        if (nameOf(name) === channel) for (const { onMessage } of listeners) onMessage(payload ?? '')
    })
    client.once('end', () => this.#lost(client))
    try {
      await client.connect()
      for (const channel of this.#listeners.keys()) await client.query(`listen ${nameOf(channel)}`)
    } catch (error) {
      client.removeAllListeners('end')
      await client.end().catch(() => {})
      throw error
    }
    this.#client = client
    this.#pauseMs = firstPauseMs
    // A connection can die without a word; asking finds out.
    this.#alive = setInterval(() => void client.query('select 1').catch(() => client.end()), aliveEveryMs)
    this.#alive.unref()
  }

  #lost(client: pg.Client): void {
    if (this.#client === client) this.#client = null
    if (this.#alive) clearInterval(this.#alive)
    this.#alive = null
    this.#listenLater()
  }

  #listenLater(): void {
    if (this.#isClosed || this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#listen().then(
        () => this.#tellGap(),
        () => this.#listenLater(),
      )
    }, this.#pauseMs)
    this.#timer.unref()
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs)
  }

  #tellGap(): void {
    for (const listeners of this.#listeners.values()) for (const { onGap } of listeners) onGap()
  }
}

const nameOf = (channel: LiveChannel): string => `portico_${channel}`
