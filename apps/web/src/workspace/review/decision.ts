import {
  exponentOf,
  formatMoney,
  isValidPaymentReference,
  normalizePaymentReference,
  type Money,
} from '@portico/money'
import type { Proof } from './review-data.ts'

export const decisionRows = ['amount', 'date', 'reference', 'payer', 'account'] as const
export type DecisionRow = (typeof decisionRows)[number]

/** What the reviewer accepts. An empty field says "not sure" and never stands for a guess. */
export interface Accepted {
  amount: Money | null
  received_on: string
  external_reference: string
  payer: string
  receiving_account_id: string | null
}

export interface FittingAccount {
  id: string
  name: string
}

/** Begins with what was claimed; the account is filled in only where there is no choice. */
export function acceptedOf(proof: Proof, accounts: readonly FittingAccount[]): Accepted {
  const { claimed } = proof
  const isKnown = accounts.some(({ id }) => id === claimed.receiving_account_id)
  const only = accounts.length === 1 ? (accounts[0]?.id ?? null) : null
  return {
    amount: claimed.amount,
    received_on: claimed.on ?? '',
    external_reference: claimed.reference ?? '',
    payer: claimed.payer ?? '',
    receiving_account_id: isKnown ? claimed.receiving_account_id : only,
  }
}

/** Where a claim contradicts what was expected. What was not said contradicts nothing. */
export function differencesOf(
  proof: Proof,
  accounts: readonly FittingAccount[],
  today: string,
): ReadonlySet<DecisionRow> {
  const { claimed, invoice } = proof
  const rows = new Set<DecisionRow>()
  if (claimed.amount && claimed.amount.amount !== invoice.due.amount) rows.add('amount')
  if (claimed.on && claimed.on > today) rows.add('date')
  if (claimed.payer && !sharesName(claimed.payer, proof.client.name)) rows.add('payer')
  if (claimed.receiving_account_id && !accounts.some(({ id }) => id === claimed.receiving_account_id))
    rows.add('account')
  // A transaction number of the bank is no contradiction; another of our own references is one.
  const said = normalizePaymentReference(claimed.reference ?? '')
  if (
    said &&
    isValidPaymentReference(said) &&
    said !== normalizePaymentReference(proof.payment_reference.value)
  )
    rows.add('reference')
  return rows
}

const LEGAL_FORMS = new Set([
  'ltd',
  'limited',
  'inc',
  'llc',
  'co',
  'company',
  'plc',
  'as',
  'gmbh',
  'and',
  'the',
])

function sharesName(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !LEGAL_FORMS.has(word))
  const known = new Set(words(b))
  const said = words(a)
  return said.length === 0 || known.size === 0 || said.some((word) => known.has(word))
}

/** "TSh 1,000,000": with its symbol, and without decimals where there are none to speak of. */
export function spokenMoney(value: Money, locale: string): string {
  const places = exponentOf(value.currency)
  const text = formatMoney(value, locale, { currency: 'symbol' })
  return places === 0 ? text : text.replace(new RegExp(`[.,]0{${places}}(?=\\D*$)`), '')
}

export type Outcome = { kind: 'in_full' } | { kind: 'leaves'; left: Money } | { kind: 'over'; over: Money }

/** What approving an amount does to the invoice. */
export function outcomeOf(amount: Money, due: Money): Outcome {
  const left = due.amount - amount.amount
  if (left === 0) return { kind: 'in_full' }
  return left > 0
    ? { kind: 'leaves', left: { amount: left, currency: due.currency } }
    : { kind: 'over', over: { amount: -left, currency: due.currency } }
}
