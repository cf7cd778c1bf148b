import { statement } from '../../platform/database/index.ts'
import type { ClientState } from './reads.ts'
import { mayMeet } from './visibility.ts'

export type ClientForBilling = {
  id: string
  refid: string
  kind: 'company' | 'person'
  name: string
  legal_name: string | null
  email: string | null
  phone: string | null
  address: { line1?: string; line2?: string; city?: string; region?: string; postal_code?: string }
  country: string | null
  tax_number: string | null
  registration_number: string | null
  currency: string | null
  locale: string | null
  payment_terms_days: number | null
  payment_terms_kind: 'net' | 'end_of_month'
  requires_purchase_order: boolean
  is_portal_enabled: boolean
  status: ClientState
  version: number
}

const billingColumns = `c.id, c.refid, c.kind, c.name, c.legal_name, c.email, c.phone, c.address, c.country, c.tax_number, c.registration_number, c.currency, c.locale,
  c.payment_terms_days, c.payment_terms_kind, c.requires_purchase_order, c.is_portal_enabled, c.status, c.version`

/**
 * What a document needs to know of its client: `clientForBilling(organizationId, clientId)`. No row where there is no such client, or
 * the caller may not meet it.
 */
export const clientForBilling = statement<ClientForBilling>(
  `select ${billingColumns} from clients c where c.organization_id = $1 and c.id = $2 and c.deleted_at is null and ${mayMeet('c.id')}`,
)

/** The same, with the client's row locked until the end of the transaction. Lock order: client, then document, then counter (MECHANICS.md, 11). */
export const lockClient = statement<ClientForBilling>(
  `select ${billingColumns} from clients c where c.organization_id = $1 and c.id = $2 and c.deleted_at is null and ${mayMeet('c.id')} for update`,
)

/**
 * Keeps a client from being merged or deleted while something is written that names it: for a batch, before what is read of it. Others
 * may hold it so at the same time.
 */
export const holdClient = statement(
  'select 1 from clients where organization_id = $1 and id = $2 for key share',
)

export type DocumentRecipient = {
  delivery: 'to' | 'cc'
  email: string
  name: string
  contact_id: string | null
}

/**
 * Who gets a client's documents, `documentRecipients(organizationId, clientId)`: the contacts that say so; where none is a direct
 * recipient, the client's own address, else the primary contact's. Each address once. No rows where nobody can be reached.
 */
export const documentRecipients = statement<DocumentRecipient>(
  `with named as (
     select k.document_delivery as delivery, k.email, k.email_key, k.name, k.id as contact_id from contacts k
     where k.organization_id = $1 and k.client_id = $2 and k.deleted_at is null and k.email_key is not null and k.document_delivery <> 'none'
   ), fallback as (
     select 'to' as delivery, f.email, f.email_key, f.name, f.contact_id from (
       select c.email, c.email_key, c.name, null::uuid as contact_id, 1 as choice from clients c where c.organization_id = $1 and c.id = $2 and c.email_key is not null
       union all
       select k.email, k.email_key, k.name, k.id, 2 from contacts k where k.organization_id = $1 and k.client_id = $2 and k.deleted_at is null and k.is_primary and k.email_key is not null) f
     where not exists (select 1 from named where delivery = 'to') order by f.choice limit 1
   )
   select distinct on (email_key) delivery, email, name, contact_id from (select * from named union all select * from fallback) everybody order by email_key, delivery desc`,
)
