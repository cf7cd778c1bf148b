import { statement, type Statement } from '../../platform/database/index.ts'
import { rowsToRead, type PageRequest } from '../../platform/http/pages.ts'
import type { ActorRow, CountRow, Phase, State } from './batch-reads.ts'
import type { Kind } from './fields.ts'
import type { Source } from './sources/definitions.ts'

export type SummaryRow = {
  id: string
  state: State
  source: Source | null
  phase: Phase | null
  progress_done: number
  progress_total: number
  created_by: ActorRow
  created_at: string
  committed_at: string | null
  undone_at: string | null
  version: number
  file_names: string[]
  counts: CountRow[]
}

/** Pages by id, forwards in the order given; conditions are fixed texts, values parameters. */
function paged<Row>(
  select: string,
  id: string,
  direction: 'asc' | 'desc',
  conditions: readonly string[],
  values: unknown[],
  page: PageRequest,
): Statement<Row> {
  const where = [...conditions]
  const position = page.position?.[0]
  const isUp = (direction === 'asc') !== page.isBackwards
  if (position !== undefined && position !== null)
    where.push(`${id} ${isUp ? '>' : '<'} $${values.push(position)}::uuid`)
  return statement<Row>(
    `${select} where ${where.join(' and ')} order by ${id} ${isUp ? 'asc' : 'desc'} limit ${rowsToRead(page)}`,
  )(...values)
}

export const listOfBatches = (organizationId: string, page: PageRequest): Statement<SummaryRow> =>
  paged(
    `select b.id, b.state, b.source, b.phase, b.progress_done, b.progress_total, b.created_by, b.created_at, b.committed_at, b.undone_at, b.version,
       (select coalesce(json_agg(f.name order by f.id), '[]') from import_files f where f.organization_id = $1 and f.batch_id = b.id and f.removed_at is null) as file_names,
       (select coalesce(json_agg(json_build_object('kind', c.kind, 'state', c.state, 'count', c.count)), '[]') from (
          select kind, state, count(*) as count from import_items t where t.organization_id = $1 and t.batch_id = b.id and t.action = 'create' and t.state in ('brought_in', 'withdrawn', 'blocked')
          group by kind, state) c) as counts
     from import_batches b`,
    'b.id',
    'desc',
    ['b.organization_id = $1', 'b.deleted_at is null'],
    [organizationId],
    page,
  )

export type ListedRow = {
  id: string
  file_id: string
  file_name: string
  line: number
  kind: Kind
  outcome: 'ready' | 'repaired' | 'matched' | 'unchanged' | 'dropped' | 'review' | 'rejected'
  label: string
  notes: { code: string; severity: 'info' | 'repaired' | 'rejected'; field: string | null; detail: string }[]
  cells: string[]
  corrections: Record<string, string> | null
  is_skipped: boolean
  mapping: Record<string, number>
}

export function listOfRows(
  organizationId: string,
  batchId: string,
  filter: { outcome?: string | undefined; kind?: string | undefined; cause?: string | undefined },
  page: PageRequest,
): Statement<ListedRow> {
  const values: unknown[] = [organizationId, batchId]
  const conditions = ['r.organization_id = $1', 'r.batch_id = $2']
  if (filter.outcome) conditions.push(`r.outcome = $${values.push(filter.outcome)}`)
  if (filter.kind) conditions.push(`r.kind = $${values.push(filter.kind)}`)
  if (filter.cause) conditions.push(`$${values.push(filter.cause)}::text = any (r.causes)`)
  return paged(
    `select r.id, r.file_id, f.name as file_name, r.line, r.kind, r.outcome, r.label, r.notes, r.cells, r.corrections, r.is_skipped, f.mapping
     from import_rows r join import_files f on f.organization_id = r.organization_id and f.id = r.file_id`,
    'r.id',
    'asc',
    conditions,
    values,
    page,
  )
}

/** Cells by the name of our field, corrections in their place. */
export function valuesOf(row: Pick<ListedRow, 'cells' | 'corrections' | 'mapping'>): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [field, at] of Object.entries(row.mapping)) {
    const cell = row.cells[at]
    if (cell !== undefined && cell !== '') values[field] = cell
  }
  return { ...values, ...row.corrections }
}

export const presentRow = (row: ListedRow) => ({
  id: row.id,
  import_file_id: row.file_id,
  file_name: row.file_name,
  line: row.line,
  kind: row.kind,
  outcome: row.outcome,
  label: row.label,
  notes: row.notes,
  values: valuesOf(row),
  corrected: Object.keys(row.corrections ?? {}),
  is_skipped: row.is_skipped,
})

export type RecordRow = {
  id: string
  kind: Kind
  label: string
  external_id: string
  state: 'brought_in' | 'withdrawn' | 'blocked'
  reason: string | null
  entity_id: string
  is_quiet: boolean
  client_id: string | null
  client_name: string | null
  currency: string | null
  gross: number | null
  due: number | null
  due_date: string | null
}

/** Waits in silence: what is paid, void or gone has nothing to be woken for. */
export const isQuiet = `i.is_quiet and i.document_state = 'final' and i.settlement_state in ('open', 'partial') and i.deleted_at is null`
/** What is shown of the item `t` with its invoice `i` and that invoice's client `c`. */
export const recordColumns = `t.id, t.kind, t.label, t.external_id, t.state, t.entity_id, coalesce(${isQuiet}, false) as is_quiet, i.client_id, c.name as client_name, i.currency, i.gross,
     case when i.document_state = 'final' then greatest(i.gross - i.settled, 0) when i.document_state = 'draft' then i.gross else 0 end as due, i.due_date`
