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
  /** colour of the rule under the head, ink unless said otherwise */
  headRule?: string
  /** above and below the text of a row */
  padding?: number
  /** what the filling column needs, else 130 points; the figures get smaller before it gets less */
  leastFill?: number
  /** what stands below the text of a cell may use the whole width of the table */
  belowSpans?: boolean
}

type Placed = Column & { x: number; width: number; fraction: number; style: TextStyle }

/** Lines of text that a row keeps together on one page. */
const MOST_LINES = 30

/** Below this width the filling column would break every word, and the figures get smaller instead. */
const LEAST_FILL = 130

export function table(options: TableOptions): Table {
  const placed = place(options)
  const last = options.rows.length - 1
  return {
    head: headOf(options, placed),
    rows: options.rows.flatMap((cells, index) => rowOf(options, placed, cells, index === last)),
  }
}

function headOf(options: TableOptions, placed: Placed[]): Block {
  return {
    height: label.leading + 6,
    draw(sheet, top) {
      sheet.structure.group('TR', () => {
        for (const column of placed) {
          const draw = () => sheet.text(column.head, edgeOf(column), top, label, { align: sideOf(column) })
          sheet.structure.mark('TH', draw)
        }
      })
      sheet.rule(options.x, top + label.leading + 5, options.width, options.headRule ?? INK, 0.75)
    },
  }
}

/** The blocks of one row: a single one, unless its text is so long that no page could hold it. */
function rowOf(options: TableOptions, placed: Placed[], cells: Cell[], isLast: boolean): Block[] {
  const laidOut = () =>
    placed.map((column, index) => contentOf(options, column, cells[index] ?? { text: '' }))
  const content = laidOut()
  const longest = Math.max(...content.map((lines) => lines.length))
  if (longest <= MOST_LINES) {
    const { height } = rowBlock(options, placed, content, isLast)
    // Laid out again when it is drawn: the lines of thousands of rows need not wait in memory.
    return [
      {
        height,
        draw: (sheet, top) => rowBlock(options, placed, laidOut(), isLast).draw(sheet, top),
      },
    ]
  }
  const blocks: Block[] = []
  for (let start = 0; start < longest; start += MOST_LINES) {
    const part = content.map((lines) => lines.slice(start, start + MOST_LINES))
    blocks.push(rowBlock(options, placed, part, isLast || start + MOST_LINES < longest))
  }
  return blocks
}

type CellLine = { text: string; style: TextStyle }

function contentOf(options: TableOptions, column: Placed, cell: Cell): CellLine[] {
  const style = { ...column.style, leading: body.leading }
  const belowWidth = options.belowSpans ? options.width : column.width
  const lines = column.fills ? wrap(cell.text, style, column.width) : [cell.text]
  const below = (cell.below ?? []).flatMap((text) => (column.fills ? wrap(text, small, belowWidth) : [text]))
  return [...lines.map((text) => ({ text, style })), ...below.map((text) => ({ text, style: small }))]
}

function rowBlock(options: TableOptions, placed: Placed[], content: CellLine[][], isLast: boolean): Block {
  const padding = options.padding ?? 5
  const heightOf = (lines: CellLine[]) => lines.reduce((sum, line) => sum + line.style.leading, 0)
  const height = Math.max(...content.map(heightOf)) + 2 * padding
  return {
    height,
    draw(sheet, top) {
      sheet.structure.group('TR', () => {
        placed.forEach((column, index) => {
          const lines = content[index] ?? []
          sheet.structure.mark('TD', () => drawCell(sheet, column, lines, top + padding, options.decimalMark))
        })
      })
      if (!isLast) sheet.rule(options.x, top + height, options.width, HAIRLINE, 0.5)
    },
  }
}

function drawCell(sheet: Sheet, column: Placed, lines: CellLine[], top: number, decimalMark: string): void {
  let at = top
  lines.forEach(({ text, style }, index) => {
    const aligned = column.align === 'decimal' && index === 0
    const shift = aligned ? column.fraction - fractionOf(text, style, decimalMark) : 0
    const trail = index < lines.length - 1 ? ' ' : ''
    sheet.text(text, edgeOf(column) - shift, at, style, { align: sideOf(column), trail })
    at += style.leading
  })
}

function sideOf(column: Column): 'left' | 'right' {
  return column.align === 'left' ? 'left' : 'right'
}

function edgeOf(column: Placed): number {
  return column.align === 'left' ? column.x : column.x + column.width
}

/** Width of the decimal mark and what follows it; none when there is no fraction. */
function fractionOf(text: string, style: TextStyle, decimalMark: string): number {
  const at = text.indexOf(decimalMark)
  return at < 0 ? 0 : widthOf(text, style) - widthOf(text.slice(0, at), style)
}

function place(options: TableOptions, size = body.size): Placed[] {
  const measured = options.columns.map((column, index) => {
    const style = {
      ...(column.style ?? body),
      size: Math.min(size, column.style?.size ?? body.size),
    }
    return { ...column, style, ...measure(options, column, index, style) }
  })
  const gaps = measured.reduce((sum, column, index) => sum + (index === 0 ? 0 : (column.before ?? 12)), 0)
  const taken = measured.reduce((sum, column) => sum + (column.fills ? 0 : column.width), 0)
  const rest = options.width - gaps - taken
  if (rest < (options.leastFill ?? LEAST_FILL) && size > 6.5 && measured.some((column) => column.fills))
    return place(options, size - 0.5)
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
