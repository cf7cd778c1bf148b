/** Whose work it is: an organization's id, or null for work on global tables. */
type Owner = string | null
type Waiting = { begin: () => void; giveUp: NodeJS.Timeout }

/**
 * Whose turn it is to have a connection. Of as many as there are, one organization holds at most `each` at a time, so that sixteen who
 * queue for the same row of theirs leave connections to everybody else; and where some wait, organizations get what becomes free in
 * turns, each its oldest first.
 */
export class Turns {
  readonly #limits: { all: number; each: number; patienceMs: number }
  readonly #held = new Map<Owner, number>()
  /** In the order of their turns: who was served goes behind the others. */
  readonly #waiting = new Map<Owner, Waiting[]>()
  #taken = 0

  constructor(limits: { all: number; each: number; patienceMs: number }) {
    this.#limits = limits
  }

  /** How much work waits for its turn. */
  get waiting(): number {
    return [...this.#waiting.values()].reduce((sum, of) => sum + of.length, 0)
  }

  /** Resolves when it is this owner's turn; each turn taken must be given back. Null where that is now. @throws TurnTimeout */
  take(owner: Owner): Promise<void> | null {
    if (this.#mayBegin(owner)) {
      this.#begin(owner)
      return null
    }
    return new Promise((resolve, reject) => {
      const mine: Waiting = {
        begin: resolve,
        giveUp: setTimeout(() => {
          const queue = this.#waiting.get(owner)
          queue?.splice(queue.indexOf(mine), 1)
          if (queue?.length === 0) this.#waiting.delete(owner)
          reject(new TurnTimeout())
        }, this.#limits.patienceMs),
      }
      const others = this.#waiting.get(owner)
      if (others) others.push(mine)
      else this.#waiting.set(owner, [mine])
    })
  }

  giveBack(owner: Owner): void {
    this.#taken--
    const held = (this.#held.get(owner) ?? 0) - 1
    if (held > 0) this.#held.set(owner, held)
    else this.#held.delete(owner)
    this.#callNext()
  }

  #mayBegin(owner: Owner): boolean {
    return this.#taken < this.#limits.all && (this.#held.get(owner) ?? 0) < this.#limits.each
  }

  #begin(owner: Owner): void {
    this.#taken++
    this.#held.set(owner, (this.#held.get(owner) ?? 0) + 1)
  }

  #callNext(): void {
    for (const [owner, queue] of this.#waiting) {
      if (!this.#mayBegin(owner)) continue
      const next = queue.shift()
      this.#waiting.delete(owner)
      if (queue.length > 0) this.#waiting.set(owner, queue)
      if (!next) continue
      clearTimeout(next.giveUp)
      this.#begin(owner)
      next.begin()
      return
    }
  }
}

/** Too many wait, or for too long. */
export class TurnTimeout extends Error {
  constructor() {
    super('no connection became free in time')
  }
}
