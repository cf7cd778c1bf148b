import { isOverdue } from './due-date.ts'

/** Three facts about an invoice, kept apart; only what a list or a heading shows is one word. */
export type DocumentState = 'draft' | 'final' | 'void'
export type SettlementState = 'open' | 'partial' | 'paid' | 'written_off'
export type DeliveryState = 'not_sent' | 'sent' | 'viewed'

/**
 * The published precedence: the first that applies is shown. `written_off` is a settlement of its own
 * and stands beside `paid`: nothing is due any more, yet nobody paid.
 */
export const INVOICE_BADGES = [
  'void',
  'paid',
  'written_off',
  'overdue',
  'partial',
  'viewed',
  'sent',
  'final',
  'draft',
] as const
export type InvoiceBadge = (typeof INVOICE_BADGES)[number]

export type InvoiceFacts = {
  document: DocumentState
  settlement: SettlementState
  delivery: DeliveryState
  /** `YYYY-MM-DD`, or null where nothing is due on a day. */
  dueDate: string | null
  /** Today in the organization's time zone, `YYYY-MM-DD`: see `todayIn`. */
  today: string
}

/** The one word for an invoice. A draft is a draft whatever its dates say: nobody owes it yet. */
export function badgeOf({ document, settlement, delivery, dueDate, today }: InvoiceFacts): InvoiceBadge {
  if (document === 'void') return 'void'
  if (document === 'draft') return 'draft'
  if (settlement === 'paid' || settlement === 'written_off') return settlement
  if (isOverdue(dueDate, today)) return 'overdue'
  if (settlement === 'partial') return 'partial'
  return delivery === 'not_sent' ? 'final' : delivery
}
