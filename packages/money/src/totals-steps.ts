import { formatDecimal, parseDecimal } from './decimal.ts'
import type { Totals, TotalsInput } from './totals.ts'

/** A figure that went into a step: a decimal as it was given, or an amount in minor units. */
export type StepOperand =
  | { name: 'quantity' | 'unit_price' | 'discount_percent' | 'tax_percent'; value: string }
  | { name: 'subtotal' | 'discount' | 'amount' | 'net' | 'tax' | 'taxable'; amount: number }

export type StepKind =
  /** quantity × unit price */
  | 'line_subtotal'
  /** subtotal less a discount of so many percent */
  | 'line_discounted'
  /** percent of the line's amount, or contained in it */
  | 'line_tax'
  | 'line_tax_included'
  /** sum of the group's line amounts */
  | 'group_amount'
  /** percent of the group's amount, or contained in it */
  | 'group_tax'
  | 'group_tax_included'
  /** sum of the group's line taxes, where tax is rounded line by line */
  | 'group_tax_sum'
  /** the group's amount less the tax contained in it */
  | 'group_taxable'
  /** sum of the line nets, of the group taxes, and of both */
  | 'total_net'
  | 'total_tax'
  | 'total_gross'

/**
 * How one figure was computed. `line` and `group` are positions in the input's lines and the result's
 * groups; `result` is in minor units. A screen words it by `kind`.
 */
export type TotalsStep = {
  kind: StepKind
  line: number | null
  group: number | null
  operands: StepOperand[]
  result: number
}

/** The steps in the order of computation; sums list what they add up, so they can be followed on paper. */
export function explainTotals(input: TotalsInput, totals: Omit<Totals, 'steps'>): TotalsStep[] {
  const { pricesIncludeTax, taxRounding } = input
  const steps: TotalsStep[] = []

  totals.lines.forEach((line, index) => {
    const given = input.lines[index]
    if (!given) return
    const at = { line: index, group: line.group }
    steps.push({
      ...at,
      kind: 'line_subtotal',
      operands: [
        { name: 'quantity', value: shortest(given.quantity) },
        { name: 'unit_price', value: shortest(given.unitPrice) },
      ],
      result: line.subtotal,
    })
    const discountPercent = shortest(given.discountPercent ?? '0')
    if (discountPercent !== '0') {
      const operands: StepOperand[] = [
        { name: 'subtotal', amount: line.subtotal },
        { name: 'discount_percent', value: discountPercent },
      ]
      steps.push({ ...at, kind: 'line_discounted', operands, result: line.amount })
    }
    const percent = totals.groups[line.group]?.percent ?? '0'
    if (taxRounding === 'line' && percent !== '0') {
      const operands: StepOperand[] = [
        { name: 'amount', amount: line.amount },
        { name: 'tax_percent', value: percent },
      ]
      steps.push({
        ...at,
        kind: pricesIncludeTax ? 'line_tax_included' : 'line_tax',
        operands,
        result: line.tax,
      })
    }
  })

  totals.groups.forEach((group, position) => {
    const at = { line: null, group: position }
    const lines = totals.lines.filter((line) => line.group === position)
    const amount = pricesIncludeTax ? group.taxable + group.tax : group.taxable
    const amounts = lines.map((line): StepOperand => ({ name: 'amount', amount: line.amount }))
    steps.push({ ...at, kind: 'group_amount', operands: amounts, result: amount })
    if (taxRounding === 'line') {
      const taxes = lines.map((line): StepOperand => ({ name: 'tax', amount: line.tax }))
      steps.push({ ...at, kind: 'group_tax_sum', operands: taxes, result: group.tax })
    } else {
      const operands: StepOperand[] = [
        { name: 'amount', amount },
        { name: 'tax_percent', value: group.percent },
      ]
      steps.push({
        ...at,
        kind: pricesIncludeTax ? 'group_tax_included' : 'group_tax',
        operands,
        result: group.tax,
      })
    }
    if (pricesIncludeTax) {
      const operands: StepOperand[] = [
        { name: 'amount', amount },
        { name: 'tax', amount: group.tax },
      ]
      steps.push({ ...at, kind: 'group_taxable', operands, result: group.taxable })
    }
  })

  const nets = totals.lines.map((line): StepOperand => ({ name: 'net', amount: line.net }))
  const taxes = totals.groups.map((group): StepOperand => ({ name: 'tax', amount: group.tax }))
  const both: StepOperand[] = [
    { name: 'net', amount: totals.net },
    { name: 'tax', amount: totals.tax },
  ]
  const at = { line: null, group: null }
  steps.push({ ...at, kind: 'total_net', operands: nets, result: totals.net })
  steps.push({ ...at, kind: 'total_tax', operands: taxes, result: totals.tax })
  steps.push({ ...at, kind: 'total_gross', operands: both, result: totals.gross })
  return steps
}

function shortest(decimal: string): string {
  return formatDecimal(parseDecimal(decimal))
}
