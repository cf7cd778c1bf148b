import type { InvoicePaper, InvoicePaperLine } from '../document.ts'
import { print } from '../flow.ts'
import { beside, contextOf, gap, stacked } from '../parts/context.ts'
import { pageOf } from '../parts/page.ts'
import type { PaperContext } from '../parts/context.ts'
import { header } from '../parts/header.ts'
import type { Logo } from '../parts/logo.ts'
import { parties } from '../parts/parties.ts'
import { payTo } from '../parts/pay-to.ts'
import { prose, sectionHeading } from '../parts/section.ts'
import type { Remark } from '../parts/section.ts'
import { summary } from '../parts/summary.ts'
import { table } from '../parts/table.ts'
import { taxNamed, taxTable } from '../parts/tax-table.ts'
import { baseRows, totals } from '../parts/totals.ts'
import type { TotalsRow } from '../parts/totals.ts'
import { watermark } from '../parts/watermark.ts'
import { inkOf, soft } from '../styles.ts'
import { usualLabel } from '../texts/usual-label.ts'

/** Height that note and terms may take under the tax summary; longer ones stand at the end, over the full width. */
const MOST_REMARKS_BESIDE = 130

export function renderInvoice(invoice: InvoicePaper, logo: Logo | undefined): Promise<Buffer> {
  const context = contextOf(invoice)
  const { texts } = context
  const title = titleOf(context, invoice)
  const number = invoice.number === '' ? texts.numberWhenIssued : invoice.number
  const named = invoice.number === '' ? title : `${title} ${number}`
  const mark = invoice.void ? texts.voidMark : invoice.draft ? texts.draftMark : ''

  const lines = linesTable(context, invoice)
  const { ending, furtherRemarks } = endingOf(context, invoice)
  const ways = isPayable(invoice) ? payTo(context, invoice.payTo) : []

  return print(
    { ...pageOf(context, named, invoice.issueDate), background: (page) => watermark(page, mark) },
    (flow) => {
      flow.place(header(context, { title, number, logo }))
      flow.space(22)
      flow.place(parties(context, { buyer: texts.billedTo, seller: texts.from }))
      flow.space(16)
      flow.place(amountDue(context, invoice))
      flow.space(16)
      flow.placeTable(lines, ending.height + 10)
      flow.space(10)
      flow.place(ending)
      if (ways.length > 0) {
        const quote = {
          text: texts.quote(usualLabel(texts, invoice.reference.label)),
          value: invoice.reference.value,
        }
        flow.space(18)
        flow.place(sectionHeading(context, texts.howToPay, quote), ways[0]?.height)
        for (const row of ways) flow.place(row)
      }
      for (const remark of furtherRemarks) {
        flow.space(14)
        for (const line of prose(context, remark, 8)) flow.place(line)
      }
    },
  )
}

function isPayable(invoice: InvoicePaper): boolean {
  return !invoice.void && !invoice.draft && invoice.totals.due > 0
}

/** Taxes on the left, sums on the right, and short remarks in the room that the sums leave on the left. */
function endingOf(context: PaperContext, invoice: InvoicePaper) {
  const { texts } = context
  const remarks: Remark[] = [
    { heading: texts.note, text: invoice.note ?? '' },
    { heading: texts.terms, text: invoice.terms ?? '' },
  ].filter(({ text }) => text !== '')
  const sums = sumsOf(context, invoice)
  const taxes = invoice.taxes.length > 0 ? taxTable(context, texts.taxSummary, invoice.taxes) : gap(0)
  const short = stacked(...remarks.flatMap((remark) => [gap(14), ...prose(context, remark, 5)]))
  if (short.height > MOST_REMARKS_BESIDE) return { ending: beside(taxes, sums), furtherRemarks: remarks }
  return { ending: beside(stacked(taxes, short), sums), furtherRemarks: [] }
}

/** "Tax invoice" is what the law of many countries wants to read where tax is charged by a registered seller. */
function titleOf({ texts }: PaperContext, invoice: InvoicePaper): string {
  if (invoice.draft) return texts.draftInvoice
  return invoice.seller.vrn && invoice.taxes.length > 0 ? texts.taxInvoice : texts.invoice
}

