import { exponentOf, toDecimalString, type Money } from '@portico/money'
import type { Schema } from '../shared/api.ts'

export type PortalInvoice = Schema<'PortalInvoice'>
export type PortalInvoiceSummary = Schema<'PortalInvoiceSummary'>
export type PortalProof = Schema<'PortalProof'>
export type PortalReceipt = Schema<'PortalReceipt'>
export type PayMethod = Schema<'PayMethod'>

/** Where an invoice is in its client's eyes; each has one thing to say and one next step. */
export type Stage = 'void' | 'written_off' | 'paid' | 'checking' | 'rejected' | 'open'

/** What counts is the newest; older ones are history. */
export function latestProof(invoice: Pick<PortalInvoice, 'proofs'>): PortalProof | null {
  return invoice.proofs.toSorted((a, b) => b.submitted_at.localeCompare(a.submitted_at))[0] ?? null
}

export function stageOf(invoice: Pick<PortalInvoice, 'badge' | 'settlement_state' | 'proofs'>): Stage {
  if (invoice.badge === 'void') return 'void'
  if (invoice.settlement_state === 'paid' || invoice.settlement_state === 'written_off')
    return invoice.settlement_state
  const state = latestProof(invoice)?.state
  if (state === 'submitted') return 'checking'
  return state === 'rejected' ? 'rejected' : 'open'
}

/** Digits as a bank's form takes them: no grouping, and no decimals where there are none ("2450000", "1200.50"). */
export function amountToCopy(value: Money): string {
  const text = toDecimalString(value)
  return value.amount % 10 ** exponentOf(value.currency) === 0 ? (text.split('.')[0] ?? text) : text
}

/** An account number as forms take it: "5544 210" and "NO93 8601 1117 947" without their spaces, names as they are. */
export function detailToCopy(value: string): string {
  return /\d/.test(value) && /^[\dA-Z .-]+$/.test(value) ? value.replaceAll(' ', '') : value
}

/** One sum per currency, in the order in which the currencies come; different currencies are never added. */
export function sumsByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>()
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums].map(([currency, amount]) => ({ amount, currency }))
}
