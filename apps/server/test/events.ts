import { statement } from '../src/platform/database/index.ts'
import type { DomainEvent, Subscription } from '../src/platform/jobs/definitions.ts'
import type { TestApp } from './app.ts'

type Row = Omit<DomainEvent, 'organizationId' | 'createdAt' | 'actor'> & {
  created_at: string
  actor_kind: string | null
  actor_id: string | null
}
const everything = statement<Row>(
  'select id, type, payload, created_at, actor_kind, actor_id from domain_events where organization_id = $1 order by created_at, id',
)

/** Runs the jobs of everything that an organization announced so far, in order and so many times, as a worker would. */
export async function runEvents(
  app: TestApp,
  organizationId: string,
  subscriptions: readonly Subscription[],
  times = 1,
): Promise<void> {
  const rows = await app.fixtures.inOrganization(organizationId, (tx) => tx.all(everything(organizationId)))
  for (const { id, type, payload, created_at: createdAt, actor_kind: kind, actor_id: actorId } of rows) {
    const isPerson = kind === 'member' || kind === 'contact' || kind === 'link'
    const event: DomainEvent = {
      id,
      type,
      payload,
      createdAt,
      organizationId,
      actor: isPerson && actorId ? { kind, id: actorId } : null,
    }
    for (const { job, payload: payloadOf } of subscriptions.filter(({ hears }) => hears === type)) {
      for (let time = 1; time <= times; time++)
        await job.run({
          organizationId,
          payload: job.payload.parse(payloadOf(event)),
          attempt: time,
          isLastAttempt: false,
          parts: app.parts,
        })
    }
  }
}
