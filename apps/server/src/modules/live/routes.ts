import { listChanges, listPortalChanges, type Change, type ChangeList } from '@portico/contract'
import { sha256 } from '../../platform/crypto/tokens.ts'
import { Refusal } from '../../platform/errors.ts'
import { StreamAnswer, type Call } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { changeOf, hearerOf, mayHear, type Hearer } from '../../platform/live/index.ts'
import type { PersonPrincipal } from '../../platform/principal.ts'
import { eventsSince, mostChanges, sessionEnd, type EventRow } from './reads.ts'

/** How far before the moment asked for is looked: an event is written with its transaction's time and seen when that commits. */
const overlapMs = 60_000
/** Longer ago is answered by "read everything again". */
const longestMs = 60 * 60_000

export function registerRoutes(edge: Edge): void {
  edge.handle(listChanges, (call) => answer(call))
  edge.handle(listPortalChanges, (call) => answer(call))
}

type LiveCall = Pick<
  Call<never, NonNullable<typeof listChanges.query>, never, typeof ChangeList>,
  'read' | 'query' | 'now' | 'request' | 'sessionToken' | 'edge' | 'organizationId'
>

async function answer(call: LiveCall): Promise<StreamAnswer | ChangeList> {
  const wantsStream = /\btext\/event-stream\b/.test(call.request.headers.accept ?? '')
  return wantsStream ? openStream(call) : changesSince(call)
}

async function openStream(call: LiveCall): Promise<StreamAnswer> {
  const { now, edge, organizationId } = call
  const { since } = call.query
  const { principal, rows } = await call.read(
    sessionEnd(sha256(call.sessionToken as string)),
    ...(since ? [eventsSince(organizationId, startOf(since, now))] : []),
  )
  const person = principal as PersonPrincipal
  if (!edge.live.hasRoomFor(person.userId))
    throw new Refusal('rate_limited', 'Too many streams are open for this account. Close some windows.', {
      retryAfterSeconds: 60,
    })
  const hearer = hearerOf(principal)
  const sessionEndsAt = Date.parse((rows[0]?.[0] as { expires_at: string }).expires_at)
  const before = since ? changesFrom(hearer, since, now, rows[1] as EventRow[]) : []
  return new StreamAnswer((response) =>
    edge.live.open(
      { response, organizationId, hearer, userId: person.userId, sessionId: person.sessionId, sessionEndsAt },
      now,
      before,
    ),
  )
}

async function changesSince(call: LiveCall): Promise<ChangeList> {
  const { now, organizationId } = call
  const since = call.query.since ?? now
  const { principal, rows } = await call.read(eventsSince(organizationId, startOf(since, now)))
  const changes = call.query.since ? changesFrom(hearerOf(principal), since, now, rows[0] as EventRow[]) : []
  return {
    object: 'changes',
    data: changes === 'missed' ? [] : changes,
    is_complete: changes !== 'missed',
    since: now,
  }
}

const isTooOld = (since: string, now: string): boolean => Date.parse(now) - Date.parse(since) > longestMs
/** From where events are read; of what is too long ago, none are. */
const startOf = (since: string, now: string): string =>
  isTooOld(since, now) ? now : new Date(Date.parse(since) - overlapMs).toISOString()

function changesFrom(hearer: Hearer, since: string, now: string, events: EventRow[]): Change[] | 'missed' {
  if (isTooOld(since, now) || events.length > mostChanges) return 'missed'
  return events
    .filter((event) => mayHear(hearer, event))
    .toReversed()
    .flatMap((event) => changeOf(event) ?? [])
}
