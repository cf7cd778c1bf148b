import type { Block } from '../sheet.ts'
import { gap, stacked } from './context.ts'
import type { PaperContext } from './context.ts'
import { table } from './table.ts'

export type TaxRow = { label: string; percent: string; taxable: number; tax: number; exemptionReason?: string }

/** What was taxed and by how much, per tax and rate, with the reason where nothing was charged. */
export function taxTable({ grid, texts, figures }: PaperContext, heading: string, taxes: TaxRow[]): Block {
  const { head, rows } = table({
    x: grid.left,
    width: grid.span(6) - 12,
    columns: [
      { head: heading, align: 'left', fills: true },
      { head: texts.taxable, align: 'right' },
      { head: texts.taxAmount, align: 'right' },
    ],
    rows: taxes.map((tax) => [
      {
        text: `${tax.label} ${figures.percent(tax.percent)}`,
        below: tax.exemptionReason ? [tax.exemptionReason] : [],
      },
      { text: figures.amount(tax.taxable) },
      { text: figures.amount(tax.tax) },
    ]),
    decimalMark: figures.decimalMark,
    padding: 4,
  })
  return stacked(head, gap(1), ...rows)
}
