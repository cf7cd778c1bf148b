import { percentOf } from '@portico/money'
import type { ImportRules } from '@portico/contract'
import { major, toMinor, type SourceDocument, type SourceLine } from './document.ts'

export type PlannedLine = {
  description: string
  details: string | null
  quantity: string
  unit: string | null
  unit_price: string
  discount_percent: string | null
  tax_name: string | null
  tax_category: 'standard' | null
  tax_percent: string | null
  net: number
}
export type PlannedTax = {
  name: string
  category: 'standard' | 'out_of_scope'
  percent: string
  taxable: number
  tax: number
}
export type Totals = {
  lines: PlannedLine[]
  taxes: PlannedTax[]
  net: number
  tax: number
  gross: number
  /** How far the invoice comes out from what its source says, where a rule lets it; minor units. */
  offBy: number
}
export type TotalsFinding =
  | {
      kind: 'fits'
      totals: Totals
      dropped: SourceLine[]
      adjusted: 'rounding' | 'total_differs' | null
      adjustment: number
    }
  | { kind: 'differs'; computed: number; stated: number }

const noTaxName = 'No tax'

/**
 * What an invoice comes to, held against what its source says. A repeated line counts once only if the invoice's own total agrees without it;
 * a discount on the whole is an amount or a percentage, whichever makes the total right; cents that are left are rounding.
 */
export function totalsOf(
  document: SourceDocument,
  rules: Pick<ImportRules, 'rounding' | 'total_differs'>,
): TotalsFinding {
  const all = document.lines
  const once = withoutRepeats(all)
  const stated = document.statedTotal
  const tries = [all, ...(once.length < all.length ? [once] : [])].flatMap((lines) =>
    waysToDiscount(lines, document).map((extra) => ({
      lines,
      extra,
      gross: grossOf(lines, document) + extra.net,
    })),
  )
  const exact = stated === null ? tries[0] : tries.find(({ gross }) => gross === stated)
  const nearest =
    exact ??
    tries.toSorted((a, b) => Math.abs(a.gross - (stated ?? 0)) - Math.abs(b.gross - (stated ?? 0)))[0]
  if (!nearest) return { kind: 'differs', computed: 0, stated: stated ?? 0 }
  const rest = (stated ?? nearest.gross) - nearest.gross
  const isRounding = Math.abs(rest) <= Math.max(1, nearest.lines.length)
  const dropped = all.filter((line) => !nearest.lines.includes(line))
  if (rest === 0)
    return {
      kind: 'fits',
      totals: build(nearest.lines, nearest.extra.lines, document, 0),
      dropped,
      adjusted: null,
      adjustment: 0,
    }
  if (isRounding) {
    const isAdded = rules.rounding === 'source_total'
    const added = isAdded ? [extraLine('Rounding', rest, document.currency)] : []
    return {
      kind: 'fits',
      totals: build(nearest.lines, [...nearest.extra.lines, ...added], document, isAdded ? 0 : -rest),
      dropped,
      adjusted: 'rounding',
      adjustment: rest,
    }
  }
  if (rules.total_differs === 'adjust')
    return {
      kind: 'fits',
      totals: build(
        nearest.lines,
        [...nearest.extra.lines, extraLine('Adjustment', rest, document.currency)],
        document,
        0,
      ),
      dropped,
      adjusted: 'total_differs',
      adjustment: rest,
    }
  return { kind: 'differs', computed: nearest.gross, stated: stated as number }
}

