import { Refusal } from '../errors.ts'

/** A limit: so many requests per window, counted over a sliding window made of two buckets. */
export type Limit = { name: string; quota: number; windowSeconds: number }
export type LimitState = { remaining: number; resetSeconds: number; isExceeded: boolean }

/** Where requests are counted: in this process, or in a store that several share. */
export type RateLimits = {
  /** Counts one request of `caller` against the limit. `now` in milliseconds. */
  hit(limit: Limit, caller: string, now: number): LimitState | Promise<LimitState>
}

/** Two buckets of fixed windows stand for a sliding one: of the last, as much counts as still lies within a window's length. */
export function judge(limit: Limit, counted: { previous: number; current: number }, now: number): LimitState {
  const length = limit.windowSeconds * 1000
  const elapsed = (now % length) / length
  const used = counted.previous * (1 - elapsed) + counted.current
  const isExceeded = used + 1 > limit.quota
  return {
    remaining: Math.max(0, Math.floor(limit.quota - used - (isExceeded ? 0 : 1))),
    resetSeconds: Math.max(1, Math.ceil((1 - elapsed) * limit.windowSeconds)),
    isExceeded,
  }
}

type Bucket = { window: number; current: number; previous: number; expiresAt: number }

/** Counts in the memory of this process. */
export class SlidingWindow implements RateLimits {
  readonly #buckets = new Map<string, Bucket>()
  #sweptAt = 0

  hit(limit: Limit, caller: string, now: number): LimitState {
    const length = limit.windowSeconds * 1000
    const window = Math.floor(now / length)
    const key = `${limit.name}:${caller}`
    let bucket = this.#buckets.get(key)
    if (!bucket || bucket.window < window - 1)
      bucket = { window, current: 0, previous: 0, expiresAt: now + 2 * length }
    else if (bucket.window === window - 1)
      bucket = { window, current: 0, previous: bucket.current, expiresAt: now + 2 * length }
    const state = judge(limit, bucket, now)
    if (!state.isExceeded) bucket.current++
    this.#buckets.set(key, bucket)
    this.#sweep(now)
    return state
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < 60_000) return
    this.#sweptAt = now
    for (const [key, bucket] of this.#buckets) if (now > bucket.expiresAt) this.#buckets.delete(key)
  }
}

export function refuseOverLimit(state: LimitState): void {
  if (state.isExceeded) {
    throw new Refusal('rate_limited', `Too many requests. Try again in ${state.resetSeconds} seconds.`, {
      retryAfterSeconds: state.resetSeconds,
    })
  }
}

/** `RateLimit-Policy` and `RateLimit` as in the IETF draft (draft-ietf-httpapi-ratelimit-headers-10). */
export const limitHeaders = (limit: Limit, state: LimitState): Record<string, string> => ({
  'ratelimit-policy': `"${limit.name}";q=${limit.quota};w=${limit.windowSeconds}`,
  ratelimit: `"${limit.name}";r=${state.remaining};t=${state.resetSeconds}`,
})
