import type { Tx } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { lockContact, type ContactRow } from './contact-reads.ts'
import { lockWhole, type ClientRow } from './reads.ts'

/** The client first, then the contact: the order in which everybody locks. */
export async function lockClientAndContact(
  tx: Tx,
  clientId: string,
  contactId: string,
): Promise<{ client: ClientRow; contact: ContactRow }> {
  const [clients, contacts] = await tx.batch([
    lockWhole(tx.organizationId, clientId),
    lockContact(tx.organizationId, clientId, contactId),
  ])
  if (!clients[0]) throw notFound('client')
  if (!contacts[0]) throw notFound('contact')
  return { client: clients[0], contact: contacts[0] }
}
