import type { PaperDocument, StatementPaper } from './document.ts'
import { renderInvoice } from './kinds/invoice.ts'
import { renderReceipt } from './kinds/receipt.ts'
import { renderStatement as drawStatement } from './kinds/statement.ts'
import { logoFrom } from './parts/logo.ts'
import { printableDeep } from './wrap.ts'

/**
 * Makes the PDF of a document. A pure function: the same document and logo give the same bytes, whatever the process
 * rendered before and whatever the time is. Reads nothing but its own fonts and never touches the network; texts are
 * printed as text, whatever markup they hold.
 *
 * @param extras.logoPng drawn at the top left; anything that is not a whole PNG of at most 16 million pixels is left out and
 *   the seller's name takes its place
 */
export async function renderPaper(
  document: PaperDocument,
  extras: { logoPng?: Buffer } = {},
): Promise<Buffer> {
  const clean = printableDeep(document)
  const logo = await logoFrom(extras.logoPng)
  return clean.kind === 'invoice' ? renderInvoice(clean, logo) : renderReceipt(clean, logo)
}

/** The PDF of a statement of account, under the same promises. */
export async function renderStatement(
  statement: StatementPaper,
  extras: { logoPng?: Buffer } = {},
): Promise<Buffer> {
  return drawStatement(printableDeep(statement), await logoFrom(extras.logoPng))
}
