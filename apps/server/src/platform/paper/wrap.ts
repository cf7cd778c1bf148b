/** Text made fit for paper: what may be printed, and where its lines break. */
import { directionMark, isOther } from './other-scripts.ts'
import { widthOf } from './sheet.ts'
import type { TextStyle } from './sheet.ts'

/**
 * Characters that print nothing but change what is read: controls, direction overrides (a name must not be able to
 * mirror an amount), zero-width characters, lone surrogates, private use.
 */
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Co}\u{ad}\u{61c}\u{180e}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fff9}-\u{fffb}]|\p{Variation_Selector}/gu

/** One spelling per text: composed characters, `\n` as the only line break, nothing invisible. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\t\v\f\u0085]/g, ' ')
    .split('\n')
    .map((line) => line.replace(UNPRINTABLE, '').trimEnd())
    .join('\n')
    .trim()
    .normalize('NFC')
}

/** A copy of a document with every text made printable, except what machines read (`qr`). */
export function printableDeep<T>(value: T): T {
  return cleaned(value) as T
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'qr' ? inner : cleaned(inner)]),
  )
}

/** Breaks at spaces, and inside a word only when the word alone is wider than the column. */
export function wrap(text: string, style: TextStyle, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = wrapParagraph(paragraph, style, width)
    // Each line is put in order by itself, in the direction of its whole paragraph.
    const mark = isOther(paragraph) ? directionMark(paragraph) : ''
    return mark ? lines.map((line) => mark + line) : lines
  })
}

/** The first `count` lines, the last of them ending in an ellipsis when there would be more. */
export function wrapAtMost(count: number, text: string, style: TextStyle, width: number): string[] {
  const lines = wrap(text, style, width)
  if (lines.length <= count) return lines
  return lines
    .slice(0, count)
    .map((line, index) => (index === count - 1 ? `${line.slice(0, -1).trimEnd()}…` : line))
}

function wrapParagraph(paragraph: string, style: TextStyle, width: number): string[] {
  if (widthOf(paragraph, style) <= width) return [paragraph]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of paragraph.split(/(?<= )(?! )/)) {
    const wordWidth = widthOf(word, style)
    const inkWidth = word.endsWith(' ') ? widthOf(word.trimEnd(), style) : wordWidth
    if (used + inkWidth > width && line !== '') {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    if (inkWidth > width) {
      const pieces = cut(word, style, width)
      lines.push(...pieces.slice(0, -1))
      line = pieces.at(-1) ?? ''
      used = widthOf(line, style)
    } else {
      line += word
      used += wordWidth
    }
  }
  if (line !== '') lines.push(line.trimEnd())
  return lines
}

/** Cuts a word into pieces that fit: after a mark such as @ . / - when one is near, never between a letter and its accent. */
function cut(word: string, style: TextStyle, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const [character] of word.matchAll(/.\p{M}*/gsu)) {
    const characterWidth = widthOf(character, style)
    if (used + characterWidth > width && piece !== '') {
      const mark = /^.*[@./_-]/su.exec(piece)?.[0] ?? ''
      const taken = mark.length > piece.length / 2 ? mark : piece
      pieces.push(taken)
      piece = piece.slice(taken.length)
      used = widthOf(piece, style)
    }
    piece += character
    used += characterWidth
  }
  pieces.push(piece)
  return pieces
}

/** The style made smaller, down to `minSize`, until the text fits on one line of the width. */
export function fitted(text: string, style: TextStyle, width: number, minSize: number): TextStyle {
  const natural = widthOf(text, style)
  if (natural <= width) return style
  return {
    ...style,
    size: Math.max(minSize, Math.floor(((style.size * width) / natural) * 10) / 10),
  }
}
