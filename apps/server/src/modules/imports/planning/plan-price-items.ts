import { isCurrency } from '@portico/money'
import { statement } from '../../../platform/database/index.ts'
import type { Planning } from './plan.ts'
import type { Row } from './rows.ts'
import { knownRecords, rowsOfKind } from './store.ts'

export type PriceItemPayload = {
  code: string
  name: string
  description: string | null
  unit: string | null
  price: string
  currency: string
}

const chunkSize = 1000

export async function planPriceItems(planning: Planning): Promise<void> {
  const { run } = planning
  const seen = new Map<string, Row>()
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const count = await run.chunk(async (tx) => {
      const stored = await tx.all(
        rowsOfKind(run.organizationId, run.batchId, 'price_items', after, chunkSize),
      )
      const rows = stored.map((row) => planning.row(row))
      const read = rows.map((row) => ({ row, payload: row.isOut ? null : payloadOf(row, planning.currency) }))
      const codes = read.flatMap(({ payload }) => (payload ? [payload.code.toLowerCase()] : []))
      const [records, existing] = await tx.batch([
        knownRecords(run.organizationId, planning.source, 'price_items', codes),
        existingByCode(run.organizationId, codes),
      ])
      const recorded = new Map(records.map((row) => [row.external_id, row.entity_id]))
      const here = new Map(existing.map((row) => [row.code_key, row]))
      for (const { row, payload } of read) planItem(planning, row, payload, seen, recorded, here)
      planning.store(tx, rows)
      after = stored.at(-1)?.id ?? after
      return stored.length
    })
    if (count < chunkSize) return
  }
}

function payloadOf(row: Row, fallbackCurrency: string): PriceItemPayload | null {
  const name = row.text('name', 160) || row.text('code', 160)
  row.label = name
  if (name === '') row.reject('name_missing', 'name', 'The row names no item.')
  const price = row.number('price')
  if (!price && !row.isRejected) row.reject('amount_missing', 'price', 'The item has no price.')
  const currency = row.text('currency', 20).toUpperCase() || price?.currency || fallbackCurrency
  if (!isCurrency(currency)) row.reject('unknown_currency', 'currency', `There is no currency “${currency}”.`)
  if (row.isRejected || !price) return null
  return {
    // The price list needs a code; where the other system has none, the name is it.
    code: row.text('code', 40) || name.slice(0, 40),
    name,
    description: row.paragraph('description') || null,
    unit: row.text('unit', 20) || null,
    price: price.decimal,
    currency,
  }
}

function planItem(
  planning: Planning,
  row: Row,
  payload: PriceItemPayload | null,
  seen: Map<string, Row>,
  recorded: ReadonlyMap<string, string>,
  here: ReadonlyMap<string, { id: string; name: string }>,
): void {
  const { tally } = planning
  tally.add('source', 'price_items', null, 1)
  const gone = [{ measure: 'price_items' as const, currency: null, difference: -1 }]
  if (!payload || row.isOut) {
    tally.cause(row.isRejected ? 'rejected' : 'repeated_row', gone, {
      row,
      detail: row.notes.at(-1)?.detail ?? '',
    })
    return
  }
  const key = payload.code.toLowerCase()
  const again = seen.get(key)
  if (again) {
    const detail = `${payload.code} stands in line ${again.stored.line} already: one item.`
    row.become('dropped', 'repeated_row', detail)
    row.causes.add('repeated_row')
    tally.cause('repeated_row', gone, { row, detail })
    return
  }
  seen.set(key, row)
  tally.add('portico', 'price_items', null, 1)
  const base = { kind: 'price_items' as const, externalId: key, label: payload.name }
  const known = recorded.get(key)
  const existing = here.get(key)
  if (known || existing) {
    const detail = known
      ? `${payload.name} was brought in before.`
      : `An item with the code ${payload.code} is here already: it stays as it is.`
    row.become(known ? 'unchanged' : 'matched', known ? 'already_here' : 'existing_item', detail)
    row.causes.add('already_here')
    tally.cause('already_here', [], { row, detail })
    planning.item({
      ...base,
      action: known ? 'unchanged' : 'match',
      payload: {},
      entityId: known ?? existing?.id ?? null,
    })
    return
  }
  if (row.outcome === 'repaired')
    tally.cause('repaired_value', [], { row, detail: row.notes[0]?.detail ?? '' })
  planning.item({ ...base, action: 'create', payload })
}

const existingByCode = statement<{ id: string; name: string; code_key: string }>(
  `select id, name, lower(code) as code_key from price_items where organization_id = $1 and lower(code) = any ($2::text[]) and deleted_at is null`,
)
