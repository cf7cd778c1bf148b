/**
 * How nodes tell each other what happened: who claims events (a worker) publishes, every web node hears. Text goes to whoever listens at
 * that moment and is kept nowhere: what a listener missed it is told it missed, and reads again.
 *
 * `changes` carries claimed events to the streams of the web nodes; `wake` tells the dispatchers that something was committed.
 */
export interface LiveBus {
  /** The longest message that one publish can carry, in bytes of UTF-8. */
  readonly longestMessage: number
  /** Resolves when the messages are handed over; rejects where they could not be. */
  publish(channel: LiveChannel, messages: readonly string[]): Promise<void>
  /**
   * Hears a channel until the bus is closed, over any number of lost connections. `onGap` is called when messages may have been missed.
   */
  subscribe(channel: LiveChannel, onMessage: (message: string) => void, onGap: () => void): Promise<void>
  close(): Promise<void>
}

export const liveChannels = ['changes', 'wake'] as const
export type LiveChannel = (typeof liveChannels)[number]
