import { createHash } from 'node:crypto'
import type { ImportRules } from '@portico/contract'
import { currencyOfRows, major, minorOf, type SourceDocument } from './document.ts'
import type { Row } from './rows.ts'

/** A payment that will be brought in. It settles its invoice as far as something is due there; the rest is the client's credit. */
export type PlannedPayment = {
  row: Row | null
  externalId: string
  amount: number
  currency: string
  paidOn: string
  method: string | null
  reference: string | null
  note: string | null
}
export type ReadPayment = PlannedPayment & { row: Row }

/** A row of a payments file; null where it was rejected or left out. */
export function readPayment(row: Row, fallbackCurrency: string): ReadPayment | null {
  const number = row.text('invoice_number', 60)
  row.label = number === '' ? row.text('client_name') : `${row.text('client_name')} ${number}`.trim()
  const currency = currencyOfRows([row], ['amount'], fallbackCurrency)
  const amount = currency === null ? null : minorOf(row, 'amount', currency)
  if (amount === null && !row.isRejected) row.reject('amount_missing', 'amount', 'The row has no amount.')
  const paidOn = row.date('paid_on')
  if (!paidOn && !row.isRejected) row.reject('date_missing', 'paid_on', 'The payment has no date.')
  if (row.isRejected || currency === null || amount === null || !paidOn) return null
  const reference = row.text('reference', 120) || null
  return {
    row,
    externalId:
      row.text('external_id', 120) || `${number}|${paidOn}|${major(amount, currency)}|${reference ?? ''}`,
    amount,
    currency,
    paidOn,
    method: row.text('method', 60) || null,
    reference,
    note: row.paragraph('note', 1000) || null,
  }
}

/** The same row twice, to the letter: told apart by how often it stood there before. */
export function tellApart(payments: readonly ReadPayment[]): void {
  const seen = new Map<string, number>()
  for (const payment of payments) {
    const nth = (seen.get(payment.externalId) ?? 0) + 1
    seen.set(payment.externalId, nth)
    if (nth > 1) payment.externalId += `|${nth}`
  }
}

const contentOf = ({ stored }: Row): string =>
  createHash('sha1')
    .update(JSON.stringify([stored.cells, stored.corrections]))
    .digest('base64')

/**
 * Which of an invoice's payments count. A repeated row is dropped only if the invoice's own total agrees without it, and not with it.
 * @returns those that count, and those that do not
 */
export function withoutRepeatedPayments(
  payments: readonly ReadPayment[],
  gross: number,
  rule: ImportRules['repeated_payments'],
): { kept: ReadPayment[]; dropped: ReadPayment[] } {
  const seen = new Set<string>()
  const once = payments.filter(({ row }) => {
    const content = contentOf(row)
    if (seen.has(content)) return false
    seen.add(content)
    return true
  })
  const sum = (list: readonly ReadPayment[]): number => list.reduce((total, { amount }) => total + amount, 0)
  const isRepeated = once.length < payments.length
  if (!isRepeated || rule === 'keep' || sum(payments) === gross || sum(once) !== gross)
    return { kept: [...payments], dropped: [] }
  return { kept: once, dropped: payments.filter((payment) => !once.includes(payment)) }
}

/** What the invoice itself says was paid: in its column, by what is left open, or by its status. */
export function statedPaid(document: SourceDocument, total: number): number {
  if (document.state !== 'final') return 0
  if (document.statedPaid !== null) return document.statedPaid
  if (document.statedOpen !== null) return total - document.statedOpen
  return document.isPaid || document.paidOn !== null ? total : 0
}
export const statedOpen = (document: SourceDocument, total: number): number =>
  document.state !== 'final' ? 0 : (document.statedOpen ?? total - statedPaid(document, total))
