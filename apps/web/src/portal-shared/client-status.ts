import { isStatus, type Status } from '@portico/ui'
import type { PortalInvoice } from './invoice.ts'

/** What the client needs to know of the state; whether it was opened is the organization's business. */
export function clientStatus(invoice: Pick<PortalInvoice, 'badge' | 'proof'>): Status {
  if (invoice.proof?.state === 'submitted') return 'checking'
  if (invoice.proof?.state === 'rejected') return 'rejected'
  if (invoice.badge === 'sent' || invoice.badge === 'viewed' || invoice.badge === 'final') return 'open'
  return isStatus(invoice.badge) ? invoice.badge : 'open'
}
