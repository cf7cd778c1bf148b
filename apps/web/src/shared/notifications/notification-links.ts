import type { Feed, Notification } from './feed.ts'

/** The page on which a notification's subject is looked at; mails lead to the same. */
export function hrefOf({ base, side }: Pick<Feed, 'base' | 'side'>, { subject }: Notification): string {
  const { kind, id, invoice_id: invoiceId } = subject
  if (kind === 'invoice' || kind === 'credit')
    return invoiceId ? `${base}/invoices/${invoiceId}` : `${base}/invoices`
  if (side === 'portal') {
    if (invoiceId) return `${base}/invoices/${invoiceId}`
    return kind === 'receipt' || kind === 'payment' ? `${base}/receipts` : base
  }
  switch (kind) {
    case 'payment_proof':
      return `${base}/review?proof=${id}`
    case 'payment':
      return `${base}/payments/${id}`
    case 'receipt':
      return `${base}/receipts/${id}`
    case 'client':
      return `${base}/clients/${id}`
    case 'member':
      return `${base}/team`
    case 'email':
      return invoiceId ? `${base}/invoices/${invoiceId}` : `${base}/outbox?status=failed`
  }
}
