import type { Block } from '../sheet.ts'
import { label, sellerName, soft, small, title, HAIRLINE, emphasis } from '../styles.ts'
import { wrapAtMost } from '../wrap.ts'
import type { PaperContext } from './context.ts'
import { LOGO_BOX } from './logo.ts'
import type { Logo } from './logo.ts'

/** Who writes on the left (the logo, or the name when there is none), what this is and its number on the right. */
export function header(
  { grid, document }: PaperContext,
  content: { title: string; number: string; logo?: Logo },
): Block {
  const name = wrapAtMost(3, document.seller.name, sellerName, grid.span(7))
  const numberLines = wrapAtMost(3, content.number, soft, grid.span(5))
  const { logo } = content
  const scale = logo ? Math.min(LOGO_BOX.width / logo.width, LOGO_BOX.height / logo.height) : 0
  const left = logo ? logo.height * scale : name.length * sellerName.leading
  const right = title.leading + numberLines.length * soft.leading
  return {
    height: Math.max(left, right),
    draw(sheet, top) {
      if (logo) {
        const size = { width: logo.width * scale, height: logo.height * scale }
        const draw = () => sheet.pdf.image(logo.png, grid.left, top, size)
        sheet.structure.mark('Figure', draw, document.seller.name)
      } else {
        sheet.lines(name, grid.left, top + (title.leading - sellerName.leading) / 2, sellerName)
      }
      sheet.text(content.title, grid.right, top, title, { align: 'right', role: 'H1' })
      sheet.lines(numberLines, grid.right, top + title.leading, { ...emphasis, size: 10 }, { align: 'right' })
    },
  }
}

/** The one line that later pages begin with, so that a loose sheet can be put back where it belongs. */
export function runningHead({ grid, document }: PaperContext, what: string): Block {
  const [seller = ''] = wrapAtMost(1, document.seller.name, small, grid.span(6))
  const [name = ''] = wrapAtMost(1, what, small, grid.span(5))
  return {
    height: 32,
    draw(sheet, top) {
      sheet.text(seller, grid.left, top - 4, small)
      sheet.text(
        name,
        grid.right,
        top - 4,
        { ...label, size: small.size, leading: small.leading },
        { align: 'right' },
      )
      sheet.rule(grid.left, top + 12, grid.inner, HAIRLINE, 0.5)
    },
  }
}
