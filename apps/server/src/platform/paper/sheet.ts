/**
 * What paper is drawn with: one strict grid of twelve columns, text by its cap height, hairlines, and the structure
 * that goes with each. Where a page ends is the business of `flow.ts`.
 */
import PDFDocument from 'pdfkit'
import { CAP_HEIGHT, typeface } from './fonts.ts'
import type { Weight } from './fonts.ts'
import { isOther, lineOf, readable } from './other-scripts.ts'
import { Structure } from './structure.ts'
import type { Role } from './structure.ts'

export type TextStyle = {
  weight: Weight
  size: number
  leading: number
  color: string
  /** points added after each character */
  tracking?: number
}

export type TextPlace = {
  /** the side of the text that stands at its `x` */
  align?: 'left' | 'right'
  /** what it is to someone who cannot see it */
  role?: Role
  /** follows the text without moving it: the space that keeps words of two lines apart when they are read out */
  trail?: string
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
}

const sizes = { A4: { width: 595.28, height: 841.89 }, Letter: { width: 612, height: 792 } }

const MARGIN = 48
const GUTTER = 12
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
  readonly structure: Structure
  readonly #written: Promise<Buffer>

  constructor(options: SheetOptions) {
    this.grid = gridOf(options.paper)
    this.pdf = openPdf(this.grid, options)
    this.#written = collected(this.pdf)
    this.structure = new Structure(this.pdf)
  }

  /** One line of text; `top` is the top of its line box, `x` its left edge, or its right edge for `right`. */
  text(
    value: string,
    x: number,
    top: number,
    style: TextStyle,
    { align, role = 'P', trail }: TextPlace = {},
  ): void {
    if (value !== '') this.structure.mark(role, () => this.#draw(value, x, top, style, align, trail))
  }

  /** Lines one under the other, read as one text; returns the bottom. */
  lines(
    values: readonly string[],
    x: number,
    top: number,
    style: TextStyle,
    { align, role = 'P' }: TextPlace = {},
  ): number {
    const draw = () =>
      values.forEach((value, index) => {
        const trail = index < values.length - 1 ? ' ' : ''
        this.#draw(value, x, top + index * style.leading, style, align, trail)
      })
    if (values.length > 0) this.structure.mark(role, draw)
    return top + values.length * style.leading
  }

  rule(x: number, y: number, width: number, color: string, thickness: number): void {
    this.structure.artifact(() => this.pdf.rect(x, y - thickness / 2, width, thickness).fill(color))
  }

  /** Makes an area open a web address. Only http(s) is ever written. */
  link(x: number, top: number, width: number, height: number, url: string): void {
    if (/^https?:\/\//i.test(url)) this.pdf.link(x, top, width, height, escapedUrl(url))
  }

  /** Closes the file. */
  finish(): Promise<Buffer> {
    this.structure.end()
    this.pdf.end()
    return this.#written
  }

  #draw(value: string, x: number, top: number, style: TextStyle, align = 'left', trail = ''): void {
    const left = align === 'right' ? x - widthOf(value, style) : x
    const baseline = top + (style.leading + CAP_HEIGHT * style.size) / 2
    if (isOther(value)) {
      this.pdf.markContent('Span', { actual: readable(value) + trail })
      this.#drawOther(value, left, baseline, style)
      this.pdf.endMarkedContent()
      return
    }
    this.pdf.font(style.weight, style.size).fillColor(style.color)
    this.pdf.text(value + trail, left, baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: style.tracking ?? 0,
    })
  }

  /** A line with letters of other scripts: its own in type, the others as outlines. */
  #drawOther(value: string, left: number, baseline: number, style: TextStyle): void {
    const { pdf } = this
    const scale = style.size / 1000
    let x = left
    for (const piece of lineOf(value, style.weight).pieces) {
      if ('text' in piece) {
        pdf.font(style.weight, style.size).fillColor(style.color)
        pdf.text(piece.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
      } else if (piece.outlines.length > 0) {
        for (const { command, args } of piece.outlines) {
          const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args.map((value, axis) =>
            axis % 2 === 0 ? x + value * scale : baseline - value * scale,
          )
          if (command === 'moveTo') pdf.moveTo(a, b)
          else if (command === 'lineTo') pdf.lineTo(a, b)
          else if (command === 'quadraticCurveTo') pdf.quadraticCurveTo(a, b, c, d)
          else if (command === 'bezierCurveTo') pdf.bezierCurveTo(a, b, c, d, e, f)
          else pdf.closePath()
        }
        pdf.fill(style.color)
      }
      x += piece.width * scale
    }
  }
}

function openPdf(grid: Grid, options: SheetOptions): PDFKit.PDFDocument {
  const created = new Date(`${options.createdOn}T00:00:00Z`)
  const pdf = new PDFDocument({
    size: [grid.width, grid.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
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
  if (isOther(text)) return (lineOf(text, style.weight).width * style.size) / 1000
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