export const invoiceOfRecord = `left join invoices i on i.organization_id = $1 and t.kind = 'invoices' and i.id = t.entity_id
     left join clients c on c.organization_id = $1 and c.id = i.client_id`

export function listOfRecords(
  organizationId: string,
  batchId: string,
  filter: { kind?: string | undefined; state?: string | undefined; is_quiet?: string | undefined },
  page: PageRequest,
): Statement<RecordRow> {
  const values: unknown[] = [organizationId, batchId]
  const conditions = [
    't.organization_id = $1',
    't.batch_id = $2',
    `t.action = 'create'`,
    filter.state
      ? `t.state = $${values.push(filter.state)}`
      : `t.state in ('brought_in', 'withdrawn', 'blocked')`,
  ]
  if (filter.kind) conditions.push(`t.kind = $${values.push(filter.kind)}`)
  if (filter.is_quiet)
    conditions.push(`coalesce(${isQuiet}, false) = $${values.push(filter.is_quiet === 'true')}::boolean`)
  return paged(
    `select ${recordColumns}, t.reason from import_items t ${invoiceOfRecord}`,
    't.id',
    'asc',
    conditions,
    values,
    page,
  )
}

export const presentRecord = (row: RecordRow) => ({
  id: row.id,
  kind: row.kind,
  label: row.label,
  external_id: row.external_id,
  state: row.state,
  reason: row.reason,
  entity: {
    client_id: row.kind === 'clients' ? row.entity_id : null,
    price_item_id: row.kind === 'price_items' ? row.entity_id : null,
    invoice_id: row.kind === 'invoices' ? row.entity_id : null,
    payment_id: row.kind === 'payments' ? row.entity_id : null,
  },
  invoice: invoiceOf(row),
  is_quiet: row.is_quiet,
})

function invoiceOf({ client_id, client_name, currency, gross, due, due_date }: RecordRow) {
  if (client_id === null || currency === null) return null
  return {
    client: { id: client_id, name: client_name ?? '' },
    amount: { amount: gross ?? 0, currency },
    due: { amount: due ?? 0, currency },
    due_date,
  }
}

export type ClientFigureRow = {
  id: string
  client_id: string | null
  name: string
  currency: string
  invoices_source: number
  invoices_portico: number
  invoiced_source: number
  invoiced_portico: number
  paid_source: number
  paid_portico: number
  open_source: number
  open_portico: number
  stated_open: number | null
  agrees: boolean
}

export function listOfClientFigures(
  organizationId: string,
  batchId: string,
  agrees: string | undefined,
  page: PageRequest,
): Statement<ClientFigureRow> {
  const values: unknown[] = [organizationId, batchId]
  const conditions = ['g.organization_id = $1', 'g.batch_id = $2']
  if (agrees) conditions.push(`g.agrees = $${values.push(agrees === 'true')}::boolean`)
  return paged(
    `select g.id, g.client_id, g.name, g.currency, g.invoices_source, g.invoices_portico, g.invoiced_source, g.invoiced_portico, g.paid_source, g.paid_portico, g.open_source, g.open_portico, g.stated_open, g.agrees
     from import_client_figures g`,
    'g.id',
    'asc',
    conditions,
    values,
    page,
  )
}

export const presentClientFigures = (row: ClientFigureRow) => ({
  name: row.name,
  client_id: row.client_id,
  currency: row.currency,
  invoices: { source: row.invoices_source, portico: row.invoices_portico },
  invoiced: { source: row.invoiced_source, portico: row.invoiced_portico },
  paid: { source: row.paid_source, portico: row.paid_portico },
  open: { source: row.open_source, portico: row.open_portico },
  stated_open: row.stated_open,
  agrees: row.agrees,
})

export const batchExists = statement<{ one: number }>(
  'select 1 as one from import_batches where organization_id = $1 and id = $2 and deleted_at is null',
)

export type RejectRow = {
  name: string
  delimiter: string
  columns: string[]
  line: number
  cells: string[]
  notes: ListedRow['notes']
  outcome: string
}
export const rejectsOf = statement<RejectRow & { file_id: string; id: string }>(
  `select r.id, r.file_id, f.name, f.delimiter, f.columns, r.line, r.cells, r.notes, r.outcome from import_rows r join import_files f on f.organization_id = r.organization_id and f.id = r.file_id
   where r.organization_id = $1 and r.batch_id = $2 and r.outcome = $3 order by r.id limit 20000`,
)

export type MappingRow = {
  name: string
  kind: Kind
  columns: string[]
  mapping: Record<string, number>
  date_order: 'ymd' | 'mdy' | 'dmy' | null
  decimal_mark: '.' | ',' | null
  updated_at: string
}
export const savedMappings = statement<MappingRow>(
  'select name, kind, columns, mapping, date_order, decimal_mark, updated_at from import_mappings where organization_id = $1 order by name limit 200',
)
export const deleteMapping = statement<{ name: string }>(
  'delete from import_mappings where organization_id = $1 and name = $2 returning name',
)
