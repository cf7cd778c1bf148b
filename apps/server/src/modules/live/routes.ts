import { listChanges, listPortalChanges, type ChangeList } from '@portico/contract'
import { sha256 } from '../../platform/crypto/tokens.ts'
import { Refusal } from '../../platform/errors.ts'
import { StreamAnswer, type Call } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { changeOf, hearerOf, mayHear } from '../../platform/live/index.ts'
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

type AnyCall = Call<never, typeof listChanges.query & {}, never, typeof ChangeList>

async function answer(
  call: Pick<AnyCall, 'read' | 'query' | 'now' | 'request' | 'sessionToken' | 'edge' | 'organizationId'>,
) {
  const wantsStream = /\btext\/event-stream\b/.test(call.request.headers.accept ?? '')
  return wantsStream ? openStream(call) : changesSince(call)
}

async function openStream(call: Parameters<typeof answer>[0]): Promise<StreamAnswer> {
  const { now, edge, organizationId } = call
  const { principal, rows } = await call.read(sessionEnd(sha256(call.sessionToken as string)))
  const person = principal as PersonPrincipal
  if (!edge.live.hasRoomFor(person.userId))
    throw new Refusal('rate_limited', 'Too many streams are open for this account. Close some windows.', {
      retryAfterSeconds: 60,
    })
  const hearer = hearerOf(principal)
  const sessionEndsAt = Date.parse((rows[0]?.[0] as { expires_at: string }).expires_at)
  return new StreamAnswer((response) =>
    edge.live.open(
      { response, organizationId, hearer, userId: person.userId, sessionId: person.sessionId, sessionEndsAt },
      now,
    ),
  )
}

async function changesSince(call: Parameters<typeof answer>[0]): Promise<ChangeList> {
  const { now } = call
  const { since } = call.query
  const asked = since ? Date.parse(since) : Date.parse(now)
  const isTooOld = Date.parse(now) - asked > longestMs
  const from = new Date(isTooOld ? Date.parse(now) : asked - overlapMs).toISOString()
  const { principal, rows } = await call.read(eventsSince(call.organizationId, from))
  const hearer = hearerOf(principal)
  const events = rows[0] as EventRow[]
  const isComplete = since === undefined || (!isTooOld && events.length <= mostChanges)
  const heard = since === undefined || !isComplete ? [] : events.filter((event) => mayHear(hearer, event))
  return {
    object: 'changes',
    data: heard.toReversed().flatMap((event) => changeOf(event) ?? []),
    is_complete: isComplete,
    since: now,
  }
}