function amountDue(context: PaperContext, invoice: InvoicePaper) {
  const { texts, figures } = context
  const settled = invoice.totals.due === 0 && invoice.totals.gross > 0
  const partly = invoice.totals.paid > 0 && !settled
  return summary(context, {
    label: invoice.void ? texts.total : settled ? texts.paidInFull : texts.amountDue,
    currency: invoice.currency,
    figure: figures.amount(settled || invoice.void ? invoice.totals.gross : invoice.totals.due),
    color: invoice.void ? soft.color : inkOf(invoice.brandColor),
    under: [
      ...(invoice.void
        ? [`${texts.voidSince(figures.day(invoice.void.date))}: ${invoice.void.reason}`, texts.voidNotice]
        : []),
      ...(!invoice.void && !settled ? [texts.dueOn(figures.day(invoice.dueDate))] : []),
      ...(invoice.draft ? [texts.draftNotice] : []),
      ...(partly
        ? [texts.paidOf(figures.money(invoice.totals.paid), figures.amount(invoice.totals.gross))]
        : []),
    ],
    link:
      !invoice.void && !invoice.draft && !settled && invoice.links?.pay
        ? { text: texts.payOnline, url: invoice.links.pay }
        : undefined,
    facts: [
      { name: texts.issued, value: figures.day(invoice.issueDate) },
      { name: texts.due, value: figures.day(invoice.dueDate) },
      ...(invoice.purchaseOrder ? [{ name: texts.purchaseOrder, value: invoice.purchaseOrder }] : []),
      { name: usualLabel(texts, invoice.reference.label), value: invoice.reference.value, quoted: true },
    ],
  })
}

function linesTable({ grid, texts, figures }: PaperContext, invoice: InvoicePaper) {
  // One rate for all lines is said once, in the tax summary.
  const taxed = new Set(invoice.lines.map((line) => line.taxLabel)).size > 1
  const counted = invoice.lines.some((line) => line.unit)
  return table({
    x: grid.left,
    width: grid.inner,
    columns: [
      { head: '', align: 'right', style: soft },
      { head: texts.description, align: 'left', fills: true, before: 10 },
      { head: texts.quantity, align: 'decimal', before: 16 },
      ...(counted ? [{ head: '', align: 'left', style: soft, before: 4 } as const] : []),
      {
        head: invoice.pricesIncludeTax ? texts.unitPriceWithTax : texts.unitPrice,
        align: 'decimal',
      },
      ...(taxed ? [{ head: texts.tax, align: 'left', style: soft, before: 16 } as const] : []),
      { head: texts.amountIn(invoice.currency), align: 'decimal', before: 16 },
    ],
    rows: invoice.lines.map((line) => [
      { text: figures.decimal(String(line.position)) },
      { text: line.description, below: line.details ? [line.details] : [] },
      { text: figures.decimal(line.quantity) },
      ...(counted ? [{ text: line.unit ?? '' }] : []),
      { text: figures.price(line.unitPrice), below: discountOf(texts, figures, line) },
      ...(taxed ? [{ text: line.taxLabel }] : []),
      { text: figures.amount(line.net) },
    ]),
    decimalMark: figures.decimalMark,
  })
}

function discountOf(texts: PaperContext['texts'], figures: PaperContext['figures'], line: InvoicePaperLine) {
  const percent = line.discountPercent
  return percent && Number(percent) !== 0 ? [texts.discountOfLine(figures.percent(percent))] : []
}

function sumsOf(context: PaperContext, invoice: InvoicePaper) {
  const { texts, figures } = context
  const { net, discount = 0, tax, gross, paid, due } = invoice.totals
  const [onlyTax] = invoice.taxes
  const taxName = invoice.taxes.length === 1 && onlyTax ? taxNamed(context, onlyTax) : texts.tax
  const rows: TotalsRow[] = [
    ...(invoice.taxes.length > 0 ? [part(texts.subtotal, figures.amount(net))] : []),
    ...(invoice.taxes.length > 0 ? [part(taxName, figures.amount(tax))] : []),
    sum(texts.total, figures.amount(gross)),
    ...(paid !== 0
      ? [part(texts.paid, figures.amount(-paid)), sum(texts.amountDue, figures.amount(due))]
      : []),
    ...(discount !== 0
      ? [{ name: texts.discountTaken(figures.money(discount)), amount: '', kind: 'note' } as const]
      : []),
    ...(invoice.base ? baseRows(context, invoice.base, texts.inBase(invoice.base.currency)) : []),
  ]
  function sum(name: string, amount: string): TotalsRow {
    return { name: `${name} ${invoice.currency}`, amount, kind: 'sum' }
  }
  return totals(context, rows)
}

function part(name: string, amount: string): TotalsRow {
  return { name, amount, kind: 'part' }
}
