import type { Planning } from './plan.ts'
import { rowsOfKind } from './store.ts'
import { minorOf } from './document.ts'
import type { Row } from './rows.ts'
import {
  clientExternalId,
  clientPayload,
  looseName,
  nameKey,
  type ClientPayload,
} from './values-of-clients.ts'
import type { ClientRef, WantedClient } from './client-book.ts'

const chunkSize = 1000
const none = '00000000-0000-0000-0000-000000000000'
/** Likely duplicates are looked for by their bare names among so many; beyond, only the same email, tax number or name count. */
const mostLooseNames = 20_000

export async function planClients(planning: Planning): Promise<void> {
  const { run } = planning
  const loose = new Map<string, string>()
  let after = none
  for (;;) {
    const count = await run.chunk(async (tx) => {
      const stored = await tx.all(rowsOfKind(run.organizationId, run.batchId, 'clients', after, chunkSize))
      const rows = stored.map((row) => planning.row(row))
      const read = rows.map((row) => ({
        row,
        payload: row.isOut ? null : clientPayload(row),
        externalId: row.text('external_id', 120),
      }))
      await planning.clients.prepare(
        tx,
        read.flatMap(({ payload, externalId }) => (payload ? [wanted(payload, externalId)] : [])),
      )
      for (const { row, payload, externalId } of read) planClient(planning, row, payload, externalId, loose)
      planning.store(tx, rows)
      after = stored.at(-1)?.id ?? after
      return stored.length
    })
    if (count < chunkSize) return
  }
}

const wanted = (payload: ClientPayload, externalId: string): WantedClient => ({
  name: payload.name,
  email: payload.email,
  externalId,
  taxNumber: payload.tax_number,
})

function planClient(
  planning: Planning,
  row: Row,
  payload: ClientPayload | null,
  externalId: string,
  loose: Map<string, string>,
): void {
  const { tally, clients } = planning
  tally.add('source', 'clients', null, 1)
  const gone = [{ measure: 'clients' as const, currency: null, difference: -1 }]
  if (!payload || row.isOut) {
    tally.cause(row.isRejected ? 'rejected' : 'repeated_row', gone, {
      row,
      detail: row.notes.at(-1)?.detail ?? '',
    })
    return
  }
  const client = wanted(payload, externalId)
  const again = clients.inBatch(client)
  if (again && (again.by !== 'name' || again.ref.email === null || client.email === null)) {
    const detail = `${payload.name} stands in the files already${again.by === 'email' ? `, as ${again.ref.name}, with the same email` : ''}: one client.`
    row.become('dropped', 'repeated_row', detail)
    row.causes.add('repeated_row')
    tally.cause('repeated_row', gone, { row, detail })
    noteStatedOpen(planning, row, again.ref, payload)
    return
  }
  tally.add('portico', 'clients', null, 1)
  const ref = place(planning, row, client, payload, loose)
  noteStatedOpen(planning, row, ref, payload)
}

function place(
  planning: Planning,
  row: Row,
  client: WantedClient,
  payload: ClientPayload,
  loose: Map<string, string>,
): ClientRef {
  const { tally, clients } = planning
  const recorded = clients.recorded(client.externalId || clientExternalId(client))
  if (recorded) {
    const detail = `${payload.name} was brought in before.`
    row.become('unchanged', 'already_here', detail)
    row.causes.add('already_here')
    tally.cause('already_here', [], { row, detail })
    return clients.plan(client, payload, { action: 'unchanged', clientId: recorded })
  }
  const existing = clients.existing(client)
  if (existing) {
    const detail = `${existing.row.name} is here already, with the same ${existing.by}: it is used, nothing of it changes.`
    row.become('matched', 'existing_client', detail)
    row.causes.add('existing_client')
    tally.cause('existing_client', [], { row, detail })
    return clients.plan(client, payload, { action: 'match', clientId: existing.row.id })
  }
  const bare = looseName(payload.name)
  const like = bare === '' ? undefined : loose.get(bare)
  const sameName = clients.inBatch(client)
  if (like !== undefined || sameName) {
    const detail = `${payload.name} may be the same as ${sameName?.ref.name ?? like}: both come in. Merge or delete one if it is.`
    row.note('possible_duplicate', 'info', 'name', detail)
    row.causes.add('possible_duplicate')
    tally.cause('possible_duplicate', [], { row, detail })
  }
  if (bare !== '' && loose.size < mostLooseNames) loose.set(bare, payload.name)
  if (row.outcome === 'repaired')
    tally.cause('repaired_value', [], {
      row,
      detail: row.notes.find(({ severity }) => severity === 'repaired')?.detail ?? '',
    })
  return clients.plan(client, payload, { action: 'create', clientId: null })
}

/** A balance that the clients file states is held against what the client's invoices come to. */
function noteStatedOpen(planning: Planning, row: Row, ref: ClientRef, payload: ClientPayload): void {
  if (!row.has('stated_open')) return
  const currency = payload.currency ?? planning.currency
  const before = row.outcome
  const stated = minorOf(row, 'stated_open', currency)
  if (row.isRejected) {
    // A figure to compare with is no reason to leave the client out.
    row.outcome = before
    return
  }
  if (stated === null || stated === 0) return
  const figures = clientFigures(planning, ref, currency)
  figures.statedOpen = (figures.statedOpen ?? 0) + stated
}

export function clientFigures(planning: Planning, ref: ClientRef, currency: string) {
  const key = `${ref.itemId ?? ref.clientId ?? nameKey(ref.name)} ${currency}`
  const before = planning.tally.clients.get(key)
  if (before) return before
  const made = {
    name: ref.name,
    clientId: ref.clientId,
    itemId: ref.itemId,
    currency,
    invoices: [0, 0] as [number, number],
    invoiced: [0, 0] as [number, number],
    paid: [0, 0] as [number, number],
    open: [0, 0] as [number, number],
    statedOpen: null as number | null,
  }
  planning.tally.clients.set(key, made)
  return made
}
