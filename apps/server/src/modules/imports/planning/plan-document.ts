import { dueDateOf } from '@portico/money'
import { isStandardRate } from '../../taxes/index.ts'
import type { ClientRef } from './client-book.ts'
import { major, type SourceDocument } from './document.ts'
import { clientFigures } from './plan-clients.ts'
import type { ExistingInvoice } from './surroundings.ts'
import { statedOpen, statedPaid } from './payments.ts'
import type { Row } from './rows.ts'
import { draftTotals, totalsOf, type PlannedLine, type PlannedTax, type Totals } from './totals.ts'

import { effect, GroupPlan } from './plan-group.ts'
export type InvoicePayload = {
  number: string
  isDraft: boolean
  isSent: boolean
  clientItem: string | null
  clientId: string | null
  currency: string
  issueDate: string
  dueDate: string
  purchaseOrder: string | null
  note: string | null
  terms: string | null
  lines: PlannedLine[]
  taxes: PlannedTax[]
  net: number
  tax: number
  gross: number
}
/** One invoice with the payments that name it: what becomes of them, and how both sides of the sheet come out. */
export class DocumentPlan extends GroupPlan {
  settle(): void {
    const { document, invoiceRows, payments, paymentRows } = this.group
    const { tally } = this.planning
    for (const row of paymentRows) {
      tally.add('source', 'payments', null, 1)
      if (row.isOut)
        tally.cause(row.isRejected ? 'rejected' : 'repeated_payment', [effect('payments', null, -1)], {
          row,
          detail: row.notes.at(-1)?.detail ?? '',
        })
    }
    for (const payment of payments) tally.add('source', 'received', payment.currency, payment.amount)
    if (!document) {
      if (invoiceRows.length > 0) this.#countUnread(invoiceRows)
      const existing = this.around.existingByNumber.get(this.group.key)
      if (existing && invoiceRows.length === 0 && existing.document_state === 'final')
        this.payExisting(existing)
      else this.orphans(payments)
      return
    }
    this.#settleDocument(document)
  }

