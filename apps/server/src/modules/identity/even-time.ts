import { setTimeout as pause } from 'node:timers/promises'

/** Longer than queueing a mail takes on a busy machine, short enough for a person who waits. */
const evenMilliseconds = 100

/**
 * Answers no sooner than after a fixed time, so that the clock does not tell whether an address is known: for a known one a token is
 * made and a mail queued, for any other nothing happens.
 */
export async function inEvenTime(work: Promise<void>): Promise<void> {
  await Promise.all([work, pause(evenMilliseconds)])
}
