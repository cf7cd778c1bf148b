import type { RandomBytes } from './readable-code.ts'
import { drawReadable, drawUntil } from './readable-code.ts'

const SUFFIX_LENGTH = 8

/** True for a prefix an operator may choose: capitals, digits and hyphens, at most 12, not a hyphen first. */
export function isRefidPrefix(prefix: string): boolean {
  return /^[A-Z0-9][A-Z0-9-]{0,11}$/.test(prefix)
}

/**
 * A public identifier such as `CL-7KQ4M2XD`: the prefix as it is and 8 random characters (40 bits) with
 * at least one letter, so that it neither is nor looks like a count. Uniqueness is the caller's
 * constraint; a collision is drawn again. Throws RangeError for a prefix that may not be.
 */
export function makeRefid(prefix: string, random: RandomBytes): string {
  if (!isRefidPrefix(prefix)) throw new RangeError(`"${prefix}" cannot be the prefix of a refid.`)
  const suffix = drawUntil(() => {
    const drawn = drawReadable(SUFFIX_LENGTH, random)
    return /[A-Z]/.test(drawn) ? drawn : null
  })
  return prefix + suffix
}
