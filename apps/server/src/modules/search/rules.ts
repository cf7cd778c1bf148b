import type { Permission, SearchKind } from '@portico/contract'
import { CURRENCIES, exponentOf, isCurrency, parseAmount } from '@portico/money'

/** What one needs to be shown a kind of result: the same as for its list. */
export const permissionFor: Record<SearchKind, Permission> = {
  client: 'clients.client.read',
  contact: 'clients.client.read',
  invoice: 'invoices.invoice.read',
  payment_reference: 'payments.payment.read',
  receipt: 'receipts.receipt.read',
  payment: 'payments.payment.read',
  price_item: 'prices.item.read',
  member: 'members.member.read',
}

const byName: readonly SearchKind[] = [
  'client',
  'contact',
  'invoice',
  'price_item',
  'payment',
  'receipt',
  'payment_reference',
  'member',
]
const byNumber: readonly SearchKind[] = [
  'invoice',
  'payment_reference',
  'receipt',
  'payment',
  'client',
  'contact',
  'price_item',
  'member',
]

/** Who types a figure looks for a document; who types a word, for somebody. */
export const orderFor = (term: string): readonly SearchKind[] => (/\d/.test(term) ? byNumber : byName)

export type TypedAmount = { minor: number; currencies: readonly string[] }

const typedAmount = /^(?:([a-z]{2,4}|[^\w\s.,]{1,3})\s*)?(\d[\d.,\s']*)(?:\s*([a-z]{3}))?$/i

/**
 * What a text can mean as an amount: minor units, and the currencies in which it comes to them. A code beside it (`TZS 450000`) leaves
 * that currency only; a symbol says too little. None where the text is no amount.
 */
export function amountsIn(text: string): TypedAmount[] {
  const [, before = '', figures = '', after = ''] = typedAmount.exec(text.trim()) ?? []
  if (!figures) return []
  const named = [before, after].map((code) => code.toUpperCase()).find(isCurrency)
  return [0, 2, 3].flatMap((exponent) => {
    const currencies = named
      ? [named].filter((code) => exponentOf(code) === exponent)
      : currenciesOf(exponent)
    const [sample] = currencies
    if (!sample) return []
    const amount = parseAmount(figures, sample)
    return amount.ok ? [{ minor: amount.money.amount, currencies }] : []
  })
}

const currenciesOf = (exponent: number): string[] =>
  CURRENCIES.filter((currency) => currency.exponent === exponent).map(({ code }) => code)
