import type { ReceiptPaper } from '../document.ts'
import { print } from '../flow.ts'
import { beside, contextOf } from '../parts/context.ts'
import type { PaperContext } from '../parts/context.ts'
import { header } from '../parts/header.ts'
import type { Logo } from '../parts/logo.ts'
import { pageOf } from '../parts/page.ts'
import { parties } from '../parts/parties.ts'
import { prose } from '../parts/section.ts'
import { summary } from '../parts/summary.ts'
import { table } from '../parts/table.ts'
import { taxTable } from '../parts/tax-table.ts'
import { baseRows, totals } from '../parts/totals.ts'
import type { TotalsRow } from '../parts/totals.ts'
import { inkOf, soft } from '../styles.ts'

export function renderReceipt(receipt: ReceiptPaper, logo: Logo | undefined): Promise<Buffer> {
  const context = contextOf(receipt)
  const { texts } = context
  const title = receipt.taxes.length > 0 ? texts.taxReceipt : texts.receipt
  const settled = settlements(context, receipt)
  const sums = sumsOf(context, receipt)

  return print(pageOf(context, `${title} ${receipt.number}`, receipt.date), (flow) => {
    flow.place(header(context, { title, number: receipt.number, logo }))
    flow.space(22)
    flow.place(parties(context, { buyer: texts.receivedFrom, seller: texts.receivedBy }))
    flow.space(16)
    flow.place(amountReceived(context, receipt))
    flow.space(16)
    if (receipt.settles.length > 0) flow.placeTable(settled, sums.height + 10)
    flow.space(10)
    flow.place(sums)
    if (receipt.note) {
      flow.space(16)
      for (const line of prose(context, { heading: texts.note, text: receipt.note }, 8)) flow.place(line)
    }
  })
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
      ? [
          {
            name: texts.keptAsCredit,
            amount: figures.amount(receipt.credited),
            kind: 'part',
          } as const,
        ]
      : []),
    {
      name: `${texts.totalReceived} ${receipt.currency}`,
      amount: figures.amount(receipt.amount),
      kind: 'sum',
    },
    ...(receipt.base ? baseRows(context, receipt.base, texts.receivedInBase(receipt.base.currency)) : []),
  ]
  const right = totals(context, rows)
  return receipt.taxes.length > 0 ? beside(taxTable(context, texts.taxIncluded, receipt.taxes), right) : right
}
