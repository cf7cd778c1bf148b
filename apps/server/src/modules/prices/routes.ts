import {
  createPriceItem,
  deletePriceItem,
  getPriceItem,
  listPriceItems,
  putPriceItem,
  updatePriceItem,
} from '@portico/contract'
import { notFound } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { itemById, listItems, type ListedPriceItem, type PriceItemRow } from './reads.ts'
import { putItem } from './put-item.ts'
import { addItem, changeItem, removeItem } from './service.ts'

export function registerRoutes(edge: Edge): void {
  edge.handle(listPriceItems, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(listItems(call.organizationId, call.query, page))
    return edge.pages.answer(
      page,
      rows[0] as ListedPriceItem[],
      (row) => [row.rank ?? row.name_key, row.id],
      ({ name_key: _name, rank: _rank, ...item }) => item,
    )
  })
  edge.handle(getPriceItem, async (call) => {
    const { rows } = await call.read(itemById(call.organizationId, call.params.price_item_id))
    const item = rows[0]?.[0] as PriceItemRow | undefined
    if (!item) throw notFound('item')
    return item
  })
  edge.handle(createPriceItem, async (call) => call.command((tx) => addItem(tx, call.body)))
  edge.handle(putPriceItem, async (call) =>
    call.upsert((tx) => putItem(tx, call.params.key, call.namedVersion, call.body)),
  )
  edge.handle(updatePriceItem, async (call) =>
    call.command((tx) => changeItem(tx, call.params.price_item_id, call.expectedVersion, call.body)),
  )
  edge.handle(deletePriceItem, async (call) =>
    call.command(async (tx) => {
      await removeItem(tx, call.params.price_item_id)
      return { done: true }
    }),
  )
}
