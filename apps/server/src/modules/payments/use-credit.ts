import { formatMoney, todayIn, type Money } from '@portico/money'
import type { AppParts } from '../../app-parts.ts'
import { actorOf, statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { paperTexts } from '../../platform/paper/index.ts'
import { requireOpen, setReferenceState, settle } from '../invoices/index.ts'
import { creditLegs, postEntry } from '../ledger/index.ts'
import { issueReceipt } from '../receipts/index.ts'
import { tooLarge } from './rules.ts'
import { localeOf, pageOf, settledPart, settlingFrom, settlingStatements } from './settling.ts'

/**
 * Settles an invoice with its client's credit. The client's row and its balance are locked, so spenders queue; the balance's CHECK is
 * the second lock on the same door (MECHANICS.md, 18).
 * The caller has decided that this principal may use the credit of this client.
 * @throws notFound where the client has no such invoice; Refusal insufficient_credit, currency_mismatch, invoice_not_open, amount_too_large
 */
export async function useCredit(
  parts: Pick<AppParts, 'keyring' | 'config'>,
  tx: Tx,
  given: { invoiceId: string; clientId: string; amount: Money },
): Promise<void> {
  const { organizationId } = tx
  const { amount, invoiceId } = given
  const rows = (await tx.batch([
    ...settlingStatements(organizationId, given.clientId, [invoiceId]),
    lockCredit(organizationId, given.clientId, amount.currency),
  ] as Statement[])) as unknown[][]
  const { settling, more } = settlingFrom(rows, given.clientId)
  const { client, parties, invoices } = settling
  if (!client || !parties || !invoices[0]) throw notFound('invoice')
  const invoice = requireOpen(invoices, [invoiceId])[0] as (typeof invoices)[0]
  if (invoice.currency !== amount.currency)
    throw new Refusal(
      'currency_mismatch',
      `${invoice.number} is in ${invoice.currency}, not in ${amount.currency}.`,
    )
  if (amount.amount > invoice.due) throw tooLarge('/amount', invoice)
  const credit = (more[0]?.[0] as { credit: number } | undefined)?.credit ?? 0
  if (amount.amount > credit)
    throw new Refusal(
      'insufficient_credit',
      `${formatMoney({ amount: credit, currency: amount.currency }, 'en')} of credit is left.`,
    )

  const allocationId = newId()
  tx.later(
    insertAllocation(
      organizationId,
      allocationId,
      invoiceId,
      client.id,
      amount.currency,
      amount.amount,
      actorOf(tx.principal).id,
      tx.now,
    ),
  )
  const after = settle(tx, invoice, amount.amount)
  if (after.due > 0 && settling.waiting.has(invoiceId)) setReferenceState(tx, invoiceId, 'submitted')
  const today = todayIn(parties.timezone, new Date(tx.now))
  postEntry(tx, {
    kind: 'credit_applied',
    sourceKind: 'allocation',
    sourceId: allocationId,
    clientId: client.id,
    occurredOn: today,
    currency: amount.currency,
    // At the invoice's rate: what is owed shrinks by what was posted for it.
    base: { currency: invoice.base_currency, rate: invoice.base_rate },
    legs: creditLegs(invoiceId, amount.amount),
  })
  tx.record({
    action: 'payments.credit_applied',
    entityKind: 'invoice',
    entityId: invoiceId,
    clientId: client.id,
    after: { amount: amount.amount, currency: amount.currency },
  })
  tx.announce('credit.applied', { allocation_id: allocationId, invoice_id: invoiceId, client_id: client.id })
  const locale = localeOf(settling)
  await issueReceipt(parts, tx, {
    clientId: client.id,
    source: { allocationId },
    currency: amount.currency,
    amount: amount.amount,
    credited: 0,
    date: today,
    method: paperTexts(locale).clientCredit,
    reference: null,
    settles: [settledPart(settling, invoice, amount.amount)],
    base: null,
    locale,
    parties,
    recipients: settling.recipients,
    url: pageOf(parts, organizationId, settling),
  })
}

const lockCredit = statement<{ credit: number }>(
  'select credit from client_balances where organization_id = $1 and client_id = $2 and currency = $3 for update',
)
const insertAllocation = statement(
  `insert into allocations (organization_id, id, kind, invoice_id, client_id, currency, amount, created_by, created_at) values ($1, $2, 'credit', $3, $4, $5, $6, $7, $8)`,
)
