import type { Module } from '../../app.ts'
import { forgetOldNotifications } from './forget.ts'
import { mailNotifications } from './mail.ts'
import { subscriptions } from './notify.ts'
import { registerRoutes } from './routes.ts'

export { wantsMail } from './wants-mail.ts'
export { unsubscribeToken } from './unsubscribe.ts'

export const notifications: Module = {
  name: 'notifications',
  register: registerRoutes,
  subscriptions,
  recurring: [mailNotifications, forgetOldNotifications],
}
