import { addDays, convert, MoneyError, todayIn, type Money } from '@portico/money'
import type { AppParts } from '../../app-parts.ts'
import { actorOf, statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { rateIntoBase } from '../currencies/index.ts'
import { requireOpen, setReferenceState, settle, type OpenInvoice } from '../invoices/index.ts'
import { paymentLegs, postEntry } from '../ledger/index.ts'
import { accountById, type ReceivingAccountRow } from '../receiving-accounts/index.ts'
import { issueReceipt } from '../receipts/index.ts'
import type { PaymentRow } from './reads.ts'
import { allocatePayment, refuseRepeated, type WantedAllocation } from './rules.ts'
import { localeOf, pageOf, settledPart, settlingFrom, settlingStatements } from './settling.ts'

export type NewPayment = {
  clientId: string
  receivingAccountId: string
  amount: Money
  /** `YYYY-MM-DD`: its exchange rate is frozen on the payment. */
  receivedOn: string
  payer?: string | null | undefined
  externalReference?: string | null | undefined
  note?: string | null | undefined
  /** The proof that led to it, of which the caller has made sure that it is undecided. */
  proofId?: string | null
  /** The contact who sent in the proof, where one did and can be mailed. */
  submitter?: Submitter | null
  allocations: readonly WantedAllocation[]
}

type Submitter = { email: string; name: string }

export type RecordedPayment = {
  payment: PaymentRow
  /** As they are after the payment. */
  invoices: OpenInvoice[]
  /** Rows of the statements that the caller sent along. */
  more: readonly (readonly unknown[])[]
}

type Parts = Pick<AppParts, 'keyring' | 'config'>
type Rate = { base_currency: string; has_rate: boolean; rate: string; rate_date: string }

/**
 * Records money that was received: settles invoices of one client, keeps the rest as the client's credit, posts both, gives the receipt.
 * One round trip to lock and load, one for the number; everything else travels with the commit. `more` are statements to run behind the
 * locks; `check` sees their rows before anything is written.
 * The caller has decided that this principal may record payments.
 * @throws Refusal currency_mismatch, allocation_exceeds_payment, amount_too_large, invoice_not_open, exchange_rate_missing; fields that name nothing
 */
export async function recordPayment(
  parts: Parts,
  tx: Tx,
  given: NewPayment,
  more: readonly Statement[] = [],
  check: (rows: readonly (readonly unknown[])[]) => void = () => {},
): Promise<RecordedPayment> {
  const { organizationId } = tx
  const { amount } = given
  refuseRepeated(given.allocations)
  const invoiceIds = given.allocations.map(({ invoiceId }) => invoiceId)
  const own = [
    accountById(organizationId, given.receivingAccountId),
    rateIntoBase(organizationId, amount.currency, given.receivedOn, tx.now),
  ]
  const rows = (await tx.batch([
    ...settlingStatements(organizationId, given.clientId, invoiceIds),
    ...own,
    ...more,
  ])) as unknown[][]
  const {
    settling,
    more: [accounts, rates, ...extra],
  } = settlingFrom(rows, given.clientId)
  check(extra)

  const { client, parties } = settling
  if (!client || !parties) throw fieldRefusal('/client_id', 'unknown_id', 'There is no such client.')
  if (given.receivedOn > addDays(todayIn(parties.timezone, new Date(tx.now)), 1))
    throw fieldRefusal('/received_on', 'in_future', 'Money that was received has a date that has come.')
  const account = usableAccount(accounts?.[0] as ReceivingAccountRow | undefined, amount.currency)
  const { allocations, credited } = allocatePayment(
    amount,
    given.allocations,
    requireOpen(settling.invoices, invoiceIds),
  )
  const rate = usableRate(rates?.[0] as Rate | undefined, amount.currency, given.receivedOn)
  const baseAmount = inBase(amount, rate)

  const paymentId = newId()
  const recordedBy = actorOf(tx.principal).id
  tx.later(
    insertPayment(
      organizationId,
      paymentId,
      client.id,
      account.id,
      amount.currency,
      amount.amount,
      credited,
      given.receivedOn,
      account.name,
      given.payer ?? null,
      given.externalReference ?? null,
      given.note ?? null,
      given.proofId ?? null,
      rate.base_currency,
      rate.rate,
      rate.rate_date,
      baseAmount,
      recordedBy,
      tx.now,
    ),
  )
  const settledParts = allocations.map(({ invoice, amount: part }) => settledPart(settling, invoice, part))
  if (allocations.length > 0) {
    tx.later(
      insertAllocations(
        organizationId,
        paymentId,
        client.id,
        amount.currency,
        recordedBy,
        tx.now,
        allocations.map(() => newId()),
        allocations.map(({ invoice }) => invoice.id),
        allocations.map((part) => part.amount),
      ),
    )
  }
  const settled = allocations.map(({ invoice, amount: part }) => {
    const after = settle(tx, invoice, part)
    // A part was paid another way while a proof is being checked: the proof still waits.
    if (after.due > 0 && settling.waiting.has(invoice.id) && !given.proofId)
      setReferenceState(tx, invoice.id, 'submitted')
    return after
  })
  postEntry(tx, {
    kind: 'payment_received',
    sourceKind: 'payment',
    sourceId: paymentId,
    clientId: client.id,
    occurredOn: given.receivedOn,
    currency: amount.currency,
    base: { currency: rate.base_currency, rate: rate.rate },
    legs: paymentLegs({
      id: paymentId,
      receivingAccountId: account.id,
      allocations: allocations.map(({ invoice, amount: part }) => ({ invoiceId: invoice.id, amount: part })),
      credited,
    }),
  })
  tx.record({
    action: 'payments.recorded',
    entityKind: 'payment',
    entityId: paymentId,
    clientId: client.id,
    after: {
      amount: amount.amount,
      currency: amount.currency,
      credited,
      received_on: given.receivedOn,
      receiving_account_id: account.id,
      proof_id: given.proofId ?? null,
      allocations: allocations.map(({ invoice, amount: part }) => ({ invoice_id: invoice.id, amount: part })),
    },
  })
  tx.announce('payment.recorded', { payment_id: paymentId, client_id: client.id })

  const { receiptId, number } = await issueReceipt(parts, tx, {
    clientId: client.id,
    source: { paymentId },
    currency: amount.currency,
    amount: amount.amount,
    credited,
    date: given.receivedOn,
    method: account.name,
    reference: given.externalReference ?? null,
    settles: settledParts,
    base: { currency: rate.base_currency, rate: rate.rate, rateDate: rate.rate_date, amount: baseAmount },
    locale: localeOf(settling),
    parties,
    recipients: withSubmitter(settling.recipients, given.submitter),
    ...(given.proofId && { isVerified: true }),
    url: pageOf(parts, organizationId, settling),
  })

  return {
    invoices: settled,
    more: extra,
    payment: {
      id: paymentId,
      client_id: client.id,
      client_refid: client.refid,
      client_name: client.name,
      currency: amount.currency,
      amount: amount.amount,
      credited,
      received_on: given.receivedOn,
      account_id: account.id,
      account_name: account.name,
      account_kind: account.kind,
      payer: given.payer ?? null,
      external_reference: given.externalReference ?? null,
      note: given.note ?? null,
      proof_id: given.proofId ?? null,
      allocations: allocations.map(({ invoice, amount: part }) => ({
        invoice_id: invoice.id,
        number: invoice.number,
        amount: part,
      })),
      receipt_id: receiptId,
      receipt_number: number,
      created_at: tx.now,
    },
  }
}

/** Who sent in the proof hears of the outcome too, and nobody hears twice. */
function withSubmitter(
  recipients: readonly Submitter[],
  submitter: Submitter | null | undefined,
): readonly Submitter[] {
  if (!submitter) return recipients
  const isAmong = recipients.some(({ email }) => email.toLowerCase() === submitter.email.toLowerCase())
  return isAmong ? recipients : [...recipients, submitter]
}

function usableAccount(account: ReceivingAccountRow | undefined, currency: string): ReceivingAccountRow {
  const pointer = '/receiving_account_id'
  if (!account) throw fieldRefusal(pointer, 'unknown_id', 'There is no such receiving account.')
  if (!account.is_active)
    throw fieldRefusal(pointer, 'retired', `${account.name} is retired. Choose another account.`)
  if (account.currency !== currency) {
    const detail = `${account.name} receives ${account.currency}, the payment is in ${currency}.`
    throw new Refusal('currency_mismatch', detail, {
      errors: [{ pointer, code: 'currency_mismatch', detail }],
    })
  }
  return account
}

function usableRate(rate: Rate | undefined, currency: string, on: string): Rate {
  if (rate?.has_rate) return rate
  throw new Refusal(
    'exchange_rate_missing',
    `There is no exchange rate of ${currency} for ${on}. Store one, then record the payment.`,
  )
}

/** @throws Refusal amount_too_large where the base currency cannot hold it exactly */
function inBase(amount: Money, rate: Rate): number {
  try {
    return convert(amount, rate.rate, rate.base_currency).amount
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error
    const detail = `In ${rate.base_currency} this is more than can be kept exactly.`
    throw new Refusal('amount_too_large', detail, {
      errors: [{ pointer: '/amount', code: 'amount_too_large', detail }],
    })
  }
}

const insertPayment = statement(
  `insert into payments (organization_id, id, client_id, receiving_account_id, currency, amount, credited, received_on, method, payer, external_reference, note, proof_id,
     base_currency, base_rate, base_rate_date, base_amount, recorded_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
)
const insertAllocations = statement(
  `insert into allocations (organization_id, id, kind, payment_id, invoice_id, client_id, currency, amount, created_by, created_at)
   select $1, part.id, 'payment', $2, part.invoice_id, $3, $4, part.amount, $5, $6 from unnest($7::uuid[], $8::uuid[], $9::bigint[]) as part (id, invoice_id, amount)`,
)
