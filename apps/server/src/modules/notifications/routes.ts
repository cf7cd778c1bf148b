import * as contract from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import type { Tx } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import type { Call } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { changePreferences, presentPreferences } from './preferences.ts'
import { presentNotification } from './present.ts'
import {
  markAllReadOf,
  markReadOf,
  mostCounted,
  pageOf,
  preferencesOf,
  unreadOf,
  type NotificationRow,
  type PreferenceRow,
  type Side,
  type UnreadRow,
} from './reads.ts'
import { mayBeShown } from './rules.ts'
import { endMails, readUnsubscribeToken } from './unsubscribe.ts'

const done = { done: true } as const

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(contract.listNotifications, (call) => list(call, 'member'))
  edge.handle(contract.listPortalNotifications, (call) => list(call, 'contact'))
  edge.handle(contract.countUnreadNotifications, (call) => countUnread(call, 'member'))
  edge.handle(contract.countUnreadPortalNotifications, (call) => countUnread(call, 'contact'))
  edge.handle(contract.readNotification, (call) =>
    call.command((tx) => read(tx, 'member', call.params.notification_id)),
  )
  edge.handle(contract.readPortalNotification, (call) =>
    call.command((tx) => read(tx, 'contact', call.params.notification_id)),
  )
  edge.handle(contract.readAllNotifications, (call) =>
    call.command((tx) => readAll(tx, 'member', call.body.up_to)),
  )
  edge.handle(contract.readAllPortalNotifications, (call) =>
    call.command((tx) => readAll(tx, 'contact', call.body.up_to)),
  )
  edge.handle(contract.getNotificationPreferences, (call) => preferences(call, 'member'))
  edge.handle(contract.getPortalNotificationPreferences, (call) => preferences(call, 'contact'))
  edge.handle(contract.updateNotificationPreferences, (call) =>
    call.command((tx) => changePreferences(tx, 'member', call.body.preferences)),
  )
  edge.handle(contract.updatePortalNotificationPreferences, (call) =>
    call.command((tx) => changePreferences(tx, 'contact', call.body.preferences)),
  )
  edge.handle(contract.unsubscribe, (call) => {
    const target = readUnsubscribeToken(parts.keyring, call.params.token)
    if (!target) throw new Refusal('token_invalid')
    return call.commandFor(target.organizationId, systemPrincipal('unsubscribe'), async (tx) => {
      await endMails(tx, target)
      return done
    })
  })
}

type ReadingCall = Pick<Call, 'read' | 'organizationId'>
type ListCall = ReadingCall &
  Pick<Call, 'page' | 'edge'> & {
    query: {
      limit?: number | undefined
      after?: string | undefined
      before?: string | undefined
      unread?: 'true' | undefined
    }
  }

async function list(call: ListCall, side: Side) {
  const page = call.page(call.query)
  const { principal, rows } = await call.read(
    pageOf(call.organizationId, side, call.query.unread === 'true', page),
  )
  const answer = call.edge.pages.answer(
    page,
    rows[0] as NotificationRow[],
    (row) => [row.id],
    (row) => row,
  )
  return {
    ...answer,
    data: answer.data.filter((row) => mayBeShown(row.type, principal)).map(presentNotification),
  }
}

async function countUnread(call: ReadingCall, side: Side) {
  const { principal, rows } = await call.read(unreadOf[side](call.organizationId))
  const count = (rows[0] as UnreadRow[])
    .filter((row) => mayBeShown(row.type, principal))
    .reduce((sum, row) => sum + row.count, 0)
  return { count: Math.min(count, mostCounted), is_capped: count >= mostCounted }
}

async function read(tx: Tx, side: Side, notificationId: string) {
  const row = await tx.first(markReadOf[side](tx.organizationId, notificationId, tx.now))
  if (!row) throw notFound('notification')
  return done
}

async function readAll(tx: Tx, side: Side, upTo: string | undefined) {
  await tx.change(markAllReadOf[side](tx.organizationId, upTo ?? null, tx.now))
  return done
}

async function preferences(call: ReadingCall, side: Side) {
  const { principal, rows } = await call.read(preferencesOf[side](call.organizationId))
  return presentPreferences(principal, rows[0] as PreferenceRow[])
}
