import { statement, type Statement } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import type { Kind } from '../fields.ts'
import type { Row, StoredRow } from './rows.ts'
import type { ClientTally } from './tally.ts'

/** The tables of a dry run. Nothing here touches a client, an invoice or a payment. */

export type NewItem = {
  id: string
  kind: Kind
  externalId: string
  label: string
  action: 'create' | 'match' | 'unchanged'
  nameKey?: string | null
  emailKey?: string | null
  payload: unknown
  entityId?: string | null
}

// What was brought in stays on record; what was only planned is planned anew.
export const clearPlan = statement(
  `delete from import_items where organization_id = $1 and batch_id = $2 and (state = 'planned' or action <> 'create')`,
)
export const tidyRows = statement(
  `update import_rows set outcome = 'ready', notes = '[]', causes = '{}' where organization_id = $1 and batch_id = $2 and (outcome <> 'ready' or causes <> '{}')`,
)

const insertItems = statement(
  `insert into import_items (organization_id, batch_id, id, kind, external_id, label, action, name_key, email_key, payload, entity_id)
   select $1, $2, t.* from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::json[], $11::uuid[]) t`,
)
export const itemsStatement = (
  organizationId: string,
  batchId: string,
  items: readonly NewItem[],
): Statement =>
  insertItems(
    organizationId,
    batchId,
    items.map(({ id }) => id),
    items.map(({ kind }) => kind),
    items.map(({ externalId }) => externalId),
    items.map(({ label }) => label.slice(0, 200)),
    items.map(({ action }) => action),
    items.map(({ nameKey }) => nameKey ?? null),
    items.map(({ emailKey }) => emailKey ?? null),
    items.map(({ payload }) => JSON.stringify(payload)),
    items.map(({ entityId }) => entityId ?? null),
  )

const setOutcomes = statement(
  `update import_rows r set outcome = t.outcome, label = t.label, notes = t.notes, causes = array(select jsonb_array_elements_text(t.causes))
   from unnest($3::uuid[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[]) as t (id, outcome, label, notes, causes)
   where r.organization_id = $1 and r.batch_id = $2 and r.id = t.id`,
)
export const outcomesStatement = (organizationId: string, batchId: string, rows: readonly Row[]): Statement =>
  setOutcomes(
    organizationId,
    batchId,
    rows.map(({ stored }) => stored.id),
    rows.map(({ outcome }) => outcome),
    rows.map(({ label }) => label.slice(0, 200)),
    rows.map(({ notes }) => JSON.stringify(notes)),
    rows.map(({ causes }) => JSON.stringify([...causes])),
  )

export const rowsOfKind = statement<StoredRow>(
  `select id, file_id, line, kind, document_key, cells, corrections, is_skipped from import_rows
   where organization_id = $1 and batch_id = $2 and kind = $3 and id > $4 order by id limit $5`,
)
export const documentKeys = statement<{ document_key: string }>(
  `select distinct document_key from import_rows where organization_id = $1 and batch_id = $2 and document_key > $3 order by document_key limit $4`,
)
export const rowsOfDocuments = statement<StoredRow>(
  `select id, file_id, line, kind, document_key, cells, corrections, is_skipped from import_rows
   where organization_id = $1 and batch_id = $2 and document_key = any ($3::text[]) order by id`,
)
export const rowsWithoutDocument = statement<StoredRow>(
  `select id, file_id, line, kind, document_key, cells, corrections, is_skipped from import_rows
   where organization_id = $1 and batch_id = $2 and document_key = '' and id > $3 order by id limit $4`,
)

export const storePlan = statement(
  `update import_batches set sheet = $3, questions = $4, state = 'ready', phase = null, progress_done = 0, progress_total = 0, runner_id = null, runner_until = null, updated_at = $5, version = version + 1
   where organization_id = $1 and id = $2`,
)

/** Which of these are known already, and as what: `knownRecords(organizationId, source, kind, externalIds)`. */
export const knownRecords = statement<{ external_id: string; entity_id: string; batch_id: string }>(
  `select external_id, entity_id, batch_id from import_records where organization_id = $1 and source = $2 and kind = $3 and external_id = any ($4::text[]) and withdrawn_at is null`,
)

/** The same for clients that are still here: `knownClients(organizationId, source, externalIds)`. */
export const knownClients = statement<{ external_id: string; entity_id: string }>(
  `select r.external_id, r.entity_id from import_records r join clients c on c.organization_id = r.organization_id and c.id = r.entity_id
   where r.organization_id = $1 and r.source = $2 and r.kind = 'clients' and r.external_id = any ($3::text[]) and r.withdrawn_at is null and c.deleted_at is null`,
)

const clearFigures = statement(
  'delete from import_client_figures where organization_id = $1 and batch_id = $2',
)
const insertFigures = statement(
  `insert into import_client_figures (organization_id, batch_id, id, client_id, name, currency, invoices_source, invoices_portico, invoiced_source, invoiced_portico, paid_source, paid_portico, open_source, open_portico, stated_open, agrees)
   select $1, $2, t.* from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::integer[], $8::integer[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[], $16::boolean[]) t`,
)
/** The sheet per client, by name. */
export function figuresStatement(
  organizationId: string,
  batchId: string,
  clients: ReadonlyMap<string, ClientTally>,
): Statement[] {
  const rows = [...clients.values()]
    .filter(({ invoices, statedOpen }) => invoices[0] > 0 || invoices[1] > 0 || (statedOpen ?? 0) !== 0)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const agrees = ({ invoices, invoiced, paid, open, statedOpen }: ClientTally): boolean =>
    [invoices, invoiced, paid, open].every(([source, portico]) => source === portico) &&
    (statedOpen === null || statedOpen === open[1])
  return [
    clearFigures(organizationId, batchId),
    ...(rows.length === 0
      ? []
      : [
          insertFigures(
            organizationId,
            batchId,
            rows.map(() => newId()),
            rows.map(({ clientId }) => clientId),
            rows.map(({ name }) => name),
            rows.map(({ currency }) => currency),
            rows.map(({ invoices }) => invoices[0]),
            rows.map(({ invoices }) => invoices[1]),
            rows.map(({ invoiced }) => invoiced[0]),
            rows.map(({ invoiced }) => invoiced[1]),
            rows.map(({ paid }) => paid[0]),
            rows.map(({ paid }) => paid[1]),
            rows.map(({ open }) => open[0]),
            rows.map(({ open }) => open[1]),
            rows.map(({ statedOpen }) => statedOpen),
            rows.map(agrees),
          ),
        ]),
  ]
}
