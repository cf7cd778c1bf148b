import { toPublicId, type IdKind, type Notification, type NotificationSubject } from '@portico/contract'
import type { z } from 'zod'
import type { NotificationRow } from './reads.ts'

const idKinds: Record<NotificationSubject, IdKind> = {
  invoice: 'invoice',
  payment: 'payment',
  credit: 'allocation',
  receipt: 'receipt',
  payment_proof: 'paymentProof',
  client: 'client',
  member: 'membership',
  email: 'email',
}

export function presentNotification(row: NotificationRow): z.output<typeof Notification> {
  return {
    id: row.id,
    type: row.type,
    created_at: row.created_at,
    read_at: row.read_at,
    subject: {
      kind: row.subject_kind,
      id: toPublicId(idKinds[row.subject_kind], row.subject_id),
      label: row.label ?? (row.subject_kind === 'client' ? row.client_name : null),
      invoice_id: row.invoice_id,
    },
    client: row.client_id && row.client_name ? { id: row.client_id, name: row.client_name } : null,
    amount:
      row.amount !== null && row.currency !== null ? { amount: row.amount, currency: row.currency } : null,
  }
}