  /** An invoice of which a row could not be read: it counts, as far as that is known. */
  #countUnread(rows: readonly Row[]): void {
    const { tally } = this.planning
    const row = rows.find(({ isRejected }) => isRejected) ?? rows[0]
    if (!row || rows.every(({ outcome }) => outcome === 'dropped')) return
    tally.invoices++
    tally.add('source', 'invoices', null, 1)
    tally.cause('rejected', [effect('invoices', null, -1)], {
      row,
      detail: row.notes.find(({ severity }) => severity === 'rejected')?.detail ?? '',
    })
  }

  #settleDocument(document: SourceDocument): void {
    const { tally, rules } = this.planning
    const lead = document.rows[0] as Row
    const { currency } = document
    if (document.rows.some((row) => row.causes.has('taxes_combined')))
      tally.cause('taxes_combined', [], {
        row: lead,
        detail: `${document.number}: two taxes of a line stand as one, with their sum.`,
      })
    if (document.rows.some((row) => row.outcome === 'repaired'))
      tally.cause('repaired_value', [], {
        row: lead,
        detail:
          document.rows.flatMap(({ notes }) => notes).find(({ severity }) => severity === 'repaired')
            ?.detail ?? '',
      })
    const found = totalsOf(document, rules)
    const total = document.statedTotal ?? (found.kind === 'fits' ? found.totals.gross : found.computed)
    if (document.state === 'draft')
      return this.#draft(document, found.kind === 'fits' ? found.totals : null, total)

    const paid = statedPaid(document, total)
    const open = statedOpen(document, total)
    tally.invoices++
    tally.add('source', 'invoices', null, 1)
    tally.add('source', 'invoiced', currency, total)
    tally.add('source', 'paid', currency, paid)
    tally.add('source', 'open', currency, open)
    const away = [
      effect('invoices', null, -1),
      effect('invoiced', currency, -total),
      effect('paid', currency, -paid),
      effect('open', currency, -open),
    ]
    const refuse = (
      cause: 'rejected' | 'total_differs' | 'unknown_client' | 'missing_exchange_rate' | 'void_in_source',
      code: string,
      detail: string,
    ): void => {
      for (const row of document.rows) {
        if (cause === 'void_in_source') row.become('dropped', code, detail)
        else row.reject(code, null, detail)
        row.causes.add(cause)
      }
      tally.cause(cause, away, { row: lead, detail })
      this.#countClient(
        this.planning.clients.inBatch(document.client)?.ref ?? null,
        document,
        [total, paid, open],
        null,
      )
      this.orphans(this.group.payments, detail)
    }
    if (document.state === 'void')
      return refuse(
        'void_in_source',
        'void_in_source',
        `${document.number} is void in the other system and was left out.`,
      )
    if (found.kind === 'differs')
      return refuse(
        'total_differs',
        'total_differs',
        `The rows of ${document.number} come to ${major(found.computed, currency)}, the invoice says ${major(found.stated, currency)}.`,
      )
    const { totals } = found
    if (totals.gross < 0)
      return refuse(
        'rejected',
        'total_negative',
        `${document.number} comes to ${major(totals.gross, currency)}. An invoice asks for money; credit notes are not brought in.`,
      )
    const known = this.around.recordedInvoices.get(document.externalId)
    const existing = known ? this.around.existingById.get(known) : undefined
    if (existing) return this.#alreadyHere(document, existing, [total, paid, open])
    const taken = this.around.existingByNumber.get(document.number)
    if (taken)
      return refuse(
        'rejected',
        'number_taken',
        `There is an invoice ${document.number} already, of ${taken.client_name}. Numbers are kept, so this one cannot come in beside it.`,
      )
    if (this.rateIsMissing(currency, document.issueDate))
      return refuse(
        'missing_exchange_rate',
        'missing_exchange_rate',
        `There is no exchange rate from ${currency} to ${this.planning.batch.base_currency} on or before ${document.issueDate}. Store one, then make the sheet again.`,
      )
    const client = this.client(document.client, lead)
    if (!client)
      return refuse(
        'unknown_client',
        'unknown_client',
        `${document.client.name} is in no clients file and not here.`,
      )

    for (const line of found.dropped) {
      const detail = `Line ${line.row.stored.line} repeats another of ${document.number}; the invoice’s total agrees without it.`
      line.row.become('dropped', 'repeated_row', detail)
      line.row.causes.add('repeated_row')
      tally.cause('repeated_row', [], { row: line.row, detail })
    }
    if (found.adjusted) {
      const detail =
        found.adjusted === 'rounding'
          ? `The rows of ${document.number} come to ${major(total - found.adjustment, currency)}, the invoice says ${major(total, currency)}: a matter of rounding.`
          : `The rows of ${document.number} come to ${major(total - found.adjustment, currency)}, the invoice says ${major(total, currency)}: a line makes up for it.`
      lead.note(found.adjusted, 'info', 'total', detail)
      lead.causes.add(found.adjusted)
      tally.cause(
        found.adjusted,
        [effect('invoiced', currency, totals.offBy), effect('open', currency, totals.offBy)],
        { row: lead, detail },
      )
    }
    const itemId = this.#invoiceItem(document, totals, client, false)
    const settled = this.payments(document, totals, client, { itemId, invoiceId: null, due: totals.gross })
    this.#close(document, client, [total, paid, open], [totals.gross, settled], lead)
  }

  /** What the invoice comes to here, against what its source says; the rest of the difference is what was paid. */
  #close(
    document: SourceDocument,
    client: ClientRef,
    source: [number, number, number],
    [gross, settled]: [number, number],
    lead: Row,
  ): void {
    const { tally } = this.planning
    const { currency } = document
    const [total, paid, open] = source
    tally.add('portico', 'invoices', null, 1)
    tally.add('portico', 'invoiced', currency, gross)
    tally.add('portico', 'paid', currency, settled)
    tally.add('portico', 'open', currency, gross - settled)
    const byPaid = settled - paid
    const byOpen = gross - settled - open - (gross - total)
    if (byPaid !== 0 || byOpen !== 0) {
      const detail = `${document.number}: paid ${major(paid, currency)} by the invoice, ${major(settled, currency)} by ${this.planning.rules.paid === 'payments_file' ? 'the payments file' : 'what is brought in'}.`
      lead.note('payments_differ_from_paid', 'info', 'paid', detail)
      lead.causes.add('payments_differ_from_paid')
      tally.cause(
        'payments_differ_from_paid',
        [effect('paid', currency, byPaid), effect('open', currency, byOpen)],
        { row: lead, detail },
      )
    }
    if (gross === total && byPaid === 0 && byOpen === 0) tally.agreeing++
    this.#countClient(client, document, source, [gross, settled])
  }

  #countClient(
    client: ClientRef | null,
    document: SourceDocument,
    [total, paid, open]: [number, number, number],
    portico: [number, number] | null,
  ): void {
    const ref = client ?? { itemId: null, clientId: null, name: document.client.name, email: null }
    const figures = clientFigures(this.planning, ref, document.currency)
    figures.invoices[0]++
    figures.invoiced[0] += total
    figures.paid[0] += paid
    figures.open[0] += open
    if (!portico) return
    const [gross, settled] = portico
    figures.invoices[1]++
    figures.invoiced[1] += gross
    figures.paid[1] += settled
    figures.open[1] += gross - settled
  }

  #draft(document: SourceDocument, totals: Totals | null, total: number): void {
    const { tally } = this.planning
    const { currency } = document
    const lead = document.rows[0] as Row
    tally.add('source', 'drafts', null, 1)
    tally.add('source', 'drafted', currency, total)
    const away = [effect('drafts', null, -1), effect('drafted', currency, -total)]
    const known = this.around.recordedInvoices.get(document.externalId)
    this.orphans(this.group.payments, `${document.number} is a draft, on which nothing is paid.`)
    if (known) {
      for (const row of document.rows)
        row.become('unchanged', 'already_here', `The draft ${document.number} was brought in before.`)
      tally.add('portico', 'drafts', null, 1)
      tally.add('portico', 'drafted', currency, total)
      tally.cause('already_here', [], {
        row: lead,
        detail: `The draft ${document.number} was brought in before.`,
      })
      this.planning.item({
        kind: 'invoices',
        externalId: document.externalId,
        label: document.number,
        action: 'unchanged',
        payload: {},
        entityId: known,
      })
      return
    }
    const client = totals && this.client(document.client, lead)
    if (!totals || !client) {
      const code = totals ? 'unknown_client' : 'total_differs'
      const detail = totals
        ? `${document.client.name} is in no clients file and not here.`
        : `The rows of the draft ${document.number} do not come to ${major(total, currency)}.`
      for (const row of document.rows) {
        row.reject(code, null, detail)
        row.causes.add(code)
      }
      tally.cause(code, away, { row: lead, detail })
      return
    }
    const here = draftTotals(totals, this.around.taxRounding)
    tally.add('portico', 'drafts', null, 1)
    tally.add('portico', 'drafted', currency, here.gross)
    if (totals.gross !== total)
      tally.cause('rounding', [effect('drafted', currency, totals.gross - total)], {
        row: lead,
        detail: `The rows of the draft ${document.number} come to ${major(totals.gross, currency)}, the draft says ${major(total, currency)}.`,
      })
    this.#draftTax(document, totals, here)
    const detail = `${document.number} is a draft: it gets its number when it is issued here.`
    lead.note('draft_without_number', 'info', 'number', detail)
    lead.causes.add('draft_without_number')
    tally.cause('draft_without_number', [], { row: lead, detail })
    this.#invoiceItem(document, here, client, true)
  }

  /** A draft's tax is reckoned by a rate of today: by which, whether it has to be added first, and what it comes to. */
  #draftTax(document: SourceDocument, source: Totals, here: Totals): void {
    const { currency } = document
    const lead = document.rows[0] as Row
    const taxed = here.taxes.filter(({ category }) => category === 'standard')
    if (taxed.length === 0) return
    const names = taxed.map(({ name, percent }) => {
      const rate = this.around.taxRates.find(isStandardRate(percent))
      return rate
        ? `${percent} % by your rate “${rate.name}”`
        : `${percent} % by a rate “${name}”, which is added to your tax rates`
    })
    const difference = here.tax - source.tax
    const detail = `The tax of the draft ${document.number} is reckoned here: ${names.join('; ')}.${difference === 0 ? '' : ` It comes to ${major(here.tax, currency)}, there it was ${major(source.tax, currency)}.`}`
    lead.note('draft_tax', 'info', null, detail)
    lead.causes.add('draft_tax')
    this.planning.tally.cause(
      'draft_tax',
      difference === 0 ? [] : [effect('drafted', currency, difference)],
      { row: lead, detail },
    )
  }

  #invoiceItem(document: SourceDocument, totals: Totals, client: ClientRef, isDraft: boolean): string {
    const { tally, rules } = this.planning
    const lead = document.rows[0] as Row
    let dueDate = document.dueDate ?? dueDateOf(document.issueDate, { kind: 'net', days: 0 })
    if (dueDate < document.issueDate) {
      const isKept = rules.due_before_issue === 'keep'
      const detail = `${document.number} is due on ${dueDate}, before it was issued on ${document.issueDate}${isKept ? ': kept as it is' : ': made due on the day of issue'}.`
      lead.note('due_before_issue', 'info', 'due_date', detail)
      lead.causes.add('due_before_issue')
      tally.cause('due_before_issue', [], { row: lead, detail })
      if (!isKept) dueDate = document.issueDate
    }
    const payload: InvoicePayload = {
      number: document.number,
      isDraft,
      isSent: document.isSent,
      clientItem: client.itemId,
      clientId: client.clientId,
      currency: document.currency,
      issueDate: document.issueDate,
      dueDate,
      purchaseOrder: document.purchaseOrder,
      note: document.note,
      terms: document.terms,
      lines: totals.lines,
      taxes: totals.taxes,
      net: totals.net,
      tax: totals.tax,
      gross: totals.gross,
    }
    return this.planning.item({
      kind: 'invoices',
      externalId: document.externalId,
      label: document.number,
      action: 'create',
      payload,
    })
  }

  /** Brought in before: it stays as it is; payments that are new settle what is still due on it. */
  #alreadyHere(document: SourceDocument, existing: ExistingInvoice, source: [number, number, number]): void {
    const { tally, rules } = this.planning
    const lead = document.rows[0] as Row
    const { currency } = document
    for (const row of document.rows) {
      row.become('unchanged', 'already_here', `${document.number} was brought in before.`)
      row.causes.add('already_here')
    }
    const client: ClientRef = {
      itemId: null,
      clientId: existing.client_id,
      name: existing.client_name,
      email: null,
    }
    const due = existing.document_state === 'final' ? existing.gross - existing.settled : 0
    let fresh = 0
    if (rules.paid === 'payments_file')
      fresh = this.settleWith(this.group.payments, existing.gross, currency, client, {
        itemId: null,
        invoiceId: existing.id,
        due,
      })
    else
      for (const { row, amount } of this.group.payments) {
        const detail = `${document.number} counts as paid by its own figure; this row of the payments file was left out.`
        row.become('dropped', 'payments_differ_from_paid', detail)
        tally.cause(
          'payments_differ_from_paid',
          [effect('payments', null, -1), effect('received', currency, -amount)],
          { row, detail },
        )
      }
    this.planning.item({
      kind: 'invoices',
      externalId: document.externalId,
      label: document.number,
      action: 'unchanged',
      payload: {},
      entityId: existing.id,
    })
    tally.cause(
      'already_here',
      [
        effect('invoiced', currency, existing.gross - source[0]),
        effect('open', currency, existing.gross - source[0]),
      ],
      { row: lead, detail: `${document.number} was brought in before.` },
    )
    this.#close(
      document,
      this.planning.clients.inBatch(document.client)?.ref ?? client,
      source,
      [existing.gross, existing.settled + fresh],
      lead,
    )
  }
}
