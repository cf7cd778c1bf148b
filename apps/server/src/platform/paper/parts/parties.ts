import type { PaperBuyer } from '../document.ts'
import type { Block } from '../sheet.ts'
import { body, label, partyName, soft } from '../styles.ts'
import { wrapAtMost } from '../wrap.ts'
import { beside } from './context.ts'
import type { PaperContext } from './context.ts'

/** The two sides of the document, with the one who receives it first, where a window envelope shows it. */
export function parties(context: PaperContext, labels: { buyer: string; seller: string }): Block {
  const { document, figures } = context
  const { buyer, seller } = document
  return beside(
    party(context, 0, labels.buyer, buyer.name, buyer.addressLines, buyerFacts(context, buyer)),
    party(
      context,
      6,
      labels.seller,
      seller.name,
      [...seller.addressLines, figures.country(seller.country)],
      [seller.email, seller.phone].filter((fact) => fact !== undefined),
    ),
  )
}

function party(
  { grid }: PaperContext,
  column: number,
  heading: string,
  name: string,
  addressLines: string[],
  facts: string[],
): Block {
  const width = grid.span(5)
  const x = grid.x(column)
  const names = wrapAtMost(5, name, partyName, width)
  const address = addressLines
    .filter((line) => line !== '')
    .flatMap((line) => wrapAtMost(3, line, body, width))
    .slice(0, 12)
  const factLines = facts.flatMap((fact) => wrapAtMost(3, fact, soft, width))
  const apart = factLines.length > 0 ? 4 : 0
  return {
    height:
      label.leading +
      2 +
      names.length * partyName.leading +
      (address.length + factLines.length) * body.leading +
      apart,
    draw(sheet, top) {
      sheet.text(heading, x, top, label)
      const afterName = sheet.lines(names, x, top + label.leading + 2, partyName)
      const afterAddress = sheet.lines(address, x, afterName, body)
      sheet.lines(factLines, x, afterAddress + apart, soft)
    },
  }
}

function buyerFacts({ texts }: PaperContext, buyer: PaperBuyer): string[] {
  return [
    ...(buyer.taxNumber ? [`${texts.taxNumber} ${buyer.taxNumber}`] : []),
    `${texts.clientReference} ${buyer.refid}`,
    ...(buyer.email ? [buyer.email] : []),
  ]
}
