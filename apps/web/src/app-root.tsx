import { createRootRouteWithContext, lazyRouteComponent } from '@tanstack/react-router'
import type { RouterContext } from './shared/router-context.ts'
import { ShellRoot } from './shared/shell-root.tsx'

/** The root of `app.html`: signing in and the workspace. */
export const appRoot = createRootRouteWithContext<RouterContext>()({
  component: ShellRoot,
  notFoundComponent: lazyRouteComponent(() => import('./auth/not-found-page.tsx'), 'NotFoundPage'),
})
