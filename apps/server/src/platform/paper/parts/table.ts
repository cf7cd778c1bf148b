/** Tables: columns as wide as what stands in them, one that takes the rest, figures aligned at the decimal mark. */
import type { Block, Sheet, TextStyle } from '../sheet.ts'
import { widthOf } from '../sheet.ts'
import { body, HAIRLINE, INK, label, small } from '../styles.ts'
import { wrap } from '../wrap.ts'

export type Column = {
  head: string
  align: 'left' | 'right' | 'decimal'
  /** takes the width that the others leave, and wraps */
  fills?: boolean
  style?: TextStyle
  /** space before the column, 12 unless said otherwise */
  before?: number
}

export type Cell = { text: string; below?: string[] }

export type Table = { head: Block; rows: Block[] }

export type TableOptions = {
  x: number
  width: number
  columns: Column[]
  rows: Cell[][]
  decimalMark: string
  /** above and below the text of a row */
  padding?: number
  /** what the filling column needs, else 130 points; the figures get smaller before it gets less */
  leastFill?: number
  /** what stands below the text of a cell may use the whole width of the table */
  belowSpans?: boolean
}

type Placed = Column & { x: number; width: number; fraction: number; style: TextStyle }

/** Below this width the filling column would break every word, and the figures get smaller instead. */
const LEAST_FILL = 130

export function table(options: TableOptions): Table {
  const padding = options.padding ?? 5
  const placed = place(options)
  const last = options.rows.length - 1
  return {
    head: {
      height: label.leading + 6,
      draw(sheet, top) {
        for (const column of placed) {
          const right = column.align !== 'left'
          sheet.text(column.head, right ? column.x + column.width : column.x, top, label, right ? 'right' : 'left')
        }
        sheet.rule(options.x, top + label.leading + 5, options.width, INK, 0.75)
      },
    },
    rows: options.rows.map((cells, index) => row(options, placed, cells, padding, index === last)),
  }
}

function row(options: TableOptions, placed: Placed[], cells: Cell[], padding: number, isLast: boolean): Block {
  const laidOut = placed.map((column, index) => {
    const cell = cells[index] ?? { text: '' }
    const lines = column.fills ? wrap(cell.text, column.style, column.width) : [cell.text]
    const below = (cell.below ?? []).flatMap((text) => (column.fills ? wrap(text, small, options.belowSpans ? options.width : column.width) : [text]))
    return { column, lines, below }
  })
  const tallest = Math.max(
    ...laidOut.map(({ lines, below }) => lines.length * body.leading + below.length * small.leading),
  )
  const height = tallest + 2 * padding
  return {
    height,
    draw(sheet, top) {
      for (const { column, lines, below } of laidOut) {
        drawCell(sheet, column, lines, top + padding, options.decimalMark)
        const belowTop = top + padding + lines.length * body.leading
        const right = column.align !== 'left'
        sheet.lines(below, right ? column.x + column.width : column.x, belowTop, small, right ? 'right' : 'left')
      }
      if (!isLast) sheet.rule(options.x, top + height, options.width, HAIRLINE, 0.5)
    },
  }
}

function drawCell(sheet: Sheet, column: Placed, lines: string[], top: number, decimalMark: string): void {
  const style = { ...column.style, leading: body.leading }
  const edge = column.x + column.width
  if (column.align === 'left') sheet.lines(lines, column.x, top, style)
  else if (column.align === 'right') sheet.lines(lines, edge, top, style, 'right')
  else for (const text of lines) sheet.text(text, edge - column.fraction + fractionOf(text, style, decimalMark), top, style, 'right')
}

/** Width of the decimal mark and what follows it; none when there is no fraction. */
function fractionOf(text: string, style: TextStyle, decimalMark: string): number {
  const at = text.indexOf(decimalMark)
  return at < 0 ? 0 : widthOf(text, style) - widthOf(text.slice(0, at), style)
}

function place(options: TableOptions, size = body.size): Placed[] {
  const measured = options.columns.map((column, index) => {
    const style = { ...(column.style ?? body), size: Math.min(size, column.style?.size ?? body.size) }
    return { ...column, style, ...measure(options, column, index, style) }
  })
  const gaps = measured.reduce((sum, column, index) => sum + (index === 0 ? 0 : (column.before ?? 12)), 0)
  const taken = measured.reduce((sum, column) => sum + (column.fills ? 0 : column.width), 0)
  const rest = options.width - gaps - taken
  if (rest < (options.leastFill ?? LEAST_FILL) && size > 6.5 && measured.some((column) => column.fills)) return place(options, size - 0.5)
  let x = options.x
  return measured.map((column, index) => {
    if (index > 0) x += column.before ?? 12
    const width = column.fills ? Math.max(rest, 40) : column.width
    const at = { ...column, x, width }
    x += width
    return at
  })
}

function measure(options: TableOptions, column: Column, index: number, style: TextStyle) {
  if (column.fills) return { width: 0, fraction: 0 }
  let width = widthOf(column.head, label)
  let whole = 0
  let fraction = 0
  for (const cells of options.rows) {
    const cell = cells[index]
    if (!cell) continue
    const own = widthOf(cell.text, style)
    const ownFraction = column.align === 'decimal' ? fractionOf(cell.text, style, options.decimalMark) : 0
    whole = Math.max(whole, own - ownFraction)
    fraction = Math.max(fraction, ownFraction)
    for (const text of cell.below ?? []) width = Math.max(width, widthOf(text, small))
  }
  return { width: Math.max(width, whole + fraction), fraction }
}
