import {
  getPortalMe,
  getPortalSite,
  portalSignIn,
  portalSignOut,
  requestPortalSignIn,
  setPortalPassword,
} from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import { notFound } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { brandOf } from '../organizations/index.ts'
import { changeOwnPassword } from './change-password.ts'
import { inEvenTime } from './even-time.ts'
import { loadPortalMe } from './me.ts'
import {
  requestPortalLink,
  signInToPortalWithPassword,
  signInWithCode,
  signInWithLink,
} from './portal-sign-in.ts'
import { done, personOf } from './routes.ts'
import { endSession, giveSession, visitorOf } from './sessions.ts'

export function registerPortalRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(getPortalSite, async (call) => {
    const brand = await brandOf(parts, { slug: call.params.slug })
    if (!brand) throw notFound('portal')
    const { organizationId: id, slug, name, logoUrl, color, locale } = brand
    return {
      organization: { id, slug, name, logo_url: logoUrl, brand_color: color, locale },
      is_mail_configured: parts.mail.kind !== 'outbox',
    }
  })

  edge.handle(requestPortalSignIn, async (call) => {
    await inEvenTime(requestPortalLink(parts, call.origin, call.body))
    return done
  })

  edge.handle(portalSignIn, async (call) => {
    const { body } = call
    const visitor = visitorOf(call)
    const session =
      'token' in body
        ? await signInWithLink(parts, call.origin, visitor, body)
        : 'code' in body
          ? await signInWithCode(parts, call.origin, visitor, body)
          : await signInToPortalWithPassword(parts, call.origin, visitor, body)
    giveSession(call, session)
    return loadPortalMe(parts, session.userId)
  })

  edge.handle(portalSignOut, async (call) => {
    const token = call.sessionToken
    if (token) await call.command(async (tx) => (await endSession(tx, token), done))
    call.endSession()
    return done
  })

  edge.handle(getPortalMe, async (call) =>
    loadPortalMe(parts, personOf((await call.read()).principal).userId),
  )

  edge.handle(setPortalPassword, async (call) => {
    const { principal } = await call.read()
    await changeOwnPassword(parts, call.origin, visitorOf(call), personOf(principal), call.body)
    return done
  })
}
