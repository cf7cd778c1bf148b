import type { ClientRef, WantedClient } from './client-book.ts'
import { major, type SourceDocument } from './document.ts'
import {
  clientOfPayment,
  columnPaymentId,
  type ExistingInvoice,
  type ReadGroup,
  type Surroundings,
} from './surroundings.ts'
import { statedPaid, withoutRepeatedPayments, type PlannedPayment, type ReadPayment } from './payments.ts'
import type { Planning } from './plan.ts'
import type { Row } from './rows.ts'
import { clientExternalId, type ClientPayload } from './values-of-clients.ts'
import type { Effect, Measure } from './tally.ts'

export type PaymentPayload = Omit<PlannedPayment, 'row' | 'externalId'> & {
  invoiceItem: string | null
  invoiceId: string | null
  clientItem: string | null
  clientId: string | null
}

export const effect = (measure: Measure, currency: string | null, difference: number): Effect => ({
  measure,
  currency,
  difference,
})

/** What documents and payments share that name the same invoice: who their client is, what payments settle, and where the rest of them goes. */
export class GroupPlan {
  protected readonly planning: Planning
  protected readonly group: ReadGroup
  protected readonly around: Surroundings

  constructor(planning: Planning, group: ReadGroup, around: Surroundings) {
    this.planning = planning
    this.group = group
    this.around = around
  }

  /** @returns what of the invoice they settle */
  protected payments(
    document: SourceDocument,
    totals: { gross: number },
    client: ClientRef,
    invoice: { itemId: string | null; invoiceId: string | null; due: number },
  ): number {
    const { tally, rules } = this.planning
    const { payments } = this.group
    const { currency } = document
    if (rules.paid === 'payments_file')
      return this.settleWith(payments, totals.gross, currency, client, invoice)
    // The invoice's own word counts: the rows of the file stay on the sheet.
    const paid = Math.min(statedPaid(document, document.statedTotal ?? totals.gross), Number.MAX_SAFE_INTEGER)
    for (const { row, amount } of payments) {
      const detail = `${document.number} counts as paid by its own figure; this row of the payments file was left out.`
      row.become('dropped', 'payments_differ_from_paid', detail)
      row.causes.add('payments_differ_from_paid')
      tally.cause(
        'payments_differ_from_paid',
        [effect('payments', null, -1), effect('received', currency, -amount)],
        { row, detail },
      )
    }
    if (paid <= 0) return 0
    const payment: PlannedPayment = {
      row: null,
      externalId: columnPaymentId(document),
      amount: paid,
      currency,
      paidOn: document.paidOn ?? payments.at(-1)?.paidOn ?? document.issueDate,
      method: null,
      reference: null,
      note: null,
    }
    if (this.planning.hasPayments) {
      tally.add('portico', 'payments', null, 1)
      tally.add('portico', 'received', currency, paid)
      tally.cause('payments_differ_from_paid', [
        effect('payments', null, 1),
        effect('received', currency, paid),
      ])
    }
    const settled = Math.min(paid, invoice.due)
    this.credit(document.rows[0] as Row, paid - settled, currency, document.number)
    this.paymentItem(payment, client, invoice)
    return settled
  }

