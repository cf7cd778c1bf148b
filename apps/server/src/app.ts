import type { AppParts } from './app-parts.ts'
import { audit } from './modules/audit/index.ts'
import { clients } from './modules/clients/index.ts'
import { contactForm } from './modules/contact-form/index.ts'
import { currencies } from './modules/currencies/index.ts'
import { identity } from './modules/identity/index.ts'
import { emails } from './modules/emails/index.ts'
import { files } from './modules/files/index.ts'
import { installation } from './modules/installation/index.ts'
import { imports } from './modules/imports/index.ts'
import { invoiceLinks } from './modules/invoice-links/index.ts'
import { invoices } from './modules/invoices/index.ts'
import { ledger } from './modules/ledger/index.ts'
import { live } from './modules/live/index.ts'
import { members } from './modules/members/index.ts'
import { notifications } from './modules/notifications/index.ts'
import { onboarding } from './modules/onboarding/index.ts'
import { organizations } from './modules/organizations/index.ts'
import { paymentProofs } from './modules/payment-proofs/index.ts'
import { payments } from './modules/payments/index.ts'
import { portal } from './modules/portal/index.ts'
import { prices } from './modules/prices/index.ts'
import { receipts } from './modules/receipts/index.ts'
import { receivingAccounts } from './modules/receiving-accounts/index.ts'
import { search } from './modules/search/index.ts'
import { statements } from './modules/statements/index.ts'
import { taxes } from './modules/taxes/index.ts'
import { Edge } from './platform/http/edge.ts'
import type { RecurringJob, Subscription } from './platform/jobs/definitions.ts'

/** A module as the program sees it: routes it answers, events it hears, work that recurs. */
export type Module = {
  name: string
  register(edge: Edge, parts: AppParts): void
  subscriptions?: readonly Subscription[]
  recurring?: readonly RecurringJob[]
}

/** The one place where the parts are put together. */
export const modules: readonly Module[] = [
  audit,
  clients,
  contactForm,
  currencies,
  emails,
  identity,
  files,
  installation,
  imports,
  invoiceLinks,
  invoices,
  ledger,
  live,
  members,
  notifications,
  onboarding,
  organizations,
  paymentProofs,
  payments,
  portal,
  prices,
  receipts,
  receivingAccounts,
  search,
  statements,
  taxes,
]

/** The HTTP application: every operation of the contract, answered by its module. It listens to nothing yet. */
export async function buildEdge(parts: AppParts, using: readonly Module[] = modules): Promise<Edge> {
  const edge = new Edge(parts)
  await edge.prepare()
  for (const module of using) module.register(edge, parts)
  return edge
}
