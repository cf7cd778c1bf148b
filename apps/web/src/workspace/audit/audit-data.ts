import { queryOptions } from '@tanstack/react-query'
import { textsOf } from '@portico/ui'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { pageOf } from '../../shared/list-state.ts'
import type { SearchValues } from '../../shared/url-search.ts'
import { entryTexts } from '../activity/entry-texts.ts'

export type AuditEntry = Schema<'AuditEntry'>

export const auditFilterKeys = ['from', 'to', 'action', 'kind', 'record', 'actor', 'q'] as const

/** What the address filters by: the same for the list and for its export. */
export const auditFiltersOf = (values: SearchValues): Record<string, string> =>
  Object.fromEntries(auditFilterKeys.flatMap((key) => (values[key] ? [[key, values[key]]] : [])))

export const auditQuery = (values: SearchValues) => {
  const query = {
    ...pageOf(values),
    ...auditFiltersOf(values),
  }
  return queryOptions({
    queryKey: ['audit', 'list', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/audit-entries', { params: { query }, signal })),
  })
}

export const auditChoicesQuery = queryOptions({
  queryKey: ['audit', 'choices'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/audit-filters', { signal })),
  staleTime: 60_000,
})

export const auditHeadQuery = queryOptions({
  queryKey: ['audit', 'head'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/audit-head', { signal })),
})

export const auditExport = (values: SearchValues) =>
  api.GET('/v1/audit-export', {
    params: { query: auditFiltersOf(values) },
    parseAs: 'blob',
  }) as unknown as Promise<{
    data?: Blob
    error?: unknown
    response: Response
  }>

/** "invoices.link_rotated" → "Invoices: link rotated". */
export function actionLabel(action: string): string {
  const [module = '', deed = ''] = action.split('.')
  const words = module.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${deed.replaceAll('_', ' ')}`
}

export function kindLabel(kind: string): string {
  const words = kind.replaceAll('_', ' ')
  return textsOf(entryTexts).maybe(`kind_${kind}`, words.charAt(0).toUpperCase() + words.slice(1))
}
