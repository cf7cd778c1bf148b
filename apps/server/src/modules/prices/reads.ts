import { statement, type Statement } from '../../platform/database/index.ts'
import { rowsToRead, type PageRequest } from '../../platform/http/pages.ts'
import { externalIdOf, hasExternalId } from '../external-ids/index.ts'
import { foldText } from '../../platform/search-text.ts'

export type PriceItemRow = {
  id: string
  external_id: string | null
  code: string
  name: string
  description: string | null
  unit: string | null
  tax_rate_key: string | null
  prices: { currency: string; price: string }[]
  is_active: boolean
  updated_at: string
  version: number
}
export type ListedPriceItem = PriceItemRow & { name_key: string; rank?: number }

const columns = `p.id, ${externalIdOf('price_item', 'p.id')} as external_id, p.code, p.name, p.description, p.unit, p.tax_rate_key, p.is_active, p.updated_at, p.version,
  (select coalesce(json_agg(json_build_object('currency', x.currency, 'price', trim_scale(x.price)::text) order by x.currency), '[]')
   from price_item_prices x where x.organization_id = p.organization_id and x.price_item_id = p.id) as prices`
/** A search brings at most this many, the nearest first: people type on rather than turn pages. */
const mostMatches = 200

/** The list by name; with typed text, by likeness to it. */
export function listItems(
  organizationId: string,
  query: {
    q?: string | undefined
    external_id?: string | undefined
    is_active?: 'true' | 'false' | undefined
  },
  page: PageRequest,
): Statement<ListedPriceItem> {
  const values: unknown[] = [organizationId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const term = foldText(query.q ?? '')
  const from = term
    ? `app.search_price_items(${bind(term)}, ${mostMatches}) s join price_items p on p.organization_id = $1 and p.id = s.id`
    : 'price_items p'
  const isActive = query.is_active ? ` and p.is_active = ${bind(query.is_active === 'true')}` : ''
  const known = query.external_id
    ? ` and ${hasExternalId('price_item', 'p.id', bind(query.external_id))}`
    : ''
  // Likeness falls down the page, names rise.
  const rises = term ? page.isBackwards : !page.isBackwards
  const key = term ? 's.rank::float8' : 'p.name_key'
  const after = page.position
    ? ` and (${key}, p.id) ${rises ? '>' : '<'} (${bind(page.position[0])}${term ? '::float8' : '::text'}, ${bind(page.position[1])}::uuid)`
    : ''
  const direction = rises ? 'asc' : 'desc'
  return statement<ListedPriceItem>(
    `select ${columns}, p.name_key${term ? ', s.rank::float8 as rank' : ''} from ${from} where p.organization_id = $1 and p.deleted_at is null${isActive}${known}${after} order by ${key} ${direction}, p.id ${direction} limit ${rowsToRead(page)}`,
  )(...values)
}

export const itemById = statement<PriceItemRow>(
  `select ${columns} from price_items p where p.organization_id = $1 and p.id = $2 and p.deleted_at is null`,
)
export const lockItem = statement<PriceItemRow>(
  `select ${columns} from price_items p where p.organization_id = $1 and p.id = $2 and p.deleted_at is null for update`,
)

/** The items that lines name, retired ones included: `priceItemsByIds(organizationId, ids)`. A document copies what it uses. */
export const priceItemsByIds = statement<PriceItemRow>(
  `select ${columns} from price_items p where p.organization_id = $1 and p.id = any ($2::uuid[]) and p.deleted_at is null`,
)
