import { statement } from '../../platform/database/index.ts'
import type { RecurringJob } from '../../platform/jobs/definitions.ts'
import { systemPrincipal } from '../../platform/principal.ts'

const day = 86_400_000
const before = (now: string, milliseconds: number): string =>
  new Date(Date.parse(now) - milliseconds).toISOString()

const oldSessions = statement('delete from sessions where expires_at < $1 or revoked_at < $1')
const oldTokens = statement('delete from one_time_tokens where expires_at < $1')
const oldAttempts = statement(
  'delete from login_attempts where last_failure_at < $1 and (locked_until is null or locked_until < $1)',
)
const oldEvents = statement('delete from account_events where at < $1')
const oldDevices = statement('delete from known_devices where last_seen_at < $1')

/**
 * Removes what nobody can use any more: sessions and links a month after their end, counted failures after three, devices after fourteen, and what
 * happened to accounts after thirteen.
 */
export const tidyIdentity: RecurringJob = {
  name: 'identity.tidy',
  everySeconds: 6 * 3600,
  async run({ database }) {
    await database.global(systemPrincipal('identity'), async (tx) => {
      await tx.batch([
        oldSessions(before(tx.now, 30 * day)),
        oldTokens(before(tx.now, 30 * day)),
        oldAttempts(before(tx.now, 90 * day)),
        oldDevices(before(tx.now, 420 * day)),
        oldEvents(before(tx.now, 400 * day)),
      ])
    })
  },
}
