import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { appRoot } from '../app-root.tsx'
import { PorticoError } from '../shared/api.ts'
import { RouteNotFound } from '../shared/route-states.tsx'
import { enterWorkspace } from './workspace-data.ts'

/** `/app/<organization slug>/…`: the organization is in the address, never in the session. */
export const workspaceRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/app/$organization',
  beforeLoad: async ({ context, params, cause, location }) => {
    try {
      await enterWorkspace(context.queries, params.organization, cause === 'preload')
    } catch (error) {
      if (!(error instanceof PorticoError && error.status === 401)) throw error
      throw redirect({ to: '/sign-in', search: { next: location.href } as never, replace: true })
    }
  },
  component: lazyRouteComponent(() => import('./workspace-shell.tsx'), 'WorkspaceShell'),
  errorComponent: lazyRouteComponent(() => import('./workspace-error.tsx'), 'WorkspaceError'),
  notFoundComponent: () => <RouteNotFound />,
})

const homeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home/home-page.tsx'), 'HomePage'),
})

const clientsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/clients',
  component: lazyRouteComponent(() => import('./clients/clients-page.tsx'), 'ClientsPage'),
})

const newClientRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/clients/new',
  component: lazyRouteComponent(() => import('./clients/client-form-pages.tsx'), 'NewClientPage'),
})

const clientRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/clients/$client',
  component: lazyRouteComponent(() => import('./clients/client-page.tsx'), 'ClientPage'),
})

const clientStatementRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/clients/$client/statement',
  component: lazyRouteComponent(() => import('./clients/statement/statement-page.tsx'), 'StatementPage'),
})

const editClientRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/clients/$client/edit',
  component: lazyRouteComponent(() => import('./clients/client-form-pages.tsx'), 'EditClientPage'),
})

const invoicesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/invoices',
  component: lazyRouteComponent(() => import('./invoices/invoices-page.tsx'), 'InvoicesPage'),
})

const newInvoiceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/invoices/new',
  component: lazyRouteComponent(() => import('./invoices/editor/editor-page.tsx'), 'NewInvoicePage'),
})

const invoiceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/invoices/$invoice',
  component: lazyRouteComponent(() => import('./invoices/invoice-page.tsx'), 'InvoicePage'),
})

const editInvoiceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/invoices/$invoice/edit',
  component: lazyRouteComponent(() => import('./invoices/editor/editor-page.tsx'), 'EditInvoicePage'),
})

const paymentsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/payments',
  component: lazyRouteComponent(() => import('./payments/payments-page.tsx'), 'PaymentsPage'),
})

const paymentRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/payments/$payment',
  component: lazyRouteComponent(() => import('./payments/payment-page.tsx'), 'PaymentPage'),
})

const receiptsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/receipts',
  component: lazyRouteComponent(() => import('./receipts/receipts-page.tsx'), 'ReceiptsPage'),
})

const receiptRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/receipts/$receipt',
  component: lazyRouteComponent(() => import('./receipts/receipt-page.tsx'), 'ReceiptPage'),
})

const reviewRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/review',
  component: lazyRouteComponent(() => import('./review/review-page.tsx'), 'ReviewPage'),
})

const pricesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/prices',
  component: lazyRouteComponent(() => import('./prices/prices-page.tsx'), 'PricesPage'),
})

const teamRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/team',
  component: lazyRouteComponent(() => import('./team/team-page.tsx'), 'TeamPage'),
})

const outboxRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/outbox',
  component: lazyRouteComponent(() => import('./outbox/outbox-page.tsx'), 'OutboxPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-shell.tsx'), 'SettingsShell'),
})

const settingsRoutes = settingsRoute.addChildren([
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./settings/general/general-page.tsx'), 'GeneralPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/brand',
    component: lazyRouteComponent(() => import('./settings/brand/brand-page.tsx'), 'BrandPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/tax',
    component: lazyRouteComponent(() => import('./settings/tax/tax-page.tsx'), 'TaxPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/numbers',
    component: lazyRouteComponent(() => import('./settings/numbers/numbers-page.tsx'), 'NumbersPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/currencies',
    component: lazyRouteComponent(
      () => import('./settings/currencies/currencies-page.tsx'),
      'CurrenciesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/accounts',
    component: lazyRouteComponent(() => import('./settings/accounts/accounts-page.tsx'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/imports',
    component: lazyRouteComponent(() => import('./settings/imports/imports-page.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/developer',
    component: lazyRouteComponent(() => import('./settings/developer/requests-page.tsx'), 'RequestsPage'),
  }),
])

/** A batch has figures side by side: it takes the whole width, not the settings' column. */
const importRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings/imports/$import',
  component: lazyRouteComponent(() => import('./settings/imports/import-page.tsx'), 'ImportPage'),
})

const importColumnsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings/imports/$import/files/$file',
  component: lazyRouteComponent(() => import('./settings/imports/columns-page.tsx'), 'ColumnsPage'),
})

const notificationsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/notifications',
  component: lazyRouteComponent(
    () => import('../shared/notifications/notifications-page.tsx'),
    'NotificationsPage',
  ),
})

export const workspaceRoutes = workspaceRoute.addChildren([
  invoicesRoute,
  newInvoiceRoute,
  invoiceRoute,
  editInvoiceRoute,
  paymentsRoute,
  paymentRoute,
  receiptsRoute,
  receiptRoute,
  reviewRoute,
  homeRoute,
  clientsRoute,
  newClientRoute,
  clientRoute,
  clientStatementRoute,
  editClientRoute,
  pricesRoute,
  teamRoute,
  outboxRoute,
  auditRoute,
  accountRoute,
  notificationsRoute,
  settingsRoutes,
  importRoute,
  importColumnsRoute,
])
