import { statement } from '../../platform/database/index.ts'
import { externalIdOf } from '../external-ids/index.ts'
import { mayMeet } from './visibility.ts'

export type ClientState = 'pending' | 'active' | 'suspended' | 'inactive'
export type SummaryRow = {
  id: string
  refid: string
  kind: 'company' | 'person'
  name: string
  name_key: string
  email: string | null
  phone: string | null
  country: string | null
  status: ClientState
  segment: string | null
  is_portal_enabled: boolean
  created_at: string
  balances: { currency: string; open: number }[]
}
export type BalanceRow = {
  currency: string
  open: number
  overdue: number
  credit: number
  oldest_due_date: string | null
  open_invoices: number
}
export type ClientRow = Omit<SummaryRow, 'balances' | 'name_key' | 'segment'> & {
  legal_name: string | null
  website: string | null
  owner_id: string | null
  address: Record<string, string>
  tax_number: string | null
  registration_number: string | null
  currency: string | null
  locale: string | null
  payment_terms_days: number | null
  payment_terms_kind: 'net' | 'end_of_month'
  requires_purchase_order: boolean
  metadata: Record<string, string>
  also_known_as: string | null
  updated_at: string
  version: number
}
export type ClientDetailRow = ClientRow & {
  external_id: string | null
  assigned_members: { id: string; name: string }[]
  has_documents: boolean
  balances: BalanceRow[]
}

export const summaryColumns = `c.id, c.refid, c.kind, c.name, c.name_key, c.email, c.phone, c.country, c.status, c.segment, c.is_portal_enabled, c.created_at,
  (select coalesce(json_agg(json_build_object('currency', b.currency, 'open', b.receivable) order by b.currency), '[]')
   from client_balances b where b.organization_id = c.organization_id and b.client_id = c.id and b.receivable > 0) as balances`

export const clientColumns = `c.id, c.refid, c.kind, c.name, c.legal_name, c.email, c.phone, c.website, c.status, c.owner_id, c.address, c.country, c.tax_number,
  c.registration_number, c.currency, c.locale, c.payment_terms_days, c.payment_terms_kind, c.requires_purchase_order, c.is_portal_enabled, c.metadata, c.also_known_as,
  c.created_at, c.updated_at, c.version`

const hasDocuments = `(exists (select 1 from invoices i where i.organization_id = $1 and i.client_id = c.id and i.deleted_at is null and i.document_state <> 'draft')
  or exists (select 1 from payments p where p.organization_id = $1 and p.client_id = any (app.clients_of(c.id)) and p.withdrawn_at is null))`

/** Overdue is judged by today in the organization's zone. */
const balancesOfClient = `(select coalesce(json_agg(json_build_object('currency', b.currency, 'open', b.receivable, 'credit', b.credit, 'overdue', coalesce(i.overdue, 0),
    'oldest_due_date', i.oldest_due_date, 'open_invoices', coalesce(i.open_invoices, 0)) order by b.currency), '[]')
  from client_balances b
    left join (
      select o.currency, sum(o.gross - o.settled) filter (where o.due_date < ($3::timestamptz at time zone s.timezone)::date) as overdue, min(o.due_date) as oldest_due_date, count(*) as open_invoices
      from invoices o join organization_settings s on s.organization_id = o.organization_id
      where o.organization_id = $1 and o.client_id = (select app.living_client($2)) and o.deleted_at is null and o.document_state = 'final' and o.settlement_state in ('open', 'partial')
      group by o.currency) i on i.currency = b.currency
  where b.organization_id = $1 and b.client_id = c.id and (b.receivable <> 0 or b.credit <> 0 or i.open_invoices > 0))`

/** One client with all that its page shows; of a merged one, the client that it leads to: `clientDetail(organizationId, clientId, now)`. */
export const clientDetail = statement<ClientDetailRow>(
  `select ${clientColumns}, ${externalIdOf('client', 'c.id')} as external_id, ${hasDocuments} as has_documents, ${balancesOfClient} as balances,
     (select coalesce(json_agg(json_build_object('id', m.id, 'name', u.name) order by lower(u.name)), '[]')
      from client_assignments g join memberships m on m.organization_id = g.organization_id and m.id = g.membership_id join users u on u.id = m.user_id
      where g.organization_id = $1 and g.client_id = c.id and m.status <> 'removed') as assigned_members
   from clients c where c.organization_id = $1 and c.id = (select app.living_client($2)) and c.deleted_at is null and ${mayMeet('c.id')}`,
)

/** The client's row, locked: nothing else happens to it until the end of the transaction. */
export const lockWhole = statement<ClientRow>(
  `select ${clientColumns} from clients c where c.organization_id = $1 and c.id = $2 and c.deleted_at is null and ${mayMeet('c.id')} for update`,
)
export const lockDeleted = statement<ClientRow & { deleted_at: string | null }>(
  `select ${clientColumns}, c.deleted_at from clients c where c.organization_id = $1 and c.id = $2 and ${mayMeet('c.id')} for update`,
)
export const documentsOf = statement<{ has_documents: boolean }>(
  `select ${hasDocuments} as has_documents from clients c where c.organization_id = $1 and c.id = $2`,
)

/** One row where the caller may meet the client: `clientIsThere(organizationId, clientId)`. */
export const clientIsThere = statement<{ id: string }>(
  `select c.id from clients c where c.organization_id = $1 and c.id = (select app.living_client($2)) and c.deleted_at is null and ${mayMeet('c.id')}`,
)

export const newClientSettings = statement<{
  refid_prefix: string
  default_client_status: 'pending' | 'active'
}>('select refid_prefix, default_client_status from organization_settings where organization_id = $1')
export const resellerById = statement<{ id: string }>(
  'select id from resellers where organization_id = $1 and id = $2',
)
export const membersById = statement<{ id: string }>(
  `select id from memberships where organization_id = $1 and id = any ($2::uuid[]) and status <> 'removed'`,
)
export const assignedTo = statement<{ membership_id: string }>(
  'select membership_id from client_assignments where organization_id = $1 and client_id = $2',
)

export type DuplicateRow = SummaryRow & { because: ('email' | 'name' | 'tax_number')[] }
/** Clients that resemble what is being typed: `duplicates(organizationId, emailKey, taxNumberKey, name, except)`, each but the first may be null. */
export const duplicates = statement<DuplicateRow>(
  `with hits as (
     select c.id, 'email' as because from clients c where c.organization_id = $1 and c.deleted_at is null and c.email_key = $2::text and ${mayMeet('c.id')}
     union all
     select c.id, 'tax_number' from clients c where c.organization_id = $1 and c.deleted_at is null and c.tax_number_key = $3::text and ${mayMeet('c.id')}
     union all
     select c.id, 'name' from app.search_clients($4::text, 20) s join clients c on c.organization_id = $1 and c.id = s.id
       where $4::text is not null and similarity(c.name_key, $4::text) >= 0.45)
   select ${summaryColumns}, h.because from clients c
     join (select id, array_agg(because order by because) as because from hits group by id) h on h.id = c.id
   where c.organization_id = $1 and c.id is distinct from $5::uuid
   order by cardinality(h.because) desc, similarity(c.name_key, coalesce($4::text, '')) desc, c.id desc limit 10`,
)
