import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoot } from '../app-root.tsx'

/** `/app/<organization slug>/…`: the organization is in the address, never in the session. */
export const workspaceRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/app/$organization',
  component: lazyRouteComponent(() => import('./workspace-shell.tsx'), 'WorkspaceShell'),
})

const homeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home/home-page.tsx'), 'HomePage'),
})

export const workspaceRoutes = workspaceRoute.addChildren([homeRoute])
