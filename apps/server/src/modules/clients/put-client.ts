import type { Client, createClient } from '@portico/contract'
import type { z } from 'zod'
import { statement, type Tx } from '../../platform/database/index.ts'
import { notFound, versionMismatch } from '../../platform/errors.ts'
import { claimExternalId, nameExternalId } from '../external-ids/index.ts'
import { addClient } from './create-client.ts'
import { lockWhole } from './reads.ts'
import { changeClient } from './update-client.ts'

type Given = z.output<NonNullable<typeof createClient.body>>

/** Where the id leads; a client that was deleted has left its external id free. */
const livingClient = statement<{ id: string }>(
  'select c.id from clients c where c.organization_id = $1 and c.id = app.living_client($2) and c.deleted_at is null',
)

/**
 * Makes or changes the client that has this external id.
 * @param version the one that the change was made from; null: the newest
 */
export async function putClient(
  tx: Tx,
  externalId: string,
  version: number | null,
  given: Given,
): Promise<{ created: boolean; answer: z.output<typeof Client> }> {
  const known = await claimExternalId(tx, 'client', externalId)
  const living = known ? await tx.first(livingClient(tx.organizationId, known)) : undefined
  if (!living) {
    const answer = await addClient(tx, given)
    nameExternalId(tx, 'client', externalId, answer.id)
    return { created: true, answer: { ...answer, external_id: externalId } }
  }
  const current = await tx.first(lockWhole(tx.organizationId, living.id))
  // There, but not for a member who is limited to other clients.
  if (!current) throw notFound('client')
  if (version !== null && version !== current.version) throw versionMismatch(current.version)
  const { primary_contact: _, ...change } = given
  return { created: false, answer: await changeClient(tx, living.id, current.version, change) }
}
