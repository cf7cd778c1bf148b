import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export { issueReceipt, type ReceiptOrder } from './issue-receipt.ts'
export { receiptParties, type ReceiptParties } from './parties.ts'
export type { SettledPart } from './rules.ts'
export { presentPortalReceipt } from './present.ts'
export {
  latestReceiptsOfCaller,
  receiptOfCaller,
  receiptsOfCaller,
  receiptsOfInvoice,
  type ReceiptRow,
} from './reads.ts'

export const receipts: Module = { name: 'receipts', register: registerRoutes }
