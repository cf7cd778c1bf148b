import { toPublicId, type HistoryEntry } from '@portico/contract'
import type { z } from 'zod'
import { rowsToRead, type PageRequest, type Position } from '../http/pages.ts'
import { statement, type Statement } from './statement.ts'

export type HistoryRow = {
  id: string
  at: string
  actor_kind: 'member' | 'contact' | 'link' | 'system' | 'platform'
  actor_name: string | null
  action: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/**
 * A page of what the audit log says, newest first, for the place in a statement where one table's rows stand: `e` is the entry, `$1`
 * the organization. Each condition is served by an index that ends in (at, id).
 */
export function newestEntries(
  page: Pick<PageRequest, 'limit' | 'position' | 'isBackwards'>,
  bind: (value: unknown) => string,
): { after: string; order: string; most: string } {
  const [at, id] = page.position ?? []
  const direction = page.isBackwards ? 'asc' : 'desc'
  return {
    after: page.position
      ? ` and (e.at, e.id) ${page.isBackwards ? '>' : '<'} (${bind(at)}::timestamptz, ${bind(id)}::uuid)`
      : '',
    order: `order by e.at ${direction}, e.id ${direction}`,
    most: String(rowsToRead(page)),
  }
}

/** Entries that `where` finds, for a record's own history: `where` speaks of `e` and may bind values of its own. */
export function historyOf(
  organizationId: string,
  page: PageRequest,
  ...branches: ((bind: (value: unknown) => string) => string)[]
): Statement<HistoryRow> {
  const values: unknown[] = [organizationId]
  const bind = (value: unknown): string => `$${values.push(value)}`
  const { after, order, most } = newestEntries(page, bind)
  const found = branches
    .map(
      (where) =>
        `(select e.* from audit_entries e where e.organization_id = $1 and ${where(bind)}${after} ${order} limit ${most})`,
    )
    .join(' union all ')
  return statement<HistoryRow>(
    `select e.id, e.at, e.actor_kind, p.actor_name, e.action, p.before, p.after
     from (${found}) e left join audit_payloads p on p.organization_id = $1 and p.entry_id = e.id
     ${order} limit ${most}`,
  )(...values)
}

export const historyPosition = ({ at, id }: { at: string; id: string }): Position => [at, id]

export const presentHistory = ({
  id,
  at,
  actor_kind,
  actor_name,
  action,
  before,
  after,
}: HistoryRow): z.output<typeof HistoryEntry> => ({
  id: toPublicId('auditEntry', id),
  at,
  actor: { kind: actor_kind, name: actor_name },
  action,
  before,
  after,
})
