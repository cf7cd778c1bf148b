import { formatDocumentNumber, validateNumberPattern } from '@portico/money'
import { statement, type Tx } from '../../platform/database/index.ts'

export type DocumentKind = 'invoice' | 'receipt'

/**
 * The next number of a series, gapless: the series' row stays locked until the transaction ends, and everybody else who issues waits for
 * it. So call it last: what was handed to `tx.later` before is written first, in the same round trip, and only what says the number is
 * left for the commit. A rollback gives the number back. Counting starts again each year where the pattern names the year, else never.
 * @param today `YYYY-MM-DD` in the organization's zone: the year of the series, and the month where the pattern names it
 */
export async function takeNumber(
  tx: Tx,
  kind: DocumentKind,
  pattern: string,
  today: string,
): Promise<string> {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const isYearly = validateNumberPattern(pattern, 'yearly').length === 0
  const [rows] = await tx.readBack([nextNumber(tx.organizationId, kind, isYearly ? year : 0)])
  const row = rows?.[0] as { number: number } | undefined
  if (!row) throw new Error('The series did not answer')
  return formatDocumentNumber(pattern, { number: row.number, year, month })
}

const nextNumber = statement(
  `insert into number_series (organization_id, kind, series, year, next) values ($1, $2, 'main', $3, 2)
   on conflict (organization_id, kind, series, year) do update set next = number_series.next + 1
   returning next - 1 as number`,
)
