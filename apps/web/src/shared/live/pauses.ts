const longest = 30_000

/** How long to wait before the next try: doubling from a second to 30, a random half of it, so that not all come back at once. */
export function pauseBefore(failures: number, random: () => number = Math.random): number {
  const full = Math.min(longest, 1000 * 2 ** Math.max(0, failures - 1))
  return full / 2 + (full / 2) * random()
}

/** After so many failures in a row changes are asked for instead, and the stream is tried again now and then. */
export const failuresBeforeAsking = 3
export const askEvery = 30_000
/** Of the turns of asking, each so-manieth tries the stream first. */
export const streamEveryTurns = 4
