import { statement, type Tx } from '../../platform/database/index.ts'

/** The name under which its moments are kept. */
export const sendWork = 'invoices.send_scheduled'

/** Ends what is planned for an invoice; no row where nothing was. */
export const settleScheduledSend = statement<{ invoice_id: string }>(
  `update scheduled_sends set state = $3, reason = $4, updated_at = $5 where organization_id = $1 and invoice_id = $2 and state in ('waiting', 'failed') returning invoice_id`,
)

/** What was planned is done, or is not wanted any more, with the commit. */
export const endScheduledSend = (tx: Tx, invoiceId: string, state: 'sent' | 'cancelled'): void =>
  tx.later(settleScheduledSend(tx.organizationId, invoiceId, state, null, tx.now))
