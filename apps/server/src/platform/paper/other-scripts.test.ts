import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { directionMark, isOther, lineOf, readable } from './other-scripts.ts'
import { renderPaper } from './index.ts'
import { sampleInvoice } from './sample-papers.ts'
import { widthOf } from './sheet.ts'
import { body } from './styles.ts'
import { wrap } from './wrap.ts'

/** A line as it stands on paper: own letters as they are, each stretch of other letters as one mark. */
const seen = (text: string): string =>
  lineOf(text, 'regular')
    .pieces.map((piece) => ('text' in piece ? piece.text : '◆'))
    .join('')

describe('names in other scripts [INV-36]', () => {
  test('are told from those that the own typeface prints', () => {
    expect(['Ünsal & Søn', 'Ελλάδα', 'Москва', '€ 1.200,50 — “ok”'].map(isOther)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(['شركة', 'חברה', '大和商事', 'ウェブ', '주식회사', 'Acme（株）'].map(isOther)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ])
  })

  test('from right to left stand in the order of the bidirectional algorithm, brackets mirrored, figures as they are', () => {
    expect(seen('شركة (ABC) 2026')).toBe('2026 (ABC) ◆')
    expect(seen('ABC (شركة) 12')).toBe('ABC (◆) 12')
    expect(seen('חברת אור בע"מ')).toBe('◆"◆ ◆ ◆')
    expect(seen('אבג (דהו)')).toBe('(◆) ◆')
  })

  test('join and turn as Arabic letters do: a word is narrower than its letters alone', () => {
    const word = lineOf('شركة', 'regular').width
    const letters = [...'شركة'].reduce((sum, letter) => sum + lineOf(letter, 'regular').width, 0)
    expect(word).toBeLessThan(letters)
  })

  test('of East Asia have every letter, at the weight that is asked for, and one typeface a name', () => {
    for (const name of [
      '大和商事株式会社',
      'ウェブサイト制作（第２期）',
      '주식회사 한국',
      '中华人民共和国 华为',
      '臺灣積體電路',
    ]) {
      const { pieces, width } = lineOf(name, 'strong')
      expect(
        pieces.every((piece) => ('text' in piece ? piece.text.trim() === '' : piece.outlines.length > 0)),
      ).toBe(true)
      expect(width).toBeGreaterThan([...name].length * 500)
    }
    const area = (weight: 'regular' | 'strong') =>
      lineOf('大', weight).pieces.flatMap((piece) => ('outlines' in piece ? piece.outlines : []))
    expect(area('regular')).not.toEqual(area('strong'))
    expect(area('regular')).toEqual(area('regular'))
  })

  test('keep the direction of their paragraph on every line, and count towards its width', () => {
    const paragraph = `${'كلمة طويلة '.repeat(12)}Portico ${'كلمة '.repeat(8)}`.trim()
    const lines = wrap(paragraph, body, 200)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) {
      expect(line.startsWith('\u200f')).toBe(true)
      expect(widthOf(line, body)).toBeLessThanOrEqual(200)
    }
    expect(lines.map(readable).join(' ')).toBe(paragraph)
    expect([directionMark('Acme'), directionMark('Acme شركة')]).toEqual(['', '\u200e'])
  })

  test('say what they are to whoever reads or copies, and print the same bytes each time', async () => {
    const invoice = sampleInvoice(2)
    invoice.buyer.name = 'شركة النيل'
    const pdf = await renderPaper(invoice)
    const spans = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
      ([, bytes = '']) => {
        try {
          return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
        } catch {
          return ''
        }
      },
    )
    const hex = [...Buffer.from('شركة النيل', 'utf16le').swap16()]
    const written = String.fromCharCode(0xfe, 0xff, ...hex)
    const page = spans.join('\n')
    expect(page).toContain('/ActualText')
    expect(page.includes(written) || page.includes(escapedForPdf(written))).toBe(true)
    expect((await renderPaper(invoice)).equals(pdf)).toBe(true)
  })
})

/** Strings of a PDF escape brackets, backslashes and line ends. */
function escapedForPdf(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('(', '\\(')
    .replaceAll(')', '\\)')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
}
