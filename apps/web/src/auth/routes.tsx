import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoot } from '../app-root.tsx'

const signInRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

/** Pages without a frame: signing in and up, set-up, passwords, invitations. */
export const authRoutes = [signInRoute]
