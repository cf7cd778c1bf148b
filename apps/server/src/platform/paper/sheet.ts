/**
 * A pile of pages with one strict grid: twelve columns, a baseline every four points, and a pen that knows where the
 * page ends. Parts describe themselves as blocks of a known height; the sheet decides on which page they land.
 */
import PDFDocument from 'pdfkit'
import { CAP_HEIGHT, typeface } from './fonts.ts'
import type { Weight } from './fonts.ts'

export type TextStyle = {
  weight: Weight
  size: number
  leading: number
  color: string
  /** points added after each character */
  tracking?: number
}

/** Something that is drawn whole on one page, `height` points tall. */
export type Block = { height: number; draw: (sheet: Sheet, top: number) => void }

export type SheetOptions = {
  paper: 'A4' | 'Letter'
  title: string
  author: string
  language: string
  /** `YYYY-MM-DD`; stands in for the clock, so that printing again gives the same bytes */
  createdOn: string
  /** height kept free at the foot of every page */
  footHeight: number
  /** runs first on every page, under everything else */
  background: (sheet: Sheet) => void
  /** what pages after the first repeat at the top */
  runningHead: Block
}

const sizes = { A4: { width: 595.28, height: 841.89 }, Letter: { width: 612, height: 792 } }

const MARGIN = 48
const TOP = 42
const BOTTOM = 32
const GUTTER = 12
/** between the last block of a page and its foot */
const CLEARANCE = 12
const COLUMNS = 12

/** Where the twelve columns of a paper lie; needed before a sheet exists, to measure what will stand in the foot. */
export function gridOf(paper: 'A4' | 'Letter') {
  const { width, height } = sizes[paper]
  const inner = width - 2 * MARGIN
  const column = (inner - GUTTER * (COLUMNS - 1)) / COLUMNS
  return {
    width,
    height,
    left: MARGIN,
    right: width - MARGIN,
    inner,
    /** x of the left edge of column `index` (0 to 11) */
    x: (index: number) => MARGIN + index * (column + GUTTER),
    /** width of `count` columns with the gutters between them */
    span: (count: number) => count * column + (count - 1) * GUTTER,
  }
}

export type Grid = ReturnType<typeof gridOf>

export class Sheet {
  readonly grid: Grid
  readonly pdf: PDFKit.PDFDocument
  readonly #options: SheetOptions
  readonly #bottom: number
  readonly #written: Promise<Buffer>
  #cursor = 0
  #pages = 0

  constructor(options: SheetOptions) {
    this.#options = options
    this.grid = gridOf(options.paper)
    this.#bottom = this.grid.height - BOTTOM - options.footHeight - CLEARANCE
    this.pdf = openPdf(this.grid, options)
    this.#written = collected(this.pdf)
    this.newPage()
  }

  /** One line of text; `top` is the top of its line box, `x` its left edge, or its right edge for `right`. */
  text(value: string, x: number, top: number, style: TextStyle, align: 'left' | 'right' = 'left'): void {
    if (value === '') return
    const left = align === 'right' ? x - widthOf(value, style) : x
    const baseline = top + (style.leading + CAP_HEIGHT * style.size) / 2
    this.pdf.font(style.weight, style.size).fillColor(style.color)
    this.pdf.text(value, left, baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: style.tracking ?? 0,
    })
  }

  /** Lines one under the other; returns the bottom. */
  lines(values: readonly string[], x: number, top: number, style: TextStyle, align: 'left' | 'right' = 'left') {
    values.forEach((value, index) => this.text(value, x, top + index * style.leading, style, align))
    return top + values.length * style.leading
  }

  rule(x: number, y: number, width: number, color: string, thickness: number): void {
    this.pdf.rect(x, y - thickness / 2, width, thickness).fill(color)
  }

  /** Makes an area open a web address. Only http(s) is ever written. */
  link(x: number, top: number, width: number, height: number, url: string): void {
    if (/^https?:\/\//i.test(url)) this.pdf.link(x, top, width, height, escapedUrl(url))
  }

  space(points: number): void {
    this.#cursor += points
  }

  /** Puts a block under the last one, on a new page when it no longer fits together with `keepWith` points. */
  place(block: Block, keepWith = 0): void {
    if (this.#cursor + block.height + keepWith > this.#bottom && this.#cursor > this.#pageTop) this.newPage()
    block.draw(this, this.#cursor)
    this.#cursor += block.height
  }

  /**
   * A table over as many pages as it needs, its head on each of them. The last row stays with `keepWith` points of
   * what follows, so that no page holds sums alone.
   */
  placeTable({ head, rows }: { head: Block; rows: Block[] }, keepWith: number): void {
    this.place(head, rows[0]?.height)
    rows.forEach((row, index) => {
      const needed = row.height + (index === rows.length - 1 ? keepWith : 0)
      if (this.#cursor + needed > this.#bottom && this.#cursor > this.#pageTop + head.height) {
        this.newPage()
        this.place(head)
      }
      this.place(row)
    })
  }

  newPage(): void {
    this.pdf.addPage()
    this.#pages += 1
    this.#options.background(this)
    this.#cursor = TOP
    if (this.#pages > 1) {
      this.#options.runningHead.draw(this, this.#cursor)
      this.#cursor += this.#options.runningHead.height
    }
  }

  /** Draws the foot of every page, now that their number is known, and closes the file. */
  finish(foot: (sheet: Sheet, top: number, page: number, pageCount: number) => void): Promise<Buffer> {
    for (let page = 0; page < this.#pages; page += 1) {
      this.pdf.switchToPage(page)
      foot(this, this.#bottom + CLEARANCE, page + 1, this.#pages)
    }
    this.pdf.end()
    return this.#written
  }

  get #pageTop(): number {
    return this.#pages > 1 ? TOP + this.#options.runningHead.height : TOP
  }
}

function openPdf(grid: Grid, options: SheetOptions): PDFKit.PDFDocument {
  const created = new Date(`${options.createdOn}T00:00:00Z`)
  const pdf = new PDFDocument({
    size: [grid.width, grid.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: options.language,
    displayTitle: true,
    // Without a name here pdfkit would load Helvetica, which nothing is drawn with.
    font: '',
    info: {
      Title: options.title,
      Author: options.author,
      Creator: 'Portico',
      Producer: 'Portico',
      CreationDate: created,
      ModDate: created,
    },
  })
  for (const weight of ['regular', 'medium', 'strong'] as const) {
    // pdfkit takes a parsed fontkit font as a source; its type definitions know only bytes and paths.
    pdf.registerFont(weight, typeface(weight).font as unknown as PDFKit.Mixins.PDFFontSource)
  }
  return pdf
}

function collected(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}

/** The width of one line in points. */
export function widthOf(text: string, style: TextStyle): number {
  const natural = (typeface(style.weight).width(text) * style.size) / 1000
  return style.tracking ? natural + style.tracking * (text.length - 1) : natural
}

/** The address as it is written into the file: escaped once, whether or not it came escaped. */
function escapedUrl(url: string): string {
  try {
    return encodeURI(decodeURI(url))
  } catch {
    return encodeURI(url)
  }
}