  protected settleWith(
    payments: readonly ReadPayment[],
    gross: number,
    currency: string,
    client: ClientRef,
    invoice: { itemId: string | null; invoiceId: string | null; due: number },
  ): number {
    const { tally, rules } = this.planning
    const { kept, dropped } = withoutRepeatedPayments(payments, gross, rules.repeated_payments)
    for (const { row, amount } of dropped) {
      const detail = `The row repeats another payment of ${row.text('invoice_number')}; the invoice’s total agrees without it.`
      row.become('dropped', 'repeated_payment', detail)
      row.causes.add('repeated_payment')
      tally.cause('repeated_payment', [effect('payments', null, -1), effect('received', currency, -amount)], {
        row,
        detail,
      })
    }
    let due = invoice.due
    let settled = 0
    for (const payment of kept) {
      const { row, amount } = payment
      if (this.around.recordedPayments.has(payment.externalId)) {
        const detail = 'This payment was brought in before.'
        row.become('unchanged', 'already_here', detail)
        row.causes.add('already_here')
        tally.add('portico', 'payments', null, 1)
        tally.add('portico', 'received', payment.currency, amount)
        tally.cause('already_here', [], { row, detail })
        continue
      }
      if (amount <= 0) {
        this.review(
          payment,
          `A payment of ${major(amount, payment.currency)} gives money back. Refunds are not brought in; look at it by hand.`,
        )
        continue
      }
      if (payment.currency !== currency) {
        row.reject(
          'other_currency',
          'amount',
          `The payment is in ${payment.currency}, its invoice in ${currency}.`,
        )
        tally.cause(
          'rejected',
          [effect('payments', null, -1), effect('received', payment.currency, -amount)],
          { row, detail: row.notes.at(-1)?.detail ?? '' },
        )
        continue
      }
      if (this.rateIsMissing(currency, payment.paidOn)) {
        const detail = `There is no exchange rate from ${currency} to ${this.planning.batch.base_currency} on or before ${payment.paidOn}.`
        row.reject('missing_exchange_rate', 'paid_on', detail)
        tally.cause(
          'missing_exchange_rate',
          [effect('payments', null, -1), effect('received', currency, -amount)],
          { row, detail },
        )
        continue
      }
      const part = Math.min(amount, due)
      due -= part
      settled += part
      tally.add('portico', 'payments', null, 1)
      tally.add('portico', 'received', currency, amount)
      this.credit(row, amount - part, currency, row.text('invoice_number'))
      if (row.outcome === 'repaired')
        tally.cause('repaired_value', [], {
          row,
          detail: row.notes.find(({ severity }) => severity === 'repaired')?.detail ?? '',
        })
      this.paymentItem(payment, client, invoice)
    }
    return settled
  }

  /** What is paid beyond the invoice becomes the client's credit: nothing is lost. */
  protected credit(row: Row, credited: number, currency: string, number: string): void {
    if (credited <= 0) return
    const { tally } = this.planning
    const detail = `${major(credited, currency)} more was paid than ${number} asks for: it becomes the client’s credit.`
    row.note('payments_exceed_invoice', 'info', 'amount', detail)
    row.causes.add('payments_exceed_invoice')
    tally.add('portico', 'credit', currency, credited)
    tally.cause('payments_exceed_invoice', [effect('credit', currency, credited)], { row, detail })
  }

  protected paymentItem(
    payment: PlannedPayment,
    client: ClientRef,
    invoice: { itemId: string | null; invoiceId: string | null },
  ): void {
    const { row: _row, externalId, ...rest } = payment
    const payload: PaymentPayload = {
      ...rest,
      invoiceItem: invoice.itemId,
      invoiceId: invoice.invoiceId,
      clientItem: client.itemId,
      clientId: client.clientId,
    }
    this.planning.item({
      kind: 'payments',
      externalId,
      label: `${client.name} ${payment.paidOn} ${major(payment.amount, payment.currency)}`,
      action: 'create',
      payload,
    })
  }

  /** Payments of an invoice that no file holds and that is here: they settle it. */
  protected payExisting(existing: ExistingInvoice): void {
    const client: ClientRef = {
      itemId: null,
      clientId: existing.client_id,
      name: existing.client_name,
      email: null,
    }
    this.settleWith(this.group.payments, existing.gross, existing.currency, client, {
      itemId: null,
      invoiceId: existing.id,
      due: existing.gross - existing.settled,
    })
  }

