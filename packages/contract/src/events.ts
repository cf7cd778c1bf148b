/** Domain events: what is announced after a change. Payloads carry ids only. */
export const eventTypes = [
  'client.created', 'client.updated', 'client.deleted', 'client.restored', 'client.status_changed',
  'contact.created', 'contact.updated', 'contact.deleted', 'contact.portal_opened', 'contact.portal_closed',
  'invoice.created', 'invoice.updated', 'invoice.deleted', 'invoice.issued', 'invoice.sent', 'invoice.viewed', 'invoice.voided', 'invoice.partially_paid', 'invoice.paid',
  'payment.recorded', 'credit.applied', 'receipt.issued', 'proof.submitted', 'proof.approved', 'proof.rejected',
  'member.joined', 'member.updated', 'invitation.created', 'invitation.revoked', 'organization.created', 'organization.updated',
  'email.queued',
] as const
export type EventType = (typeof eventTypes)[number]
