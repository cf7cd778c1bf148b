import type { Contact, createContact } from '@portico/contract'
import type { z } from 'zod'
import { statement, type Tx } from '../../platform/database/index.ts'
import { notFound, Refusal, versionMismatch } from '../../platform/errors.ts'
import { claimExternalId, nameExternalId } from '../external-ids/index.ts'
import { addContact, changeContact } from './contacts.ts'
import { contactById } from './contact-reads.ts'

type Given = z.output<NonNullable<typeof createContact.body>>

const livingContact = statement<{ client_id: string }>(
  'select k.client_id from contacts k where k.organization_id = $1 and k.id = $2 and k.deleted_at is null',
)
const living = statement<{ id: string }>('select app.living_client($1) as id')

/** Makes or changes the contact that has this external id. A person stays at the client where the id was first used. */
export async function putContact(
  tx: Tx,
  clientId: string,
  externalId: string,
  version: number | null,
  given: Given,
): Promise<{ created: boolean; answer: z.output<typeof Contact> }> {
  const known = await claimExternalId(tx, 'contact', externalId)
  const there = known ? await tx.first(livingContact(tx.organizationId, known)) : undefined
  if (!known || !there) {
    const answer = await addContact(tx, clientId, given)
    nameExternalId(tx, 'contact', externalId, answer.id)
    return { created: true, answer: { ...answer, external_id: externalId } }
  }
  const at = await tx.first(living(clientId))
  if (there.client_id !== at?.id)
    throw new Refusal('external_id_taken', 'This external id is of a contact at another client.')
  const current = await tx.first(contactById(tx.organizationId, there.client_id, known))
  if (!current) throw notFound('contact')
  if (version !== null && version !== current.version) throw versionMismatch(current.version)
  return {
    created: false,
    answer: await changeContact(tx, there.client_id, known, version ?? current.version, given),
  }
}
