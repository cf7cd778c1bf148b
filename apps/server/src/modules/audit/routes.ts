import {
  exportActivity,
  exportAuditEntries,
  getAuditEntry,
  getAuditHead,
  listActivity as listActivityOperation,
  listAuditEntries,
  listAuditFilters,
  listHistory,
  listRequests,
} from '@portico/contract'
import { csvBeginning, csvLine, type CsvCell } from '../../platform/csv.ts'
import {
  canonicalJson,
  historyPosition,
  presentHistory,
  statement,
  type HistoryRow,
  type Statement,
} from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import { ExportAnswer, type Call } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import type { PageRequest } from '../../platform/http/pages.ts'
import type { Principal } from '../../platform/principal.ts'
import { listActivity, maySee, readRecord, recordHistory } from './activity.ts'
import { headOf } from './anchors.ts'
import { entryById, filterChoices, listEntries, type EntryRow } from './entries.ts'
import { presentActivity, presentEntry } from './present.ts'
import { loggedRequests, presentRequest, type RequestRow } from './requests.ts'

const waiting = statement<{ count: number }>(
  'select count(*) as count from (select 1 from audit_unsealed where organization_id = $1 limit 10000) w',
)

const mayAudit = (principal: Principal): boolean =>
  principal.kind === 'member' && principal.permissions.has('audit.entry.read')

export function registerRoutes(edge: Edge): void {
  edge.handle(listAuditEntries, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(listEntries(call.organizationId, call.query, page))
    return edge.pages.answer(page, rows[0] as EntryRow[], historyPosition, presentEntry)
  })
  edge.handle(getAuditEntry, async (call) => {
    const { rows } = await call.read(entryById(call.organizationId, call.params.audit_entry_id))
    const [row] = rows[0] as EntryRow[]
    if (!row) throw notFound('entry')
    return presentEntry(row)
  })
  edge.handle(getAuditHead, async (call) => {
    const { rows } = await call.read(headOf(call.organizationId), waiting(call.organizationId))
    const [head] = rows[0] as { seq: number; hash: Buffer; sealed_at: string }[]
    const [{ count = 0 } = {}] = rows[1] as { count: number }[]
    return {
      seq: head?.seq ?? 0,
      hash: head?.hash.toString('hex') ?? null,
      sealed_at: head?.sealed_at ?? null,
      waiting: count,
    }
  })
  edge.handle(listAuditFilters, async (call) => {
    const { organizationId } = call
    const { rows } = await call.read(
      filterChoices.actions(organizationId),
      filterChoices.kinds(organizationId),
      filterChoices.actors(organizationId),
    )
    return {
      actions: (rows[0] as { value: string }[]).map(({ value }) => value),
      kinds: (rows[1] as { value: string }[]).map(({ value }) => value),
      actors: rows[2] as { id: string; name: string }[],
    }
  })
  edge.handle(exportAuditEntries, (call) =>
    exported(
      call,
      'audit-log',
      (page) => listEntries(call.organizationId, call.query, page),
      [
        'time',
        'actor',
        'actor_kind',
        'action',
        'record_kind',
        'record_id',
        'record',
        'client',
        'ip',
        'user_agent',
        'request_id',
        'before',
        'after',
        'seal',
        'seal_hash',
      ],
      (row) => {
        const entry = presentEntry(row)
        return [
          entry.at,
          entry.actor.name,
          entry.actor.kind,
          entry.action,
          entry.record.kind,
          entry.record.id,
          entry.record.label,
          entry.client?.name,
          entry.ip,
          entry.user_agent,
          entry.request_id,
          entry.before && canonicalJson(entry.before),
          entry.after && canonicalJson(entry.after),
          entry.seal?.seq,
          entry.seal?.hash,
        ]
      },
    ),
  )

  edge.handle(listActivityOperation, async (call) => {
    const page = call.page(call.query)
    const { principal, rows } = await call.read(listActivity(call.organizationId, call.query, page))
    return edge.pages.answer(page, rows[0] as EntryRow[], historyPosition, (row) =>
      presentActivity(row, mayAudit(principal)),
    )
  })
  edge.handle(exportActivity, (call) =>
    exported(
      call,
      'activity',
      (page) => listActivity(call.organizationId, call.query, page),
      ['time', 'actor', 'action', 'record_kind', 'record_id', 'record', 'client', 'ip', 'user_agent'],
      (row, principal) => {
        const entry = presentActivity(row, mayAudit(principal))
        return [
          entry.at,
          entry.actor.name,
          entry.action,
          entry.record.kind,
          entry.record.id,
          entry.record.label,
          entry.client?.name,
          entry.ip,
          entry.user_agent,
        ]
      },
    ),
  )
  edge.handle(listHistory, async (call) => {
    const page = call.page(call.query)
    const record = readRecord(call.query.record, call.query.kind)
    const { principal, rows } = await call.read(
      ...(record ? [recordHistory(call.organizationId, record, page)] : []),
    )
    if (record && !maySee(principal, record.kind)) throw new Refusal('permission_denied')
    return edge.pages.answer(page, (rows[0] ?? []) as HistoryRow[], historyPosition, presentHistory)
  })

  edge.handle(listRequests, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(loggedRequests(call.organizationId, call.query, page))
    return edge.pages.answer(page, rows[0] as RequestRow[], historyPosition, presentRequest)
  })
}

const rowsPerRead = 1000

/**
 * A list as CSV, page by page along the same index as on the screen, each page judged anew: an export ends when its session does. The
 * first page is read before anything is sent, so that a refusal is a refusal.
 */
async function exported(
  call: Pick<Call, 'read' | 'now' | 'organizationId'>,
  name: string,
  list: (page: PageRequest) => Statement<EntryRow>,
  head: readonly string[],
  cells: (row: EntryRow, principal: Principal) => readonly CsvCell[],
): Promise<ExportAnswer> {
  const read = async (position: PageRequest['position']) => {
    const { principal, rows } = await call.read(
      list({ limit: rowsPerRead, position, isBackwards: false, list: '' }),
    )
    return { principal, rows: rows[0] as EntryRow[] }
  }
  const first = await read(null)
  async function* pieces(): AsyncGenerator<string> {
    yield csvBeginning + csvLine(head)
    for (let page = first; ; page = await read(historyPosition(page.rows[rowsPerRead - 1] as EntryRow))) {
      const { principal } = page
      const rows = page.rows.slice(0, rowsPerRead)
      if (rows.length > 0) yield rows.map((row) => csvLine(cells(row, principal))).join('')
      if (page.rows.length <= rowsPerRead) return
    }
  }
  return new ExportAnswer({
    pieces: pieces(),
    name: `${name}-${call.now.slice(0, 10)}.csv`,
    mediaType: 'text/csv',
  })
}
