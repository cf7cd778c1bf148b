import type { Block } from '../sheet.ts'
import { body, emphasis, HAIRLINE, headline, INK, label, reference, soft } from '../styles.ts'
import { fitted, wrapAtMost } from '../wrap.ts'
import { widthOf } from '../sheet.ts'
import type { PaperContext } from './context.ts'

export type Fact = { name: string; value: string; quoted?: boolean }

export type SummaryContent = {
  label: string
  currency: string
  figure: string
  color: string
  under: string[]
  link?: { text: string; url: string }
  facts: Fact[]
}

/** the most that the names of facts may take of their half */
const WIDEST_NAME = 120

/**
 * The answer to "how much, and by when": one large figure in the brand colour, the only place where paper uses it,
 * beside the few facts a clerk types into another system.
 */
export function summary({ grid }: PaperContext, content: SummaryContent): Block {
  const width = grid.span(6) - 12
  const currency = { ...emphasis, size: 11, leading: headline.leading, color: content.color }
  const currencyWidth = widthOf(content.currency, currency) + 6
  const figure = fitted(content.figure, { ...headline, color: content.color }, width - currencyWidth, 12)
  const under = content.under.flatMap((line) => wrapAtMost(6, line, soft, width))
  const names = Math.min(WIDEST_NAME, Math.max(...content.facts.map((fact) => widthOf(fact.name, soft)))) + 16
  const facts = content.facts.map((fact) => ({
    ...fact,
    lines: wrapAtMost(4, fact.value, fact.quoted ? reference : body, grid.span(6) - names),
  }))
  const { link } = content
  const left = label.leading + headline.leading + (under.length + (link ? 1 : 0)) * soft.leading
  const right = facts.reduce((sum, fact) => sum + fact.lines.length * body.leading + 3, 0)
  const height = Math.max(left, right) + 22
  return {
    height,
    draw(sheet, top) {
      sheet.rule(grid.left, top, grid.inner, INK, 0.75)
      sheet.rule(grid.left, top + height, grid.inner, HAIRLINE, 0.5)
      sheet.text(content.label, grid.left, top + 11, label)
      const figureTop = top + 11 + label.leading
      sheet.text(
        content.currency,
        grid.left,
        figureTop + sharedBaseline(figure.size, currency.size),
        currency,
      )
      sheet.text(content.figure, grid.left + currencyWidth, figureTop, figure)
      const afterUnder = sheet.lines(under, grid.left, figureTop + headline.leading, soft)
      if (link) {
        const linkWidth = widthOf(link.text, emphasis)
        sheet.text(link.text, grid.left, afterUnder, emphasis)
        sheet.rule(grid.left, afterUnder + emphasis.leading - 1, linkWidth, INK, 0.5)
        sheet.link(grid.left, afterUnder, linkWidth, emphasis.leading, link.url)
      }
      let at = top + 11
      for (const fact of facts) {
        sheet.text(fact.name, grid.x(6), at, fitted(fact.name, soft, WIDEST_NAME, 6))
        at = sheet.lines(fact.lines, grid.x(6) + names, at, fact.quoted ? reference : body) + 3
      }
    },
  }
}

/** How far down a smaller text starts to stand on the baseline of a larger one with the same leading. */
function sharedBaseline(larger: number, smaller: number): number {
  return ((larger - smaller) * (1490 / 2048)) / 2
}
