import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export {
  bringInPayments,
  importedPayments,
  lockClientsOfPayments,
  withdrawPayments,
  type ImportedPayment,
  type PaymentToBringIn,
} from './bring-in.ts'
export { historyOfCaller, type HistoryRow } from './reads.ts'
export { recordPayment, type NewPayment } from './record-payment.ts'
export { useCredit } from './use-credit.ts'

export const payments: Module = { name: 'payments', register: registerRoutes }
