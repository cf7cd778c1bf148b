/**
 * The sessions that this process has found to be real lately. Only these have a rate limit of their own: whoever makes tokens up is
 * counted by address, however many there are. The oldest is forgotten first.
 */
export class KnownSessions {
  readonly #most: number
  readonly #keys = new Set<string>()

  constructor(most = 50_000) {
    this.#most = most
  }

  has(key: string): boolean {
    return this.#keys.has(key)
  }

  add(key: string): void {
    if (this.#keys.has(key)) return
    this.#keys.add(key)
    if (this.#keys.size <= this.#most) return
    for (const oldest of this.#keys) {
      this.#keys.delete(oldest)
      return
    }
  }
}
