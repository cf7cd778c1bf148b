/**
 * The typefaces of paper: Inter, parsed once per process, with word shapes remembered between documents.
 *
 * Two things here keep a document's bytes a function of its content alone. fontkit remembers, per glyph, the
 * characters it was first asked for (a space and a no-break space share one glyph), and pdfkit writes those into the
 * file; here each glyph gets its characters from the font's own table instead. And pdfkit scales the positions it is
 * given in place, so each answer is a fresh copy.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { create, type Font, type Glyph } from 'fontkit'

export type Weight = 'regular' | 'medium' | 'strong'

type Position = {
  xAdvance: number
  yAdvance: number
  xOffset: number
  yOffset: number
  advanceWidth: number
}
type PaperGlyph = { id: number; advanceWidth: number; codePoints: number[] }
type Run = { glyphs: PaperGlyph[]; positions: Position[]; advanceWidth: number }

export type Typeface = {
  /** what pdfkit draws with and subsets */
  font: Font
  /** width of a text in thousandths of the font size */
  width(text: string): number
  has(codePoint: number): boolean
}

const files: Record<Weight, string> = {
  regular: '400Regular/Inter_400Regular.ttf',
  medium: '500Medium/Inter_500Medium.ttf',
  strong: '600SemiBold/Inter_600SemiBold.ttf',
}

/** Height of a capital letter as a part of the font size, the same in all three weights. */
export const CAP_HEIGHT = 1490 / 2048

/** Words remembered per weight; past it the memory starts anew, so that hostile input cannot fill the process. */
const WORDS_KEPT = 20_000

const typefaces = new Map<Weight, Typeface>()

export function typeface(weight: Weight): Typeface {
  const known = typefaces.get(weight)
  if (known) return known
  const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${files[weight]}`))
  const parsed = create(readFileSync(path))
  if (!('layout' in parsed)) throw new Error(`${path} is a font collection, not a font`)
  const opened = remembering(parsed)
  typefaces.set(weight, opened)
  return opened
}

/** Digits of equal width wherever a word is a figure, so columns of amounts align without saying so. */
function isFigure(text: string): boolean {
  return /^[\u2212+]?\d[\d.,'\u2019\u00a0\u202f]*\s*%?\s*$/.test(text)
}

function remembering(plain: Font): Typeface {
  const characters = charactersByGlyph(plain)
  const glyphs = new Map<number, PaperGlyph>()
  const runs = new Map<string, Run>()

  function glyphOf(glyph: Glyph, codePoint: number | undefined): PaperGlyph {
    const known = glyphs.get(glyph.id)
    if (known) return known
    const own = characters.get(glyph.id) ?? codePoint
    const codePoints = own === undefined ? glyph.codePoints : [own]
    const made = { id: glyph.id, advanceWidth: glyph.advanceWidth, codePoints }
    glyphs.set(glyph.id, made)
    return made
  }

  function shape(text: string): Run {
    const known = runs.get(text)
    if (known) return known
    // Contextual alternates redraw arrows and hyphens and cost half of the shaping.
    const run = plain.layout(text, { calt: false, tnum: isFigure(text) })
    const codePoints = [...text].map((character) => character.codePointAt(0))
    const oneToOne = codePoints.length === run.glyphs.length
    const shaped: Run = {
      glyphs: run.glyphs.map((glyph, index) => glyphOf(glyph, oneToOne ? codePoints[index] : undefined)),
      positions: run.positions.map((position) => ({ ...position, advanceWidth: 0 })),
      advanceWidth: run.positions.reduce((sum, position) => sum + position.xAdvance, 0),
    }
    if (runs.size >= WORDS_KEPT) runs.clear()
    runs.set(text, shaped)
    return shaped
  }

  const font: Font = Object.assign(Object.create(plain), {
    layout(text: string): Run {
      const run = shape(text)
      return { ...run, positions: run.positions.map((position) => ({ ...position })) }
    },
  })
  const scale = 1000 / plain.unitsPerEm
  return {
    font,
    width(text) {
      let sum = 0
      // Word by word with the space that follows, as pdfkit draws it.
      for (const word of text.split(/(?<= )/)) sum += shape(word).advanceWidth
      return sum * scale
    },
    has: (codePoint) => plain.hasGlyphForCodePoint(codePoint),
  }
}

/**
 * The lowest character of each glyph, e.g. the plain space for the glyph that no-break spaces share. Private-use
 * characters do not count: Inter gives them to tabular figures, which would be copied out of the PDF as nonsense.
 */
function charactersByGlyph(font: Font): Map<number, number> {
  const characters = new Map<number, number>()
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) {
    if (/\p{Co}/u.test(String.fromCodePoint(codePoint))) continue
    const { id } = font.glyphForCodePoint(codePoint)
    if (!characters.has(id)) characters.set(id, codePoint)
  }
  return characters
}
