/**
 * Texts of which is only asked whether they may have been seen: a few bytes each, so that a file of a hundred thousand clients is held
 * against itself without asking the database about each of them. It never misses one; in some billions it takes one for another, and whoever
 * asks then finds nothing.
 */
export class KeySet {
  #slots = new Uint32Array(4096)
  #size = 0

  add(text: string): void {
    if (this.#size * 2 >= this.#slots.length) this.#grow()
    if (place(this.#slots, hash(text))) this.#size++
  }

  mayHave(text: string): boolean {
    const wanted = hash(text)
    const last = this.#slots.length - 1
    for (let at = wanted & last; ; at = (at + 1) & last) {
      const found = this.#slots[at]
      if (found === wanted) return true
      if (found === 0) return false
    }
  }

  #grow(): void {
    const larger = new Uint32Array(this.#slots.length * 2)
    for (const one of this.#slots) if (one !== 0) place(larger, one)
    this.#slots = larger
  }
}

function place(slots: Uint32Array, wanted: number): boolean {
  const last = slots.length - 1
  for (let at = wanted & last; ; at = (at + 1) & last) {
    if (slots[at] === wanted) return false
    if (slots[at] !== 0) continue
    slots[at] = wanted
    return true
  }
}

/** FNV-1a with a last stir, never 0: that is an empty slot. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d)
  sum = Math.imul(sum ^ (sum >>> 12), 0x297a2d39)
  return (sum ^ (sum >>> 15)) >>> 0 || 1
}
