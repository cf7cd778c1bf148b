import { rightsPresets, type Contact, type createContact, type updateContact } from '@portico/contract'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { db, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { notFound, Refusal, versionMismatch } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { contactById, hasContacts, provenUser, unsetPrimary, type ContactRow } from './contact-reads.ts'
import { lockClientAndContact } from './lock-client-and-contact.ts'
import { linkToPerson } from './portal-access.ts'
import { presentContact } from './present-contact.ts'
import { lockWhole } from './reads.ts'

type NewContact = z.output<NonNullable<typeof createContact.body>>
type ContactChange = z.output<NonNullable<typeof updateContact.body>>
type ContactAnswer = z.output<typeof Contact>

/** Adds somebody at a client. The first one is the primary contact, unless said otherwise; there is at most one. */
export async function addContact(tx: Tx, clientId: string, given: NewContact): Promise<ContactAnswer> {
  tx.allow('clients.contact.manage')
  const { organizationId, now } = tx
  const [clients, others] = await tx.batch([
    lockWhole(organizationId, clientId),
    hasContacts(organizationId, clientId),
  ])
  if (!clients[0]) throw notFound('client')
  const id = newId()
  const contact = {
    email: null,
    phone: null,
    job_title: null,
    document_delivery: 'none' as const,
    is_primary: others.length === 0,
    ...given,
  }
  const rows = await tx.batch([
    ...(contact.is_primary ? [unsetPrimary(organizationId, clientId, id, now)] : []),
    db.insertInto('contacts').values({
      organization_id: organizationId,
      id,
      client_id: clientId,
      ...contact,
      email_key: contact.email && emailKey(contact.email),
      rights_preset: 'viewer',
      rights: [...rightsPresets.viewer],
      created_at: now,
      updated_at: now,
    }),
    contactById(organizationId, clientId, id),
  ])
  tx.record({ action: 'contacts.created', entityKind: 'contact', entityId: id, clientId, after: contact })
  tx.announce('contact.created', { contact_id: id, client_id: clientId })
  return presentContact(rows.at(-1)?.[0] as ContactRow)
}

/**
 * Changes a contact. A new address is another person to the portal: the link to the old one ends at once, and because that hands
 * access over, it needs the right to open the portal where the contact has access.
 */
export async function changeContact(
  tx: Tx,
  clientId: string,
  id: string,
  version: number,
  change: ContactChange,
): Promise<ContactAnswer> {
  tx.allow('clients.contact.manage')
  const { organizationId, now } = tx
  const { contact, found } = await lockClientAndContact(tx, clientId, id, [
    provenUser(change.email ? emailKey(change.email) : null),
  ])
  if (contact.version !== version) throw versionMismatch(contact.version)
  const changed = Object.fromEntries(
    Object.entries(change).filter(
      ([key, value]) => !isDeepStrictEqual(value, contact[key as keyof ContactRow]),
    ),
  ) as ContactChange
  if (Object.keys(changed).length === 0) return presentContact(contact)
  const { email } = changed
  const isAnotherPerson =
    email !== undefined && (email && emailKey(email)) !== (contact.email && emailKey(contact.email))
  if (isAnotherPerson && contact.portal_access) {
    tx.allow('clients.portal.manage')
    if (!email)
      throw new Refusal(
        'contact_needs_email',
        'Close the portal for this contact before removing the address: it is how they get in.',
        { errors: [{ pointer: '/email', code: 'contact_needs_email', detail: 'Needed for the portal' }] },
      )
  }
  const userId = isAnotherPerson
    ? linkToPerson(tx, contact.portal_access ? found[0][0] : undefined)
    : contact.user_id
  const rows = await tx.batch([
    ...(changed.is_primary ? [unsetPrimary(organizationId, clientId, id, now)] : []),
    db
      .updateTable('contacts')
      .set({
        ...changed,
        ...(email !== undefined && { email_key: email && emailKey(email) }),
        user_id: userId,
        updated_at: now,
        version: version + 1,
      })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id),
    contactById(organizationId, clientId, id),
  ])
  const before = Object.fromEntries(
    Object.keys(changed).map((key) => [key, contact[key as keyof ContactRow]]),
  )
  tx.record({
    action: 'contacts.changed',
    entityKind: 'contact',
    entityId: id,
    clientId,
    before,
    after: changed,
  })
  tx.announce('contact.updated', { contact_id: id, client_id: clientId })
  return presentContact(rows.at(-1)?.[0] as ContactRow)
}

/** Removes a contact; portal sessions lose their reach with the next request, because the prelude asks for this row. */
export async function removeContact(tx: Tx, clientId: string, id: string): Promise<void> {
  tx.allow('clients.contact.manage')
  const { organizationId, now } = tx
  const { contact } = await lockClientAndContact(tx, clientId, id, [])
  tx.later(
    db
      .updateTable('contacts')
      .set({
        deleted_at: now,
        updated_at: now,
        is_primary: false,
        portal_access: false,
        version: contact.version + 1,
      })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id),
  )
  tx.record({
    action: 'contacts.deleted',
    entityKind: 'contact',
    entityId: id,
    clientId,
    before: { name: contact.name, email: contact.email, portal_access: contact.portal_access },
  })
  tx.announce('contact.deleted', { contact_id: id, client_id: clientId })
}
