import type { Client, mergeClients as mergeOperation } from '@portico/contract'
import type { z } from 'zod'
import { actorOf, db, statement, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { fieldRefusal, notFound, Refusal, versionMismatch } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { asRecorded } from './client-fields.ts'
import { chooseFields, knownAs, metadataOf, takenFrom } from './merge-rules.ts'
import { balancesOfBoth, mergeCounts, type BothBalances, type MergeCounts } from './merge-reads.ts'
import { toClient } from './present.ts'
import { clientDetail, lockWhole, type ClientRow } from './reads.ts'
import { clientSearchText } from './rules.ts'

type Given = z.output<NonNullable<typeof mergeOperation.body>>

/**
 * Makes two clients one. What can change hands does (contacts, invoices, references, proofs); what is written for ever (postings, payments,
 * receipts, the audit log) keeps naming the client that it was written for, whose row stays and points at the survivor, and is read with the
 * survivor's (docs/decisions/0011). Only the stored balances move, to the unit, so that nothing that is owed or held changes.
 * @throws Refusal version_mismatch, amount_too_large; /into_client_id where it is not another client
 */
export async function mergeClients(
  tx: Tx,
  mergedId: string,
  version: number,
  given: Given,
): Promise<z.output<typeof Client>> {
  tx.allow('clients.client.delete')
  tx.allow('clients.client.edit')
  if (tx.principal.kind === 'member' && tx.principal.isLimited)
    throw new Refusal('permission_denied', 'Only somebody who sees all clients can merge two.')
  const { organizationId, now } = tx
  const survivorId = given.into_client_id
  if (survivorId === mergedId)
    throw fieldRefusal('/into_client_id', 'same_client', 'A client cannot be merged into itself.')

  // Both are locked in the order of their ids, so that two merges of the same pair wait for one another.
  const inOrder = [mergedId, survivorId].toSorted()
  const locked = await tx.batch(inOrder.map((id) => lockWhole(organizationId, id)))
  const rows = new Map(inOrder.map((id, at) => [id, locked[at]?.[0] as ClientRow | undefined]))
  const merged = rows.get(mergedId)
  const survivor = rows.get(survivorId)
  if (!merged) throw notFound('client')
  if (!survivor) throw fieldRefusal('/into_client_id', 'unknown_id', 'There is no such client.')
  if (merged.version !== version) throw versionMismatch(merged.version)
  if (survivor.version !== given.into_version) throw versionMismatch(survivor.version)

  const [counts, balances] = await tx.batch([
    mergeCounts(organizationId, mergedId, survivorId),
    balancesOfBoth(organizationId, mergedId, survivorId),
  ])
  refuseInexact(balances)
  const choices = chooseFields(survivor, merged, given.take ?? [])
  const taken = takenFrom(choices)
  const known = knownAs(survivor, merged)
  const metadata = metadataOf(survivor, merged)
  const { address, email, ...plain } = taken

  await tx.batch([
    putAside(organizationId, mergedId, survivorId, now),
    repoint(organizationId, mergedId, survivorId),
    moveExternalIds(organizationId, mergedId, survivorId),
    db
      .updateTable('clients')
      .set({
        ...plain,
        ...(address && { address: JSON.stringify(address) }),
        ...(email && { email, email_key: emailKey(email) }),
        metadata: JSON.stringify(metadata),
        also_known_as: known,
        is_portal_enabled: survivor.is_portal_enabled || merged.is_portal_enabled,
        search_text: clientSearchText({ ...survivor, ...taken, also_known_as: known }),
        updated_at: now,
        version: survivor.version + 1,
      })
      .where('organization_id', '=', organizationId)
      .where('id', '=', survivorId),
    // A person who stands at both is one contact: with the rights of both, reachable as before.
    uniteContacts(organizationId, mergedId, survivorId, now),
    dropUnited(organizationId, mergedId, survivorId, now),
    moveContacts(organizationId, mergedId, survivorId, now),
    ...['invoices', 'payment_references', 'payment_proofs', 'emails', 'notifications'].map((table) =>
      move[table as keyof typeof move](organizationId, mergedId, survivorId),
    ),
    shareAssignments(organizationId, mergedId, survivorId, now),
    takeBalances(organizationId, mergedId, survivorId, now),
    emptyBalances(organizationId, mergedId, now),
    insertMerge(
      organizationId,
      newId(),
      survivorId,
      mergedId,
      JSON.stringify(choices),
      JSON.stringify(counts[0] ?? {}),
      JSON.stringify(balances),
      now,
      actorOf(tx.principal).id,
    ),
  ])
  tx.record({
    action: 'clients.merged',
    entityKind: 'client',
    entityId: survivorId,
    clientId: survivorId,
    before: asRecorded(
      Object.fromEntries(
        choices
          .filter(({ keeps }) => keeps === 'merged')
          .map(({ field, survivor: before }) => [field, before]),
      ),
    ),
    after: asRecorded({ ...taken, merged: merged.name, merged_refid: merged.refid }),
  })
  tx.record({
    action: 'clients.merged_away',
    entityKind: 'client',
    entityId: mergedId,
    clientId: mergedId,
    after: { into: survivor.name, into_refid: survivor.refid },
  })
  tx.announce('client.merged', { client_id: survivorId, merged_client_id: mergedId })
  // The names in the search of invoices follow this.
  tx.announce('client.updated', { client_id: survivorId })
  const [details] = await tx.batch([clientDetail(organizationId, survivorId, now)])
  return toClient(details[0] as (typeof details)[number], tx.principal)
}

function refuseInexact(balances: readonly BothBalances[]): void {
  const beyond = balances.find(
    (row) =>
      !Number.isSafeInteger(row.survivor_receivable + row.merged_receivable) ||
      !Number.isSafeInteger(row.survivor_credit + row.merged_credit),
  )
  if (beyond)
    throw new Refusal(
      'amount_too_large',
      `Together they would owe more ${beyond.currency} than can be counted exactly.`,
    )
}

export type { MergeCounts }

const putAside = statement(
  'update clients set deleted_at = $4, merged_into_id = $3, is_portal_enabled = false, updated_at = $4, version = version + 1 where organization_id = $1 and id = $2',
)
const repoint = statement(
  'update clients set merged_into_id = $3 where organization_id = $1 and merged_into_id = $2',
)
const moveExternalIds = statement(
  `update external_ids set entity_id = $3 where organization_id = $1 and kind = 'client' and entity_id = $2`,
)
const both = `contacts ours join contacts theirs on theirs.organization_id = $1 and theirs.client_id = $2 and theirs.deleted_at is null and theirs.email_key = ours.email_key
   where ours.organization_id = $1 and ours.client_id = $3 and ours.deleted_at is null and ours.email_key is not null`
const uniteContacts = statement(
  `update contacts c set portal_access = c.portal_access or t.portal_access, user_id = coalesce(c.user_id, t.user_id),
     rights = (select coalesce(array_agg(distinct r), '{}') from unnest(c.rights || t.rights) r),
     rights_preset = case when c.rights_preset = t.rights_preset then c.rights_preset else 'custom' end,
     document_delivery = case when c.document_delivery = 'none' then t.document_delivery else c.document_delivery end,
     phone = coalesce(c.phone, t.phone), job_title = coalesce(c.job_title, t.job_title), updated_at = $4, version = c.version + 1
   from (select ours.id as ours_id, theirs.* from ${both}) t
   where c.organization_id = $1 and c.id = t.ours_id`,
)
const dropUnited = statement(
  `update contacts c set deleted_at = $4, is_primary = false, portal_access = false, updated_at = $4, version = c.version + 1
   from (select theirs.id from ${both}) t where c.organization_id = $1 and c.id = t.id`,
)
const moveContacts = statement(
  `update contacts set client_id = $3, is_primary = is_primary and not exists (select 1 from contacts p where p.organization_id = $1 and p.client_id = $3 and p.is_primary and p.deleted_at is null),
     updated_at = $4, version = version + 1
   where organization_id = $1 and client_id = $2 and deleted_at is null`,
)
const move = {
  invoices: statement('update invoices set client_id = $3 where organization_id = $1 and client_id = $2'),
  payment_references: statement(
    'update payment_references set client_id = $3 where organization_id = $1 and client_id = $2',
  ),
  payment_proofs: statement(
    'update payment_proofs set client_id = $3 where organization_id = $1 and client_id = $2',
  ),
  emails: statement('update emails set client_id = $3 where organization_id = $1 and client_id = $2'),
  notifications: statement(
    'update notifications set client_id = $3 where organization_id = $1 and client_id = $2',
  ),
}
/** Who looked after one of them looks after both, the old rows included: what a limited member meets is found by the client a row names. */
const shareAssignments = statement(
  `insert into client_assignments (organization_id, client_id, membership_id, created_at)
   select $1, c.id, a.membership_id, $4
   from (select distinct membership_id from client_assignments where organization_id = $1 and client_id in ($2, $3)) a
     cross join (select unnest(app.clients_of($3)) as id) c
   on conflict do nothing`,
)
const takeBalances = statement(
  `insert into client_balances (organization_id, client_id, currency, receivable, credit, updated_at)
   select $1, $3, b.currency, b.receivable, b.credit, $4 from client_balances b where b.organization_id = $1 and b.client_id = $2
   on conflict (organization_id, client_id, currency) do update set receivable = client_balances.receivable + excluded.receivable, credit = client_balances.credit + excluded.credit, updated_at = excluded.updated_at`,
)
const emptyBalances = statement(
  'update client_balances set receivable = 0, credit = 0, updated_at = $3 where organization_id = $1 and client_id = $2',
)
const insertMerge = statement(
  'insert into client_merges (organization_id, id, survivor_id, merged_id, fields, moved, balances, merged_at, merged_by) values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7::jsonb, $8, $9)',
)
