import { statement, type Statement } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { rowsToRead, totalCap, type PageRequest } from '../../platform/http/pages.ts'
import { foldText } from '../../platform/search-text.ts'
import { hasExternalId } from '../external-ids/index.ts'
import { summaryColumns, type ClientState, type SummaryRow } from './reads.ts'

export type ClientFilters = {
  q?: string | undefined
  status?: ClientState | undefined
  refid?: string | undefined
  external_id?: string | undefined
  email?: string | undefined
  segment?: string | undefined
  sort?: '-created' | 'name' | undefined
}
export type ListedClient = SummaryRow & { rank?: number }

/** A search brings at most this many, the nearest first: people type on rather than turn pages. */
export const mostMatches = 500
/** Fewer letters than a trigram has cannot be searched by likeness; they are the beginning of a name. */
const fewestLetters = 3

type Order = { key: string; cast: string; rises: boolean; of(row: ListedClient): string | number | null }
const orders = {
  rank: { key: 's.rank::float8', cast: 'float8', rises: false, of: (row) => row.rank ?? 0 },
  name: { key: 'c.name_key', cast: 'text', rises: true, of: (row) => row.name_key },
  newest: { key: null, cast: 'uuid', rises: false, of: () => null },
} as const satisfies Record<string, Omit<Order, 'key'> & { key: string | null }>

function readingOf(filters: ClientFilters): { term: string; isSearch: boolean; order: keyof typeof orders } {
  const term = foldText(filters.q ?? '')
  const isSearch = term.length >= fewestLetters
  const order =
    filters.sort === 'name'
      ? 'name'
      : filters.sort === '-created'
        ? 'newest'
        : isSearch
          ? 'rank'
          : term
            ? 'name'
            : 'newest'
  return { term, isSearch, order }
}

/** Where and from, shared by page and total; `bind` gives a value its place. */
function selectionOf(
  filters: ClientFilters,
  bind: (value: unknown) => string,
): { from: string; where: string } {
  const { term, isSearch } = readingOf(filters)
  const conditions = ['c.organization_id = $1', 'c.deleted_at is null']
  if (filters.status) conditions.push(`c.status = ${bind(filters.status)}`)
  if (filters.refid !== undefined)
    // Of a merged client the survivor; one of at most one, so that the row is found by its key.
    conditions.push(
      `c.id = (select coalesce(known.merged_into_id, known.id) from clients known where known.organization_id = $1 and known.refid = ${bind(filters.refid.trim().toUpperCase())})`,
    )
  if (filters.external_id !== undefined)
    conditions.push(hasExternalId('client', 'c.id', bind(filters.external_id)))
  if (filters.email !== undefined) conditions.push(`c.email_key = ${bind(emailKey(filters.email))}`)
  if (filters.segment !== undefined) conditions.push(`c.segment = ${bind(filters.segment)}`)
  if (isSearch)
    return {
      from: `app.search_clients(${bind(term)}, ${mostMatches}, ${bind(filters.status ?? null)}::text) s join clients c on c.organization_id = $1 and c.id = s.id`,
      where: conditions.join(' and '),
    }
  if (term) {
    const beginning = (filters.q ?? '').trim().toLowerCase()
    conditions.push(`c.name_key >= ${bind(beginning)}`, `c.name_key < ${bind(`${beginning}\u{10ffff}`)}`)
  }
  return { from: 'clients c', where: conditions.join(' and ') }
}

/**
 * A page of clients: the newest first, by name, or with typed text by likeness. A limited member's clients are read from the
 * assignments, everybody else's from the client indexes: two branches, of which only one runs, so that neither walks the other's rows.
 */
export function listClients(
  organizationId: string,
  filters: ClientFilters,
  page: PageRequest,
): Statement<ListedClient> {
  const values: unknown[] = [organizationId]
  const bind = (value: unknown): string => `$${values.push(value)}`
  const { from, where } = selectionOf(filters, bind)
  const { order, isSearch } = readingOf(filters)
  const { key, cast, rises: risesForwards } = orders[order]
  const rises = risesForwards !== page.isBackwards
  const direction = rises ? 'asc' : 'desc'
  const sort = key ? `${key} ${direction}, c.id ${direction}` : `c.id ${direction}`
  const beyond = rises ? '>' : '<'
  const [value, id] = page.position ?? []
  const after = !page.position
    ? ''
    : key
      ? ` and (${key}, c.id) ${beyond} (${bind(value)}::${cast}, ${bind(id)}::uuid)`
      : ` and c.id ${beyond} ${bind(id)}::uuid`
  const columns = `${summaryColumns}${isSearch ? ', s.rank::float8 as rank' : ''}`
  const text = branches(
    from,
    isSearch,
    (fromWith, condition) =>
      `(select ${columns} from ${fromWith} where ${where}${after} and ${condition} order by ${sort} limit ${rowsToRead(page)})`,
  )
  return statement<ListedClient>(text)(...values)
}

export const positionOf = (filters: ClientFilters) => (row: ListedClient) => [
  orders[readingOf(filters).order].of(row),
  row.id,
]

/** One branch for those who meet all clients, one for limited members; a search knows by itself whom it works for. */
function branches(
  from: string,
  isSearch: boolean,
  select: (from: string, condition: string) => string,
): string {
  if (isSearch) return select(from, 'true')
  const assigned = `client_assignments g join ${from} on c.organization_id = g.organization_id and c.id = g.client_id`
  return `${select(from, '(select app.limited_member()) is null')} union all ${select(assigned, 'g.organization_id = $1 and g.membership_id = (select app.limited_member())')}`
}

/** How many there are, counted up to the cap. */
export function countClients(organizationId: string, filters: ClientFilters): Statement<{ count: number }> {
  const values: unknown[] = [organizationId]
  const { from, where } = selectionOf(filters, (value) => `$${values.push(value)}`)
  const rows = branches(
    from,
    readingOf(filters).isSearch,
    (fromWith, condition) =>
      `(select 1 from ${fromWith} where ${where} and ${condition} limit ${totalCap + 1})`,
  )
  return statement<{ count: number }>(`select count(*) as count from (${rows}) found`)(...values)
}

/** The count as shown: a search that is full, or a list beyond the cap, has more. */
export function totalOf(filters: ClientFilters, count: number): { count: number; is_capped: boolean } {
  const most = readingOf(filters).isSearch ? mostMatches : totalCap
  return {
    count: Math.min(count, most),
    is_capped: readingOf(filters).isSearch ? count >= most : count > most,
  }
}
