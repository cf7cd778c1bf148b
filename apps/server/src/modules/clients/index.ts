import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export {
  clientForBilling,
  documentRecipients,
  lockClient,
  type ClientForBilling,
  type DocumentRecipient,
} from './billing-reads.ts'
export { canBeInvoiced, clientSearchText } from './rules.ts'
export { mayMeet } from './visibility.ts'
export { mayMeetClient, visibleRows, type RowsOfPage } from './visible-rows.ts'

export const clients: Module = { name: 'clients', register: registerRoutes }
