import { z } from 'zod'
import { id } from './ids.ts'
import {
  contactNotificationTypes,
  memberNotificationTypes,
  notificationGroups,
} from './notification-types.ts'
import { contact, link, member, operation } from './operation.ts'
import { Done, Instant, listOf, Money, pageQuery } from './pieces.ts'

const types = [...memberNotificationTypes, ...contactNotificationTypes] as const

export const Notification = z
  .strictObject({
    id: id('notification'),
    type: z.enum(types),
    created_at: Instant,
    read_at: Instant.nullable(),
    subject: z.strictObject({
      kind: z.enum(['invoice', 'payment', 'credit', 'receipt', 'payment_proof', 'client', 'member', 'email']),
      id: z.string().meta({ example: 'pay_01jd3k8w2fe0vb3y7p5m9x4t6q' }),
      label: z.string().nullable().meta({
        description: 'What people call it: an invoice’s number, a member’s name',
        example: 'INV-2026-014',
      }),
      invoice_id: id('invoice').nullable(),
    }),
    client: z.strictObject({ id: id('client'), name: z.string() }).nullable(),
    amount: Money.nullable(),
  })
  .meta({ id: 'Notification' })
export type Notification = z.infer<typeof Notification>

export const UnreadCount = z
  .strictObject({
    count: z.number().int().meta({ description: 'At most 100' }),
    is_capped: z.boolean().meta({ description: 'There are more than 99' }),
  })
  .meta({ id: 'UnreadCount' })

export const NotificationPreference = z
  .strictObject({
    type: z.enum(types),
    group: z.enum(notificationGroups),
    in_app: z.boolean(),
    email: z.boolean(),
    is_default: z.boolean(),
  })
  .meta({ id: 'NotificationPreference' })
export const NotificationPreferences = z
  .strictObject({ object: z.literal('list'), data: z.array(NotificationPreference) })
  .meta({ id: 'NotificationPreferences' })

const listQuery = z.strictObject({ ...pageQuery, unread: z.enum(['true']).optional() })
const readParams = z.strictObject({ notification_id: id('notification') })
const readAllBody = z.strictObject({
  up_to: id('notification')
    .optional()
    .meta({ description: 'The newest one that was shown: what came in the meantime stays unread' }),
})
const changes = <Types extends readonly [string, ...string[]]>(some: Types) =>
  z.strictObject({
    preferences: z
      .array(
        z.strictObject({ type: z.enum(some), in_app: z.boolean().optional(), email: z.boolean().optional() }),
      )
      .min(1)
      .max(100),
  })

export const listNotifications = operation({
  id: 'notifications.list',
  method: 'GET',
  path: '/v1/notifications',
  access: member(null),
  query: listQuery,
  answer: listOf(Notification),
  summary: 'The member’s own notifications, newest first',
})
export const countUnreadNotifications = operation({
  id: 'notifications.count_unread',
  method: 'GET',
  path: '/v1/notifications/unread-count',
  access: member(null),
  answer: UnreadCount,
  summary: 'How many notifications are unread',
})
export const readNotification = operation({
  id: 'notifications.read',
  method: 'POST',
  path: '/v1/notifications/{notification_id}/read',
  access: member(null),
  params: readParams,
  answer: Done,
  summary: 'Mark a notification as read',
  problems: ['not_found'],
})
export const readAllNotifications = operation({
  id: 'notifications.read_all',
  method: 'POST',
  path: '/v1/notifications/read-all',
  access: member(null),
  body: readAllBody,
  answer: Done,
  summary: 'Mark all notifications as read',
})
export const getNotificationPreferences = operation({
  id: 'notifications.get_preferences',
  method: 'GET',
  path: '/v1/notification-preferences',
  access: member(null),
  answer: NotificationPreferences,
  summary: 'What the member is notified of, and how',
})
export const updateNotificationPreferences = operation({
  id: 'notifications.update_preferences',
  method: 'PATCH',
  path: '/v1/notification-preferences',
  access: member(null),
  body: changes(memberNotificationTypes),
  answer: NotificationPreferences,
  summary: 'Change what the member is notified of, for several types at once',
})

export const listPortalNotifications = operation({
  id: 'portal_notifications.list',
  method: 'GET',
  path: '/v1/portal/notifications',
  access: contact(null, { evenSuspended: true }),
  query: listQuery,
  answer: listOf(Notification),
  summary: 'The contact’s own notifications, newest first',
})
export const countUnreadPortalNotifications = operation({
  id: 'portal_notifications.count_unread',
  method: 'GET',
  path: '/v1/portal/notifications/unread-count',
  access: contact(null, { evenSuspended: true }),
  answer: UnreadCount,
  summary: 'How many notifications are unread',
})
export const readPortalNotification = operation({
  id: 'portal_notifications.read',
  method: 'POST',
  path: '/v1/portal/notifications/{notification_id}/read',
  access: contact(null, { evenSuspended: true }),
  params: readParams,
  answer: Done,
  summary: 'Mark a notification as read',
  problems: ['not_found'],
})
export const readAllPortalNotifications = operation({
  id: 'portal_notifications.read_all',
  method: 'POST',
  path: '/v1/portal/notifications/read-all',
  access: contact(null, { evenSuspended: true }),
  body: readAllBody,
  answer: Done,
  summary: 'Mark all notifications as read',
})
export const getPortalNotificationPreferences = operation({
  id: 'portal_notifications.get_preferences',
  method: 'GET',
  path: '/v1/portal/notification-preferences',
  access: contact(null, { evenSuspended: true }),
  answer: NotificationPreferences,
  summary: 'What the contact is notified of, and how',
})
export const updatePortalNotificationPreferences = operation({
  id: 'portal_notifications.update_preferences',
  method: 'PATCH',
  path: '/v1/portal/notification-preferences',
  access: contact(null, { evenSuspended: true }),
  body: changes(contactNotificationTypes),
  answer: NotificationPreferences,
  summary: 'Change what the contact is notified of, for several types at once',
})
export const unsubscribe = operation({
  id: 'notifications.unsubscribe',
  method: 'POST',
  path: '/v1/unsubscribe/{token}',
  access: link,
  params: z.strictObject({ token: z.string().max(400) }),
  answer: Done,
  limit: 'public',
  summary: 'End notifications by mail, as the mail’s own link does (RFC 8058)',
  problems: ['token_invalid'],
})
