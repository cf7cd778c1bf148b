import {
  contactNotifications,
  memberNotifications,
  permissionOfNotification,
  rightOfNotification,
  type ContactNotificationType,
  type MemberNotificationType,
  type NotificationType,
} from '@portico/contract'
import type { Principal } from '../../platform/principal.ts'
import type { Recipient } from './recipients.ts'

export const defaultsOf = (type: NotificationType) =>
  type in memberNotifications
    ? memberNotifications[type as MemberNotificationType]
    : contactNotifications[type as ContactNotificationType]

/** Kinds that have a mail of their own, made elsewhere: nothing of them is mailed here. */
const mailedByThemselves: ReadonlySet<NotificationType> = new Set(['invoice_reminder'])

export type MailDecision =
  | { state: 'waiting'; reason: null }
  | { state: 'skipped'; reason: 'turned_off' | 'no_address' | 'mailed_already' }

/** How a notification reaches somebody: as they wish, else as its kind usually does. */
export function waysTo(
  type: NotificationType,
  recipient: Pick<Recipient, 'email' | 'wants_in_app' | 'wants_email' | 'is_mailed'>,
): { isInApp: boolean; mail: MailDecision } {
  const usual = defaultsOf(type)
  const isInApp = recipient.wants_in_app ?? usual.in_app
  const skip = (reason: Extract<MailDecision, { state: 'skipped' }>['reason']) => ({
    isInApp,
    mail: { state: 'skipped', reason } as const,
  })
  if (recipient.is_mailed || mailedByThemselves.has(type)) return skip('mailed_already')
  if (!(recipient.wants_email ?? usual.email)) return skip('turned_off')
  if (!recipient.email) return skip('no_address')
  return { isInApp, mail: { state: 'waiting', reason: null } }
}

/** Whether somebody may be shown notifications of a type now: rights that were taken away take their notifications with them. */
export function mayBeShown(type: NotificationType, principal: Principal): boolean {
  if (principal.kind === 'member')
    return (
      type in memberNotifications &&
      principal.permissions.has(permissionOfNotification[type as MemberNotificationType])
    )
  if (principal.kind !== 'contact' || !(type in contactNotifications)) return false
  const right = rightOfNotification[type as ContactNotificationType]
  return right === null || principal.rights.has(right)
}
