import { statement, type Statement } from '../../platform/database/index.ts'
import { mayMeet } from '../clients/index.ts'
import type { SummaryRow } from '../invoices/index.ts'
import type { TypedAmount } from './rules.ts'

/** Under row-level security the trigram operators reach no index; the `app.search_…` functions find ids, these statements what to show. */

export type ClientHit = { id: string; name: string; refid: string; email: string | null; status: string }
const clientColumns = 'c.id, c.name, c.refid, c.email, c.status'
/** `clientsFound(organizationId, term, most)`. */
export const clientsFound = statement<ClientHit>(
  `select ${clientColumns} from app.search_clients($2, $3) s join clients c on c.organization_id = $1 and c.id = s.id order by s.rank desc, s.id desc`,
)
/** Fewer letters than a trigram has are the beginning of a name: `clientsBeginning(organizationId, beginning, most)`. */
export const clientsBeginning = statement<ClientHit>(
  `select ${clientColumns} from clients c where c.organization_id = $1 and c.deleted_at is null and c.name_key >= $2 and c.name_key < $2 || chr(1114111) and ${mayMeet('c.id')}
   order by c.name_key, c.id limit $3`,
)

export type ContactHit = {
  id: string
  name: string
  email: string | null
  job_title: string | null
  client_id: string
  client_name: string
}
export const contactsFound = statement<ContactHit>(
  `select k.id, k.name, k.email, k.job_title, k.client_id, c.name as client_name
   from app.search_contacts($2, $3) s join contacts k on k.organization_id = $1 and k.id = s.id join clients c on c.organization_id = $1 and c.id = k.client_id
   order by s.rank desc, s.id desc`,
)

export type InvoiceHit = SummaryRow & { today: string }
const amountArms = (table: string, column: string, most: string, from: number): string =>
  [0, 1, 2]
    .map(
      (arm) =>
        `union (select x.id from ${table} x where x.organization_id = $1 and x.${column} = $${from + 2 * arm}::bigint and x.currency = any ($${from + 1 + 2 * arm}::text[]) and ${mayMeet('x.client_id')} order by x.id desc limit ${most})`,
    )
    .join('\n     ')
/** An invoice whose number is exactly this comes first, then the newest. */
const invoices = statement<InvoiceHit>(
  `with hits as (
     select x.id from invoices x where x.organization_id = $1 and x.number = $3
     union (select s.id from app.search_invoices($2, $4) s)
     ${amountArms('(select * from invoices where deleted_at is null)', 'gross', '$4', 6)})
   select i.id, i.client_id, i.number, i.document_state, i.settlement_state, i.delivery_state, i.currency, i.issue_date, i.due_date, i.purchase_order, i.gross, i.settled, i.created_at,
     c.refid as client_refid, c.name as client_name, ($5::timestamptz at time zone o.timezone)::date as today
   from hits h join invoices i on i.organization_id = $1 and i.id = h.id join clients c on c.organization_id = $1 and c.id = i.client_id
     join organization_settings o on o.organization_id = $1
   where ${mayMeet('i.client_id')}
   order by i.number is not distinct from $3 desc, i.id desc limit $4`,
)
export const invoicesFound = (
  organizationId: string,
  term: string,
  number: string,
  most: number,
  now: string,
  amounts: readonly TypedAmount[],
): Statement<InvoiceHit> => invoices(organizationId, term, number, most, now, ...bound(amounts))

export type PaymentHit = {
  id: string
  payer: string | null
  external_reference: string | null
  amount: number
  currency: string
  received_on: string
  client_id: string
  client_name: string
}
const payments = statement<PaymentHit>(
  `with hits as (
     (select s.id from app.search_payments($2, $3) s)
     ${amountArms('(select * from payments where withdrawn_at is null)', 'amount', '$3', 4)})
   select p.id, p.payer, p.external_reference, p.amount, p.currency, p.received_on, c.id as client_id, c.name as client_name
   from hits h join payments p on p.organization_id = $1 and p.id = h.id join clients c on c.organization_id = $1 and c.id = app.living_client(p.client_id)
   where p.withdrawn_at is null and ${mayMeet('p.client_id')} order by p.id desc limit $3`,
)
export const paymentsFound = (
  organizationId: string,
  term: string,
  most: number,
  amounts: readonly TypedAmount[],
): Statement<PaymentHit> => payments(organizationId, term, most, ...bound(amounts))

const bound = (amounts: readonly TypedAmount[]): unknown[] =>
  [0, 1, 2].flatMap((arm) => [amounts[arm]?.minor ?? null, amounts[arm]?.currencies ?? []])

export type ReceiptHit = {
  id: string
  number: string
  amount: number
  currency: string
  receipt_date: string
  client_id: string
  client_name: string
}
/** `receiptsFound(organizationId, term, most)`. */
export const receiptsFound = statement<ReceiptHit>(
  `select r.id, r.number, r.amount, r.currency, r.receipt_date, c.id as client_id, c.name as client_name
   from app.search_receipts($2, $3) s join receipts r on r.organization_id = $1 and r.id = s.id join clients c on c.organization_id = $1 and c.id = app.living_client(r.client_id)
   order by r.number = upper($2) desc, r.id desc`,
)

export type ReferenceHit = {
  id: string
  value: string
  invoice_id: string
  number: string
  gross: number
  currency: string
  client_id: string
  client_name: string
}
/** `referencesFound(organizationId, part, most)`. */
export const referencesFound = statement<ReferenceHit>(
  `select r.id, r.value, r.invoice_id, i.number, i.gross, i.currency, i.client_id, c.name as client_name
   from app.search_payment_references($2, $3) s join payment_references r on r.organization_id = $1 and r.id = s.id
     join invoices i on i.organization_id = $1 and i.id = r.invoice_id join clients c on c.organization_id = $1 and c.id = i.client_id
   order by s.rank desc, s.id desc`,
)

export type PriceItemHit = { id: string; code: string; name: string; description: string | null }
/** `priceItemsFound(organizationId, term, most)`. */
export const priceItemsFound = statement<PriceItemHit>(
  `select p.id, p.code, p.name, p.description from app.search_price_items($2, $3) s join price_items p on p.organization_id = $1 and p.id = s.id order by s.rank desc, s.id desc`,
)

export type MemberHit = { id: string; name: string; email: string; role_name: string }
/** `membersFound(organizationId, term, most)`: a team is small enough to be read whole. */
export const membersFound = statement<MemberHit>(
  `select m.id, u.name, u.email, r.name as role_name, word_similarity($2, app.folded(u.name || ' ' || u.email)) as rank
   from memberships m join users u on u.id = m.user_id join roles r on r.organization_id = m.organization_id and r.id = m.role_id
   where m.organization_id = $1 and m.status <> 'removed'
     and (app.folded(u.name || ' ' || u.email) like app.containing($2) or (length($2) > 3 and word_similarity($2, app.folded(u.name || ' ' || u.email)) >= 0.5))
   order by rank desc, m.id limit $3`,
)
