import type { PaperBase } from '../document.ts'
import type { Block } from '../sheet.ts'
import { body, HAIRLINE, INK, small, total } from '../styles.ts'
import { widthOf } from '../sheet.ts'
import { fitted } from '../wrap.ts'
import type { PaperContext } from './context.ts'

/** `sum` rows stand under a rule; `note` rows are small print without a figure. */
export type TotalsRow = { name: string; amount: string; kind: 'part' | 'sum' | 'note' }

/** Sums under the column they add up: the amounts end where the amounts of the table above end. */
export function totals({ grid }: PaperContext, rows: TotalsRow[]): Block {
  const x = grid.x(6)
  const width = grid.right - x
  const heights = rows.map((row) =>
    row.kind === 'sum' ? total.leading + 14 : row.kind === 'note' ? small.leading + 2 : 18,
  )
  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    draw(sheet, top) {
      let at = top
      rows.forEach((row, index) => {
        const height = heights[index] ?? 0
        const style = row.kind === 'sum' ? total : row.kind === 'note' ? small : body
        const textTop = at + (height - style.leading) / 2
        const amount = fitted(row.amount, style, width - widthOf(row.name, style) - 12, 6)
        sheet.text(row.name, x, textTop, style)
        sheet.text(row.amount, grid.right, textTop, amount, { align: 'right' })
        if (row.kind === 'sum')
          sheet.rule(x, at + 2, width, index === 0 ? HAIRLINE : INK, index === 0 ? 0.5 : 0.75)
        at += height
      })
    },
  }
}

/** The same sum in the organization's own currency, with the rate that was frozen on the document. */
export function baseRows(
  { texts, figures, document }: PaperContext,
  base: PaperBase,
  name: string,
): TotalsRow[] {
  const rate = texts.rate(
    document.currency,
    figures.decimal(base.rate),
    base.currency,
    figures.day(base.rateDate),
  )
  return [
    { name, amount: figures.money(base.gross, base.currency), kind: 'note' },
    { name: rate, amount: '', kind: 'note' },
  ]
}
