import { widthOf } from '../sheet.ts'
import type { Sheet } from '../sheet.ts'
import { foot, HAIRLINE } from '../styles.ts'
import { wrapAtMost } from '../wrap.ts'
import type { PaperContext } from './context.ts'

const ABOVE = 10

/** Who stands behind the paper, in law, at the foot of every page, and which page it is. */
export function footer(context: PaperContext) {
  const { grid, texts, document, figures } = context
  const { seller } = document
  const identity = [
    seller.legalName ?? seller.name,
    [...seller.addressLines, figures.country(seller.country)].filter((line) => line !== '').join(', '),
    seller.registration && `${texts.registration} ${seller.registration}`,
    seller.tin && `${texts.tin} ${seller.tin}`,
    seller.vrn && `${texts.vrn} ${seller.vrn}`,
    seller.website,
  ].filter((fact): fact is string => Boolean(fact))
  const lines = packed(identity, grid.span(10))
    .flatMap((line) => wrapAtMost(2, line, foot, grid.span(10)))
    .slice(0, 4)
  return {
    height: ABOVE + Math.max(2, lines.length) * foot.leading,
    draw(sheet: Sheet, top: number, page: number, pageCount: number) {
      sheet.rule(grid.left, top, grid.inner, HAIRLINE, 0.5)
      sheet.lines(lines, grid.left, top + ABOVE, foot)
      const count = texts.page(figures.decimal(String(page)), figures.decimal(String(pageCount)))
      sheet.text(count, grid.right, top + ABOVE, foot, { align: 'right' })
    },
  }
}

/** As many facts on a line as fit, so that no line begins or ends with the dot between two of them. */
function packed(facts: string[], width: number): string[] {
  const lines: string[] = []
  for (const fact of facts) {
    const joined = [...lines.slice(-1), fact].join('  \u00b7  ')
    if (lines.length > 0 && widthOf(joined, foot) <= width) lines[lines.length - 1] = joined
    else lines.push(fact)
  }
  return lines
}
