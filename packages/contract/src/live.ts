import { z } from 'zod'
import type { EventType } from './events.ts'
import type { IdKind } from './ids.ts'
import { contact, member, operation } from './operation.ts'
import type { Permission } from './permissions.ts'
import { Instant } from './pieces.ts'
import type { PortalRight } from './portal-rights.ts'

/** What a live screen is told to look at again. */
export const changeKinds = [
  'client',
  'contact',
  'invoice',
  'payment',
  'credit',
  'receipt',
  'payment_proof',
  'member',
  'invitation',
  'organization',
  'import',
  'email',
  'notification',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** How an event is told to open screens: of what kind, by which id of its payload, and to whom. */
export type ChangeRule = {
  kind: ChangeKind
  /** The key of the payload that names the record, and what kind of id it is. */
  id: readonly [key: string, kind: IdKind]
  /** The permission that a member needs to hear of it; null: every member. */
  permission: Permission | null
  /** The right that a contact of the client needs; null: every contact of it; `never`: not told in the portal. */
  portal: PortalRight | null | 'never'
  /** Told to nobody but the member or contact whom the payload names. */
  isPersonal?: true
}

const client = (portal: ChangeRule['portal']): ChangeRule => ({
  kind: 'client',
  id: ['client_id', 'client'],
  permission: 'clients.client.read',
  portal,
})
const ofContact = (portal: ChangeRule['portal']): ChangeRule => ({
  kind: 'contact',
  id: ['contact_id', 'contact'],
  permission: 'clients.client.read',
  portal,
})
const invoice = (portal: ChangeRule['portal']): ChangeRule => ({
  kind: 'invoice',
  id: ['invoice_id', 'invoice'],
  permission: 'invoices.invoice.read',
  portal,
})
const proof: ChangeRule = {
  kind: 'payment_proof',
  id: ['payment_proof_id', 'paymentProof'],
  permission: 'invoices.invoice.read',
  portal: 'invoices.read',
}
const invitation: ChangeRule = {
  kind: 'invitation',
  id: ['invitation_id', 'invitation'],
  permission: 'members.invitation.manage',
  portal: 'never',
}
const email: ChangeRule = {
  kind: 'email',
  id: ['email_id', 'email'],
  permission: 'emails.email.read',
  portal: 'never',
}
const ofMember: ChangeRule = {
  kind: 'member',
  id: ['membership_id', 'membership'],
  permission: 'members.member.read',
  portal: 'never',
}
const ofImport: ChangeRule = {
  kind: 'import',
  id: ['import_id', 'importBatch'],
  permission: 'imports.batch.read',
  portal: 'never',
}
const organization: ChangeRule = {
  kind: 'organization',
  id: ['organization_id', 'organization'],
  permission: null,
  portal: null,
}

/** Every event as open screens hear it. Drafts are not told to clients: they do not know of them. */
export const changeRules: Record<EventType, ChangeRule> = {
  'client.created': client('never'),
  'client.updated': client(null),
  'client.deleted': client('never'),
  'client.restored': client('never'),
  'client.status_changed': client(null),
  'client.merged': client(null),
  'contact.created': ofContact('never'),
  'contact.updated': ofContact(null),
  'contact.deleted': ofContact('never'),
  'contact.portal_opened': ofContact('never'),
  'contact.portal_closed': ofContact('never'),
  'invoice.created': invoice('never'),
  'invoice.updated': invoice('never'),
  'invoice.deleted': invoice('never'),
  'invoice.issued': invoice('invoices.read'),
  'invoice.sent': invoice('invoices.read'),
  'invoice.viewed': invoice('never'),
  'invoice.voided': invoice('invoices.read'),
  'invoice.partially_paid': invoice('invoices.read'),
  'invoice.paid': invoice('invoices.read'),
  'payment.recorded': {
    kind: 'payment',
    id: ['payment_id', 'payment'],
    permission: 'payments.payment.read',
    portal: 'invoices.read',
  },
  'credit.applied': {
    kind: 'credit',
    id: ['allocation_id', 'allocation'],
    permission: 'payments.payment.read',
    portal: 'invoices.read',
  },
  'receipt.issued': {
    kind: 'receipt',
    id: ['receipt_id', 'receipt'],
    permission: 'receipts.receipt.read',
    portal: 'invoices.read',
  },
  'proof.submitted': proof,
  'proof.approved': proof,
  'proof.rejected': proof,
  'member.joined': ofMember,
  'member.updated': ofMember,
  'invitation.created': invitation,
  'invitation.revoked': invitation,
  'organization.created': organization,
  'organization.updated': organization,
  'import.requested': ofImport,
  'import.committed': ofImport,
  'import.withdrawn': ofImport,
  'email.queued': email,
  'email.failed': email,
  'invoice.overdue': invoice('invoices.read'),
  'invoice.reminded': invoice('never'),
  'invoice.send_scheduled': invoice('never'),
  'invoice.send_failed': invoice('never'),
  'notification.created': {
    kind: 'notification',
    id: ['notification_id', 'notification'],
    permission: null,
    portal: null,
    isPersonal: true,
  },
}

export const Change = z
  .strictObject({
    kind: z.enum(changeKinds),
    id: z.string().meta({ example: 'inv_01jd3k8w2fe0vb3y7p5m9x4t6q' }),
    version: z.string().meta({
      description:
        'Of the change, not of the record: the same where one change is told twice. Read the record to see what it is now',
    }),
  })
  .meta({ id: 'Change' })
export type Change = z.infer<typeof Change>

export const ChangeList = z
  .strictObject({
    object: z.literal('changes'),
    data: z.array(Change),
    is_complete: z.boolean().meta({
      description: 'false where there was too much, or it is too long ago: then read everything again',
    }),
    since: Instant.meta({ description: 'To ask from next time' }),
  })
  .meta({ id: 'ChangeList' })
export type ChangeList = z.infer<typeof ChangeList>

const query = z.strictObject({ since: Instant.optional() })
const description = `Says what changed, never how: of each change the kind, the id and a version; read the record itself where you need it. Changes of the last minute before \`since\` come again, so leave out versions that you have seen.

With \`Accept: text/event-stream\` it is a stream of server-sent events: \`ready\` (\`{"since"}\`) first, then \`changes\` (an array of changes, with the next \`since\` as the event's id) as they happen, \`missed\` where some may have been lost and everything is to be read again, and \`again\` before the stream ends to be opened anew. It ends within seconds of the session's end. Programs that cannot hold a stream ask every 30 seconds instead.`

export const listChanges = operation({
  id: 'changes.list',
  method: 'GET',
  path: '/v1/changes',
  access: member(null),
  query,
  answer: ChangeList,
  streams: true,
  summary: 'What changed, as it happens',
  description,
  problems: ['rate_limited'],
})
export const listPortalChanges = operation({
  id: 'portal_changes.list',
  method: 'GET',
  path: '/v1/portal/changes',
  access: contact(null, { evenSuspended: true }),
  query,
  answer: ChangeList,
  streams: true,
  summary: 'What changed for a client, as it happens',
  description,
  problems: ['rate_limited'],
})
