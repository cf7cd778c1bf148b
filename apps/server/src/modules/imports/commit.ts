import { createHash } from 'node:crypto'
import { statement, type Tx } from '../../platform/database/index.ts'
import { newId, newIdOfDay } from '../../platform/ids.ts'
import { bringInClients } from '../clients/index.ts'
import { bringInInvoices } from '../invoices/index.ts'
import { bringInPayments } from '../payments/index.ts'
import { bringInItems } from '../prices/index.ts'
import type { Kind } from './fields.ts'
import type { InvoicePayload } from './planning/plan-document.ts'
import type { PaymentPayload } from './planning/plan-group.ts'
import type { PriceItemPayload } from './planning/plan-price-items.ts'
import type { ClientPayload } from './planning/values-of-clients.ts'
import { setProgress, type Run } from './run.ts'

/** What refers to another comes after it. */
const order: readonly Kind[] = ['clients', 'price_items', 'invoices', 'payments']
const chunkSizes: Record<Kind, number> = { clients: 1000, price_items: 1000, invoices: 200, payments: 400 }

type Item = { id: string; kind: Kind; external_id: string; label: string; payload: unknown }

/**
 * Brings in what the sheet shows, by chunks: a chunk is a transaction in which its records are made and marked as brought in, so that a killed
 * run goes on behind the last one and nothing comes twice.
 */
export async function commitBatch(run: Run): Promise<void> {
  const { organizationId, batchId } = run
  let done = 0
  const total = await run.chunk(
    async (tx) => (await tx.first(countPlanned(organizationId, batchId)))?.count ?? 0,
  )
  for (const kind of order) {
    for (;;) {
      const count = await run.chunk(async (tx, batch) => {
        const items = await tx.all(nextPlanned(organizationId, batchId, kind, chunkSizes[kind]))
        if (items.length === 0) return 0
        await bringIn(tx, run, kind, batch.source ?? 'csv', items)
        done += items.length
        setProgress(tx, batchId, done, total)
        return items.length
      })
      if (count < chunkSizes[kind]) break
    }
  }
  await run.chunk(async (tx, batch) => {
    tx.later(finishCommit(organizationId, batchId, tx.now))
    tx.record({
      action: 'imports.committed',
      entityKind: 'import_batch',
      entityId: batchId,
      after: { by: batch.committed_by?.name ?? null, source: batch.source, records: total },
    })
    tx.announce('import.committed', { import_id: batchId })
  })
}

async function bringIn(tx: Tx, run: Run, kind: Kind, source: string, items: readonly Item[]): Promise<void> {
  if (kind === 'clients') return bringInAll(tx, run, kind, source, items, await bringClients(tx, items))
  if (kind === 'price_items') return bringInAll(tx, run, kind, source, items, await bringItems(tx, items))
  if (kind === 'invoices')
    return bringInAll(tx, run, kind, source, items, await bringInvoices(tx, run, items))
  return bringInAll(tx, run, kind, source, items, await bringPayments(tx, run, items))
}

/** By item: the record it became; that it turned out to be one that is here; or why it did not come in. */
type Result = { entityId: string; isNew: boolean } | { reason: string }

async function bringClients(tx: Tx, items: readonly Item[]): Promise<Result[]> {
  const made = items.map((item) => ({ ...(item.payload as ClientPayload), id: newId() }))
  const instead = await bringInClients(tx, made)
  return made.map(({ id }) => ({ entityId: instead.get(id) ?? id, isNew: !instead.has(id) }))
}

async function bringItems(tx: Tx, items: readonly Item[]): Promise<Result[]> {
  const made = items.map((item) => ({ ...(item.payload as PriceItemPayload), id: newId() }))
  const instead = await bringInItems(tx, made)
  return made.map(({ id }) => ({ entityId: instead.get(id) ?? id, isNew: !instead.has(id) }))
}

async function bringInvoices(tx: Tx, run: Run, items: readonly Item[]): Promise<Result[]> {
  const payloads = items.map(({ payload }) => payload as InvoicePayload)
  const entities = await entitiesOf(
    tx,
    run,
    payloads.map(({ clientItem }) => clientItem),
  )
  const made = payloads.map(({ clientItem, clientId, ...invoice }) => ({
    ...invoice,
    id: newIdOfDay(invoice.issueDate),
    clientId: clientId ?? entities.get(clientItem ?? '') ?? '',
  }))
  const known = made.filter(({ clientId }) => clientId !== '')
  const refused = await bringInInvoices(tx, run.parts, known)
  return made.map(({ id, clientId }) =>
    clientId === '' ? { reason: 'Its client was not brought in.' } : resultOf(id, refused),
  )
}

