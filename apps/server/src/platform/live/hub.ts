import type { ServerResponse } from 'node:http'
import type { Change, Permission } from '@portico/contract'
import type { Clock } from '../clock.ts'
import { statement, type Database } from '../database/index.ts'
import { changeOf, mayHear, type Hearer } from './audience.ts'
import type { LiveBus } from './bus.ts'
import { decodeEvents, type LiveEvent } from './messages.ts'

/** One open stream. */
export type Stream = {
  response: ServerResponse
  organizationId: string
  hearer: Hearer
  userId: string
  sessionId: string
  /** When the session ends by itself, in milliseconds. */
  sessionEndsAt: number
  /** When the stream is ended to be opened anew, so that rights and nodes are looked at afresh. */
  endsAt: number
}

const beatEveryMs = 25_000
const lookEveryMs = 3_000
const lastsMs = 15 * 60_000
/** More than one browser needs, few enough that nobody holds a node's connections. */
export const streamsPerPerson = 20
/** A reader that is this far behind is let go; it comes back and reads again. */
const mostUnread = 256 * 1024
/** What was told so lately is told again to a stream that opens. */
const recentMs = 3_000
const mostRecent = 1_000
/** Sessions are looked for this far back: a transaction that ends one commits a little after its time. */
const lookBackMs = 60_000

const beat = Buffer.from(':\n\n')
const missed = Buffer.from('event: missed\ndata: {}\n\n')
const again = Buffer.from('event: again\ndata: {}\n\n')

const endedSessions = statement<{ id: string }>(
  `select id from sessions where revoked_at > $1
   union select s.id from sessions s join users u on u.id = s.user_id where u.disabled_at > $1`,
)
const assignments = statement<{ membership_id: string; client_id: string }>(
  'select membership_id, client_id from client_assignments where organization_id = $1 and membership_id = any ($2::uuid[]) and client_id = any ($3::uuid[])',
)

/**
 * The open streams of this node. An event is judged for each stream by the rights with which it was opened; what is said is one Buffer for
 * all that may hear the same. A stream ends when its session does, and when the rights of its person change: it is opened again with the new ones.
 */
export class LiveHub {
  readonly #database: Database
  readonly #clock: Clock
  readonly #streams = new Map<string, Set<Stream>>()
  readonly #perPerson = new Map<string, number>()
  /** Equal sets of permissions are kept once, however many streams share them. */
  readonly #permissionSets = new Map<string, ReadonlySet<Permission>>()
  #recent: { at: number; event: LiveEvent }[] = []
  #timers: NodeJS.Timeout[] = []
  #count = 0
  #lookedAt: number

  constructor(database: Database, clock: Clock) {
    this.#database = database
    this.#clock = clock
    this.#lookedAt = clock.now().getTime()
  }

  get size(): number {
    return this.#count
  }

  /** Hears what the bus says from now on. */
  async connect(bus: LiveBus): Promise<void> {
    await bus.subscribe(
      'changes',
      (message) => {
        const events = decodeEvents(message)
        if (events) this.tell(events)
        else this.tellAllMissed()
      },
      () => this.tellAllMissed(),
    )
  }

