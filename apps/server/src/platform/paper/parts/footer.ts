import type { Sheet } from '../sheet.ts'
import { foot, HAIRLINE } from '../styles.ts'
import { wrap } from '../wrap.ts'
import type { PaperContext } from './context.ts'
import { countryName } from './parties.ts'

const ABOVE = 10

/** Who stands behind the paper, in law, at the foot of every page, and which page it is. */
export function footer(context: PaperContext) {
  const { grid, texts, document, figures } = context
  const { seller } = document
  const identity = [
    seller.legalName ?? seller.name,
    [...seller.addressLines, countryName(context, seller)].filter((line) => line !== '').join(', '),
    seller.registration && `${texts.registration} ${seller.registration}`,
    seller.tin && `${texts.tin} ${seller.tin}`,
    seller.vrn && `${texts.vrn} ${seller.vrn}`,
    seller.website,
  ].filter((part) => part !== undefined && part !== '')
  const lines = wrap(identity.join('  \u00b7  '), foot, grid.span(10)).slice(0, 4)
  return {
    height: ABOVE + Math.max(2, lines.length) * foot.leading,
    draw(sheet: Sheet, top: number, page: number, pageCount: number) {
      sheet.rule(grid.left, top, grid.inner, HAIRLINE, 0.5)
      sheet.lines(lines, grid.left, top + ABOVE, foot)
      const count = texts.page(figures.decimal(String(page)), figures.decimal(String(pageCount)))
      sheet.text(count, grid.right, top + ABOVE, foot, 'right')
    },
  }
}
