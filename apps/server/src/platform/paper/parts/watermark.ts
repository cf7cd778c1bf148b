import type { Sheet } from '../sheet.ts'
import { widthOf } from '../sheet.ts'
import { WATERMARK } from '../styles.ts'

/** One word across the page, under everything else; nothing for an empty one. */
export function watermark(sheet: Sheet, word: string): void {
  if (word === '') return
  const { width, height } = sheet.grid
  const style = { weight: 'strong', size: 150, leading: 150, color: WATERMARK } as const
  const size = Math.min(150, (150 * width) / widthOf(word, style))
  const fitting = { ...style, size, leading: size }
  sheet.pdf.save()
  sheet.pdf.rotate(-45, { origin: [width / 2, height / 2] })
  sheet.text(word, (width - widthOf(word, fitting)) / 2, height / 2 - size / 2, fitting)
  sheet.pdf.restore()
}
