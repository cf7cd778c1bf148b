import { compare, formatMoney, isZero, money, subtract, type Money } from '@portico/money'
import { fieldRefusal, Refusal } from '../../platform/errors.ts'

/** What somebody wants settled; without an amount, as much as is due and left of the payment. */
export type WantedAllocation = { invoiceId: string; amount: Money | null }
/** An invoice that is locked and open. Amounts in minor units of its currency. */
export type PayableInvoice = { id: string; number: string; currency: string; due: number }
export type Allocation<Invoice extends PayableInvoice> = { invoice: Invoice; amount: number }

/**
 * Spreads a payment over invoices. What is not allocated becomes the client's credit, so nothing is lost; no invoice gets more than
 * is due on it, so nothing is counted twice.
 * @param invoices in the order of the wishes, all open
 * @throws Refusal currency_mismatch, amount_too_large (with the figure), allocation_exceeds_payment
 */
export function allocatePayment<Invoice extends PayableInvoice>(
  paid: Money,
  wanted: readonly WantedAllocation[],
  invoices: readonly Invoice[],
): { allocations: Allocation<Invoice>[]; credited: number } {
  let left = paid
  const allocations: Allocation<Invoice>[] = []
  for (const [index, invoice] of invoices.entries()) {
    const due = money(invoice.due, invoice.currency)
    if (invoice.currency !== paid.currency) {
      throw pointed(
        'currency_mismatch',
        `/allocations/${index}`,
        `${invoice.number} is in ${invoice.currency}, the payment in ${paid.currency}.`,
      )
    }
    const wish = wanted[index]?.amount ?? smaller(due, left)
    if (wish.currency !== paid.currency)
      throw pointed(
        'currency_mismatch',
        `/allocations/${index}/amount`,
        `The payment is in ${paid.currency}.`,
      )
    if (isZero(wish)) continue
    if (compare(wish, due) > 0) throw tooLarge(`/allocations/${index}/amount`, invoice)
    if (compare(wish, left) > 0) {
      throw pointed(
        'allocation_exceeds_payment',
        `/allocations/${index}/amount`,
        `The payment is ${formatMoney(paid, 'en')}; ${formatMoney(left, 'en')} of it is left for ${invoice.number}.`,
      )
    }
    left = subtract(left, wish)
    allocations.push({ invoice, amount: wish.amount })
  }
  return { allocations, credited: left.amount }
}

/** @throws Refusal where an invoice is named twice: its due amount would count twice */
export function refuseRepeated(wanted: readonly WantedAllocation[]): void {
  const again = wanted.findIndex(
    ({ invoiceId }, index) => wanted.findIndex((other) => other.invoiceId === invoiceId) !== index,
  )
  if (again >= 0)
    throw fieldRefusal(
      `/allocations/${again}/invoice_id`,
      'repeated',
      'This invoice is named twice. Add the amounts up.',
    )
}

/** The refusal of more than is due, saying how much that is. */
export function tooLarge(pointer: string, invoice: PayableInvoice): Refusal {
  return pointed(
    'amount_too_large',
    pointer,
    `${formatMoney({ amount: invoice.due, currency: invoice.currency }, 'en')} is due on ${invoice.number}.`,
  )
}

const smaller = (a: Money, b: Money): Money => (a.currency !== b.currency || compare(a, b) <= 0 ? a : b)

function pointed(
  code: 'currency_mismatch' | 'amount_too_large' | 'allocation_exceeds_payment',
  pointer: string,
  detail: string,
): Refusal {
  return new Refusal(code, detail, { errors: [{ pointer, code, detail }] })
}
