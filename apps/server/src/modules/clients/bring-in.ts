import { randomBytes } from 'node:crypto'
import { rightsPresets } from '@portico/contract'
import { makeRefid } from '@portico/money'
import { insertMany, statement, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { newId } from '../../platform/ids.ts'
import { newClientSettings } from './reads.ts'
import { clientSearchText } from './rules.ts'

export type ClientToBringIn = {
  id: string
  name: string
  kind: 'company' | 'person'
  email: string | null
  phone: string | null
  website: string | null
  address: Record<string, string>
  country: string | null
  tax_number: string | null
  registration_number: string | null
  currency: string | null
  note: string | null
  contact: { name: string; email: string | null; phone: string | null } | null
}

/**
 * Clients from elsewhere, many at once and active, with their first contact. Nothing is announced, so nothing is sent to anybody.
 * @returns by the id given, the client that has the address already, where somebody took it in the meantime: that one is not made
 */
export async function bringInClients(
  tx: Tx,
  clients: readonly ClientToBringIn[],
): Promise<Map<string, string>> {
  const { organizationId, now } = tx
  const emails = clients.flatMap(({ email }) => (email ? [emailKey(email)] : []))
  const [settings, taken] = await tx.batch([
    newClientSettings(organizationId),
    clientsByEmail(organizationId, emails),
  ])
  const prefix = settings[0]?.refid_prefix ?? 'CL-'
  const holders = new Map(taken.map((row) => [row.email_key, row.id]))
  const instead = new Map(
    clients.flatMap(({ id, email }) => {
      const holder = email ? holders.get(emailKey(email)) : undefined
      return holder ? [[id, holder] as const] : []
    }),
  )
  const made = clients.filter(({ id }) => !instead.has(id))
  const refids = await freshRefids(tx, prefix, made.length)
  tx.later(
    insertClients(
      organizationId,
      made.map((client, at) => {
        const { note, contact: _contact, address, ...fields } = client
        const refid = refids[at] as string
        return {
          ...fields,
          refid,
          email_key: client.email && emailKey(client.email),
          status: 'active',
          address: JSON.stringify(address),
          metadata: JSON.stringify(note ? { note } : {}),
          search_text: clientSearchText({ ...client, legal_name: null, refid }),
          created_at: now,
          updated_at: now,
        }
      }),
    ),
  )
  const contacts = made.flatMap(({ id, contact }) =>
    contact ? [{ ...contact, client_id: id, id: newId() }] : [],
  )
  if (contacts.length > 0)
    tx.later(
      insertContacts(
        organizationId,
        contacts.map((contact) => ({
          ...contact,
          email_key: contact.email && emailKey(contact.email),
          is_primary: true,
          created_at: now,
          updated_at: now,
        })),
      ),
    )
  if (contacts.length > 0)
    tx.later(
      setRights(
        organizationId,
        contacts.map(({ id }) => id),
        [...rightsPresets.viewer],
      ),
    )
  tx.recordMany(
    made.map(({ id, name, email, phone, tax_number, country, currency }, at) => ({
      action: 'clients.imported',
      entityKind: 'client',
      entityId: id,
      clientId: id,
      after: { name, refid: refids[at], email, phone, tax_number, country, currency },
    })),
  )
  return instead
}

async function freshRefids(tx: Tx, prefix: string, count: number): Promise<string[]> {
  for (;;) {
    const drawn = [...new Set(Array.from({ length: count }, () => makeRefid(prefix, randomBytes)))]
    if (drawn.length < count) continue
    const taken = await tx.all(takenRefids(tx.organizationId, drawn))
    if (taken.length === 0) return drawn
  }
}

/** Why the client `c` that was brought in cannot be taken away again; null where nothing was done with it since. */
export const touchedClient = (hasInvoices: string, hasPayments: string): string => `case
     when c.deleted_at is not null then null
     when ${hasInvoices} then 'It has invoices that stay.'
     when ${hasPayments} then 'It has payments that stay.'
     when c.version > 1 then 'It was changed since.'
     when c.is_portal_enabled then 'Its portal was opened since.'
     when exists (select 1 from contacts k where k.organization_id = $1 and k.client_id = c.id and k.deleted_at is null and (k.version > 1 or not k.is_primary or k.portal_access)) then 'Its contacts were changed since.'
     when exists (select 1 from client_assignments a where a.organization_id = $1 and a.client_id = c.id) then 'Somebody was assigned to it since.'
   end`
export const touchedClients = statement<{ id: string; reason: string | null }>(
  `select c.id, ${touchedClient(
    'exists (select 1 from invoices i where i.organization_id = $1 and i.client_id = c.id and i.deleted_at is null)',
    'exists (select 1 from payments p where p.organization_id = $1 and p.client_id = c.id and p.withdrawn_at is null)',
  )} as reason
   from clients c where c.organization_id = $1 and c.id = any ($2::uuid[]) order by c.id for update of c`,
)

/** Takes clients away again that came with an import and of which `touchedClients` has nothing to say. */
export function withdrawClients(tx: Tx, ids: readonly string[]): void {
  if (ids.length === 0) return
  tx.later(removeContacts(tx.organizationId, ids, tx.now))
  tx.later(removeClients(tx.organizationId, ids, tx.now))
  tx.recordMany(
    ids.map((id) => ({
      action: 'clients.import_withdrawn',
      entityKind: 'client',
      entityId: id,
      clientId: id,
    })),
  )
}

const clientsByEmail = statement<{ id: string; email_key: string }>(
  'select id, email_key from clients where organization_id = $1 and email_key = any ($2::text[]) and deleted_at is null',
)
const takenRefids = statement<{ refid: string }>(
  'select refid from clients where organization_id = $1 and refid = any ($2::text[])',
)
const insertClients = insertMany('clients', {
  id: 'uuid',
  refid: 'text',
  kind: 'text',
  name: 'text',
  email: 'text',
  email_key: 'text',
  phone: 'text',
  website: 'text',
  status: 'text',
  address: 'jsonb',
  country: 'text',
  tax_number: 'text',
  registration_number: 'text',
  currency: 'text',
  metadata: 'jsonb',
  search_text: 'text',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
})
const insertContacts = insertMany('contacts', {
  id: 'uuid',
  client_id: 'uuid',
  name: 'text',
  email: 'text',
  email_key: 'text',
  phone: 'text',
  is_primary: 'boolean',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
})
// An array of arrays cannot be unnested; what a viewer may is the same for all.
const setRights = statement(
  `update contacts set rights = $3::text[] where organization_id = $1 and id = any ($2::uuid[])`,
)
const removeContacts = statement(
  'update contacts set deleted_at = $3, updated_at = $3, version = version + 1 where organization_id = $1 and client_id = any ($2::uuid[]) and deleted_at is null',
)
const removeClients = statement(
  'update clients set deleted_at = $3, updated_at = $3, version = version + 1 where organization_id = $1 and id = any ($2::uuid[]) and deleted_at is null',
)
