import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export { bringInItems, touchedItem, touchedItems, withdrawItems, type ItemToBringIn } from './bring-in.ts'
export { priceItemsByIds, type PriceItemRow } from './reads.ts'

export const prices: Module = { name: 'prices', register: registerRoutes }
