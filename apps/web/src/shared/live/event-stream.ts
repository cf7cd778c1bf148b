export type ServerEvent = { event: string; id: string | null; data: unknown }

/** Cuts a stream of server-sent events into events as the text comes in. Comments (heartbeats) are events of no name to nobody. */
export class EventReader {
  #text = ''

  /** @returns the events that this text completes */
  take(text: string): ServerEvent[] {
    this.#text += text
    const blocks = this.#text.split('\n\n')
    this.#text = blocks.pop() ?? ''
    return blocks.flatMap((block) => {
      const lines = block.split('\n')
      const field = (name: string): string | null =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null
      const event = field('event')
      const data = field('data')
      return event && data ? [{ event, id: field('id'), data: JSON.parse(data) as unknown }] : []
    })
  }
}
