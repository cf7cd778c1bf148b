import type { Clock } from './clock.ts'
import { statement, type Database } from './database/index.ts'
import { systemPrincipal } from './principal.ts'

const staleAfter = 60_000
const touch = statement('update sessions set last_seen_at = $2 where id = any($1::uuid[])')

/** Remembers which sessions were seen and writes it in one go, so that reading a page costs no write of its own. */
export class SessionTouches {
  readonly #database: Database
  readonly #clock: Clock
  #seen = new Set<string>()
  #timer: NodeJS.Timeout | null = null

  constructor(database: Database, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  note(sessionId: string, seenAt: string): void {
    if (this.#clock.now().getTime() - Date.parse(seenAt) < staleAfter) return
    this.#seen.add(sessionId)
    this.#timer ??= setTimeout(() => void this.flush(), 5_000).unref()
  }

  async flush(): Promise<void> {
    this.#timer = null
    const ids = [...this.#seen]
    this.#seen = new Set()
    if (ids.length === 0) return
    // Losing one of these is harmless: the next request notes it again.
    await this.#database
      .global(systemPrincipal('sessions'), (tx) => tx.change(touch(ids, tx.now)))
      .catch(() => {})
  }
}
