import { statement, type Tx } from '../../platform/database/index.ts'

const mostPerHour = 5
const sentLately = statement<{ count: number }>(
  'select count(*) as count from system_emails where created_at > $2 and to_address = $1',
)

/** Whether one more mail may go to an address: strangers can ask for mails to anybody, but not for many. */
export async function isMailAllowed(tx: Tx, address: string): Promise<boolean> {
  const hourAgo = new Date(Date.parse(tx.now) - 3_600_000).toISOString()
  return ((await tx.first(sentLately(address, hourAgo)))?.count ?? 0) < mostPerHour
}
