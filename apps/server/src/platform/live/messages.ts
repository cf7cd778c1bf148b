import type { EventType } from '@portico/contract'
import type { DomainEvent } from '../jobs/definitions.ts'
import type { LiveBus } from './bus.ts'

/** A claimed event as the nodes hear of it: ids only, as in the outbox. */
export type LiveEvent = Pick<DomainEvent, 'id' | 'organizationId' | 'type' | 'payload'>

type Wire = [organizationId: string, id: string, type: EventType, payload: LiveEvent['payload']]

/** Says that events were lost on the way: whoever shows something reads it again. */
export const lostMessage = '{}'

/** As few messages as the bus allows. An event that alone is too long is told as lost. */
export function encodeEvents(events: readonly LiveEvent[], bus: Pick<LiveBus, 'longestMessage'>): string[] {
  const messages: string[] = []
  let parts: string[] = []
  let length = 2
  const flush = (): void => {
    if (parts.length > 0) messages.push(`[${parts.join()}]`)
    parts = []
    length = 2
  }
  for (const { organizationId, id, type, payload } of events) {
    const part = JSON.stringify([organizationId, id, type, payload] satisfies Wire)
    const size = Buffer.byteLength(part) + 1
    if (size + 2 > bus.longestMessage) {
      messages.push(lostMessage)
      continue
    }
    if (length + size > bus.longestMessage) flush()
    parts.push(part)
    length += size
  }
  flush()
  return messages
}

/** The events of a message, or null where it says that some were lost, or cannot be read. */
export function decodeEvents(message: string): LiveEvent[] | null {
  try {
    const read = JSON.parse(message) as unknown
    if (!Array.isArray(read)) return null
    return (read as Wire[]).map(([organizationId, id, type, payload]) => ({
      organizationId,
      id,
      type,
      payload,
    }))
  } catch {
    return null
  }
}

/**
 * Hands claimed events to the nodes. It never fails: what could not be told is made up for by telling, with the next events that go
 * through, that something was lost.
 */
export class EventPublisher {
  readonly #bus: LiveBus
  #hasLost = false

  constructor(bus: LiveBus) {
    this.#bus = bus
  }

  async publish(events: readonly LiveEvent[]): Promise<void> {
    const messages = encodeEvents(events, this.#bus)
    try {
      await this.#bus.publish('changes', this.#hasLost ? [lostMessage, ...messages] : messages)
      this.#hasLost = false
    } catch {
      this.#hasLost = true
    }
  }
}

const wakeAfterMs = 10

/** Wakes the dispatchers of other nodes after commits, once for a burst of them. */
export function waker(bus: LiveBus): () => void {
  let timer: NodeJS.Timeout | null = null
  return () => {
    timer ??= setTimeout(() => {
      timer = null
      // Dispatchers look every second by themselves.
      void bus.publish('wake', ['']).catch(() => {})
    }, wakeAfterMs).unref()
  }
}
