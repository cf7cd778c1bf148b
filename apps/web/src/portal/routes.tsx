import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { RouterContext } from '../shared/router-context.ts'
import { ShellRoot } from '../shared/shell-root.tsx'

/** The root of `portal.html`. */
export const portalRoot = createRootRouteWithContext<RouterContext>()({ component: ShellRoot })

/** `/client-portal/<organization slug>/…` */
export const portalRoute = createRoute({
  getParentRoute: () => portalRoot,
  path: '/client-portal/$organization',
  component: lazyRouteComponent(() => import('./portal-shell.tsx'), 'PortalShell'),
})

const homeRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home/portal-home-page.tsx'), 'PortalHomePage'),
})

export const portalRoutes = portalRoute.addChildren([homeRoute])
