import type { Statement, Tx } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { lockContact, type ContactRow } from './contact-reads.ts'
import { lockWhole, type ClientRow } from './reads.ts'

/**
 * The client first, then the contact: the order in which everybody locks. What else the change needs to know travels along.
 * @throws not_found for a client that the caller may not meet, or a contact of another client
 */
export async function lockClientAndContact<const Others extends readonly Statement[]>(
  tx: Tx,
  clientId: string,
  contactId: string,
  others: Others,
): Promise<{
  client: ClientRow
  contact: ContactRow
  found: { -readonly [At in keyof Others]: Others[At] extends Statement<infer Row> ? Row[] : never }
}> {
  const [clients, contacts, ...found] = await tx.batch([
    lockWhole(tx.organizationId, clientId),
    lockContact(tx.organizationId, clientId, contactId),
    ...others,
  ])
  const client = clients?.[0] as ClientRow | undefined
  const contact = contacts?.[0] as ContactRow | undefined
  if (!client) throw notFound('client')
  if (!contact) throw notFound('contact')
  return { client, contact, found: found as never }
}
