/**
 * Names in scripts that the paper's own typeface does not have: Arabic and Hebrew, which run from right to left, and Chinese,
 * Japanese and Korean. Their typefaces are read only when such a character is printed, the East Asian ones slice by slice.
 *
 * Order follows the Unicode Bidirectional Algorithm (UAX 9), shapes follow the typeface's own rules. What another typeface prints is
 * drawn as outlines, because neither slices nor instances of variable fonts can be subset into the file; what it says is written
 * beside it for whoever reads or copies (`ActualText`).
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import bidiFactory from 'bidi-js'
import { create, type Font, type Glyph } from 'fontkit'
import { typeface, type Weight } from './fonts.ts'

type Command = { command: string; args: number[] }
/** A part of a line, in the order in which it stands on paper; widths in thousandths of the font size. */
export type Piece = { width: number } & ({ text: string } | { outlines: Command[] })
export type Line = { width: number; pieces: Piece[] }

const HEBREW = /[\u0590-\u05ff\ufb1d-\ufb4f]/u
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u
const EAST_ASIAN =
  /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee\u{1b000}-\u{1b16f}\u{20000}-\u{3ffff}]/u
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
/** One class of all of them, because every width asks. */
const OTHER = new RegExp(
  `[${[HEBREW, ARABIC, EAST_ASIAN].map(({ source }) => source.slice(1, -1)).join('')}]`,
  'u',
)

/** The direction of the paragraph that a line was broken from stands before it as one of these; `printable` lets no other through. */
const LEFT_MARK = '\u200e'
const RIGHT_MARK = '\u200f'

/** Whether a text needs more than the paper's own typeface. */
export const isOther = (text: string): boolean => OTHER.test(text)

// Node hands out the package's function itself, its types describe a module around it.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)()

/** The mark that keeps a paragraph's direction on each of its lines; empty where nothing runs from right to left. */
export function directionMark(paragraph: string): string {
  if (!RIGHT_TO_LEFT.test(paragraph)) return ''
  const level = bidi.getEmbeddingLevels(paragraph).paragraphs[0]?.level ?? 0
  return level % 2 === 1 ? RIGHT_MARK : LEFT_MARK
}

const kept = new Map<string, Line>()
const LINES_KEPT = 5_000

/** A line as it is printed. */
export function lineOf(text: string, weight: Weight): Line {
  const key = `${weight} ${text}`
  const known = kept.get(key)
  if (known) return known
  const made = shaped(text, weight)
  if (kept.size >= LINES_KEPT) kept.clear()
  kept.set(key, made)
  return made
}

/** What is read: the line without the mark of its direction. */
export const readable = (line: string): string => line.replace(/^[\u200e\u200f]/, '')

function shaped(marked: string, weight: Weight): Line {
  const direction = marked.startsWith(RIGHT_MARK) ? 'rtl' : marked.startsWith(LEFT_MARK) ? 'ltr' : undefined
  const text = readable(marked)
  const embedding = bidi.getEmbeddingLevels(text, direction)
  const families = familiesFor(text, weight)
  const runs: { text: string; level: number; font: Font | null }[] = []
  let at = 0
  for (const character of text) {
    const level = embedding.levels[at] ?? 0
    const isMark = /\p{M}/u.test(character)
    const before = runs.at(-1)
    // An accent belongs to its letter's typeface.
    const font = isMark && before ? before.font : fontOf(character, families, weight)
    if (before && before.level === level && before.font === font) before.text += character
    else runs.push({ text: character, level, font })
    at += character.length
  }
  const pieces = inVisualOrder(runs).map(({ text: run, level, font }) =>
    font ? outlined(font, run, level) : own(run, level, weight),
  )
  return { width: pieces.reduce((sum, piece) => sum + piece.width, 0), pieces }
}

/** UAX 9, rule L2: from the highest level to the lowest odd one, whatever stands at that level or above is reversed. */
function inVisualOrder<Run extends { level: number }>(runs: readonly Run[]): Run[] {
  const order = [...runs]
  const levels = order.map((run) => run.level)
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1))
  for (let level = Math.max(0, ...levels); level >= lowestOdd; level--) {
    let start = 0
    while (start < order.length) {
      if ((order[start]?.level ?? 0) < level) {
        start++
        continue
      }
      let end = start
      while (end < order.length && (order[end]?.level ?? 0) >= level) end++
      order.splice(start, end - start, ...order.slice(start, end).reverse())
      start = end
    }
  }
  return order
}

/** In the paper's own typeface: marks and Latin letters between others. */
function own(run: string, level: number, weight: Weight): Piece {
  const text =
    level % 2 === 0
      ? run
      : [...new Intl.Segmenter().segment(run)]
          .map(({ segment }) => bidi.getMirroredCharacter(segment) ?? segment)
          .toReversed()
          .join('')
  return { text, width: typeface(weight).width(text) }
}

function outlined(font: Font, run: string, level: number): Piece {
  const direction = level % 2 === 1 ? 'rtl' : 'ltr'
  const mirrored =
    direction === 'rtl'
      ? [...run].map((character) => bidi.getMirroredCharacter(character) ?? character).join('')
      : run
  const { glyphs, positions } = font.layout(mirrored, undefined, undefined, undefined, direction)
  const scale = 1000 / font.unitsPerEm
  const outlines: Command[] = []
  let pen = 0
  glyphs.forEach((glyph, index) => {
    const place = positions[index]
    if (!place) return
    for (const { command, args } of glyph.path.commands as Command[]) {
      outlines.push({
        command,
        args: args.map((value, axis) =>
          axis % 2 === 0 ? (pen + place.xOffset + value) * scale : (place.yOffset + value) * scale,
        ),
      })
    }
    pen += place.xAdvance
  })
  return { outlines, width: pen * scale }
}

