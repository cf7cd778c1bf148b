import type { MergePreview } from '@portico/contract'
import type { z } from 'zod'
import type { Statement } from '../../platform/database/index.ts'
import { statement } from '../../platform/database/index.ts'
import { fieldRefusal, notFound } from '../../platform/errors.ts'
import type { Principal } from '../../platform/principal.ts'
import { balancesOfBoth, mergeCounts, type BothBalances, type MergeCounts } from './merge-reads.ts'
import { chooseFields } from './merge-rules.ts'
import { toSummary } from './present.ts'
import { clientColumns, summaryColumns, type ClientRow, type SummaryRow } from './reads.ts'
import { mayMeet } from './visibility.ts'

type BothRow = ClientRow & SummaryRow

const oneOfBoth = statement<BothRow>(
  `select ${clientColumns}, s.name_key, s.segment, s.balances from clients c
     join lateral (select ${summaryColumns}) s on true
   where c.organization_id = $1 and c.id = $2 and c.deleted_at is null and ${mayMeet('c.id')}`,
)

export const previewReads = (organizationId: string, mergedId: string, survivorId: string): Statement[] => [
  oneOfBoth(organizationId, mergedId),
  oneOfBoth(organizationId, survivorId),
  mergeCounts(organizationId, mergedId, survivorId),
  balancesOfBoth(organizationId, mergedId, survivorId),
]

/** What merging would do, before anything is done. */
export function presentPreview(
  rows: readonly (readonly Record<string, unknown>[])[],
  mergedId: string,
  survivorId: string,
  principal: Principal,
): z.output<typeof MergePreview> {
  const merged = rows[0]?.[0] as BothRow | undefined
  const survivor = rows[1]?.[0] as BothRow | undefined
  if (!merged || !survivor) throw notFound('client')
  if (mergedId === survivorId)
    throw fieldRefusal('/into_client_id', 'same_client', 'A client cannot be merged into itself.')
  const both = (currency: string, ours: number, theirs: number) => ({
    survivor: { amount: ours, currency },
    merged: { amount: theirs, currency },
    after: { amount: ours + theirs, currency },
  })
  return {
    survivor: toSummary(survivor, principal),
    survivor_version: survivor.version,
    merged: toSummary(merged, principal),
    merged_version: merged.version,
    fields: chooseFields(survivor, merged, []),
    moves: rows[2]?.[0] as MergeCounts,
    balances: (rows[3] as BothBalances[]).map((row) => ({
      currency: row.currency,
      open: both(row.currency, row.survivor_receivable, row.merged_receivable),
      credit: both(row.currency, row.survivor_credit, row.merged_credit),
    })),
  }
}