  /** Whether this person may open another stream here. */
  hasRoomFor(userId: string): boolean {
    return (this.#perPerson.get(userId) ?? 0) < streamsPerPerson
  }

  /**
   * Opens a stream, which first says `since` and what happened `before` it. What was told while the caller was being found out is told
   * once more: it may have happened between that look and this moment.
   */
  open(stream: Omit<Stream, 'endsAt'>, since: string, before: readonly Change[] | 'missed' = []): void {
    const { hearer } = stream
    if (hearer.kind === 'member') stream.hearer = { ...hearer, permissions: this.#shared(hearer.permissions) }
    const whole: Stream = {
      ...stream,
      // Not all at once: streams that were opened together after a start would come back together for ever.
      endsAt: this.#clock.now().getTime() + lastsMs * (0.8 + 0.2 * Math.random()),
    }
    let inOrganization = this.#streams.get(stream.organizationId)
    if (!inOrganization) this.#streams.set(stream.organizationId, (inOrganization = new Set()))
    inOrganization.add(whole)
    this.#count++
    this.#perPerson.set(stream.userId, (this.#perPerson.get(stream.userId) ?? 0) + 1)
    stream.response.once('close', () => this.#forget(whole))
    stream.response.on('error', () => {})
    const recent = this.#recent
      .filter(({ event }) => event.organizationId === stream.organizationId)
      .flatMap(({ event }) =>
        (hearer.kind === 'contact' || !hearer.isLimited) && mayHear(hearer, event)
          ? (changeOf(event) ?? [])
          : [],
      )
    stream.response.write(opening(since, before, recent))
    if (this.#timers.length === 0)
      this.#timers = [
        setInterval(() => this.#beat(), beatEveryMs).unref(),
        setInterval(() => void this.look().catch(() => {}), lookEveryMs).unref(),
      ]
  }

  /** Tells every stream what it may hear of these events. */
  tell(events: readonly LiveEvent[]): void {
    const now = performance.now()
    this.#recent = [
      ...this.#recent.filter(({ at }) => now - at < recentMs),
      ...events.map((event) => ({ at: now, event })),
    ].slice(-mostRecent)
    for (const [organizationId, own] of Map.groupBy(events, (event) => event.organizationId)) {
      const streams = this.#streams.get(organizationId)
      if (!streams) continue
      this.#tellOrganization(organizationId, [...streams], own)
    }
  }

  tellAllMissed(): void {
    for (const stream of this.#all()) send(stream, missed)
  }

  /** Ends the streams whose sessions ended, and those that are due to be opened anew. */
  async look(): Promise<void> {
    const now = this.#clock.now().getTime()
    const [ended] = await this.#database.look(
      endedSessions(new Date(this.#lookedAt - lookBackMs).toISOString()),
    )
    this.#lookedAt = now
    const ids = new Set(ended.map((row) => row.id))
    for (const stream of this.#all()) {
      if (ids.has(stream.sessionId) || stream.sessionEndsAt <= now || stream.endsAt <= now) end(stream)
    }
  }

  close(): void {
    this.#timers.forEach(clearInterval)
    this.#timers = []
    for (const stream of this.#all()) end(stream)
  }

  #tellOrganization(organizationId: string, streams: Stream[], events: LiveEvent[]): void {
    const told = events.flatMap((event) => {
      const change = changeOf(event)
      return change ? [{ event, text: JSON.stringify(change) }] : []
    })
    if (told.length === 0) return
    const since = this.#clock.now().toISOString()
    const buffers = new Map<string, Buffer>()
    const bufferOf = (heard: readonly boolean[]): Buffer | null => {
      const key = heard.map((is) => (is ? '1' : '0')).join('')
      if (!key.includes('1')) return null
      let buffer = buffers.get(key)
      if (!buffer) {
        const data = told.filter((_, at) => heard[at]).map(({ text }) => text)
        buffer = Buffer.from(`id: ${since}\nevent: changes\ndata: [${data.join()}]\n\n`)
        buffers.set(key, buffer)
      }
      return buffer
    }
    const limited: Stream[] = []
    for (const stream of streams) {
      const { hearer } = stream
      if (hearer.kind === 'member' && hearer.isLimited) {
        limited.push(stream)
        continue
      }
      const buffer = bufferOf(told.map(({ event }) => mayHear(hearer, event)))
      if (buffer) send(stream, buffer)
    }
    if (limited.length > 0)
      void this.#tellLimited(organizationId, limited, told, bufferOf).catch(() =>
        limited.forEach((stream) => send(stream, missed)),
      )
    for (const { event } of told) for (const stream of streams) if (changesRights(event, stream)) end(stream)
  }

  /** Members who are limited to assigned clients: which those are is asked each time, so that it is never out of date. */
  async #tellLimited(
    organizationId: string,
    streams: Stream[],
    told: readonly { event: LiveEvent }[],
    bufferOf: (heard: readonly boolean[]) => Buffer | null,
  ): Promise<void> {
    const members = streams.map(({ hearer }) => (hearer.kind === 'member' ? hearer.membershipId : ''))
    const clients = told.flatMap(({ event }) => event.payload['client_id'] ?? [])
    const reached = new Set<string>()
    if (clients.length > 0) {
      const rows = await this.#database.lookInEach([organizationId], (id) =>
        assignments(id, [...new Set(members)], [...new Set(clients)]),
      )
      for (const row of rows) reached.add(`${row.membership_id} ${row.client_id}`)
    }
    for (const [at, stream] of streams.entries()) {
      const heard = told.map(({ event }) => {
        const clientId = event.payload['client_id']
        return (
          mayHear(stream.hearer, event) && (!clientId || reached.has(`${members[at] as string} ${clientId}`))
        )
      })
      const buffer = bufferOf(heard)
      if (buffer) send(stream, buffer)
    }
  }

  #beat(): void {
    for (const stream of this.#all()) send(stream, beat)
  }

  *#all(): Generator<Stream> {
    for (const streams of this.#streams.values()) yield* streams
  }

  #forget(stream: Stream): void {
    const streams = this.#streams.get(stream.organizationId)
    if (!streams?.delete(stream)) return
    if (streams.size === 0) this.#streams.delete(stream.organizationId)
    this.#count--
    const left = (this.#perPerson.get(stream.userId) ?? 1) - 1
    if (left > 0) this.#perPerson.set(stream.userId, left)
    else this.#perPerson.delete(stream.userId)
    if (this.#count === 0) this.#permissionSets.clear()
  }

  #shared(permissions: ReadonlySet<Permission>): ReadonlySet<Permission> {
    const key = [...permissions].toSorted().join()
    const known = this.#permissionSets.get(key)
    if (known) return known
    this.#permissionSets.set(key, permissions)
    return permissions
  }
}

function opening(since: string, before: readonly Change[] | 'missed', recent: readonly Change[]): string {
  const changes = [...(before === 'missed' ? [] : before), ...recent]
  return [
    `retry: 1000\nevent: ready\ndata: ${JSON.stringify({ since })}\n\n`,
    before === 'missed' ? missed.toString() : '',
    changes.length > 0 ? `id: ${since}\nevent: changes\ndata: ${JSON.stringify(changes)}\n\n` : '',
  ].join('')
}

function send({ response }: Stream, buffer: Buffer): void {
  if (response.destroyed || response.writableEnded) return
  if (response.writableLength > mostUnread) response.destroy()
  else response.write(buffer)
}

function end({ response }: Stream): void {
  if (!response.destroyed && !response.writableEnded) response.end(again)
}

/** Whether the rights with which a stream was opened may be others since this event. */
function changesRights({ type, payload }: LiveEvent, { hearer }: Stream): boolean {
  if (hearer.kind === 'member')
    return type === 'member.updated' && payload['membership_id'] === hearer.membershipId
  if (type === 'client.status_changed' || type === 'client.updated' || type === 'client.deleted')
    return payload['client_id'] === hearer.clientId
  return type.startsWith('contact.') && payload['contact_id'] === hearer.contactId
}
