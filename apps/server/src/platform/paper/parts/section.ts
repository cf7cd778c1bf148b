import type { Block } from '../sheet.ts'
import { widthOf } from '../sheet.ts'
import { body, label, partyName, reference, soft } from '../styles.ts'
import { wrap } from '../wrap.ts'
import type { PaperContext } from './context.ts'

export type Remark = { heading: string; text: string }

/** A heading over a section, and at the right what must not be overlooked in it. */
export function sectionHeading(
  { grid }: PaperContext,
  text: string,
  aside: { text: string; value: string },
): Block {
  const style = { ...partyName, size: 11 }
  const value = { ...reference, leading: style.leading }
  return {
    height: style.leading + 8,
    draw(sheet, top) {
      sheet.text(text, grid.left, top, style, { role: 'H2' })
      sheet.text(aside.value, grid.right, top, value, { align: 'right' })
      sheet.text(
        aside.text,
        grid.right - widthOf(aside.value, value) - 8,
        top,
        { ...soft, leading: style.leading },
        { align: 'right' },
      )
    },
  }
}

/** Running text under a label, one block per line, so that long terms flow over pages. Lines hold 72 characters. */
export function prose({ grid }: PaperContext, { heading, text }: Remark, columns: number): Block[] {
  const lines = wrap(text, soft, Math.min(grid.span(columns), 340))
  return lines.map((line, index) => {
    const above = index === 0 ? label.leading + 2 : 0
    return {
      height: above + body.leading,
      draw(sheet, top) {
        if (index === 0) sheet.text(heading, grid.left, top, label, { role: 'H2' })
        sheet.text(line, grid.left, top + above, soft)
      },
    }
  })
}
