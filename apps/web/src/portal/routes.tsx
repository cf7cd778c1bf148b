import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import { PorticoError } from '../shared/api.ts'
import { firstLocale, speak } from '../shared/language.ts'
import { latePage } from '../shared/late-page.ts'
import type { RouterContext } from '../shared/router-context.ts'
import { ShellRoot } from '../shared/shell-root.tsx'
import { enterPortal } from './portal-data.ts'
import { PortalError } from './portal-error.tsx'

/** The root of `portal.html`. */
export const portalRoot = createRootRouteWithContext<RouterContext>()({ component: ShellRoot })

/** Here the mailed link arrives too (`?token=`); the page spends nothing before its button is pressed. */
const signInRoute = createRoute({
  getParentRoute: () => portalRoot,
  path: '/client-portal/$organization/sign-in',
  beforeLoad: () => speak(firstLocale()),
  component: latePage(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

/** `/client-portal/<organization slug>/…` */
export const portalRoute = createRoute({
  getParentRoute: () => portalRoot,
  path: '/client-portal/$organization',
  beforeLoad: async ({ context, params, cause, location }) => {
    try {
      await enterPortal(context.queries, params.organization, cause === 'preload')
    } catch (error) {
      if (!(error instanceof PorticoError && error.status === 401)) throw error
      const to = `/client-portal/${params.organization}/sign-in`
      const isHome = location.pathname.replace(/\/$/, '') === `/client-portal/${params.organization}`
      throw redirect({ to, search: (isHome ? {} : { next: location.href }) as never, replace: true })
    }
  },
  component: latePage(() => import('./portal-shell.tsx'), 'PortalShell'),
  errorComponent: PortalError,
  notFoundComponent: latePage(() => import('./portal-not-found.tsx'), 'PortalNotFound'),
})

const helpRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/help',
  component: latePage(() => import('./help/help-page.tsx'), 'HelpPage'),
})

const homeRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/',
  component: latePage(() => import('./home/portal-home-page.tsx'), 'PortalHomePage'),
})

const invoicesRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/invoices',
  component: latePage(() => import('./invoices/invoices-page.tsx'), 'InvoicesPage'),
})

const invoiceRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/invoices/$invoice',
  component: latePage(() => import('./invoices/invoice-page.tsx'), 'InvoicePage'),
})

const payRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/pay',
  component: latePage(() => import('./pay/pay-page.tsx'), 'PayPage'),
})

const paymentsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/payments',
  component: latePage(() => import('./payments/payments-page.tsx'), 'PaymentsPage'),
})

const statementRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/statement',
  component: latePage(() => import('./statement/statement-page.tsx'), 'StatementPage'),
})

const receiptsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/receipts',
  component: latePage(() => import('./payments/receipts-page.tsx'), 'ReceiptsPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/settings',
  component: latePage(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

const notificationsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/notifications',
  component: latePage(() => import('../shared/notifications/notifications-page.tsx'), 'NotificationsPage'),
})

export const portalRoutes = [
  signInRoute,
  portalRoute.addChildren([
    homeRoute,
    helpRoute,
    invoicesRoute,
    invoiceRoute,
    payRoute,
    paymentsRoute,
    receiptsRoute,
    statementRoute,
    settingsRoute,
    notificationsRoute,
  ]),
]
