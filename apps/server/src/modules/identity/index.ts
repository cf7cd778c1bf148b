import type { Module } from '../../app.ts'
import { shareAccountEvents } from './account-events.ts'
import { tidyIdentity } from './jobs.ts'
import { registerPortalRoutes } from './portal-routes.ts'
import { registerRoutes } from './routes.ts'

export { noteAccountEvent, shareEvents, type AccountAction } from './account-events.ts'
export { authenticate, passAuthenticated, type Authenticated } from './authenticate.ts'
export { createUser, listUsers, makePlatformAdmin, makeResetLink } from './command-line.ts'
export { unlock } from './lockout.ts'
export { isMailAllowed } from './mail-limit.ts'
export { refuseWeakPassword } from './new-password.ts'
export { hashPassword } from './password-hash.ts'
export { enterDirectory, insertPerson, personByEmail, takeOver, type Person } from './people.ts'
export { endAllSessions, giveSession, isSignedIn, startSession, visitorOf } from './sessions.ts'
export { prepareSetUp } from './set-up.ts'

export const identity: Module = {
  name: 'identity',
  register(edge, parts) {
    registerRoutes(edge, parts)
    registerPortalRoutes(edge, parts)
  },
  recurring: [tidyIdentity, shareAccountEvents],
}
