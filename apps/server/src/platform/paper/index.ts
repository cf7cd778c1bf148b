export { renderPaper, renderStatement } from './render-paper.ts'
export { textsFor as paperTexts } from './texts/texts.ts'
export type {
  InvoicePaper,
  InvoicePaperLine,
  InvoicePaperTax,
  InvoicePaperTotals,
  PaperBase,
  PaperBuyer,
  PaperDocument,
  PaperSeller,
  PayTo,
  ReceiptPaper,
  StatementPaper,
} from './document.ts'
