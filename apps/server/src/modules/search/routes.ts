import { search, toPublicId, type SearchHit, type SearchKind } from '@portico/contract'
import { paymentReferencePart } from '@portico/money'
import type { z } from 'zod'
import type { Statement } from '../../platform/database/index.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { foldText } from '../../platform/search-text.ts'
import { presentSummary } from '../invoices/index.ts'
import {
  clientsBeginning,
  clientsFound,
  contactsFound,
  invoicesFound,
  membersFound,
  paymentsFound,
  priceItemsFound,
  receiptsFound,
  referencesFound,
  type ClientHit,
  type ContactHit,
  type InvoiceHit,
  type MemberHit,
  type PaymentHit,
  type PriceItemHit,
  type ReceiptHit,
  type ReferenceHit,
} from './reads.ts'
import { amountsIn, orderFor, permissionFor } from './rules.ts'

type Hit = z.output<typeof SearchHit>
const shownOfEach = 5
/** Fewer letters than a trigram has reach no index as a part of a word. */
const fewestLetters = 3

export function registerRoutes(edge: Edge): void {
  edge.handle(search, async (call) => {
    const { q, limit = shownOfEach } = call.query
    const term = foldText(q)
    const kinds = term ? orderFor(term) : []
    const reads = readsFor(call.organizationId, q, term, limit + 1, call.now)
    const { principal, rows } = await call.read(...reads.map(({ read }) => read))
    const may = (kind: SearchKind): boolean =>
      principal.kind === 'member' && principal.permissions.has(permissionFor[kind])
    return {
      q,
      groups: kinds.filter(may).flatMap((kind) => {
        const at = reads.findIndex((one) => one.kind === kind)
        const found = (at < 0 ? [] : rows[at]) ?? []
        if (found.length === 0) return []
        return {
          kind,
          data: found.slice(0, limit).map(present[kind] as (row: unknown) => Hit),
          has_more: found.length > limit,
        }
      }),
    }
  })
}

/** All of it travels in one round trip; what the caller may not see is left out of the answer. */
function readsFor(
  organizationId: string,
  typed: string,
  term: string,
  most: number,
  now: string,
): { kind: SearchKind; read: Statement }[] {
  if (!term) return []
  if (!term.split(' ').some((word) => word.length >= fewestLetters))
    return [
      { kind: 'client', read: clientsBeginning(organizationId, typed.trim().toLowerCase(), most) },
      { kind: 'member', read: membersFound(organizationId, term, most) },
    ]
  const amounts = amountsIn(typed)
  const part = paymentReferencePart(typed)
  return [
    { kind: 'client', read: clientsFound(organizationId, term, most) },
    { kind: 'contact', read: contactsFound(organizationId, term, most) },
    {
      kind: 'invoice',
      read: invoicesFound(organizationId, term, typed.trim().toUpperCase(), most, now, amounts),
    },
    ...(part
      ? [{ kind: 'payment_reference' as const, read: referencesFound(organizationId, part, most) }]
      : []),
    { kind: 'receipt', read: receiptsFound(organizationId, term, most) },
    { kind: 'payment', read: paymentsFound(organizationId, term, most, amounts) },
    { kind: 'price_item', read: priceItemsFound(organizationId, term, most) },
    { kind: 'member', read: membersFound(organizationId, term, most) },
  ]
}

const bare: Omit<Hit, 'id' | 'title'> = {
  detail: null,
  status: null,
  amount: null,
  date: null,
  client: null,
  invoice: null,
}
const together = (...parts: (string | null)[]): string | null => parts.filter(Boolean).join(' · ') || null
const clientOf = (row: { client_id: string; client_name: string }) => ({
  id: row.client_id,
  name: row.client_name,
})
const amountOf = (row: { amount: number; currency: string }) => ({
  amount: row.amount,
  currency: row.currency,
})

const present = {
  client: (row: ClientHit) => ({
    ...bare,
    id: toPublicId('client', row.id),
    title: row.name,
    detail: together(row.refid, row.email),
    status: row.status,
  }),
  contact: (row: ContactHit) => ({
    ...bare,
    id: toPublicId('contact', row.id),
    title: row.name,
    detail: together(row.job_title, row.email),
    client: clientOf(row),
  }),
  invoice: (row: InvoiceHit) => {
    const summary = presentSummary(row, row.today)
    return {
      ...bare,
      id: toPublicId('invoice', row.id),
      title: row.number ?? '',
      detail: row.purchase_order,
      status: summary.badge,
      amount: summary.total,
      date: row.issue_date,
      client: clientOf(row),
    }
  },
  payment_reference: (row: ReferenceHit) => ({
    ...bare,
    id: toPublicId('paymentReference', row.id),
    title: row.value,
    amount: { amount: row.gross, currency: row.currency },
    client: clientOf(row),
    invoice: { id: row.invoice_id, number: row.number },
  }),
  receipt: (row: ReceiptHit) => ({
    ...bare,
    id: toPublicId('receipt', row.id),
    title: row.number,
    amount: amountOf(row),
    date: row.receipt_date,
    client: clientOf(row),
  }),
  payment: (row: PaymentHit) => ({
    ...bare,
    id: toPublicId('payment', row.id),
    title: together(row.payer, row.external_reference) ?? row.client_name,
    amount: amountOf(row),
    date: row.received_on,
    client: clientOf(row),
  }),
  price_item: (row: PriceItemHit) => ({
    ...bare,
    id: toPublicId('priceItem', row.id),
    title: row.name,
    detail: together(row.code, row.description),
  }),
  member: (row: MemberHit) => ({
    ...bare,
    id: toPublicId('membership', row.id),
    title: row.name,
    detail: together(row.role_name, row.email),
  }),
} satisfies Record<SearchKind, (row: never) => Hit>
