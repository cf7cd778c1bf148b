import type { createPriceItem, updatePriceItem } from '@portico/contract'
import { isCurrency } from '@portico/money'
import type { z } from 'zod'
import { db, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, notFound, versionMismatch } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { searchTextOf } from '../../platform/search-text.ts'
import { taxKeyExists } from '../taxes/index.ts'
import { itemById, lockItem, type PriceItemRow } from './reads.ts'

type NewItem = z.output<NonNullable<typeof createPriceItem.body>>
type ItemChange = z.output<NonNullable<typeof updatePriceItem.body>>
type Prices = NewItem['prices']

export async function addItem(tx: Tx, given: NewItem): Promise<PriceItemRow> {
  tx.allow('prices.item.manage')
  refuseUnsoundPrices(given.prices)
  const { organizationId, now } = tx
  const id = newId()
  const { prices, ...fields } = { description: null, unit: null, tax_rate_key: null, prices: [], ...given }
  if (fields.tax_rate_key)
    refuseUnknownTax(
      fields.tax_rate_key,
      (await tx.all(taxKeyExists(organizationId, fields.tax_rate_key))).length > 0,
    )
  const rows = await tx.batch([
    db.insertInto('price_items').values({
      organization_id: organizationId,
      id,
      ...fields,
      search_text: searchTextOf(fields.code, fields.name, fields.description),
      created_at: now,
      updated_at: now,
    }),
    ...insertPrices(organizationId, id, prices),
    itemById(organizationId, id),
  ])
  const item = rows.at(-1)?.[0] as PriceItemRow
  tx.record({ action: 'prices.item_created', entityKind: 'price_item', entityId: id, after: item })
  return item
}

/** Documents copy what they use, so a change here changes none of them. */
export async function changeItem(
  tx: Tx,
  id: string,
  version: number,
  change: ItemChange,
): Promise<PriceItemRow> {
  tx.allow('prices.item.manage')
  refuseUnsoundPrices(change.prices)
  const { organizationId } = tx
  const [items, taxKeys] = await tx.batch([
    lockItem(organizationId, id),
    taxKeyExists(organizationId, change.tax_rate_key ?? null),
  ])
  const item = items[0]
  if (!item) throw notFound('item')
  if (item.version !== version) throw versionMismatch(item.version)
  const { prices, ...fields } = change
  if (fields.tax_rate_key !== item.tax_rate_key) refuseUnknownTax(fields.tax_rate_key, taxKeys.length > 0)
  const { code, name, description } = { ...item, ...fields }
  const rows = await tx.batch([
    db
      .updateTable('price_items')
      .set({
        ...fields,
        search_text: searchTextOf(code, name, description),
        updated_at: tx.now,
        version: version + 1,
      })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id),
    ...(prices
      ? [
          db
            .deleteFrom('price_item_prices')
            .where('organization_id', '=', organizationId)
            .where('price_item_id', '=', id),
          ...insertPrices(organizationId, id, prices),
        ]
      : []),
    itemById(organizationId, id),
  ])
  const before = Object.fromEntries(Object.keys(change).map((key) => [key, item[key as keyof PriceItemRow]]))
  tx.record({ action: 'prices.item_changed', entityKind: 'price_item', entityId: id, before, after: change })
  return rows.at(-1)?.[0] as PriceItemRow
}

export async function removeItem(tx: Tx, id: string): Promise<void> {
  tx.allow('prices.item.manage')
  const { organizationId } = tx
  const item = await tx.first(lockItem(organizationId, id))
  if (!item) throw notFound('item')
  tx.later(
    db
      .updateTable('price_items')
      .set({ deleted_at: tx.now, updated_at: tx.now, version: item.version + 1 })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id),
  )
  tx.record({ action: 'prices.item_deleted', entityKind: 'price_item', entityId: id, before: item })
}

const insertPrices = (organizationId: string, itemId: string, prices: NonNullable<Prices>) =>
  prices.length > 0
    ? [
        db.insertInto('price_item_prices').values(
          prices.map(({ currency, price }) => ({
            organization_id: organizationId,
            price_item_id: itemId,
            currency,
            price,
          })),
        ),
      ]
    : []

function refuseUnsoundPrices(prices: Prices): void {
  for (const [at, { currency }] of (prices ?? []).entries()) {
    if (!isCurrency(currency))
      throw fieldRefusal(`/prices/${at}/currency`, 'unknown_currency', 'There is no such currency.')
    if (prices?.findIndex((other) => other.currency === currency) !== at)
      throw fieldRefusal(`/prices/${at}/currency`, 'duplicate', 'This currency has a price already.')
  }
}

function refuseUnknownTax(key: string | null | undefined, isKnown: boolean): void {
  if (key && !isKnown)
    throw fieldRefusal('/tax_rate_key', 'unknown_tax_rate', 'There is no tax rate with this key.')
}
