import type { EventType } from './events.ts'
import type { Permission } from './permissions.ts'
import type { PortalRight } from './portal-rights.ts'

/** What a notification is about: which key of the event's payload names it. */
export type NotificationSubject =
  | 'invoice'
  | 'payment'
  | 'credit'
  | 'receipt'
  | 'payment_proof'
  | 'client'
  | 'member'
  | 'email'

/** How a kind of notification reaches people unless they say otherwise. */
type Delivery = { group: NotificationGroup; in_app: boolean; email: boolean }
export const notificationGroups = ['money', 'invoices', 'clients', 'team', 'account'] as const
export type NotificationGroup = (typeof notificationGroups)[number]

const always = { in_app: true, email: true }
const inApp = { in_app: true, email: false }

/** Kinds of notifications for members, in the order in which they are shown. */
export const memberNotifications = {
  proof_submitted: { group: 'money', ...always },
  payment_recorded: { group: 'money', ...inApp },
  credit_applied: { group: 'money', ...inApp },
  invoice_overdue: { group: 'invoices', ...inApp },
  invoice_viewed: { group: 'invoices', ...inApp },
  invoice_voided: { group: 'invoices', ...inApp },
  scheduled_send_failed: { group: 'invoices', ...always },
  email_failed: { group: 'invoices', ...always },
  client_details_changed: { group: 'clients', ...inApp },
  client_status_changed: { group: 'clients', ...inApp },
  member_joined: { group: 'team', ...inApp },
  access_changed: { group: 'team', ...always },
} as const satisfies Record<string, Delivery>

/**
 * Kinds of notifications for contacts in the portal. What is owed to whoever receives the client's documents (the invoice itself, the
 * receipt, the answer to a proof) is mailed to them in any case, and not once more.
 */
export const contactNotifications = {
  invoice_available: { group: 'invoices', ...always },
  invoice_reminder: { group: 'invoices', ...always },
  invoice_withdrawn: { group: 'invoices', ...inApp },
  proof_received: { group: 'money', ...inApp },
  proof_accepted: { group: 'money', ...inApp },
  proof_refused: { group: 'money', ...always },
  receipt_available: { group: 'money', ...inApp },
  credit_used: { group: 'money', ...inApp },
  account_status_changed: { group: 'account', ...always },
} as const satisfies Record<string, Delivery>

export type MemberNotificationType = keyof typeof memberNotifications
export type ContactNotificationType = keyof typeof contactNotifications
export type NotificationType = MemberNotificationType | ContactNotificationType
export const memberNotificationTypes = Object.keys(memberNotifications) as [
  MemberNotificationType,
  ...MemberNotificationType[],
]
export const contactNotificationTypes = Object.keys(contactNotifications) as [
  ContactNotificationType,
  ...ContactNotificationType[],
]

/** One notification that an event causes. Nobody is notified of a deed of their own, whatever this says. */
export type Notice = { about: NotificationSubject; id: string } & (
  | {
      type: MemberNotificationType
      /** Every member with the permission, who may meet the client. */
      permission: Permission
      /** Only one of them: who wrote the invoice, who is meant, who planned the sending. */
      only?: 'invoice_writer' | 'member' | 'scheduler'
      /** Only where a contact did it. */
      byContact?: true
    }
  | {
      type: ContactNotificationType
      /** Every contact of the client with the right; null: with any. */
      right: PortalRight | null
    }
)
export type Hearing = { notices: readonly Notice[] } | { silent: string }

const silent = (reason: string): Hearing => ({ silent: reason })
const notify = (...notices: Notice[]): Hearing => ({ notices })
const invoice = { about: 'invoice', id: 'invoice_id' } as const
const proof = { about: 'payment_proof', id: 'payment_proof_id' } as const

