import type { ReceiptPaper } from '../document.ts'
import { beside, contextOf } from '../parts/context.ts'
import type { PaperContext } from '../parts/context.ts'
import { footer } from '../parts/footer.ts'
import { header, runningHead } from '../parts/header.ts'
import type { Logo } from '../parts/logo.ts'
import { parties } from '../parts/parties.ts'
import { prose } from '../parts/section.ts'
import { summary } from '../parts/summary.ts'
import { table } from '../parts/table.ts'
import { taxTable } from '../parts/tax-table.ts'
import { baseRows, totals } from '../parts/totals.ts'
import type { TotalsRow } from '../parts/totals.ts'
import { Sheet } from '../sheet.ts'
import { inkOf, soft } from '../styles.ts'
import { languageOf } from '../texts/texts.ts'

export async function renderReceipt(receipt: ReceiptPaper, logo: Logo | undefined): Promise<Buffer> {
  const context = contextOf(receipt)
  const { texts } = context
  const title = receipt.taxes.length > 0 ? texts.taxReceipt : texts.receipt
  const foot = footer(context)
  const sheet = new Sheet({
    paper: receipt.paper,
    title: `${title} ${receipt.number}`,
    author: receipt.seller.name,
    language: languageOf(receipt.locale),
    createdOn: receipt.date,
    footHeight: foot.height,
    background: () => {},
    runningHead: runningHead(context, `${title} ${receipt.number}`),
  })

  sheet.place(header(context, { title, number: receipt.number, logo }))
  sheet.space(22)
  sheet.place(parties(context, { buyer: texts.receivedFrom, seller: texts.receivedBy }))
  sheet.space(16)
  sheet.place(amountReceived(context, receipt))
  sheet.space(16)

  const sums = sumsOf(context, receipt)
  if (receipt.settles.length > 0) sheet.placeTable(settlements(context, receipt), sums.height + 10)
  sheet.space(10)
  sheet.place(sums)
  if (receipt.note) {
    sheet.space(16)
    for (const line of prose(context, texts.note, receipt.note, 8)) sheet.place(line)
  }
  return sheet.finish(foot.draw)
}

function amountReceived(context: PaperContext, receipt: ReceiptPaper) {
  const { texts, figures } = context
  return summary(context, {
    label: texts.amountReceived,
    currency: receipt.currency,
    figure: figures.amount(receipt.amount),
    color: inkOf(receipt.brandColor),
    under: [texts.receivedWithThanks],
    facts: [
      { name: texts.receivedOn, value: figures.day(receipt.date) },
      { name: texts.method, value: receipt.method },
      ...(receipt.receivedInto ? [{ name: texts.receivedInto, value: receipt.receivedInto }] : []),
      ...(receipt.reference ? [{ name: texts.reference, value: receipt.reference, quoted: true }] : []),
    ],
  })
}

function settlements({ grid, texts, figures }: PaperContext, receipt: ReceiptPaper) {
  return table({
    x: grid.left,
    width: grid.inner,
    columns: [
      { head: texts.paysInvoice, align: 'left', fills: true },
      { head: texts.invoiceTotal, align: 'right', before: 24 },
      { head: texts.stillOpen, align: 'right', style: soft, before: 24 },
      { head: texts.paidIn(receipt.currency), align: 'right', before: 24 },
    ],
    rows: receipt.settles.map((settled) => [
      { text: settled.invoiceNumber },
      { text: figures.amount(settled.invoiceGross) },
      { text: settled.remaining === 0 ? texts.paidInFull : figures.amount(settled.remaining) },
      { text: figures.amount(settled.amount) },
    ]),
    decimalMark: figures.decimalMark,
  })
}

function sumsOf(context: PaperContext, receipt: ReceiptPaper) {
  const { texts, figures } = context
  const rows: TotalsRow[] = [
    ...(receipt.credited
      ? [{ name: texts.keptAsCredit, amount: figures.amount(receipt.credited), kind: 'part' } as const]
      : []),
    { name: `${texts.totalReceived} ${receipt.currency}`, amount: figures.amount(receipt.amount), kind: 'sum' },
    ...(receipt.base ? baseRows(context, receipt.base, texts.receivedInBase(receipt.base.currency)) : []),
  ]
  const right = totals(context, rows)
  return receipt.taxes.length > 0 ? beside(taxTable(context, texts.taxIncluded, receipt.taxes), right) : right
}
