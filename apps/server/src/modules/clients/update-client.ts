import { isDeepStrictEqual } from 'node:util'
import type { Client, updateClient } from '@portico/contract'
import { sql } from 'kysely'
import type { z } from 'zod'
import { db, statement, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { fieldRefusal, notFound, Refusal, versionMismatch } from '../../platform/errors.ts'
import { asRecorded, refuseUnsoundFields } from './client-fields.ts'
import { mergeMetadata } from './metadata.ts'
import { toClient } from './present.ts'
import { assignedTo, clientDetail, lockWhole, membersById, resellerById, type ClientRow } from './reads.ts'
import { clientSearchText } from './rules.ts'

type ClientChange = z.output<NonNullable<typeof updateClient.body>>

/** Changes what is given and leaves the rest; metadata merges, assigned members are replaced. */
export async function changeClient(
  tx: Tx,
  id: string,
  version: number,
  change: ClientChange,
): Promise<z.output<typeof Client>> {
  tx.allow('clients.client.edit')
  const { organizationId, now } = tx
  const { metadata, assigned_member_ids, ...fields } = change
  const [clients, resellers, members, assigned] = await tx.batch([
    lockWhole(organizationId, id),
    resellerById(organizationId, fields.owner_id ?? null),
    membersById(organizationId, assigned_member_ids ?? []),
    assignedTo(organizationId, id),
  ])
  const client = clients[0]
  if (!client) throw notFound('client')
  if (client.version !== version) throw versionMismatch(client.version)
  refuseUnsoundFields(fields, resellers.length > 0)

  const wanted: Partial<ClientRow> = {
    ...(fields as Partial<ClientRow>),
    ...(metadata && { metadata: mergeMetadata(client.metadata, metadata) }),
  }
  const changed = Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => !isDeepStrictEqual(value, client[key as keyof ClientRow]),
    ),
  )
  const before = Object.fromEntries(Object.keys(changed).map((key) => [key, client[key as keyof ClientRow]]))
  const assignment = assignmentChange(
    tx,
    assigned_member_ids,
    new Set(members.map((member) => member.id)),
    assigned.map((row) => row.membership_id),
  )
  if (Object.keys(changed).length === 0 && !assignment) {
    const unchanged = await tx.first(clientDetail(organizationId, id, now))
    return toClient(unchanged as NonNullable<typeof unchanged>, tx.principal)
  }

  const { address, metadata: merged, email, ...plain } = changed as Partial<ClientRow>
  const rows = await tx.batch([
    db
      .updateTable('clients')
      .set({
        ...plain,
        ...(address && { address: JSON.stringify(address) }),
        ...(merged && { metadata: JSON.stringify(merged) }),
        ...(email !== undefined && { email, email_key: email && emailKey(email) }),
        search_text: clientSearchText({ ...client, ...(changed as Partial<ClientRow>) }),
        updated_at: now,
        version: version + 1,
      })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id),
    ...(assignment?.removed.length
      ? [
          db
            .deleteFrom('client_assignments')
            .where('organization_id', '=', organizationId)
            .where(sql<boolean>`client_id = any (app.clients_of(${id}))`)
            .where('membership_id', 'in', assignment.removed),
        ]
      : []),
    ...(assignment?.added.length ? [assignMembers(organizationId, id, assignment.added, now)] : []),
    clientDetail(organizationId, id, now),
  ])
  tx.record({
    action: 'clients.changed',
    entityKind: 'client',
    entityId: id,
    clientId: id,
    before: asRecorded({ ...before, ...(assignment && { assigned_member_ids: assignment.before }) }),
    after: asRecorded({ ...changed, ...(assignment && { assigned_member_ids: assignment.after }) }),
  })
  tx.announce('client.updated', { client_id: id })
  return toClient(rows.at(-1)?.[0] as Parameters<typeof toClient>[0], tx.principal)
}

/** Rows of clients that were merged into this one keep naming those: who looks after it meets them too. */
const assignMembers = statement(
  `insert into client_assignments (organization_id, client_id, membership_id, created_at)
   select $1, c.id, m.id, $4 from unnest(app.clients_of($2)) c (id) cross join unnest($3::uuid[]) m (id) on conflict do nothing`,
)

type AssignmentChange = { before: string[]; after: string[]; added: string[]; removed: string[] }

/** Who is assigned is decided by those who meet all clients: a limited member could otherwise shut colleagues out. */
function assignmentChange(
  tx: Tx,
  wanted: readonly string[] | undefined,
  known: ReadonlySet<string>,
  current: string[],
): AssignmentChange | null {
  if (!wanted) return null
  const unknown = wanted.findIndex((id) => !known.has(id))
  if (unknown >= 0)
    throw fieldRefusal(`/assigned_member_ids/${unknown}`, 'unknown_id', 'There is no such member.')
  const after = [...new Set(wanted)]
  const added = after.filter((id) => !current.includes(id))
  const removed = current.filter((id) => !after.includes(id))
  if (added.length === 0 && removed.length === 0) return null
  if (tx.principal.kind === 'member' && tx.principal.isLimited)
    throw new Refusal('permission_denied', 'Only somebody who sees all clients can change who is assigned.')
  return { before: current, after, added, removed }
}
