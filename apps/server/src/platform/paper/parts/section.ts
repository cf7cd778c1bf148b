import type { Block } from '../sheet.ts'
import { body, label, partyName, soft } from '../styles.ts'
import { wrap } from '../wrap.ts'
import type { PaperContext } from './context.ts'

/** A small heading over a section. */
export function sectionHeading({ grid }: PaperContext, text: string, aside = ''): Block {
  return {
    height: partyName.leading + 8,
    draw(sheet, top) {
      sheet.text(text, grid.left, top, { ...partyName, size: 11 })
      sheet.text(aside, grid.right, top, { ...label, leading: partyName.leading }, 'right')
    },
  }
}

/** Running text under a label, one block per line, so that long terms flow over pages. Lines hold 72 characters. */
export function prose({ grid }: PaperContext, heading: string, text: string): Block[] {
  const lines = wrap(text, soft, Math.min(grid.span(9), 340))
  return lines.map((line, index) => {
    const above = index === 0 ? label.leading + 2 : 0
    return {
      height: above + body.leading,
      draw(sheet, top) {
        if (index === 0) sheet.text(heading, grid.left, top, label)
        sheet.text(line, grid.left, top + above, soft)
      },
    }
  })
}
