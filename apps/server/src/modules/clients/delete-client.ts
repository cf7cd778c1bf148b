import type { Client } from '@portico/contract'
import type { z } from 'zod'
import { db, type Tx } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import { toClient } from './present.ts'
import { clientDetail, documentsOf, lockDeleted, lockWhole } from './reads.ts'

/**
 * Puts a client aside. What was issued must stay, so a client with documents or payments can only be deactivated. The portal of its
 * contacts ends with the next request, because the prelude asks for the client's row.
 */
export async function deleteClient(tx: Tx, id: string): Promise<void> {
  tx.allow('clients.client.delete')
  const [clients, documents] = await tx.batch([
    lockWhole(tx.organizationId, id),
    documentsOf(tx.organizationId, id),
  ])
  const client = clients[0]
  if (!client) throw notFound('client')
  if (documents[0]?.has_documents)
    throw new Refusal(
      'client_has_documents',
      `${client.name} has issued documents or payments, which must be kept. Deactivate the client instead.`,
    )
  tx.later(
    db
      .updateTable('clients')
      .set({ deleted_at: tx.now, updated_at: tx.now, version: client.version + 1 })
      .where('organization_id', '=', tx.organizationId)
      .where('id', '=', id),
  )
  tx.record({
    action: 'clients.deleted',
    entityKind: 'client',
    entityId: id,
    clientId: id,
    before: { name: client.name, refid: client.refid, email: client.email },
  })
  tx.announce('client.deleted', { client_id: id })
}

/**
 * Brings a client back as it was. Restoring one that is there changes nothing.
 * @throws duplicate_email where another client has taken its address in the meantime
 */
export async function restoreClient(tx: Tx, id: string): Promise<z.output<typeof Client>> {
  tx.allow('clients.client.delete')
  const client = await tx.first(lockDeleted(tx.organizationId, id))
  if (!client) throw notFound('client')
  const restore = db
    .updateTable('clients')
    .set({ deleted_at: null, updated_at: tx.now, version: client.version + 1 })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
  const rows = await tx.batch([
    ...(client.deleted_at ? [restore] : []),
    clientDetail(tx.organizationId, id, tx.now),
  ])
  if (client.deleted_at) {
    tx.record({ action: 'clients.restored', entityKind: 'client', entityId: id, clientId: id })
    tx.announce('client.restored', { client_id: id })
  }
  return toClient(rows.at(-1)?.[0] as Parameters<typeof toClient>[0], tx.principal)
}
