import * as audit from './audit.ts'
import * as clientMerges from './client-merges.ts'
import * as clients from './clients.ts'
import * as emails from './emails.ts'
import * as externalIds from './external-ids.ts'
import * as identity from './identity.ts'
import * as imports from './imports.ts'
import * as invoiceLinks from './invoice-links.ts'
import * as invoiceSending from './invoice-sending.ts'
import * as invoices from './invoices.ts'
import * as live from './live.ts'
import * as members from './members.ts'
import * as notifications from './notifications.ts'
import * as onboarding from './onboarding.ts'
import type { Operation } from './operation.ts'
import * as organizations from './organizations.ts'
import * as paymentProofs from './payment-proofs.ts'
import * as payments from './payments.ts'
import * as platform from './platform.ts'
import * as portal from './portal.ts'
import * as prices from './prices.ts'
import * as site from './site.ts'
import * as search from './search.ts'
import * as statements from './statements.ts'

function isOperation(value: unknown): value is Operation {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value
  )
}

/** Every operation of the API, in the order of the reference. */
export const operations: readonly Operation[] = [
  identity,
  organizations,
  members,
  clients,
  clientMerges,
  prices,
  invoices,
  invoiceSending,
  payments,
  paymentProofs,
  imports,
  emails,
  live,
  externalIds,
  search,
  notifications,
  statements,
  portal,
  invoiceLinks,
  onboarding,
  platform,
  site,
  audit,
].flatMap((module) => Object.values(module).filter(isOperation))
