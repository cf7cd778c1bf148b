import type { z } from 'zod'
import type { Permission } from './permissions.ts'
import type { PortalRight } from './portal-rights.ts'
import type { ProblemCode } from './problems.ts'

/**
 * Who may call an operation. `public`: anybody. `user`: signed in to the workspace, no organization needed. `member`: a member of
 * the organization named by the `Portico-Organization` header, with the permission. `contact`: signed in to the portal, acting for
 * one client, with the right. `link`: the token in the path is the authority.
 */
export type Access =
  | { who: 'public' }
  | { who: 'user' }
  | { who: 'platform' }
  | { who: 'member'; permission: Permission | null }
  | { who: 'contact'; right: PortalRight | null; evenSuspended?: true }
  | { who: 'link' }

export type Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  /** `invoices.create`: module and deed; the operationId of the API document. */
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With parameters in braces: `/v1/invoices/{invoice_id}`. */
  path: string
  summary: string
  description?: string
  access: Access
  params?: Params
  query?: Query
  body?: Body
  /** What a success says. `file`: a binary body of the media types named. */
  answer: Answer | { file: readonly string[] }
  status?: 200 | 201 | 202 | 204
  /** With `Accept: text/event-stream` the answer is a stream of server-sent events instead. */
  streams?: true
  /** A body of multipart/form-data whose `file` part is streamed; the other parts are the body's fields. The limit is configurable per kind. */
  upload?: {
    accept: 'logo' | 'image-or-pdf' | 'table'
    limit: 'logo' | 'proof' | 'import'
    isRequired: boolean
  }
  /** Where the record was not there yet, it is made, and the answer is a 201. */
  creates?: true
  /** The change is made from a version that the caller names in `If-Match`. */
  versioned?: true
  /** Money is created: `Idempotency-Key` is required and kept for 30 days. */
  createsMoney?: true
  /** Guessing is possible here: a tighter limit, counted per address. */
  limit?: 'auth' | 'public'
  problems?: readonly ProblemCode[]
}

/** Declares an operation. The server registers exactly these, and the API document is made of exactly these. */
export function operation<
  Params extends z.ZodType = z.ZodNever,
  Query extends z.ZodType = z.ZodNever,
  Body extends z.ZodType = z.ZodNever,
  Answer extends z.ZodType = z.ZodNever,
>(definition: Operation<Params, Query, Body, Answer>): Operation<Params, Query, Body, Answer> {
  return definition
}

export const anyone: Access = { who: 'public' }
export const signedIn: Access = { who: 'user' }
export const platformAdmin: Access = { who: 'platform' }
export const member = (permission: Permission | null): Access => ({ who: 'member', permission })
export const contact = (right: PortalRight | null, options: { evenSuspended?: true } = {}): Access => ({
  who: 'contact',
  right,
  ...options,
})
export const link: Access = { who: 'link' }
