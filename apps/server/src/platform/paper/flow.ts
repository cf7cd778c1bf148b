/** Blocks one after the other, over as many pages as they need. */
import { Sheet } from './sheet.ts'
import type { Block, SheetOptions } from './sheet.ts'

export type FlowOptions = SheetOptions & {
  pageHeight: number
  /** drawn first on every page, under everything else */
  background: (sheet: Sheet) => void
  /** what pages after the first begin with */
  runningHead: Block
  foot: {
    height: number
    draw: (sheet: Sheet, top: number, page: number, pageCount: number) => void
  }
}

const TOP = 42
const BOTTOM = 32
/** between the last block of a page and its foot */
const CLEARANCE = 12

/** Rows whose every cell is tagged; longer tables are tagged by the row, since each cell costs some 4 kB while it waits. */
const MOST_ROWS_IN_DETAIL = 600

/**
 * Prints what `compose` places. It runs twice, first to count the pages and then to draw them one by one with "page x
 * of y" at their feet: no page is held in memory once it is full, so that thousands of lines need little of it.
 */
export function print(options: FlowOptions, compose: (flow: Flow) => void): Promise<Buffer> {
  const plan = new Flow(options)
  compose(plan)
  const sheet = new Sheet(options)
  const flow = new Flow(options, { sheet, pageCount: plan.pages })
  compose(flow)
  flow.endPage()
  return sheet.finish()
}

export class Flow {
  pages = 0
  readonly #options: FlowOptions
  readonly #drawing: { sheet: Sheet; pageCount: number } | undefined
  readonly #footTop: number
  readonly #bottom: number
  #cursor = 0

  /** Without `drawing` the pages are only counted. */
  constructor(options: FlowOptions, drawing?: { sheet: Sheet; pageCount: number }) {
    this.#options = options
    this.#drawing = drawing
    this.#footTop = options.pageHeight - BOTTOM - options.foot.height
    this.#bottom = this.#footTop - CLEARANCE
    this.#newPage()
  }

  space(points: number): void {
    this.#cursor += points
  }

  /** Puts a block under the last one, on a new page when it no longer fits together with `keepWith` points. */
  place(block: Block, keepWith = 0): void {
    if (this.#cursor + block.height + keepWith > this.#bottom && this.#cursor > this.#pageTop) this.#newPage()
    this.#put(block)
  }

  /**
   * A table over as many pages as it needs, its head on each of them. The last row stays with `keepWith` points of
   * what follows, so that no page holds sums alone.
   */
  placeTable({ head, rows }: { head: Block; rows: Block[] }, keepWith: number): void {
    const structure = this.#drawing?.sheet.structure
    const inDetail = rows.length <= MOST_ROWS_IN_DETAIL
    const placeRow = (row: Block) =>
      inDetail || !structure ? this.#put(row) : structure.mark('P', () => this.#put(row))
    const placeAll = () => {
      this.place(head, rows[0]?.height)
      rows.forEach((row, index) => {
        const needed = row.height + (index === rows.length - 1 ? keepWith : 0)
        if (this.#cursor + needed > this.#bottom && this.#cursor > this.#pageTop + head.height) {
          this.#newPage()
          this.#artifact(() => this.#put(head))
        }
        placeRow(row)
      })
    }
    if (inDetail && structure) structure.group('Table', placeAll)
    else placeAll()
  }

  /** Draws the foot of the page that is full. */
  endPage(): void {
    const { foot } = this.#options
    const drawing = this.#drawing
    if (drawing && this.pages > 0) {
      this.#artifact(() => foot.draw(drawing.sheet, this.#footTop, this.pages, drawing.pageCount))
    }
  }

  #put(block: Block): void {
    if (this.#drawing) block.draw(this.#drawing.sheet, this.#cursor)
    this.#cursor += block.height
  }

  #newPage(): void {
    this.endPage()
    this.pages += 1
    this.#cursor = this.#pageTop
    const sheet = this.#drawing?.sheet
    if (!sheet) return
    const { background, runningHead } = this.#options
    sheet.pdf.addPage()
    this.#artifact(() => {
      background(sheet)
      if (this.pages > 1) runningHead.draw(sheet, TOP)
    })
  }

  /** What repeats on each page is not read out again. */
  #artifact(draw: () => void): void {
    if (this.#drawing) this.#drawing.sheet.structure.artifact(draw)
    else draw()
  }

  get #pageTop(): number {
    return this.pages > 1 ? TOP + this.#options.runningHead.height : TOP
  }
}
