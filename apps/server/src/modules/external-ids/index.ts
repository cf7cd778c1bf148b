import { statement, type Tx } from '../../platform/database/index.ts'

export type ExternalKind = 'client' | 'contact' | 'price_item' | 'invoice'

/**
 * Takes an external id for the rest of the transaction: whoever brings the same one meanwhile waits, and then finds what was made. The
 * record's id where there is one.
 */
export async function claimExternalId(
  tx: Tx,
  kind: ExternalKind,
  externalId: string,
): Promise<string | null> {
  const [, rows] = await tx.batch([
    claim(tx.organizationId, kind, externalId, tx.now),
    held(tx.organizationId, kind, externalId),
  ])
  return rows[0]?.entity_id ?? null
}

/** Says which record the id is of, with the commit. */
export function nameExternalId(tx: Tx, kind: ExternalKind, externalId: string, entityId: string): void {
  tx.later(name(tx.organizationId, kind, externalId, entityId))
}

/** The external id of the row whose id stands in `column`, for statements whose `$1` is the organization; the first where it has several. */
export const externalIdOf = (kind: ExternalKind, column: string): string =>
  `(select x.external_id from external_ids x where x.organization_id = $1 and x.kind = '${kind}' and x.entity_id = ${column} order by x.created_at, x.external_id limit 1)`

/** The condition of a filter by external id; `parameter` is its place. */
export const hasExternalId = (kind: ExternalKind, column: string, parameter: string): string =>
  `${column} = (select x.entity_id from external_ids x where x.organization_id = $1 and x.kind = '${kind}' and x.external_id = ${parameter})`

const claim = statement(
  'insert into external_ids (organization_id, kind, external_id, created_at) values ($1, $2, $3, $4) on conflict do nothing',
)
const held = statement<{ entity_id: string | null }>(
  'select entity_id from external_ids where organization_id = $1 and kind = $2 and external_id = $3 for update',
)
const name = statement(
  'update external_ids set entity_id = $4 where organization_id = $1 and kind = $2 and external_id = $3',
)
