import type { NotificationSubject, NotificationType } from '@portico/contract'
import { statement, type Statement } from '../../platform/database/index.ts'
import { rowsToRead, type PageRequest } from '../../platform/http/pages.ts'
import { mayMeet } from '../clients/index.ts'

export type NotificationRow = {
  id: string
  type: NotificationType
  created_at: string
  read_at: string | null
  subject_kind: NotificationSubject
  subject_id: string
  client_id: string | null
  client_name: string | null
  label: string | null
  invoice_id: string | null
  amount: number | null
  currency: string | null
}

/** The caller, as a row that belongs to them names them. Found in the statement itself, so that a page is one round trip. */
const user = `split_part((select app.caller()), ':', 2)::uuid`
const me = {
  member: `n.membership_id = (select m.id from memberships m where m.organization_id = $1 and m.user_id = ${user})`,
  contact: `n.contact_id = (select k.id from contacts k where k.organization_id = $1 and k.client_id = (select app.client()) and k.user_id = ${user} and k.portal_access and k.deleted_at is null order by k.id limit 1)`,
}
export type Side = keyof typeof me

/**
 * What notifications say, read from what they are about: nothing is copied, so nothing is out of date. `page` is a query of
 * `notifications`, whose `$1` is the organization.
 */
export const withFacts = (page: string, order: string): string => `
  select n.id, n.type, n.created_at, n.read_at, n.subject_kind, n.subject_id, n.client_id, n.membership_id, n.contact_id, c.name as client_name,
    case n.subject_kind
      when 'invoice' then i.number when 'receipt' then r.number when 'payment_proof' then fi.number when 'credit' then ai.number when 'member' then u.name when 'email' then e.subject
      when 'payment' then (select string_agg(x.number, ', ' order by x.number) from allocations y join invoices x on x.organization_id = $1 and x.id = y.invoice_id where y.organization_id = $1 and y.payment_id = n.subject_id)
    end as label,
    case n.subject_kind when 'invoice' then i.id when 'payment_proof' then f.invoice_id when 'credit' then a.invoice_id when 'email' then case e.entity_kind when 'invoice' then e.entity_id end end as invoice_id,
    case n.subject_kind when 'invoice' then i.gross - i.settled when 'payment' then p.amount when 'receipt' then r.amount when 'payment_proof' then f.claimed_amount when 'credit' then a.amount end as amount,
    case n.subject_kind when 'invoice' then i.currency when 'payment' then p.currency when 'receipt' then r.currency when 'payment_proof' then f.claimed_currency when 'credit' then a.currency end as currency
  from (${page}) n
    left join clients c on c.organization_id = $1 and c.id = n.client_id
    left join invoices i on n.subject_kind = 'invoice' and i.organization_id = $1 and i.id = n.subject_id
    left join payments p on n.subject_kind = 'payment' and p.organization_id = $1 and p.id = n.subject_id
    left join receipts r on n.subject_kind = 'receipt' and r.organization_id = $1 and r.id = n.subject_id
    left join payment_proofs f on n.subject_kind = 'payment_proof' and f.organization_id = $1 and f.id = n.subject_id
    left join invoices fi on fi.organization_id = $1 and fi.id = f.invoice_id
    left join allocations a on n.subject_kind = 'credit' and a.organization_id = $1 and a.id = n.subject_id
    left join invoices ai on ai.organization_id = $1 and ai.id = a.invoice_id
    left join memberships m on n.subject_kind = 'member' and m.organization_id = $1 and m.id = n.subject_id
    left join users u on u.id = m.user_id
    left join emails e on n.subject_kind = 'email' and e.organization_id = $1 and e.id = n.subject_id
  order by ${order}`

/** The rows of the caller that may be shown at all: in the app, and of clients that a limited member may meet. */
const own = (side: Side): string =>
  `n.organization_id = $1 and ${me[side]} and n.is_in_app and (n.client_id is null or ${mayMeet('n.client_id')})`

export function pageOf(
  organizationId: string,
  side: Side,
  isUnread: boolean,
  page: PageRequest,
): Statement<NotificationRow> {
  const [order, beyond] = page.isBackwards ? ['asc', '>'] : ['desc', '<']
  const id = page.position?.[0]
  const after = id === undefined ? '' : ` and n.id ${beyond} $2::uuid`
  return statement<NotificationRow>(
    withFacts(
      `select n.* from notifications n where ${own(side)}${isUnread ? ' and n.read_at is null' : ''}${after} order by n.id ${order} limit ${rowsToRead(page)}`,
      `n.id ${order}`,
    ),
  )(organizationId, ...(id === undefined ? [] : [id]))
}

/** More than a badge shows. */
export const mostCounted = 100
export type UnreadRow = { type: NotificationType; count: number }
const unread = (side: Side) =>
  statement<UnreadRow>(
    `select n.type, count(*)::int as count from (
       select n.type from notifications n where ${own(side)} and n.read_at is null order by n.id desc limit 500) n group by n.type`,
  )
export const unreadOf = { member: unread('member'), contact: unread('contact') }

const markRead = (side: Side) =>
  statement<{ id: string }>(
    `update notifications n set read_at = coalesce(n.read_at, $3) where n.id = $2 and ${own(side)} returning n.id`,
  )
export const markReadOf = { member: markRead('member'), contact: markRead('contact') }
const markAllRead = (side: Side) =>
  statement(
    `update notifications n set read_at = $3 where ${own(side)} and n.read_at is null and ($2::uuid is null or n.id <= $2)`,
  )
export const markAllReadOf = { member: markAllRead('member'), contact: markAllRead('contact') }

export type PreferenceRow = { type: NotificationType; in_app: boolean; email: boolean }
const preferences = (side: Side) =>
  statement<PreferenceRow>(
    `select n.type, n.in_app, n.email from notification_preferences n where n.organization_id = $1 and ${me[side]}`,
  )
export const preferencesOf = { member: preferences('member'), contact: preferences('contact') }
