import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { appRoot } from '../app-root.tsx'
import { PorticoError } from '../shared/api.ts'
import { meQuery } from '../shared/me.ts'
import { RouteNotFound } from '../shared/route-states.tsx'

/** `/admin`: for the people who run the installation. Nobody else learns that anything stands here. */
const adminRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/admin',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(meQuery)
    } catch (error) {
      if (!(error instanceof PorticoError && error.status === 401)) throw error
      throw redirect({ to: '/sign-in', search: { next: location.href } as never, replace: true })
    }
  },
  component: lazyRouteComponent(() => import('./admin-shell.tsx'), 'AdminShell'),
  notFoundComponent: () => <RouteNotFound homeHref="/admin" />,
})

const page = <Name extends string>(
  path: string,
  load: () => Promise<Record<Name, () => React.ReactNode>>,
  name: Name,
) =>
  createRoute({
    getParentRoute: () => adminRoute,
    path,
    component: lazyRouteComponent(load as () => Promise<Record<string, () => React.ReactNode>>, name),
  })

export const adminRoutes = adminRoute.addChildren([
  page('/', () => import('./organizations-page.tsx'), 'OrganizationsPage'),
  page('/people', () => import('./people-page.tsx'), 'PeoplePage'),
  page('/jobs', () => import('./jobs-page.tsx'), 'JobsPage'),
  page('/mail', () => import('./mail-page.tsx'), 'MailPage'),
  page('/messages', () => import('./messages-page.tsx'), 'MessagesPage'),
  page('/health', () => import('./health-page.tsx'), 'HealthPage'),
  page('/deeds', () => import('./deeds-page.tsx'), 'DeedsPage'),
  page('/site', () => import('./site-page.tsx'), 'SitePage'),
])
