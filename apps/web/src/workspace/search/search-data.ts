import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import type { paths } from '@portico/sdk'

type Answer = paths['/v1/search']['get']['responses']['200']['content']['application/json']
export type SearchGroup = Answer['groups'][number]
export type SearchKind = SearchGroup['kind']
export type SearchHit = Schema<'SearchHit'>

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/search', { params: { query: { q } }, signal })),
    placeholderData: keepPreviousData,
    enabled: q !== '',
    staleTime: 10_000,
    gcTime: 30_000,
    retry: false,
  })

/** Where a result is looked at. */
export function hrefOf(base: string, kind: SearchKind, hit: SearchHit): string {
  switch (kind) {
    case 'client':
      return `${base}/clients/${hit.id}`
    case 'contact':
      return `${base}/clients/${hit.client?.id ?? ''}`
    case 'invoice':
      return `${base}/invoices/${hit.id}`
    case 'payment_reference':
      return `${base}/invoices/${hit.invoice?.id ?? ''}`
    case 'receipt':
      return `${base}/receipts/${hit.id}`
    case 'payment':
      return `${base}/payments/${hit.id}`
    case 'price_item':
      return `${base}/prices?q=${encodeURIComponent(hit.title)}`
    case 'member':
      return `${base}/team`
  }
}

/** The list that goes on where a group stops, for kinds whose list can be searched. */
export function listOf(
  base: string,
  kind: SearchKind,
  q: string,
): { key: 'allClients' | 'allInvoices' | 'allItems'; href: string } | null {
  const search = `?q=${encodeURIComponent(q)}`
  if (kind === 'client') return { key: 'allClients', href: `${base}/clients${search}` }
  if (kind === 'invoice') return { key: 'allInvoices', href: `${base}/invoices${search}` }
  if (kind === 'price_item') return { key: 'allItems', href: `${base}/prices${search}` }
  return null
}
