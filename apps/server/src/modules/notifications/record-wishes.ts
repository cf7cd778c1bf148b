import type { Tx } from '../../platform/database/index.ts'
import type { PreferenceRow, Side } from './reads.ts'

/** Whose wishes they are. */
export type Wisher = { side: Side; id: string; clientId: string | null }

const kinds = { member: 'membership', contact: 'contact' } as const satisfies Record<Side, string>

/** Each kind with the ways in which it is told: `{ proof_submitted: ['app', 'mail'] }`. */
const waysOf = (wishes: readonly Pick<PreferenceRow, 'type' | 'in_app' | 'email'>[]) =>
  Object.fromEntries(
    wishes.map(({ type, in_app, email }) => [type, [...(in_app ? ['app'] : []), ...(email ? ['mail'] : [])]]),
  )

/** That somebody is told of less, or of more, can decide later why they did not know. */
export function recordWishes(
  tx: Tx,
  action: 'notifications.preferences_changed' | 'notifications.mails_ended',
  { side, id, clientId }: Wisher,
  before: readonly PreferenceRow[],
  after: readonly PreferenceRow[],
): void {
  tx.record({
    action,
    entityKind: kinds[side],
    entityId: id,
    clientId,
    before: waysOf(before),
    after: waysOf(after),
  })
}