async function bringPayments(tx: Tx, run: Run, items: readonly Item[]): Promise<Result[]> {
  const payloads = items.map(({ payload }) => payload as PaymentPayload)
  const entities = await entitiesOf(
    tx,
    run,
    payloads.flatMap(({ clientItem, invoiceItem }) => [clientItem, invoiceItem]),
  )
  const made = payloads.map(({ clientItem, clientId, invoiceItem, invoiceId, ...payment }) => ({
    ...payment,
    id: newIdOfDay(payment.paidOn),
    clientId: clientId ?? entities.get(clientItem ?? '') ?? '',
    invoiceId: invoiceId ?? entities.get(invoiceItem ?? '') ?? null,
    isLost: invoiceItem !== null && invoiceId === null && !entities.has(invoiceItem),
  }))
  const known = made.filter(({ clientId, isLost }) => clientId !== '' && !isLost)
  const refused = await bringInPayments(
    tx,
    known.map(({ isLost: _isLost, ...payment }) => payment),
  )
  return made.map(({ id, clientId, isLost }) =>
    clientId === '' || isLost ? { reason: 'Its invoice was not brought in.' } : resultOf(id, refused),
  )
}

const resultOf = (id: string, refused: ReadonlyMap<string, string>): Result => {
  const reason = refused.get(id)
  return reason === undefined ? { entityId: id, isNew: true } : { reason }
}

async function entitiesOf(
  tx: Tx,
  run: Run,
  itemIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(itemIds.filter((id): id is string => id !== null))]
  const rows = ids.length === 0 ? [] : await tx.all(entities(run.organizationId, run.batchId, ids))
  return new Map(rows.map((row) => [row.id, row.entity_id]))
}

/** Marks what became of a chunk, and keeps under which id of which system each record is known. */
function bringInAll(
  tx: Tx,
  run: Run,
  kind: Kind,
  source: string,
  items: readonly Item[],
  results: readonly Result[],
): void {
  const { organizationId, batchId } = run
  const found = items.flatMap((item, at) => {
    const result = results[at]
    return result && 'entityId' in result ? [{ item, ...result }] : []
  })
  const lost = items.flatMap((item, at) => {
    const result = results[at]
    return result && 'reason' in result ? [{ item, reason: result.reason }] : []
  })
  if (found.length > 0) {
    tx.later(
      markBroughtIn(
        organizationId,
        batchId,
        found.map(({ item }) => item.id),
        found.map(({ entityId }) => entityId),
        found.map(({ isNew }) => (isNew ? 'create' : 'match')),
      ),
    )
    tx.later(
      keepRecords(
        organizationId,
        source,
        kind,
        batchId,
        tx.now,
        found.map(({ item }) => item.external_id),
        found.map(({ entityId }) => entityId),
        found.map(({ item }) => createHash('sha256').update(JSON.stringify(item.payload)).digest()),
      ),
    )
  }
  if (lost.length > 0)
    tx.later(
      markLost(
        organizationId,
        batchId,
        lost.map(({ item }) => item.id),
        lost.map(({ reason }) => reason),
      ),
    )
}

const countPlanned = statement<{ count: number }>(
  `select count(*) as count from import_items where organization_id = $1 and batch_id = $2 and action = 'create' and state = 'planned'`,
)
const nextPlanned = statement<Item>(
  `select id, kind, external_id, label, payload from import_items
   where organization_id = $1 and batch_id = $2 and kind = $3 and state = 'planned' and action = 'create' order by id limit $4`,
)
const entities = statement<{ id: string; entity_id: string }>(
  'select id, entity_id from import_items where organization_id = $1 and batch_id = $2 and id = any ($3::uuid[]) and entity_id is not null',
)
const markBroughtIn = statement(
  `update import_items i set state = 'brought_in', entity_id = t.entity_id, action = t.action from unnest($3::uuid[], $4::uuid[], $5::text[]) as t (id, entity_id, action)
   where i.organization_id = $1 and i.batch_id = $2 and i.id = t.id`,
)
// What changed between the sheet and the commit: not brought in, and said why; a new sheet tells the same.
const markLost = statement(
  `update import_items i set action = 'unchanged', reason = t.reason from unnest($3::uuid[], $4::text[]) as t (id, reason)
   where i.organization_id = $1 and i.batch_id = $2 and i.id = t.id`,
)
const keepRecords = statement(
  `insert into import_records (organization_id, source, kind, batch_id, created_at, external_id, entity_id, row_hash)
   select $1, $2, $3, $4::uuid, $5, t.external_id, t.entity_id, t.row_hash from (
     select distinct on (external_id) * from unnest($6::text[], $7::uuid[], $8::bytea[]) as u (external_id, entity_id, row_hash)) t
   on conflict (organization_id, source, kind, external_id) do update
     set batch_id = excluded.batch_id, entity_id = excluded.entity_id, row_hash = excluded.row_hash, created_at = excluded.created_at, withdrawn_at = null`,
)
const finishCommit = statement(
  `update import_batches set state = 'committed', phase = null, progress_done = 0, progress_total = 0, runner_id = null, runner_until = null, committed_at = $3, updated_at = $3, version = version + 1
   where organization_id = $1 and id = $2`,
)
