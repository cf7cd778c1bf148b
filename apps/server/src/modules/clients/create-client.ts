import { randomBytes } from 'node:crypto'
import { rightsPresets, type Client, type createClient } from '@portico/contract'
import { makeRefid } from '@portico/money'
import type { z } from 'zod'
import { db, statement, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { newId } from '../../platform/ids.ts'
import { asRecorded, refuseUnsoundFields } from './client-fields.ts'
import { mergeMetadata } from './metadata.ts'
import { toClient } from './present.ts'
import { clientDetail, newClientSettings, resellerById } from './reads.ts'
import { clientSearchText } from './rules.ts'

type NewClient = z.output<NonNullable<typeof createClient.body>>

/** A member who meets only assigned clients is assigned to those that he adds, where the row came to be. */
const assignCreator = statement(
  `insert into client_assignments (organization_id, client_id, membership_id, created_at)
   select $1, c.id, $3::uuid, $4 from clients c where c.organization_id = $1 and c.id = $2 and $3::uuid is not null`,
)

/** Adds a client with a refid of its own, in the status that the organization chose for new ones. */
export async function addClient(tx: Tx, given: NewClient): Promise<z.output<typeof Client>> {
  tx.allow('clients.client.create')
  const { organizationId, now } = tx
  const { primary_contact, metadata, ...fields } = given
  const kept = mergeMetadata({}, metadata ?? {})
  const [settings, resellers] = await tx.batch([
    newClientSettings(organizationId),
    resellerById(organizationId, fields.owner_id ?? null),
  ])
  refuseUnsoundFields(fields, resellers.length > 0)
  const { refid_prefix, default_client_status } = settings[0] as {
    refid_prefix: string
    default_client_status: 'pending' | 'active'
  }

  const id = newId()
  const limitedMember =
    tx.principal.kind === 'member' && tx.principal.isLimited ? tx.principal.membershipId : null
  for (;;) {
    const refid = makeRefid(refid_prefix, randomBytes)
    const { name, legal_name = null, email = null, tax_number = null, phone = null } = fields
    const [created, , details] = await tx.batch([
      db
        .insertInto('clients')
        .values({
          organization_id: organizationId,
          id,
          refid,
          status: default_client_status,
          ...fields,
          address: JSON.stringify(fields.address ?? {}),
          email_key: email && emailKey(email),
          metadata: JSON.stringify(kept),
          search_text: clientSearchText({ name, legal_name, refid, email, tax_number, phone }),
          created_at: now,
          updated_at: now,
        })
        // Somebody else drew the same refid: draw again.
        .onConflict((conflict) => conflict.columns(['organization_id', 'refid']).doNothing())
        .returning('id'),
      assignCreator(organizationId, id, limitedMember, now),
      clientDetail(organizationId, id, now),
    ])
    if (created.length === 0) continue
    tx.record({
      action: 'clients.created',
      entityKind: 'client',
      entityId: id,
      clientId: id,
      after: asRecorded({
        refid,
        status: default_client_status,
        ...fields,
        ...(Object.keys(kept).length > 0 && { metadata: kept }),
      }),
    })
    tx.announce('client.created', { client_id: id })
    if (primary_contact) addPrimaryContact(tx, id, primary_contact)
    return toClient(details[0] as (typeof details)[number], tx.principal)
  }
}

function addPrimaryContact(tx: Tx, clientId: string, given: NonNullable<NewClient['primary_contact']>): void {
  const id = newId()
  const { name, email = null, phone = null } = given
  tx.later(
    db.insertInto('contacts').values({
      organization_id: tx.organizationId,
      id,
      client_id: clientId,
      name,
      email,
      email_key: email && emailKey(email),
      phone,
      is_primary: true,
      rights_preset: 'viewer',
      rights: [...rightsPresets.viewer],
      created_at: tx.now,
      updated_at: tx.now,
    }),
  )
  tx.record({
    action: 'contacts.created',
    entityKind: 'contact',
    entityId: id,
    clientId,
    after: { name, email, phone, is_primary: true },
  })
  tx.announce('contact.created', { contact_id: id, client_id: clientId })
}
