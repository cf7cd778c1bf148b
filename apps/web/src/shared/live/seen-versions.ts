import type { Change } from '@portico/contract/live.ts'

const most = 2_000

/** Remembers which changes were told, because the same may come twice: after a reconnect, or from asking. */
export class SeenVersions {
  readonly #versions = new Set<string>()

  /** Those of them that are new. */
  fresh(changes: readonly Change[]): Change[] {
    const fresh = changes.filter(({ version }) => !this.#versions.has(version))
    for (const { version } of fresh) this.#versions.add(version)
    for (const oldest of this.#versions) {
      if (this.#versions.size <= most) break
      this.#versions.delete(oldest)
    }
    return fresh
  }
}