function withoutRepeats(lines: readonly SourceLine[]): SourceLine[] {
  const seen = new Set<string>()
  return lines.filter(({ row }) => {
    const key = JSON.stringify([row.stored.cells, row.stored.corrections])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const netOf = (lines: readonly SourceLine[]): number => lines.reduce((sum, line) => sum + line.net, 0)
/** Tax stands with the lines, or once for the whole. */
const taxOf = (lines: readonly SourceLine[], document: SourceDocument): number => {
  const own = lines.reduce((sum, line) => sum + line.tax, 0)
  return own !== 0 || document.taxTotal === null ? own : document.taxTotal
}
const grossOf = (lines: readonly SourceLine[], document: SourceDocument): number =>
  netOf(lines) + taxOf(lines, document) + document.shipping + document.adjustment

type Extra = { net: number; lines: PlannedLine[] }
function waysToDiscount(lines: readonly SourceLine[], { discount, currency }: SourceDocument): Extra[] {
  const none: Extra = { net: 0, lines: [] }
  if (discount === null || !/[1-9]/.test(discount)) return [none]
  const size = discount.replace('-', '')
  const asAmount = -toMinor(size, currency)
  const asPercent = Number(size) <= 100 ? -percentOf(netOf(lines), size) : null
  const of = (net: number, name: string): Extra => ({ net, lines: [extraLine(name, net, currency)] })
  return [of(asAmount, 'Discount'), ...(asPercent === null ? [] : [of(asPercent, `Discount ${size}%`)]), none]
}

const extraLine = (description: string, net: number, currency: string): PlannedLine => ({
  description,
  details: null,
  quantity: '1',
  unit: null,
  unit_price: major(net, currency),
  discount_percent: null,
  tax_name: null,
  tax_category: null,
  tax_percent: null,
  net,
})

function build(
  lines: readonly SourceLine[],
  extra: readonly PlannedLine[],
  document: SourceDocument,
  offBy: number,
): Totals {
  const { currency, shipping, adjustment } = document
  const ownTax = lines.some((line) => line.tax !== 0)
  const isWhole = !ownTax && document.taxTotal !== null && document.taxTotal !== 0
  const planned: PlannedLine[] = [
    ...lines.map((line): PlannedLine => {
      const isTaxed = isWhole || line.taxName !== null
      return {
        description: line.name,
        details: line.details || null,
        quantity: line.quantity,
        unit: line.unit || null,
        unit_price: line.price,
        discount_percent: line.discountPercent,
        tax_name: isTaxed ? (line.taxName ?? 'Tax') : null,
        tax_category: isTaxed ? 'standard' : null,
        tax_percent: isTaxed ? percentOfLine(line, isWhole ? document.taxTotal : null, lines) : null,
        net: line.net,
      }
    }),
    ...(shipping === 0 ? [] : [extraLine('Shipping', shipping, currency)]),
    ...(adjustment === 0 ? [] : [extraLine('Adjustment', adjustment, currency)]),
    ...extra,
  ]
  const groups = new Map<string, PlannedTax>()
  planned.forEach((line, at) => {
    const key = line.tax_name === null ? '' : `${line.tax_name} ${line.tax_percent}`
    const group = groups.get(key) ?? {
      name: line.tax_name ?? noTaxName,
      category: line.tax_name === null ? ('out_of_scope' as const) : ('standard' as const),
      percent: line.tax_percent ?? '0',
      taxable: 0,
      tax: 0,
    }
    group.taxable += line.net
    group.tax += isWhole ? 0 : (lines[at]?.tax ?? 0)
    groups.set(key, group)
  })
  const taxes = [...groups.values()]
  const taxed = taxes.find(({ category }) => category === 'standard')
  if (isWhole && taxed) taxed.tax = document.taxTotal as number
  const net = planned.reduce((sum, line) => sum + line.net, 0)
  const tax = taxes.reduce((sum, group) => sum + group.tax, 0)
  return { lines: planned, taxes, net, tax, gross: net + tax, offBy }
}

/** What a draft comes to here, where its tax is reckoned by rates from now on and not taken from its source. */
export function draftTotals(totals: Totals, rounding: 'document' | 'line'): Totals {
  const taxes = totals.taxes.map((group) => {
    if (group.category !== 'standard') return group
    const own = totals.lines.filter(
      ({ tax_name, tax_percent }) => tax_name === group.name && tax_percent === group.percent,
    )
    const tax =
      rounding === 'line'
        ? own.reduce((sum, { net }) => sum + percentOf(net, group.percent), 0)
        : percentOf(group.taxable, group.percent)
    return { ...group, tax }
  })
  const tax = taxes.reduce((sum, group) => sum + group.tax, 0)
  return { ...totals, taxes, tax, gross: totals.net + tax }
}

/** The percentage as stated, else what the amounts come to. */
function percentOfLine(line: SourceLine, whole: number | null, lines: readonly SourceLine[]): string {
  if (line.taxPercent !== null) return line.taxPercent
  const [tax, net] = whole === null ? [line.tax, line.net] : [whole, netOf(lines)]
  return net === 0 ? '0' : String(Math.min(100, Math.round((Math.abs(tax) / Math.abs(net)) * 10_000) / 100))
}
