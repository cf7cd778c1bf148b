import type { Change, ChangeList } from '@portico/contract/live.ts'
import { EventReader } from './event-stream.ts'
import { askEvery, failuresBeforeAsking, pauseBefore, streamEveryTurns } from './pauses.ts'
import { SeenVersions } from './seen-versions.ts'

/** `missed`: something may have changed that nobody told of. `ended`: the server no longer knows the session. */
export type News = { changes: Change[] } | { missed: true } | { ended: true }
export type Follow = {
  realm: 'staff' | 'portal'
  organization: string
  client: string | null
  onNews: (news: News) => void
}
type Shared = News | { since: string }

/** Nothing heard for longer than two heartbeats: the connection is dead, whatever it says. */
const silentAfter = 60_000
/** A proxy that keeps the stream back shows by its first word not coming. */
const firstWordWithin = 15_000
const stoodFor = 5_000

class Refused extends Error {
  readonly status: number
  constructor(status: number) {
    super(`refused with ${status}`)
    this.status = status
  }
}

/**
 * Follows what changes, in one tab of this browser for all that show the same organization: the one that holds the lock has the stream and
 * passes the news on. Browsers connect to a server six times and no more over HTTP/1.1, so a stream for each tab would stop the seventh.
 * Where there are no locks (plain HTTP in an office), each visible tab has a stream of its own.
 */
export function followChanges({ realm, organization, client, onNews }: Follow): () => void {
  const name = `portico-live:${realm}:${organization}:${client ?? ''}`
  const url = realm === 'staff' ? '/v1/changes' : '/v1/portal/changes'
  const headers = { 'portico-organization': organization, ...(client && { 'portico-client': client }) }
  const stopping = new AbortController()
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  const seen = new SeenVersions()
  let since: string | null = null

  const take = (shared: Shared): void => {
    if ('since' in shared) since = shared.since
    else if ('changes' in shared) {
      const changes = seen.fresh(shared.changes)
      if (changes.length > 0) onNews({ changes })
    } else onNews(shared)
  }
  const share = (shared: Shared): void => {
    channel?.postMessage(shared)
    take(shared)
  }
  channel?.addEventListener('message', ({ data }: MessageEvent<Shared>) => take(data))

  const address = (): string => (since ? `${url}?since=${encodeURIComponent(since)}` : url)

  /** Reads the stream until the server ends it. @throws where it is refused, breaks, or ends without a word */
  async function readStream(signal: AbortSignal, onOpen: () => void): Promise<void> {
    const dead = new AbortController()
    const signals = AbortSignal.any([signal, dead.signal])
    let watch = setTimeout(() => dead.abort(), firstWordWithin)
    try {
      const response = await fetch(address(), {
        headers: { ...headers, accept: 'text/event-stream' },
        cache: 'no-store',
        signal: signals,
      })
      if (!response.ok || !response.body) throw new Refused(response.status)
      const reader = response.body.getReader()
      const decoder = new TextDecoder()
      const events = new EventReader()
      for (;;) {
        const { value, done } = await reader.read()
        if (done) throw new Error('cut off')
        clearTimeout(watch)
        watch = setTimeout(() => dead.abort(), silentAfter)
        for (const { event, id, data } of events.take(decoder.decode(value, { stream: true }))) {
          if (event === 'ready') {
            onOpen()
            share({ since: (data as { since: string }).since })
          } else if (event === 'changes') {
            share({ changes: data as Change[] })
            if (id) share({ since: id })
          } else if (event === 'missed') share({ missed: true })
          else if (event === 'again') return
        }
      }
    } finally {
      clearTimeout(watch)
    }
  }

  async function ask(signal: AbortSignal): Promise<void> {
    const response = await fetch(address(), { headers, cache: 'no-store', signal })
    if (!response.ok) throw new Refused(response.status)
    const list = (await response.json()) as ChangeList
    // Without a beginning there is nothing to compare with: everything shown is as old as the page.
    if (since === null || !list.is_complete) share({ missed: true })
    else if (list.data.length > 0) share({ changes: list.data })
    share({ since: list.since })
  }

  async function lead(signal: AbortSignal): Promise<void> {
    let failures = 0
    let turns = 0
    while (!signal.aborted) {
      const isAsking = failures >= failuresBeforeAsking
      let openedAt = Infinity
      try {
        if (isAsking && turns++ % streamEveryTurns !== 0) await ask(signal)
        else {
          await readStream(signal, () => (openedAt = performance.now()))
          failures = turns = 0
        }
      } catch (error) {
        if (signal.aborted) return
        // One that stood for a while and broke is no sign that the next will not stand.
        if (performance.now() - openedAt > stoodFor) failures = turns = 0
        const status = error instanceof Refused ? error.status : 0
        if (status === 401) share({ ended: true })
        failures++
        if (status === 401 || status === 404) failures = Math.max(failures, failuresBeforeAsking)
        else if (isAsking) await ask(signal).catch(() => {})
      }
      await pause(failures >= failuresBeforeAsking ? askEvery : pauseBefore(failures), signal)
    }
  }

  /** Waits, but not after the network or the reader has come back. */
  function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        window.removeEventListener('online', done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      window.addEventListener('online', done)
      signal.addEventListener('abort', done)
    })
  }

  if (navigator.locks) {
    void navigator.locks
      .request(name, { signal: stopping.signal }, () => lead(stopping.signal))
      .catch(() => {})
  } else leadWhileVisible(lead, stopping.signal)

  return () => {
    stopping.abort()
    channel?.close()
  }
}

function leadWhileVisible(lead: (signal: AbortSignal) => Promise<void>, stop: AbortSignal): void {
  let turn: AbortController | null = null
  const look = (): void => {
    if (document.visibilityState === 'visible' && !turn) {
      turn = new AbortController()
      void lead(AbortSignal.any([turn.signal, stop]))
    } else if (document.visibilityState === 'hidden') {
      turn?.abort()
      turn = null
    }
  }
  document.addEventListener('visibilitychange', look, { signal: stop })
  look()
}
