import type { Block } from '../sheet.ts'
import { label, sellerName, soft, small, title, HAIRLINE, emphasis } from '../styles.ts'
import { wrap } from '../wrap.ts'
import type { PaperContext } from './context.ts'
import { LOGO_BOX } from './logo.ts'
import type { Logo } from './logo.ts'

/** Who writes on the left (the logo, or the name when there is none), what this is and its number on the right. */
export function header(
  { grid, document }: PaperContext,
  content: { title: string; number: string; logo?: Logo },
): Block {
  const name = wrap(document.seller.name, sellerName, grid.span(7)).slice(0, 3)
  const numberLines = wrap(content.number, soft, grid.span(5))
  const { logo } = content
  const scale = logo ? Math.min(LOGO_BOX.width / logo.width, LOGO_BOX.height / logo.height) : 0
  const left = logo ? logo.height * scale : name.length * sellerName.leading
  const right = title.leading + numberLines.length * soft.leading
  return {
    height: Math.max(left, right),
    draw(sheet, top) {
      if (logo) {
        sheet.pdf.image(logo.png, grid.left, top, { width: logo.width * scale, height: logo.height * scale })
      } else {
        sheet.lines(name, grid.left, top + (title.leading - sellerName.leading) / 2, sellerName)
      }
      sheet.text(content.title, grid.right, top, title, 'right')
      sheet.lines(numberLines, grid.right, top + title.leading, { ...emphasis, size: 10 }, 'right')
    },
  }
}

/** The one line that later pages begin with, so that a loose sheet can be put back where it belongs. */
export function runningHead({ grid, document }: PaperContext, what: string): Block {
  const [start = '', ...more] = wrap(document.seller.name, small, grid.span(6))
  const seller = more.length > 0 ? `${start}…` : start
  return {
    height: 32,
    draw(sheet, top) {
      sheet.text(seller, grid.left, top - 4, small)
      sheet.text(what, grid.right, top - 4, { ...label, size: small.size, leading: small.leading }, 'right')
      sheet.rule(grid.left, top + 12, grid.inner, HAIRLINE, 0.5)
    },
  }
}