/** Every event: whom it notifies of what, or why nobody. */
export const hearings: Record<EventType, Hearing> = {
  'client.created': silent(
    'A colleague added a client, which lists show at once; nothing is to be done about it',
  ),
  'client.updated': notify({
    type: 'client_details_changed',
    permission: 'clients.client.edit',
    byContact: true,
    about: 'client',
    id: 'client_id',
  }),
  'client.deleted': silent('Deleting is undone in place, and the history says who did it'),
  'client.restored': silent('It is as it was before'),
  'client.merged': silent('Who merges sees it done; the history of the client that stays tells of it'),
  'client.status_changed': notify(
    { type: 'client_status_changed', permission: 'clients.client.read', about: 'client', id: 'client_id' },
    { type: 'account_status_changed', right: null, about: 'client', id: 'client_id' },
  ),
  'contact.created': silent('Part of keeping a client’s page; its history tells'),
  'contact.updated': silent('Part of keeping a client’s page; its history tells'),
  'contact.deleted': silent('Part of keeping a client’s page; its history tells'),
  'contact.portal_opened': silent('The contact gets the mail that opens the portal'),
  'contact.portal_closed': silent('Who lost access cannot read a notification; the history tells the others'),
  'invoice.created': silent('A draft is its writer’s own'),
  'invoice.updated': silent('A draft is its writer’s own'),
  'invoice.deleted': silent('A draft is its writer’s own'),
  'invoice.issued': silent('The client hears of it when it is sent; colleagues see it in the list'),
  'invoice.sent': notify({ type: 'invoice_available', right: 'invoices.read', ...invoice }),
  'invoice.viewed': notify({
    type: 'invoice_viewed',
    permission: 'invoices.invoice.read',
    only: 'invoice_writer',
    ...invoice,
  }),
  'invoice.voided': notify(
    { type: 'invoice_voided', permission: 'invoices.invoice.read', only: 'invoice_writer', ...invoice },
    { type: 'invoice_withdrawn', right: 'invoices.read', ...invoice },
  ),
  'invoice.overdue': notify(
    { type: 'invoice_overdue', permission: 'payments.payment.read', ...invoice },
    { type: 'invoice_reminder', right: 'invoices.read', ...invoice },
  ),
  'invoice.reminded': silent('The reminder is a mail; the invoice’s timeline shows it'),
  'invoice.send_scheduled': silent('Who planned it knows, and the invoice shows it'),
  'invoice.send_failed': notify({
    type: 'scheduled_send_failed',
    permission: 'invoices.invoice.read',
    only: 'scheduler',
    ...invoice,
  }),
  'invoice.partially_paid': silent('payment.recorded and credit.applied tell of it, with the amount'),
  'invoice.paid': silent('payment.recorded and credit.applied tell of it, with the amount'),
  'payment.recorded': notify({
    type: 'payment_recorded',
    permission: 'payments.payment.read',
    about: 'payment',
    id: 'payment_id',
  }),
  'credit.applied': notify(
    { type: 'credit_applied', permission: 'payments.payment.read', about: 'credit', id: 'allocation_id' },
    { type: 'credit_used', right: 'invoices.read', about: 'credit', id: 'allocation_id' },
  ),
  'receipt.issued': notify({
    type: 'receipt_available',
    right: 'invoices.read',
    about: 'receipt',
    id: 'receipt_id',
  }),
  'proof.submitted': notify(
    { type: 'proof_submitted', permission: 'payments.proof.review', ...proof },
    { type: 'proof_received', right: 'invoices.read', ...proof },
  ),
  'proof.approved': notify({ type: 'proof_accepted', right: 'invoices.read', ...proof }),
  'proof.rejected': notify({ type: 'proof_refused', right: 'invoices.read', ...proof }),
  'member.joined': notify({
    type: 'member_joined',
    permission: 'members.member.manage',
    about: 'member',
    id: 'membership_id',
  }),
  'member.updated': notify({
    type: 'access_changed',
    permission: 'members.member.read',
    only: 'member',
    about: 'member',
    id: 'membership_id',
  }),
  'invitation.created': silent('The invited person gets the mail'),
  'invitation.revoked': silent('Nobody waits for it: the link says that it has ended'),
  'organization.created': silent('Its founder made it, and is alone there'),
  'organization.updated': silent(
    'Settings are looked up where they matter; the audit log says who changed them',
  ),
  'import.requested': silent('Whoever started it watches its progress, which survives a reload'),
  'import.committed': silent(
    'Whoever started it sees the control sheet; nothing of an import is sent to anyone',
  ),
  'import.withdrawn': silent('Whoever withdrew it sees what became of it on the same page'),
  'email.queued': silent('The mail itself is what reaches people'),
  'email.failed': notify({
    type: 'email_failed',
    permission: 'emails.email.read',
    about: 'email',
    id: 'email_id',
  }),
  'notification.created': silent('It is the notification'),
}

/** The permission that a member needs to be shown notifications of a type; asked again whenever they are read. */
export const permissionOfNotification = Object.fromEntries(
  Object.values(hearings)
    .flatMap((hearing) => ('notices' in hearing ? hearing.notices : []))
    .flatMap((notice) => ('permission' in notice ? [[notice.type, notice.permission]] : [])),
) as Record<MemberNotificationType, Permission>
export const rightOfNotification = Object.fromEntries(
  Object.values(hearings)
    .flatMap((hearing) => ('notices' in hearing ? hearing.notices : []))
    .flatMap((notice) => ('right' in notice ? [[notice.type, notice.right]] : [])),
) as Record<ContactNotificationType, PortalRight | null>
