import { createHash } from 'node:crypto'
import type { AppParts } from '../../app-parts.ts'
import {
  auditEntry,
  statement,
  type AuditActor,
  type Statement,
  type Tx,
} from '../../platform/database/index.ts'
import type { PageRequest } from '../../platform/http/pages.ts'
import { newId } from '../../platform/ids.ts'
import type { RecurringJob } from '../../platform/jobs/definitions.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import type { Realm } from '../../platform/http/cookies.ts'

/**
 * What happens to accounts. Accounts belong to no organization, so this is a table of the installation; each event is copied into the
 * audit log of the organizations that the person belongs to. An address that nobody has an account with is not kept.
 */
export type AccountAction =
  | 'accounts.signed_up'
  | 'accounts.created'
  | 'accounts.email_verified'
  | 'accounts.signed_in'
  | 'accounts.sign_in_failed'
  | 'accounts.locked'
  | 'accounts.signed_out'
  | 'accounts.link_requested'
  | 'accounts.password_changed'
  | 'accounts.password_reset_requested'
  | 'accounts.password_reset'
  | 'accounts.details_changed'
  | 'accounts.admin_granted'
  | 'accounts.admin_revoked'

/** What somebody does who has not shown who they are; the entry names the account and nobody as the one who acted. */
const byAnybody: readonly string[] = [
  'accounts.sign_in_failed',
  'accounts.locked',
  'accounts.link_requested',
  'accounts.password_reset_requested',
]

const insertEvent = statement(
  `insert into account_events (id, at, action, user_id, realm, organization_id, ip, user_agent, request_id, shared_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)

/**
 * Writes an account event with the change. `organizationId` is the portal that it happened in; `isTold`: the organization's own audit
 * log says it already.
 */
export function noteAccountEvent(
  tx: Tx,
  event: {
    action: AccountAction
    userId: string | null
    realm?: Realm
    organizationId?: string
    isTold?: boolean
  },
): void {
  const { ip, userAgent, requestId } = tx.origin
  const isDone = event.isTold === true || event.userId === null
  tx.later(
    insertEvent(
      newId(),
      tx.now,
      event.action,
      event.userId,
      event.realm ?? null,
      event.organizationId ?? null,
      ip,
      userAgent,
      requestId,
      isDone ? tx.now : null,
    ),
  )
}

export type AccountEventRow = {
  id: string
  at: string
  action: AccountAction
  user_id: string | null
  user_name: string | null
  user_email: string | null
  realm: Realm | null
  ip: string | null
  user_agent: string | null
  request_id: string | null
}

/** The installation's account events, or those of one person, newest first. */
export function accountEvents(userId: string | null, page: PageRequest): Statement<AccountEventRow> {
  const values: unknown[] = [page.limit + 1]
  const bind = (value: unknown): string => `$${values.push(value)}`
  const direction = page.isBackwards ? 'asc' : 'desc'
  const [at, id] = page.position ?? []
  const conditions = [
    ...(userId ? [`e.user_id = ${bind(userId)}::uuid`] : []),
    ...(page.position
      ? [`(e.at, e.id) ${page.isBackwards ? '>' : '<'} (${bind(at)}::timestamptz, ${bind(id)}::uuid)`]
      : []),
  ]
  return statement<AccountEventRow>(
    `select e.id, e.at, e.action, e.user_id, u.name as user_name, u.email as user_email, e.realm, e.ip, e.user_agent, e.request_id
     from account_events e left join users u on u.id = e.user_id
     ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''} order by e.at ${direction}, e.id ${direction} limit $1`,
  )(...values)
}

type Unshared = AccountEventRow & { organization_id: string | null; organizations: string[] }
const unshared = statement<Unshared>(
  `select e.*, u.name as user_name, u.email as user_email, array(
       select d.organization_id from directory d where d.user_id = e.user_id and (e.organization_id is null or d.organization_id = e.organization_id)
         and (e.realm is null or d.kind = case e.realm when 'portal' then 'contact' else 'member' end) group by d.organization_id order by d.organization_id
     )::text[] as organizations
   from account_events e join users u on u.id = e.user_id where e.shared_at is null order by e.at limit 200`,
)
const markShared = statement('update account_events set shared_at = $2 where id = any($1::uuid[])')
const isShared = statement('select 1 from audit_entries where organization_id = $1 and id = $2')
/** The accounts behind an event as the organization knows them: a membership, or the contacts of clients. */
const facesIn = statement<{ kind: 'account' | 'contact'; id: string; client_id: string | null }>(
  `select 'account' as kind, m.id, null::uuid as client_id from memberships m where m.organization_id = $1 and m.user_id = $2 and m.status = 'active' and $3::text is distinct from 'portal'
   union all
   select 'contact', c.id, c.client_id from contacts c where c.organization_id = $1 and c.user_id = $2 and c.portal_access and c.deleted_at is null and $3::text is not distinct from 'portal'`,
)

const system = systemPrincipal('accounts')

/** Copies account events into the audit logs of the organizations concerned; an entry's id follows from the event, so none comes twice. */
export async function shareEvents({ database }: Pick<AppParts, 'database'>): Promise<void> {
  for (;;) {
    const events = await database.global(system, (tx) => tx.all(unshared()))
    for (const event of events)
      for (const organizationId of event.organizations)
        await database.withOrganization(organizationId, system, (tx) => shareIn(tx, event))
    if (events.length > 0)
      await database.global(system, (tx) =>
        tx.change(
          markShared(
            events.map(({ id }) => id),
            tx.now,
          ),
        ),
      )
    if (events.length < 200) return
  }
}

async function shareIn(tx: Tx, event: Unshared): Promise<void> {
  const faces = await tx.all(facesIn(tx.organizationId, event.user_id, event.realm))
  for (const face of faces) {
    const id = entryIdOf(event.id, tx.organizationId, face.id)
    if (await tx.first(isShared(tx.organizationId, id))) continue
    const actor: AuditActor = byAnybody.includes(event.action)
      ? { kind: 'system', id: null, name: null }
      : { kind: face.kind === 'account' ? 'member' : 'contact', id: face.id, name: event.user_name }
    const origin = { ip: event.ip, userAgent: event.user_agent, requestId: event.request_id }
    tx.later(
      auditEntry(
        tx.organizationId,
        { id, at: event.at, actor, origin },
        { action: event.action, entityKind: face.kind, entityId: face.id, clientId: face.client_id },
      ),
    )
  }
}

/** A uuid of the event's own instant, the same each time. */
function entryIdOf(eventId: string, organizationId: string, faceId: string): string {
  const hex = createHash('sha256').update(`${eventId} ${organizationId} ${faceId}`).digest('hex')
  return `${eventId.slice(0, 15)}${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}

export const shareAccountEvents: RecurringJob = {
  name: 'identity.share_account_events',
  everySeconds: 5,
  run: shareEvents,
}
