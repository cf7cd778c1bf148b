import type { Permission, PortalRight } from '@portico/contract'

/** Who is calling. Decided per request from the session and the membership row; never cached across requests. */
export type Principal =
  | { kind: 'nobody' }
  | ({ kind: 'user' } & Person)
  | ({
      kind: 'member'
      membershipId: string
      roleKey: string
      permissions: ReadonlySet<Permission>
      isLimited: boolean
    } & Person)
  | ({ kind: 'portal_user' } & Person)
  | ({
      kind: 'contact'
      contactId: string
      clientId: string
      clientStatus: 'pending' | 'active' | 'suspended'
      rights: ReadonlySet<PortalRight>
    } & Person)
  /** Somebody who holds a private link; `linkId` is the document link. */
  | { kind: 'link'; linkId: string; name: string | null }
  /** The program itself: jobs, the command line, imports. */
  | { kind: 'system'; name: string }

export type Person = {
  sessionId: string
  userId: string
  name: string
  email: string
  locale: string
  isPlatformAdmin: boolean
}
export type MemberPrincipal = Extract<Principal, { kind: 'member' }>
export type ContactPrincipal = Extract<Principal, { kind: 'contact' }>
export type PersonPrincipal = Extract<Principal, { kind: 'user' | 'member' | 'portal_user' | 'contact' }>

export const systemPrincipal = (name: string): Principal => ({ kind: 'system', name })
