import type { InvoicePaperTax } from '../document.ts'
import type { Block } from '../sheet.ts'
import { HAIRLINE } from '../styles.ts'
import { gap, stacked } from './context.ts'
import type { PaperContext } from './context.ts'
import { table } from './table.ts'

export type TaxRow = {
  label: string
  percent: string
  taxable: number
  tax: number
  category?: InvoicePaperTax['category']
  exemptionReason?: string
}

/** What was taxed and by how much, per tax and rate, with the reason where nothing was charged. */
export function taxTable(context: PaperContext, heading: string, taxes: TaxRow[]): Block {
  const { grid, texts, figures } = context
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
        text: taxNamed(context, tax),
        below: tax.exemptionReason ? [tax.exemptionReason] : [],
      },
      { text: figures.amount(tax.taxable) },
      { text: figures.amount(tax.tax) },
    ]),
    decimalMark: figures.decimalMark,
    padding: 3,
    headRule: HAIRLINE,
    leastFill: 70,
    belowSpans: true,
  })
  const content = stacked(head, gap(2), ...rows)
  return {
    height: content.height,
    draw: (sheet, top) => sheet.structure.group('Table', () => content.draw(sheet, top)),
  }
}

/** `VAT 18%`, or `VAT, exempt` where a rate would be untrue. */
export function taxNamed(
  { texts, figures }: PaperContext,
  tax: Pick<TaxRow, 'label' | 'percent' | 'category'>,
): string {
  const withoutRate = {
    exempt: texts.exempt,
    reverse: texts.reverseCharge,
    out_of_scope: texts.outOfScope,
  }
  const { category = 'standard' } = tax
  if (category === 'standard' || category === 'zero')
    return `${tax.label} ${figures.percent(tax.percent)}`.trim()
  return [tax.label, withoutRate[category]].filter((part) => part !== '').join(', ')
}