type EastAsian = 'jp' | 'sc' | 'kr'

/**
 * Chinese, Japanese and Korean write some characters differently. Kana say Japanese, Hangul Korean; of the rest the first typeface that has
 * all of them, so that one name is never of two.
 */
function familiesFor(text: string, weight: Weight): EastAsian[] {
  if (!EAST_ASIAN.test(text)) return []
  if (/[\u3040-\u30ff]/.test(text)) return ['jp', 'sc', 'kr']
  if (/[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]/.test(text)) return ['kr', 'sc', 'jp']
  const characters = [...text].filter((character) => EAST_ASIAN.test(character))
  const order: EastAsian[] = ['jp', 'sc', 'kr']
  const whole = order.find((family) =>
    characters.every((character) => eastAsianFont(family, character, weight)),
  )
  return whole ? [whole, ...order.filter((family) => family !== whole)] : order
}

/** The typeface of a character; null for the paper's own, also where nobody has the character. */
function fontOf(character: string, families: readonly EastAsian[], weight: Weight): Font | null {
  if (ARABIC.test(character)) return wholeFont('arabic', weight)
  if (HEBREW.test(character)) return wholeFont('hebrew', weight)
  if (!EAST_ASIAN.test(character)) return null
  for (const family of families) {
    const font = eastAsianFont(family, character, weight)
    if (font) return font
  }
  return null
}

function eastAsianFont(family: EastAsian, character: string, weight: Weight): Font | null {
  const slice = sliceOf(family, character)
  if (slice === undefined) return null
  const font = sliceFont(family, slice, weight)
  // The list of a slice names some characters that the slice does not have.
  return font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? font : null
}

const fonts = new Map<string, Font>()

function open(key: string, make: () => Font): Font {
  const known = fonts.get(key)
  if (known) return known
  const made = make()
  fonts.set(key, made)
  return made
}

const readPackage = (path: string): Buffer => readFileSync(fileURLToPath(import.meta.resolve(path)))

function parse(bytes: Buffer): Font {
  const font = create(bytes)
  if (!('layout' in font)) throw new Error('a font collection is not a font')
  return font
}

const weightNames: Record<Weight, string> = {
  regular: '400Regular',
  medium: '500Medium',
  strong: '600SemiBold',
}
const weights: Record<Weight, number> = { regular: 400, medium: 500, strong: 600 }

function wholeFont(script: 'arabic' | 'hebrew', weight: Weight): Font {
  const name = script === 'arabic' ? 'NotoSansArabic' : 'NotoSansHebrew'
  const folder = `@expo-google-fonts/noto-sans-${script}/${weightNames[weight]}`
  return open(`${script} ${weight}`, () => parse(readPackage(`${folder}/${name}_${weightNames[weight]}.ttf`)))
}

/** A slice of a variable typeface at one weight. */
function sliceFont(family: EastAsian, slice: string, weight: Weight): Font {
  const path = `@fontsource-variable/noto-sans-${family}/files/noto-sans-${family}-${slice}-wght-normal.woff2`
  return open(`${family} ${slice} ${weight}`, () => instanceOf(parse(readPackage(path)), weights[weight]))
}

/** The parts of fontkit's WOFF2 fonts that are no part of its types. */
interface Woff2Font extends Font {
  stream: { pos: number }
  _directoryPos: number
  _glyphs: Record<number, Glyph>
  _transformedGlyphs: { numberOfContours: number; points: OutlinePoint[] }[]
  _variationProcessor: { transformPoints(id: number, points: OutlinePoint[]): void }
  _getBaseGlyph(id: number, characters?: number[]): Glyph
}
interface OutlinePoint {
  x: number
  y: number
  endContour: boolean
  copy(): OutlinePoint
}

/**
 * fontkit 2 makes an instance of a variable font from plain TrueType only, and leaves the outlines of WOFF2 as they are at the lightest
 * weight. Here the font's own class makes the instance, and each glyph's points are moved when it is first asked for.
 */
function instanceOf(plain: Font, weightClass: number): Font {
  const font = plain as Woff2Font
  font.stream.pos = font._directoryPos
  const instance = Reflect.construct(font.constructor, [font.stream, [weightClass]]) as Woff2Font
  const ofClass = instance._getBaseGlyph.bind(instance)
  instance._getBaseGlyph = (id, characters) => {
    const known = instance._glyphs[id]
    if (known) return known
    const glyph = ofClass(id, characters)
    const outline = instance._transformedGlyphs[id]
    const first = outline?.points?.[0]
    if (outline && outline.numberOfContours > 0 && first) {
      // The four points that stand for the glyph's sides take part, and are of no use here.
      const sides = Array.from({ length: 4 }, () =>
        Object.assign(first.copy(), { x: 0, y: 0, endContour: true }),
      )
      instance._variationProcessor.transformPoints(id, [...outline.points, ...sides])
    }
    return glyph
  }
  return instance
}

const slices = new Map<EastAsian, Map<number, string>>()

function sliceOf(family: EastAsian, character: string): string | undefined {
  let known = slices.get(family)
  if (!known) {
    known = new Map()
    const ranges = JSON.parse(
      readPackage(`@fontsource-variable/noto-sans-${family}/unicode.json`).toString('utf8'),
    ) as Record<string, string>
    for (const [key, list] of Object.entries(ranges)) {
      for (const range of list.split(',')) {
        const [from = 0, to = from] = range
          .trim()
          .slice(2)
          .split('-')
          .map((code) => Number.parseInt(code, 16))
        for (let code = from; code <= to; code++) known.set(code, key.replaceAll(/[[\]]/g, ''))
      }
    }
    slices.set(family, known)
  }
  return known.get(character.codePointAt(0) ?? 0)
}
