import { sql, type RawBuilder } from 'kysely'

/** As `mayMeet`, for statements that are built: whether the caller may meet the client of this column. */
export const mayMeetClient = (organizationId: string, clientColumn: string): RawBuilder<boolean> =>
  sql`((select app.limited_member()) is null or exists (select 1 from client_assignments reach where reach.organization_id = ${organizationId}
    and reach.membership_id = (select app.limited_member()) and reach.client_id = ${sql.ref(clientColumn)}))`

export type RowsOfPage = {
  organizationId: string
  /** With an index on (organization_id, client_id, id). */
  table: 'payments' | 'payment_proofs' | 'payment_references' | 'receipts'
  /** The name that `conditions` and the rest of the statement call a row by. */
  alias: string
  conditions: readonly RawBuilder<unknown>[]
  /** Of this client only, with what came to it from clients that were merged into it. */
  clientId?: string | undefined
  ascending: boolean
  /** Stands in the text: see `rowsToRead`. */
  most: number
}

/**
 * The first rows of a table in the order of their ids, of clients that the caller may meet, as a table for `from`. Who sees all clients
 * reads along one index; who is limited reads client by client along another, so that neither pays for the rows of the others. The branch
 * that does not apply costs nothing.
 */
export function visibleRows({
  organizationId,
  table,
  alias,
  conditions,
  clientId,
  ascending,
  most,
}: RowsOfPage): RawBuilder<unknown> {
  const row = sql.raw(alias)
  const rows = (more: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`select ${row}.* from ${sql.table(table)} ${row} where ${sql.join([sql`${row}.organization_id = ${organizationId}`, more, ...conditions], sql` and `)}
      order by ${row}.id ${ascending ? sql`asc` : sql`desc`} limit ${sql.lit(most)}`
  if (clientId)
    return sql`(select own.* from unnest(app.clients_of(app.living_client(${clientId}))) family (id)
      cross join lateral (${rows(sql`${row}.client_id = family.id and ${mayMeetClient(organizationId, `${alias}.client_id`)}`)}) own) ${row}`
  return sql`((${rows(sql`(select app.limited_member()) is null`)})
    union all
    (select own.* from client_assignments reach cross join lateral (${rows(sql`${row}.client_id = reach.client_id`)}) own
      where reach.organization_id = ${organizationId} and reach.membership_id = (select app.limited_member()))) ${row}`
}
