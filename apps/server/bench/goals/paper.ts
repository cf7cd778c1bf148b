/**
 * G8: what paper costs above its engine. The bare limit draws the same strings at the same places with pdfkit alone,
 * on fonts parsed once; rules, wrapping, the QR code and the page logic are ours to pay for.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { create } from 'fontkit'
import PDFDocument from 'pdfkit'
import { inMs, type Report } from '../report.ts'
import { renderPaper } from '../../src/platform/paper/index.ts'
import { sampleInvoice } from '../../src/platform/paper/sample-papers.ts'

type PaperFigures = {
  /** median milliseconds per warm one-page invoice of 12 lines */
  oursMs: number
  bareMs: number
  /** medians of the paired rounds, ours over bare */
  ratio: number
  oursBytes: number
  bareBytes: number
}

type Drawn = { weight: string; size: number; text: string; x: number; y: number }

const weights = {
  regular: '400Regular/Inter_400Regular',
  medium: '500Medium/Inter_500Medium',
  strong: '600SemiBold/Inter_600SemiBold',
}

export async function papers(_: unknown, report: Report): Promise<void> {
  const paper = await measurePaper()
  report.note('G8', 'a one-page PDF, warm, against the engine alone with cached fonts', '<= 1.50', {
    bare: inMs(paper.bareMs),
    figure: inMs(paper.oursMs),
    ratio: paper.ratio,
    isMet: paper.ratio <= 1.5,
  })
  report.note('G8', 'its size against the same strings drawn by the engine alone', '<= 1.50', {
    bare: `${paper.bareBytes} B`,
    figure: `${paper.oursBytes} B`,
    ratio: paper.oursBytes / paper.bareBytes,
    isMet: paper.oursBytes / paper.bareBytes <= 1.5,
  })
}

export async function measurePaper({ rounds = 5, documents = 40 } = {}): Promise<PaperFigures> {
  const invoice = sampleInvoice(12)
  const fonts = parsedFonts()
  const drawn = await textsDrawnBy(() => renderPaper(invoice))
  for (let warm = 0; warm < 10; warm += 1) {
    await renderPaper(invoice)
    await bare(fonts, drawn)
  }
  const ours: number[] = []
  const plain: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await millisecondsPer(documents, () => renderPaper(invoice)))
    plain.push(await millisecondsPer(documents, () => bare(fonts, drawn)))
  }
  return {
    oursMs: median(ours),
    bareMs: median(plain),
    ratio: median(ours.map((value, index) => value / (plain[index] ?? value))),
    oursBytes: (await renderPaper(invoice)).length,
    bareBytes: (await bare(fonts, drawn)).length,
  }
}

function parsedFonts() {
  return Object.entries(weights).map(([name, file]) => {
    const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}.ttf`))
    return [name, create(readFileSync(path))] as const
  })
}

/** Listens to pdfkit during one rendering, so that the bare run draws exactly the same. */
async function textsDrawnBy(render: () => Promise<Buffer>): Promise<Drawn[][]> {
  const pages: Drawn[][] = []
  const { text, addPage, font } = PDFDocument.prototype
  let weight = 'regular'
  let size = 9
  PDFDocument.prototype.font = function (this: PDFKit.PDFDocument, source: string, points: number) {
    weight = source
    size = points
    return font.call(this, source, points)
  } as typeof font
  PDFDocument.prototype.text = function (
    this: PDFKit.PDFDocument,
    value: string,
    x: number,
    y: number,
    options: object,
  ) {
    pages.at(-1)?.push({ weight, size, text: value, x, y })
    return text.call(this, value, x, y, options)
  } as typeof text
  PDFDocument.prototype.addPage = function (this: PDFKit.PDFDocument, options: object) {
    pages.push([])
    return addPage.call(this, options)
  } as typeof addPage
  try {
    await render()
    return pages
  } finally {
    Object.assign(PDFDocument.prototype, { text, addPage, font })
  }
}

function bare(fonts: ReturnType<typeof parsedFonts>, pages: Drawn[][]): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, font: '' })
  const chunks: Buffer[] = []
  const written = new Promise<Buffer>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
  })
  for (const [name, font] of fonts) pdf.registerFont(name, font as unknown as PDFKit.Mixins.PDFFontSource)
  for (const page of pages) {
    pdf.addPage()
    for (const { weight, size, text, x, y } of page) {
      pdf.font(weight, size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
    }
  }
  pdf.end()
  return written
}

async function millisecondsPer(count: number, run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let index = 0; index < count; index += 1) await run()
  return (performance.now() - start) / count
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
