import type { InvoicePaper, InvoicePaperLine } from '../document.ts'
import { beside, contextOf } from '../parts/context.ts'
import type { PaperContext } from '../parts/context.ts'
import { footer } from '../parts/footer.ts'
import { header, runningHead } from '../parts/header.ts'
import type { Logo } from '../parts/logo.ts'
import { parties } from '../parts/parties.ts'
import { payTo } from '../parts/pay-to.ts'
import { prose, sectionHeading } from '../parts/section.ts'
import { summary } from '../parts/summary.ts'
import { table } from '../parts/table.ts'
import { taxTable } from '../parts/tax-table.ts'
import { baseRows, totals } from '../parts/totals.ts'
import type { TotalsRow } from '../parts/totals.ts'
import { watermark } from '../parts/watermark.ts'
import { Sheet } from '../sheet.ts'
import { inkOf, soft } from '../styles.ts'
import { languageOf } from '../texts/texts.ts'

export async function renderInvoice(invoice: InvoicePaper, logo: Logo | undefined): Promise<Buffer> {
  const context = contextOf(invoice)
  const { texts } = context
  const title = titleOf(context, invoice)
  const number = invoice.number === '' ? texts.numberWhenIssued : invoice.number
  const foot = footer(context)
  const mark = invoice.void ? texts.voidMark : invoice.draft ? texts.draftMark : ''
  const sheet = new Sheet({
    paper: invoice.paper,
    title: invoice.number === '' ? title : `${title} ${number}`,
    author: invoice.seller.name,
    language: languageOf(invoice.locale),
    createdOn: invoice.issueDate,
    footHeight: foot.height,
    background: (page) => {
      if (mark !== '') watermark(page, mark)
    },
    runningHead: runningHead(context, `${title} ${invoice.number}`.trim()),
  })

  sheet.place(header(context, { title, number, logo }))
  sheet.space(28)
  sheet.place(parties(context, { buyer: texts.billedTo, seller: texts.from }))
  sheet.space(24)
  sheet.place(amountDue(context, invoice))
  sheet.space(26)

  const lines = linesTable(context, invoice)
  const sums = sumsOf(context, invoice)
  sheet.placeTable(lines, sums.height + 10)
  sheet.space(10)
  sheet.place(sums)

  const payable = !invoice.void && !invoice.draft && invoice.totals.due > 0
  if (payable && invoice.payTo.length > 0) {
    sheet.space(26)
    const ways = payTo(context, invoice.payTo)
    const quote = `${texts.quote(invoice.reference.label)}  ${invoice.reference.value}`
    sheet.place(sectionHeading(context, texts.howToPay, quote), ways[0]?.height)
    for (const row of ways) sheet.place(row)
  }
  for (const [heading, text] of [
    [texts.note, invoice.note],
    [texts.terms, invoice.terms],
  ] as const) {
    if (!text) continue
    sheet.space(14)
    for (const line of prose(context, heading, text)) sheet.place(line)
  }
  return sheet.finish(foot.draw)
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
    label: settled ? texts.paidInFull : texts.amountDue,
    currency: invoice.currency,
    figure: figures.amount(settled ? invoice.totals.gross : invoice.totals.due),
    color: invoice.void ? soft.color : inkOf(invoice.brandColor),
    under: [
      ...(invoice.void
        ? [`${texts.voidSince(figures.day(invoice.void.date))}: ${invoice.void.reason}`, texts.voidNotice]
        : []),
      ...(invoice.draft ? [texts.draftNotice] : []),
      ...(!invoice.void && !settled ? [texts.dueOn(figures.day(invoice.dueDate))] : []),
      ...(partly ? [texts.paidOf(figures.money(invoice.totals.paid), figures.amount(invoice.totals.gross))] : []),
    ],
    link: !invoice.void && !invoice.draft && !settled && invoice.links?.pay
      ? { text: texts.payOnline, url: invoice.links.pay }
      : undefined,
    facts: [
      { name: texts.issued, value: figures.day(invoice.issueDate) },
      { name: texts.due, value: figures.day(invoice.dueDate) },
      ...(invoice.purchaseOrder ? [{ name: texts.purchaseOrder, value: invoice.purchaseOrder }] : []),
      { name: invoice.reference.label, value: invoice.reference.value, quoted: true },
    ],
  })
}

function linesTable({ grid, texts, figures }: PaperContext, invoice: InvoicePaper) {
  const taxed = invoice.lines.some((line) => line.taxLabel !== '')
  const counted = invoice.lines.some((line) => line.unit)
  return table({
    x: grid.left,
    width: grid.inner,
    columns: [
      { head: '', align: 'right', style: soft },
      { head: texts.description, align: 'left', fills: true, before: 10 },
      { head: texts.quantity, align: 'decimal', before: 16 },
      ...(counted ? [{ head: '', align: 'left', style: soft, before: 4 } as const] : []),
      { head: texts.unitPrice, align: 'decimal' },
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
  const taxName =
    invoice.taxes.length === 1 && onlyTax ? `${onlyTax.label} ${figures.percent(onlyTax.percent)}` : texts.tax
  const rows: TotalsRow[] = [
    ...(discount !== 0 || invoice.taxes.length > 0 ? [part(texts.subtotal, figures.amount(net))] : []),
    ...(discount !== 0 ? [part(texts.discount, figures.amount(-discount))] : []),
    ...(invoice.taxes.length > 0 ? [part(taxName, figures.amount(tax))] : []),
    sum(texts.total, figures.amount(gross)),
    ...(paid !== 0 ? [part(texts.paid, figures.amount(-paid)), sum(texts.amountDue, figures.amount(due))] : []),
    ...(invoice.base ? baseRows(context, invoice.base, texts.inBase(invoice.base.currency)) : []),
  ]
  function sum(name: string, amount: string): TotalsRow {
    return { name: `${name} ${invoice.currency}`, amount, kind: 'sum' }
  }
  const right = totals(context, rows)
  return invoice.taxes.length > 0 ? beside(taxTable(context, texts.taxSummary, invoice.taxes), right) : right
}

function part(name: string, amount: string): TotalsRow {
  return { name, amount, kind: 'part' }
}
