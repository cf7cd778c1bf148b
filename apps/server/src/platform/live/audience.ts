import {
  changeRules,
  toPublicId,
  type Change,
  type ChangeRule,
  type Permission,
  type PortalRight,
} from '@portico/contract'
import type { Principal } from '../principal.ts'
import type { LiveEvent } from './messages.ts'

/** Who hears: as much of a principal as decides it, small, because there is one per open stream. */
export type Hearer =
  | { kind: 'member'; membershipId: string; permissions: ReadonlySet<Permission>; isLimited: boolean }
  | { kind: 'contact'; contactId: string; clientId: string; rights: ReadonlySet<PortalRight> }

export function hearerOf(principal: Principal): Hearer {
  if (principal.kind === 'member') {
    const { membershipId, permissions, isLimited } = principal
    return { kind: 'member', membershipId, permissions, isLimited }
  }
  if (principal.kind === 'contact') {
    const { contactId, clientId, rights } = principal
    return { kind: 'contact', contactId, clientId, rights }
  }
  throw new Error('Only members and contacts hear of changes')
}

/**
 * Whether somebody hears of an event. Of a member who is limited to assigned clients this is half of the answer: whether the client is
 * one of them is asked of the database.
 */
export function mayHear(hearer: Hearer, event: Pick<LiveEvent, 'type' | 'payload'>): boolean {
  const rule: ChangeRule | undefined = changeRules[event.type]
  if (!rule) return false
  if (rule.isPersonal)
    return hearer.kind === 'member'
      ? event.payload['membership_id'] === hearer.membershipId
      : event.payload['contact_id'] === hearer.contactId
  if (hearer.kind === 'member') return rule.permission === null || hearer.permissions.has(rule.permission)
  if (rule.portal === 'never' || (rule.portal !== null && !hearer.rights.has(rule.portal))) return false
  return rule.kind === 'organization' || event.payload['client_id'] === hearer.clientId
}

/** What is said of an event: what to look at again, and nothing of what it says. Null for one that names no record. */
export function changeOf(event: Pick<LiveEvent, 'id' | 'type' | 'payload'>): Change | null {
  const rule: ChangeRule | undefined = changeRules[event.type]
  const id = rule && event.payload[rule.id[0]]
  return rule && id ? { kind: rule.kind, id: toPublicId(rule.id[1], id), version: event.id } : null
}
