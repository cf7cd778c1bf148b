import type { Client, Contact, setPortalAccess } from '@portico/contract'
import type { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'
import { db, type Tx } from '../../platform/database/index.ts'
import { notFound, Refusal, versionMismatch } from '../../platform/errors.ts'
import { queueEmail } from '../emails/index.ts'
import {
  addToDirectory,
  contactById,
  portalMailFacts,
  provenUserOfContact,
  type ContactRow,
  type MailFacts,
} from './contact-reads.ts'
import { chooseRights } from './contact-rules.ts'
import { lockClientAndContact } from './lock-client-and-contact.ts'
import { toClient } from './present.ts'
import { presentContact } from './present-contact.ts'
import { clientDetail, lockWhole, type ClientRow } from './reads.ts'
import { canOpenPortal } from './rules.ts'

type AccessChange = z.output<NonNullable<typeof setPortalAccess.body>>

/**
 * Opens or closes the portal for a contact, from a version of the contact where one is named, and says what they may do there. Opening it switches the portal on for the client, and
 * mails the contact how to get in unless they could already. Closing takes effect with the next request of every session.
 */
export async function changePortalAccess(
  parts: AppParts,
  tx: Tx,
  clientId: string,
  contactId: string,
  version: number | null,
  change: AccessChange,
): Promise<z.output<typeof Contact>> {
  tx.allow('clients.portal.manage')
  const { organizationId, now } = tx
  const { client, contact, found } = await lockClientAndContact(tx, clientId, contactId, [
    provenUserOfContact(organizationId, contactId),
    portalMailFacts(organizationId),
  ])
  if (version !== null && version !== contact.version) throw versionMismatch(contact.version)
  const [people, facts] = found
  const opens = change.portal_access && !contact.portal_access
  if (change.portal_access) refuseUnreachable(client, contact)
  const { preset, rights } = chooseRights(contact, change)
  const userId = opens ? (contact.user_id ?? linkToPerson(tx, people[0])) : contact.user_id

  const [, changed] = await tx.batch([
    db
      .updateTable('contacts')
      .set({
        portal_access: change.portal_access,
        rights_preset: preset,
        rights,
        user_id: userId,
        updated_at: now,
        version: contact.version + 1,
      })
      .where('organization_id', '=', organizationId)
      .where('id', '=', contactId),
    contactById(organizationId, clientId, contactId),
  ])
  const closes = !change.portal_access && contact.portal_access
  const action = opens
    ? 'contacts.portal_opened'
    : closes
      ? 'contacts.portal_closed'
      : 'contacts.rights_changed'
  const after = { portal_access: change.portal_access, rights_preset: preset, rights }
  tx.record({
    action,
    entityKind: 'contact',
    entityId: contactId,
    clientId,
    before: {
      portal_access: contact.portal_access,
      rights_preset: contact.rights_preset,
      rights: contact.rights,
    },
    after,
  })
  tx.announce(opens ? 'contact.portal_opened' : closes ? 'contact.portal_closed' : 'contact.updated', {
    contact_id: contactId,
    client_id: clientId,
  })
  if (change.portal_access && !client.is_portal_enabled) tx.later(switchPortal(tx, client, true))
  if (change.portal_access && (change.notify ?? opens))
    mailHowToGetIn(parts, tx, client, contact, facts[0] as MailFacts)
  return presentContact(changed[0] as ContactRow)
}

/** Switches the portal on or off for all contacts of a client; what each may do there stays as it is. */
export async function changeClientPortal(
  tx: Tx,
  clientId: string,
  isEnabled: boolean,
): Promise<z.output<typeof Client>> {
  tx.allow('clients.portal.manage')
  const client = await tx.first(lockWhole(tx.organizationId, clientId))
  if (!client) throw notFound('client')
  const rows = await tx.batch([
    ...(client.is_portal_enabled === isEnabled ? [] : [switchPortal(tx, client, isEnabled)]),
    clientDetail(tx.organizationId, clientId, tx.now),
  ])
  return toClient(rows.at(-1)?.[0] as Parameters<typeof toClient>[0], tx.principal)
}

/**
 * The person that a contact's address already stands for, listed in the directory so that they find this organization; null where
 * nobody has proven to read the address yet, and the first sign-in makes the link.
 */
export function linkToPerson(tx: Tx, person: { id: string } | undefined): string | null {
  if (!person) return null
  tx.later(addToDirectory(tx.organizationId, person.id, tx.now))
  return person.id
}

function refuseUnreachable(client: ClientRow, contact: ContactRow): void {
  if (!contact.email)
    throw new Refusal(
      'contact_needs_email',
      `${contact.name} has no email address, and the portal is entered with one. Add it first.`,
    )
  if (!canOpenPortal(client.status) && !contact.portal_access)
    throw new Refusal(
      'client_suspended',
      `${client.name} is ${client.status}. Activate the client before opening the portal.`,
    )
}

/** The update that switches the portal, recorded and announced. */
function switchPortal(tx: Tx, client: ClientRow, isEnabled: boolean) {
  tx.record({
    action: isEnabled ? 'clients.portal_enabled' : 'clients.portal_disabled',
    entityKind: 'client',
    entityId: client.id,
    clientId: client.id,
    before: { is_portal_enabled: !isEnabled },
    after: { is_portal_enabled: isEnabled },
  })
  tx.announce('client.updated', { client_id: client.id })
  return db
    .updateTable('clients')
    .set({ is_portal_enabled: isEnabled, updated_at: tx.now, version: client.version + 1 })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', client.id)
}

function mailHowToGetIn(
  parts: AppParts,
  tx: Tx,
  client: ClientRow,
  contact: ContactRow,
  facts: MailFacts,
): void {
  queueEmail(parts, tx, {
    template: 'portal-enabled',
    to: [contact.email as string],
    locale: client.locale ?? facts.locale,
    props: {
      name: contact.name,
      client: client.name,
      url: `${parts.config.publicUrl}/client-portal/${facts.slug}`,
    },
    subject: `Client portal of ${facts.organization} for ${client.name}`,
    clientId: client.id,
    entity: { kind: 'contact', id: contact.id },
  })
}
