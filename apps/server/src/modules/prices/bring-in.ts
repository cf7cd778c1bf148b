import { insertMany, statement, type Tx } from '../../platform/database/index.ts'
import { searchTextOf } from '../../platform/search-text.ts'

export type ItemToBringIn = {
  id: string
  code: string
  name: string
  description: string | null
  unit: string | null
  price: string
  currency: string
}

/**
 * Items from elsewhere, many at once.
 * @returns by the id given, the item that has the code already, where somebody took it in the meantime: that one is not made
 */
export async function bringInItems(tx: Tx, items: readonly ItemToBringIn[]): Promise<Map<string, string>> {
  const { organizationId, now } = tx
  const taken = new Map(
    (
      await tx.all(
        itemsByCode(
          organizationId,
          items.map(({ code }) => code.toLowerCase()),
        ),
      )
    ).map((row) => [row.code_key, row.id]),
  )
  const instead = new Map(
    items.flatMap(({ id, code }) => {
      const holder = taken.get(code.toLowerCase())
      return holder ? [[id, holder] as const] : []
    }),
  )
  const made = items.filter(({ id }) => !instead.has(id))
  tx.later(
    insertItems(
      organizationId,
      made.map(({ id, code, name, description, unit }) => ({
        id,
        code,
        name,
        description,
        unit,
        search_text: searchTextOf(code, name, description),
        created_at: now,
        updated_at: now,
      })),
    ),
  )
  tx.later(
    insertPrices(
      organizationId,
      made.map(({ id, currency, price }) => ({ price_item_id: id, currency, price })),
    ),
  )
  tx.recordMany(
    made.map(({ id, ...after }) => ({
      action: 'prices.item_imported',
      entityKind: 'price_item',
      entityId: id,
      after,
    })),
  )
  return instead
}

/** Why an item that was brought in cannot be taken away again; null where nothing was done with it since. */
/** Why the price item `p` stays; null where nothing was done with it since. @param stays of the draft `i` that uses it */
export const touchedItem = (
  stays: string,
): string => `case when p.deleted_at is not null then null when p.version > 1 then 'It was changed since.'
     when exists (select 1 from invoice_lines l join invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id
       where l.organization_id = $1 and l.price_item_id = p.id and i.document_state = 'draft' and i.deleted_at is null and ${stays}) then 'A draft uses it.' end`
export const touchedItems = statement<{ id: string; reason: string | null }>(
  `select p.id, ${touchedItem('true')} as reason from price_items p where p.organization_id = $1 and p.id = any ($2::uuid[]) order by p.id for update of p`,
)
export function withdrawItems(tx: Tx, ids: readonly string[]): void {
  if (ids.length === 0) return
  tx.later(removeItems(tx.organizationId, ids, tx.now))
  tx.recordMany(
    ids.map((id) => ({ action: 'prices.item_import_withdrawn', entityKind: 'price_item', entityId: id })),
  )
}

const itemsByCode = statement<{ id: string; code_key: string }>(
  'select id, lower(code) as code_key from price_items where organization_id = $1 and lower(code) = any ($2::text[]) and deleted_at is null',
)
const insertItems = insertMany('price_items', {
  id: 'uuid',
  code: 'text',
  name: 'text',
  description: 'text',
  unit: 'text',
  search_text: 'text',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
})
const insertPrices = insertMany('price_item_prices', {
  price_item_id: 'uuid',
  currency: 'text',
  price: 'numeric',
})
const removeItems = statement(
  'update price_items set deleted_at = $3, updated_at = $3, version = version + 1 where organization_id = $1 and id = any ($2::uuid[]) and deleted_at is null',
)
