import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export {
  clientForBilling,
  documentRecipients,
  holdClient,
  lockClient,
  type ClientForBilling,
  type DocumentRecipient,
} from './billing-reads.ts'
export {
  bringInClients,
  touchedClient,
  touchedClients,
  withdrawClients,
  type ClientToBringIn,
} from './bring-in.ts'
export { openContacts, tieContacts, type OpenContact } from './open-contacts.ts'
export {
  changeOwnCompany,
  changeOwnContact,
  colleaguesAt,
  colleaguesOfCaller,
  companyOfCaller,
  ownCompany,
  type Colleague,
  type OwnCompany,
} from './own-details.ts'
export { canBeInvoiced, clientSearchText, taxNumberKey } from './rules.ts'
export { mayMeet, mayMeetOne } from './visibility.ts'
export { mayMeetClient, visibleRows, type RowsOfPage } from './visible-rows.ts'

export const clients: Module = { name: 'clients', register: registerRoutes }
