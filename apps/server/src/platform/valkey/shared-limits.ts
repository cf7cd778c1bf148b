import type { Redis } from 'iovalkey'
import { judge, SlidingWindow, type Limit, type LimitState, type RateLimits } from '../http/rate-limit.ts'

/**
 * Counts in a Redis or Valkey, so that a limit is one limit however many processes serve: the same two buckets as in memory, with commands
 * that every such server knows. While it is away each process counts for itself, which is too generous for a moment and never closed.
 */
export class SharedLimits implements RateLimits {
  readonly #store: Redis
  /** Keeps installations apart that use one store. */
  readonly #prefix: string
  readonly #meanwhile = new SlidingWindow()

  constructor(store: Redis, namespace: string) {
    this.#store = store
    this.#prefix = `portico:${namespace}:limit`
  }

  async hit(limit: Limit, caller: string, now: number): Promise<LimitState> {
    if (this.#store.status !== 'ready') return this.#meanwhile.hit(limit, caller, now)
    const length = limit.windowSeconds * 1000
    const window = Math.floor(now / length)
    // In braces what decides the slot of a cluster: both buckets of a caller are in one.
    const key = (at: number): string => `${this.#prefix}:{${limit.name}:${caller}}:${at}`
    try {
      const answers = await this.#store
        .pipeline()
        .get(key(window - 1))
        .incr(key(window))
        .pexpire(key(window), 2 * length)
        .exec()
      const [previous, current] = (answers ?? []).map(([error, value]) => {
        if (error) throw error
        return Number(value ?? 0)
      })
      const state = judge(limit, { previous: previous ?? 0, current: (current ?? 1) - 1 }, now)
      // What was refused does not count, as in memory: who waits gets through again.
      if (state.isExceeded) this.#store.decr(key(window)).catch(() => {})
      return state
    } catch {
      return this.#meanwhile.hit(limit, caller, now)
    }
  }
}
