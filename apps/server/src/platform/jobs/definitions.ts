import type { EventType } from '@portico/contract'
import type { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'

/** An event as its hearers get it. It may come twice, so whoever hears it must not care. */
export type DomainEvent = {
  id: string
  organizationId: string
  type: EventType
  payload: Record<string, string | null>
  createdAt: string
  /** Who did it; null where the program did it by itself, or before that was noted. */
  actor: { kind: 'member' | 'contact' | 'link'; id: string } | null
}

/**
 * Work that happens after a commit: a name, the shape of its payload, and what it does. It runs at least once; the effect must be
 * the same if it runs again. Throwing means "try again later".
 */
export type Job<Payload extends z.ZodType = z.ZodType> = {
  name: string
  payload: Payload
  /** Tries with growing pauses before the job waits for a person; 25 by default (about three days). */
  maxAttempts?: number
  run(work: {
    organizationId: string
    payload: z.output<Payload>
    attempt: number
    isLastAttempt: boolean
    parts: AppParts
  }): Promise<void>
}

export function job<Payload extends z.ZodType>(definition: Job<Payload>): Job<Payload> {
  return definition
}

/** Which job an event causes. `payload` turns the event into the job's payload; `key` makes several events one job. */
export type Subscription = {
  hears: EventType
  job: Job
  payload(event: DomainEvent): Record<string, unknown>
  key?(event: DomainEvent): string
}

export function subscribe<Payload extends z.ZodType>(
  hears: EventType,
  to: Job<Payload>,
  payload: (event: DomainEvent) => z.input<Payload>,
  key?: (event: DomainEvent) => string,
): Subscription {
  return {
    hears,
    job: to as unknown as Job,
    payload: payload as Subscription['payload'],
    ...(key && { key }),
  }
}

/** Work that recurs: found by query with the clock's now, so that a missed night does no harm. */
export type RecurringJob = { name: string; everySeconds: number; run(parts: AppParts): Promise<void> }
