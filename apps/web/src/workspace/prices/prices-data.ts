import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { paths } from '@portico/sdk'
import { api, ifMatch, unwrap, type Schema } from '../../shared/api.ts'
import type { SearchValues } from '../../shared/url-search.ts'

export type PriceItem = Schema<'PriceItem'>
export type NewPriceItem = paths['/v1/price-items']['post']['requestBody']['content']['application/json']
type ListQuery = NonNullable<paths['/v1/price-items']['get']['parameters']['query']>

export function listQueryOf(values: SearchValues): ListQuery {
  const asked = {
    q: values['q'],
    is_active: values['status'] === 'active' ? 'true' : values['status'] === 'inactive' ? 'false' : undefined,
    after: values['after'],
    before: values['before'],
    limit: 50,
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as ListQuery
}

export const priceItemsQuery = (query: ListQuery) =>
  queryOptions({
    queryKey: ['price-items', 'list', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/price-items', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const priceItem = (id: string): Promise<PriceItem> =>
  unwrap(api.GET('/v1/price-items/{price_item_id}', { params: { path: { price_item_id: id } } }))

/** Adds an item, or changes the one that is given from its version. */
/** A new item is in use. */
const addItem = ({ is_active: _, ...body }: NewPriceItem & { is_active: boolean }) =>
  unwrap(api.POST('/v1/price-items', { body }))

export function useSaveItem() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (
      given:
        | { item: null; body: NewPriceItem & { is_active: boolean } }
        | { item: PriceItem; body: Partial<NewPriceItem & { is_active: boolean }> },
    ) => {
      const { item } = given
      const saved = item
        ? await unwrap(
            api.PATCH('/v1/price-items/{price_item_id}', {
              params: { path: { price_item_id: item.id }, header: ifMatch(item.version) },
              body: given.body,
            }),
          )
        : await addItem(given.body)
      await queries.invalidateQueries({ queryKey: ['price-items'] })
      return saved
    },
  })
}

export function useDeleteItem() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      await unwrap(api.DELETE('/v1/price-items/{price_item_id}', { params: { path: { price_item_id: id } } }))
      await queries.invalidateQueries({ queryKey: ['price-items'] })
    },
  })
}
