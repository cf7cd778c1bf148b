import type { FlowOptions } from '../flow.ts'
import { languageOf } from '../texts/texts.ts'
import type { PaperContext } from './context.ts'
import { footer } from './footer.ts'
import { runningHead } from './header.ts'

/** What every page of a document shares, whatever kind it is. */
export function pageOf(context: PaperContext, title: string, createdOn: string): FlowOptions {
  const { document, grid } = context
  return {
    paper: document.paper,
    pageHeight: grid.height,
    title,
    author: document.seller.name,
    language: languageOf(document.locale),
    createdOn,
    background: () => {},
    runningHead: runningHead(context, title),
    foot: footer(context),
  }
}
