import { convert } from '@portico/money'
import { insertMany, statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { openInvoicesForUpdate, settleQuietly } from '../invoices/index.ts'
import { holdBaseCurrency, mirrorEntry, paymentLegs, postEntries, type NewEntry } from '../ledger/index.ts'
import { importAccount } from '../receiving-accounts/index.ts'

/** A payment of another system. Amounts in minor units; without an invoice all of it is the client's credit. */
export type PaymentToBringIn = {
  id: string
  clientId: string
  invoiceId: string | null
  currency: string
  amount: number
  paidOn: string
  method: string | null
  reference: string | null
  note: string | null
}

/**
 * Payments from elsewhere, many at once, of clients and invoices that are here. Each settles its invoice as far as something is due there
 * now; the rest is the client's credit. The other system gave the receipts, so none are given; nothing is announced or sent.
 * @returns by the id given, why it was not made
 */
export async function bringInPayments(
  tx: Tx,
  payments: readonly PaymentToBringIn[],
): Promise<Map<string, string>> {
  const { organizationId } = tx
  const clientIds = [...new Set(payments.map(({ clientId }) => clientId))]
  const invoiceIds = [...new Set(payments.flatMap(({ invoiceId }) => invoiceId ?? []))]
  const pairs = [
    ...new Map(
      payments.map(({ currency, paidOn }) => [`${currency} ${paidOn}`, [currency, paidOn] as const]),
    ).values(),
  ]
  const [, clients, invoices, rates] = await tx.batch([
    holdBaseCurrency(organizationId),
    lockClients(organizationId, clientIds),
    openInvoicesForUpdate(organizationId, invoiceIds),
    ratesOn(
      organizationId,
      pairs.map(([currency]) => currency),
      pairs.map(([, day]) => day),
    ),
  ])
  const accounts = new Map<string, string>()
  for (const currency of new Set(payments.map((payment) => payment.currency)))
    accounts.set(currency, await importAccount(tx, currency))
  const known = new Set(clients.map(({ id }) => id))
  const due = new Map(
    invoices.map((invoice) => [invoice.id, invoice.document_state === 'final' ? invoice.due : 0]),
  )
  const holder = new Map(invoices.map((invoice) => [invoice.id, invoice.client_id]))
  const refused = new Map<string, string>()
  const made = payments.flatMap((payment) => {
    const rate = rates.find(({ currency, day }) => currency === payment.currency && day === payment.paidOn)
    if (!known.has(payment.clientId)) refused.set(payment.id, 'Its client is gone.')
    else if (payment.invoiceId !== null && holder.get(payment.invoiceId) !== payment.clientId)
      refused.set(payment.id, 'Its invoice is gone.')
    else if (!rate?.rate)
      refused.set(payment.id, `There is no exchange rate of ${payment.currency} for ${payment.paidOn}.`)
    else {
      const open = payment.invoiceId === null ? 0 : (due.get(payment.invoiceId) ?? 0)
      const part = Math.min(open, payment.amount)
      if (payment.invoiceId !== null) due.set(payment.invoiceId, open - part)
      return [
        {
          payment,
          part,
          credited: payment.amount - part,
          rate,
          accountId: accounts.get(payment.currency) as string,
        },
      ]
    }
    return []
  })
  if (made.length === 0) return refused
  tx.later(
    insertPayments(
      organizationId,
      made.map(({ payment, credited, rate, accountId }) => ({
        id: payment.id,
        client_id: payment.clientId,
        receiving_account_id: accountId,
        currency: payment.currency,
        amount: payment.amount,
        credited,
        received_on: payment.paidOn,
        method: payment.method ?? importedMethod,
        external_reference: payment.reference,
        note: payment.note,
        base_currency: rate.base_currency,
        base_rate: rate.rate,
        base_rate_date: rate.rate_date,
        base_amount: convert(
          { amount: payment.amount, currency: payment.currency },
          rate.rate as string,
          rate.base_currency,
        ).amount,
        created_at: tx.now,
      })),
    ),
  )
  const settling = made.filter(({ part }) => part > 0)
  if (settling.length > 0)
    tx.later(
      insertAllocations(
        organizationId,
        settling.map(({ payment, part }) => ({
          id: newId(),
          kind: 'payment',
          payment_id: payment.id,
          invoice_id: payment.invoiceId,
          client_id: payment.clientId,
          currency: payment.currency,
          amount: part,
          created_at: tx.now,
        })),
      ),
    )
  settleQuietly(
    tx,
    settling.map(({ payment, part }) => ({
      invoiceId: payment.invoiceId as string,
      amount: part,
      on: payment.paidOn,
    })),
  )
  postEntries(
    tx,
    made.map(({ payment, part, credited, rate, accountId }): NewEntry => ({
      kind: 'payment_received',
      sourceKind: 'payment',
      sourceId: payment.id,
      clientId: payment.clientId,
      occurredOn: payment.paidOn,
      currency: payment.currency,
      base: { currency: rate.base_currency, rate: rate.rate as string },
      legs: paymentLegs({
        id: payment.id,
        receivingAccountId: accountId,
        allocations: part > 0 ? [{ invoiceId: payment.invoiceId as string, amount: part }] : [],
        credited,
      }),
    })),
  )
  tx.recordMany(
    made.map(({ payment, part, credited }) => ({
      action: 'payments.imported',
      entityKind: 'payment',
      entityId: payment.id,
      clientId: payment.clientId,
      after: {
        amount: payment.amount,
        currency: payment.currency,
        credited,
        received_on: payment.paidOn,
        allocations: part > 0 ? [{ invoice_id: payment.invoiceId, amount: part }] : [],
      },
    })),
  )
  return refused
}

const importedMethod = 'Imported'

export type ImportedPayment = {
  id: string
  client_id: string
  currency: string
  amount: number
  credited: number
  received_on: string
  withdrawn_at: string | null
  invoice_id: string | null
  allocated: number
  /** Of the client in this currency, now. */
  credit: number
}
/** `importedPayments(organizationId, ids)`; their clients are locked by the caller. An imported payment settles one invoice at most. */
export const importedPayments = statement<ImportedPayment>(
  `select p.id, p.client_id, p.currency, p.amount, p.credited, p.received_on, p.withdrawn_at, a.invoice_id, coalesce(a.amount, 0) as allocated,
     coalesce((select b.credit from client_balances b where b.organization_id = $1 and b.client_id = p.client_id and b.currency = p.currency), 0) as credit
   from payments p left join allocations a on a.organization_id = p.organization_id and a.payment_id = p.id
   where p.organization_id = $1 and p.id = any ($2::uuid[]) order by p.id`,
)
export const lockClientsOfPayments = statement<{ id: string }>(
  'select c.id from clients c where c.organization_id = $1 and c.id in (select p.client_id from payments p where p.organization_id = $1 and p.id = any ($2::uuid[])) order by c.id for update',
)

/** Takes payments back that came with an import: by the mirror of their posting, to the unit. What they settled is open again. */
export function withdrawPayments(tx: Tx, payments: readonly ImportedPayment[], today: string): void {
  if (payments.length === 0) return
  const ids = payments.map(({ id }) => id)
  tx.later(markPayments(tx.organizationId, ids, tx.now))
  tx.later(markAllocations(tx.organizationId, ids, tx.now))
  settleQuietly(
    tx,
    payments.flatMap(({ invoice_id, allocated }) =>
      invoice_id === null ? [] : [{ invoiceId: invoice_id, amount: -allocated, on: today }],
    ),
  )
  for (const payment of payments)
    mirrorEntry(tx, {
      kind: 'payment_withdrawn',
      mirrors: 'payment_received',
      sourceKind: 'payment',
      sourceId: payment.id,
      clientId: payment.client_id,
      occurredOn: today,
      currency: payment.currency,
      change: { receivable: 0 - payment.allocated, credit: payment.credited },
    })
  tx.recordMany(
    payments.map((payment) => ({
      action: 'payments.import_withdrawn',
      entityKind: 'payment',
      entityId: payment.id,
      clientId: payment.client_id,
      before: { amount: payment.amount, currency: payment.currency, credited: payment.credited },
    })),
  )
}

const lockClients = statement<{ id: string }>(
  'select id from clients where organization_id = $1 and id = any ($2::uuid[]) and deleted_at is null order by id for update',
)
const ratesOn = statement<{
  currency: string
  day: string
  base_currency: string
  rate: string | null
  rate_date: string | null
}>(
  `select q.currency, q.day, s.base_currency, case when q.currency = s.base_currency then '1' else e.rate end as rate, case when q.currency = s.base_currency then q.day else e.rate_date end as rate_date
   from unnest($2::text[], $3::date[]) as q (currency, day) join organization_settings s on s.organization_id = $1
     left join lateral (
       select trim_scale(x.rate)::text as rate, x.rate_date from exchange_rates x
       where x.organization_id = $1 and x.base_currency = s.base_currency and x.currency = q.currency
       order by (x.rate_date <= q.day) desc, case when x.rate_date <= q.day then x.rate_date end desc, x.rate_date limit 1) e on true`,
)
const insertPayments = insertMany('payments', {
  id: 'uuid',
  client_id: 'uuid',
  receiving_account_id: 'uuid',
  currency: 'text',
  amount: 'bigint',
  credited: 'bigint',
  received_on: 'date',
  method: 'text',
  external_reference: 'text',
  note: 'text',
  base_currency: 'text',
  base_rate: 'numeric',
  base_rate_date: 'date',
  base_amount: 'bigint',
  created_at: 'timestamptz',
})
const insertAllocations = insertMany('allocations', {
  id: 'uuid',
  kind: 'text',
  payment_id: 'uuid',
  invoice_id: 'uuid',
  client_id: 'uuid',
  currency: 'text',
  amount: 'bigint',
  created_at: 'timestamptz',
})
const markPayments = statement(
  'update payments set withdrawn_at = $3 where organization_id = $1 and id = any ($2::uuid[]) and withdrawn_at is null',
)
const markAllocations = statement(
  'update allocations set withdrawn_at = $3 where organization_id = $1 and payment_id = any ($2::uuid[]) and withdrawn_at is null',
)