  protected orphans(payments: readonly ReadPayment[], why?: string): void {
    const { rules } = this.planning
    for (const payment of payments) {
      const { row, amount, currency } = payment
      const number = row.text('invoice_number')
      if (this.around.recordedPayments.has(payment.externalId)) {
        row.become('unchanged', 'already_here', 'This payment was brought in before.')
        this.planning.tally.add('portico', 'payments', null, 1)
        this.planning.tally.add('portico', 'received', currency, amount)
        continue
      }
      const reason =
        why ??
        (number === ''
          ? 'The payment names no invoice.'
          : `There is no invoice ${number}, in the files or here.`)
      if (amount <= 0) {
        this.review(
          payment,
          `${reason} A payment of ${major(amount, currency)} gives money back, which is not brought in.`,
        )
        continue
      }
      const client = rules.orphan_payments === 'client_credit' ? this.client(clientOfPayment(row), row) : null
      if (!client || this.rateIsMissing(currency, payment.paidOn)) {
        this.review(payment, reason)
        continue
      }
      const { tally } = this.planning
      tally.add('portico', 'payments', null, 1)
      tally.add('portico', 'received', currency, amount)
      tally.add('portico', 'credit', currency, amount)
      const detail = `${reason} It becomes credit of ${client.name}.`
      row.note('orphan_payment', 'info', null, detail)
      row.causes.add('orphan_payment')
      tally.cause('orphan_payment', [effect('credit', currency, amount)], { row, detail })
      this.paymentItem(payment, client, { itemId: null, invoiceId: null })
    }
  }

  protected review(payment: ReadPayment, detail: string): void {
    const { row, amount, currency } = payment
    row.become('review', 'orphan_payment', detail)
    row.causes.add('orphan_payment')
    this.planning.tally.cause(
      'orphan_payment',
      [effect('payments', null, -1), effect('received', currency, -amount)],
      { row, detail },
    )
  }

  protected rateIsMissing(currency: string, date: string): boolean {
    if (currency === this.planning.batch.base_currency) return false
    const found = this.around.rates.get(`${currency} ${date}`) ?? 'none'
    return found === 'none' || (found === 'nearest' && this.planning.rules.missing_exchange_rate === 'reject')
  }

  /** The client of an invoice: of the batch, here, or new by the invoice's own word; null where a rule refuses that. */
  protected client(wanted: WantedClient, row: Row): ClientRef | null {
    const { clients, rules, tally } = this.planning
    if (wanted.name === '' && !wanted.email) return null
    const found = clients.inBatch(wanted)
    if (found) return found.ref
    const payload = bareClient(wanted)
    const recorded = clients.recorded(wanted.externalId || clientExternalId(wanted))
    if (recorded) return clients.plan(wanted, payload, { action: 'unchanged', clientId: recorded })
    const existing = clients.existing(wanted)
    if (existing) {
      tally.cause('existing_client', [], {
        row,
        detail: `${existing.row.name} is here already, with the same ${existing.by}.`,
      })
      return clients.plan(wanted, payload, { action: 'match', clientId: existing.row.id })
    }
    if (rules.unknown_client === 'reject') return null
    const detail = `${wanted.name} is in no clients file and not here: made from the invoice.`
    row.note('unknown_client', 'info', 'client_name', detail)
    row.causes.add('unknown_client')
    tally.add('portico', 'clients', null, 1)
    tally.cause('unknown_client', [effect('clients', null, 1)], { row, detail })
    return clients.plan(wanted, payload, { action: 'create', clientId: null })
  }
}

function bareClient({ name, email }: WantedClient): ClientPayload {
  const isAddress = email !== null && /^[^\s@<>,;"']+@[^\s@<>,;"'.]+(\.[^\s@<>,;"'.]+)+$/.test(email)
  return {
    name: name || (email ?? ''),
    kind: 'company',
    email: isAddress ? email : null,
    phone: null,
    website: null,
    address: {},
    country: null,
    tax_number: null,
    registration_number: null,
    currency: null,
    note: null,
    contact: null,
  }
}
