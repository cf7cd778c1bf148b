import { convert } from '@portico/money'

export type AccountKind =
  | 'receivable'
  | 'client_credit'
  | 'revenue'
  | 'tax'
  | 'cash'
  | 'exchange'
  | 'rounding'
  | 'write_off'
export type EntryKind =
  | 'invoice_issued'
  | 'invoice_voided'
  | 'payment_received'
  | 'payment_withdrawn'
  | 'credit_applied'

/** An account by what it is for: `subject` is the tax rate key of a tax account, the receiving account of a cash account, else empty. */
export type AccountRef = { kind: AccountKind; subject?: string }

/**
 * One movement from a credited to a debited account, in minor units of the entry's currency. A negative amount is the same movement the
 * other way round (an invoice may hold lines that take something back); zero moves nothing and leaves no posting.
 */
export type Leg = {
  debit: AccountRef
  credit: AccountRef
  amount: number
  invoiceId?: string | null
  paymentId?: string | null
}

/** The rate that the document or payment froze: one major unit of the currency is so many of the base currency. */
export type FrozenRate = { currency: string; rate: string }

export type PlannedPosting = {
  debit: Required<AccountRef>
  credit: Required<AccountRef>
  amount: number
  baseAmount: number
  invoiceId: string | null
  paymentId: string | null
}

/** How an entry moves the client's stored balances, in minor units. */
export type BalanceChange = { receivable: number; credit: number }

/**
 * The postings of a movement with several legs. Base amounts are cut from the running sum, so that they add up to the converted total to
 * the unit, whatever the legs are, and never turn against their leg.
 * @throws MoneyError amount_out_of_range
 */
export function planPostings(legs: readonly Leg[], currency: string, base: FrozenRate): PlannedPosting[] {
  let sum = 0
  let baseSum = 0
  return legs.flatMap((leg) => {
    if (leg.amount === 0) return []
    sum += leg.amount
    const baseThrough = convert({ amount: sum, currency }, base.rate, base.currency).amount
    const baseAmount = Math.abs(baseThrough - baseSum)
    baseSum = baseThrough
    const [debit, credit] = leg.amount > 0 ? [leg.debit, leg.credit] : [leg.credit, leg.debit]
    return {
      debit: whole(debit),
      credit: whole(credit),
      amount: Math.abs(leg.amount),
      baseAmount,
      invoiceId: leg.invoiceId ?? null,
      paymentId: leg.paymentId ?? null,
    }
  })
}

/** What postings do to the two balances that are stored: receivable grows by debits, credit by credits. */
export function balanceChange(
  postings: readonly Pick<PlannedPosting, 'debit' | 'credit' | 'amount'>[],
): BalanceChange {
  const net = (kind: AccountKind): number =>
    postings.reduce(
      (sum, posting) =>
        sum +
        (posting.debit.kind === kind ? posting.amount : 0) -
        (posting.credit.kind === kind ? posting.amount : 0),
      0,
    )
  return { receivable: net('receivable'), credit: 0 - net('client_credit') }
}

/** The accounts that postings touch, each once, in one order for everybody, so that two transactions make new ones without a deadlock. */
export function accountsOf(
  postings: readonly Pick<PlannedPosting, 'debit' | 'credit'>[],
): Required<AccountRef>[] {
  const byName = new Map(
    postings
      .flatMap(({ debit, credit }) => [debit, credit])
      .map((account) => [`${account.kind} ${account.subject}`, account]),
  )
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, account]) => account)
}

const whole = ({ kind, subject = '' }: AccountRef): Required<AccountRef> => ({ kind, subject })

/** The legs of an issued invoice: what the client owes, by revenue and by tax. Taxes are the invoice's tax groups. */
export function invoiceLegs(invoice: {
  id: string
  net: number
  taxes: readonly { key: string | null; tax: number }[]
}): Leg[] {
  const receivable: AccountRef = { kind: 'receivable' }
  return [
    { debit: receivable, credit: { kind: 'revenue' }, amount: invoice.net, invoiceId: invoice.id },
    ...invoice.taxes.map(({ key, tax }): Leg => ({
      debit: receivable,
      credit: { kind: 'tax', subject: key ?? '' },
      amount: tax,
      invoiceId: invoice.id,
    })),
  ]
}

/** The legs of a payment: what it settles, invoice by invoice, and the rest as the client's credit. */
export function paymentLegs(payment: {
  id: string
  receivingAccountId: string
  allocations: readonly { invoiceId: string; amount: number }[]
  credited: number
}): Leg[] {
  const cash: AccountRef = { kind: 'cash', subject: payment.receivingAccountId }
  return [
    ...payment.allocations.map(({ invoiceId, amount }): Leg => ({
      debit: cash,
      credit: { kind: 'receivable' },
      amount,
      invoiceId,
      paymentId: payment.id,
    })),
    { debit: cash, credit: { kind: 'client_credit' }, amount: payment.credited, paymentId: payment.id },
  ]
}

/** The leg of client credit that settles an invoice. */
export function creditLegs(invoiceId: string, amount: number): Leg[] {
  return [{ debit: { kind: 'client_credit' }, credit: { kind: 'receivable' }, amount, invoiceId }]
}
