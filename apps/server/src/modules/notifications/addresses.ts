import { toPublicId } from '@portico/contract'
import type { NotificationRow, Side } from './reads.ts'

/** The page on which a notification's subject is looked at, as a path. The web app leads to the same (`notification-links.ts`). */
export function addressOf(
  row: Pick<NotificationRow, 'subject_kind' | 'subject_id' | 'invoice_id' | 'client_id'>,
  slug: string,
  side: Side,
): string {
  const invoice = row.invoice_id && `/invoices/${toPublicId('invoice', row.invoice_id)}`
  if (side === 'contact') {
    const base = `/client-portal/${slug}`
    if (invoice) return base + invoice
    return row.subject_kind === 'receipt' ? `${base}/receipts` : base
  }
  const base = `/app/${slug}`
  switch (row.subject_kind) {
    case 'payment_proof':
      return `${base}/review?proof=${toPublicId('paymentProof', row.subject_id)}`
    case 'payment':
      return `${base}/payments/${toPublicId('payment', row.subject_id)}`
    case 'receipt':
      return `${base}/receipts/${toPublicId('receipt', row.subject_id)}`
    case 'client':
      return `${base}/clients/${toPublicId('client', row.subject_id)}`
    case 'member':
      return `${base}/team`
    case 'email':
      return invoice ? base + invoice : `${base}/outbox`
    default:
      return invoice ? base + invoice : base
  }
}
