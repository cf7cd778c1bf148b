import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { appRoot } from '../app-root.tsx'
import { PorticoError } from '../shared/api.ts'
import { meQuery } from '../workspace/workspace-data.ts'

const signInRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const signUpRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./sign-up/sign-up-page.tsx'), 'SignUpPage'),
})

const setUpRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./set-up/set-up-page.tsx'), 'SetUpPage'),
})

const forgotPasswordRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./passwords/forgot-password-page.tsx'), 'ForgotPasswordPage'),
})

const resetPasswordRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./passwords/reset-password-page.tsx'), 'ResetPasswordPage'),
})

const verifyEmailRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('./verify-email/verify-email-page.tsx'), 'VerifyEmailPage'),
})

const invitationRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/invitations/$token',
  component: lazyRouteComponent(() => import('./invitation/invitation-page.tsx'), 'InvitationPage'),
})

const organizationsRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/app',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(meQuery)
    } catch (error) {
      if (!(error instanceof PorticoError && error.status === 401)) throw error
      throw redirect({ to: '/sign-in', search: { next: location.href } as never, replace: true })
    }
  },
  component: lazyRouteComponent(() => import('./organizations/organizations-page.tsx'), 'OrganizationsPage'),
})

/** `/account` without an organization leads to the one where the person is, or to the choice. */
const accountRoute = createRoute({
  getParentRoute: () => appRoot,
  path: '/account',
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meQuery).catch(() => null)
    const first = me?.organizations[0]
    if (!me) throw redirect({ to: '/sign-in', search: { next: '/account' } as never, replace: true })
    throw redirect({ to: first ? `/app/${first.slug}/account` : '/app', replace: true })
  },
})

/** Pages without a frame: signing in and up, set-up, passwords, invitations, choosing an organization. */
export const authRoutes = [
  signInRoute,
  signUpRoute,
  setUpRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  verifyEmailRoute,
  invitationRoute,
  organizationsRoute,
  accountRoute,
]
