import { readPublicId, toPublicId, type LoggedRequest } from '@portico/contract'
import type { z } from 'zod'
import { newestEntries, statement, type Statement } from '../../platform/database/index.ts'
import type { PageRequest } from '../../platform/http/pages.ts'

export type RequestRow = {
  id: string
  at: string
  method: string
  operation: string
  path: string
  status: number
  problem: string | null
  milliseconds: number
  caller_kind: 'member' | 'contact' | 'link' | 'key'
  caller_id: string | null
  caller_name: string | null
  credential_id: string | null
}
type RequestFilters = {
  request_id?: string | undefined
  operation?: string | undefined
  status?: '2xx' | '3xx' | '4xx' | '5xx' | undefined
  caller?: string | undefined
  credential?: string | undefined
}

/** A page of the request log, newest first; each filter has an index that ends in (at, id). */
export function loggedRequests(
  organizationId: string,
  filters: RequestFilters,
  page: PageRequest,
): Statement<RequestRow> {
  const values: unknown[] = [organizationId]
  const bind = (value: unknown): string => `$${values.push(value)}`
  const { after, order, most } = newestEntries(page, bind)
  const conditions = ['e.organization_id = $1']
  const equals = (column: string, value: string | null | undefined) =>
    conditions.push(value ? `e.${column} = ${bind(value)}` : 'false')
  if (filters.request_id !== undefined)
    equals('id', /^(?:req_)?([0-9a-f]{32})$/.exec(filters.request_id.trim())?.[1])
  if (filters.operation !== undefined) equals('operation', filters.operation)
  // Written out, because the index of what went wrong knows it only so.
  if (filters.status === '2xx') conditions.push('e.status_class = 2')
  else if (filters.status)
    conditions.push(`e.status_class = ${Number(filters.status[0])} and e.status_class <> 2`)
  if (filters.caller !== undefined) equals('caller_id', readPublicId(filters.caller)?.id)
  if (filters.credential !== undefined) equals('credential_id', readPublicId(filters.credential)?.id)
  return statement<RequestRow>(
    `select e.id, e.at, e.method, e.operation, e.path, e.status, e.problem, e.milliseconds, e.caller_kind, e.caller_id, e.credential_id,
       case e.caller_kind
         when 'member' then (select u.name from memberships m join users u on u.id = m.user_id where m.organization_id = $1 and m.id = e.caller_id)
         when 'contact' then (select c.name from contacts c where c.organization_id = $1 and c.id = e.caller_id)
         when 'link' then (select l.name from document_links l where l.organization_id = $1 and l.id = e.caller_id) end as caller_name
     from (select e.* from request_log e where ${conditions.join(' and ')}${after} ${order} limit ${most}) e ${order}`,
  )(...values)
}

const callerIds = { member: 'membership', contact: 'contact', link: 'documentLink' } as const

export const presentRequest = (row: RequestRow): z.output<typeof LoggedRequest> => ({
  request_id: `req_${row.id.replaceAll('-', '')}`,
  at: row.at,
  method: row.method,
  operation: row.operation,
  path: row.path,
  status: row.status,
  problem: row.problem,
  milliseconds: row.milliseconds,
  caller: {
    kind: row.caller_kind,
    id:
      row.caller_id && row.caller_kind !== 'key'
        ? toPublicId(callerIds[row.caller_kind], row.caller_id)
        : null,
    name: row.caller_name,
  },
  credential: row.credential_id && toPublicId('session', row.credential_id),
})
