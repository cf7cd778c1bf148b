import {
  changeClientStatus,
  createClient,
  createContact,
  deleteClient as deleteClientOperation,
  deleteContact,
  findDuplicateClients,
  getClient,
  listClientHistory,
  listClients as listClientsOperation,
  listContacts,
  mergeClients as mergeOperation,
  previewMerge,
  putClient as putOperation,
  putContact as putContactOperation,
  restoreClient as restoreClientOperation,
  setClientPortal,
  setPortalAccess,
  updateClient,
  updateContact,
} from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import { historyPosition, presentHistory, type HistoryRow } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { notFound } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { foldText } from '../../platform/search-text.ts'
import { changeStatus } from './change-status.ts'
import { contactsOf, type ContactRow } from './contact-reads.ts'
import { addContact, changeContact, removeContact } from './contacts.ts'
import { addClient } from './create-client.ts'
import { deleteClient, restoreClient } from './delete-client.ts'
import { clientHistory, mayReadMoney } from './history-reads.ts'
import { countClients, listClients, positionOf, totalOf, type ListedClient } from './list-reads.ts'
import { changeClientPortal, changePortalAccess } from './portal-access.ts'
import { mergeClients } from './merge-clients.ts'
import { previewReads, presentPreview } from './merge-preview.ts'
import { presentContact } from './present-contact.ts'
import { putClient } from './put-client.ts'
import { putContact } from './put-contact.ts'
import { toClient, toSummary } from './present.ts'
import { clientDetail, clientIsThere, duplicates, type ClientDetailRow, type DuplicateRow } from './reads.ts'
import { taxNumberKey } from './rules.ts'
import { changeClient } from './update-client.ts'

const done = { done: true } as const

export function registerRoutes(edge: Edge, parts: AppParts): void {
  registerReads(edge)
  edge.handle(createClient, async (call) => call.command((tx) => addClient(tx, call.body)))
  edge.handle(updateClient, async (call) =>
    call.command((tx) => changeClient(tx, call.params.client_id, call.expectedVersion, call.body)),
  )
  edge.handle(deleteClientOperation, async (call) =>
    call.command(async (tx) => (await deleteClient(tx, call.params.client_id), done)),
  )
  edge.handle(restoreClientOperation, async (call) =>
    call.command((tx) => restoreClient(tx, call.params.client_id)),
  )
  edge.handle(changeClientStatus, async (call) =>
    call.command((tx) => changeStatus(tx, call.params.client_id, call.body.status, call.body.reason ?? null)),
  )
  edge.handle(putOperation, async (call) =>
    call.upsert((tx) => putClient(tx, call.params.key, call.namedVersion, call.body)),
  )
  edge.handle(putContactOperation, async (call) =>
    call.upsert((tx) => putContact(tx, call.params.client_id, call.params.key, call.namedVersion, call.body)),
  )
  edge.handle(mergeOperation, async (call) =>
    call.command((tx) => mergeClients(tx, call.params.client_id, call.expectedVersion, call.body)),
  )
  edge.handle(setClientPortal, async (call) =>
    call.command((tx) => changeClientPortal(tx, call.params.client_id, call.body.is_portal_enabled)),
  )

  edge.handle(createContact, async (call) =>
    call.command((tx) => addContact(tx, call.params.client_id, call.body)),
  )
  edge.handle(updateContact, async (call) =>
    call.command((tx) =>
      changeContact(tx, call.params.client_id, call.params.contact_id, call.expectedVersion, call.body),
    ),
  )
  edge.handle(deleteContact, async (call) =>
    call.command(
      async (tx) => (await removeContact(tx, call.params.client_id, call.params.contact_id), done),
    ),
  )
  edge.handle(setPortalAccess, async (call) =>
    call.command((tx) =>
      changePortalAccess(
        parts,
        tx,
        call.params.client_id,
        call.params.contact_id,
        call.namedVersion,
        call.body,
      ),
    ),
  )
}

function registerReads(edge: Edge): void {
  edge.handle(listClientsOperation, async (call) => {
    const { limit: _limit, after: _after, before: _before, total, ...filters } = call.query
    const page = call.page(call.query)
    const { principal, rows } = await call.read(
      listClients(call.organizationId, filters, page),
      ...(total ? [countClients(call.organizationId, filters)] : []),
    )
    const answer = edge.pages.answer(page, rows[0] as ListedClient[], positionOf(filters), (row) =>
      toSummary(row, principal),
    )
    return total ? { ...answer, total: totalOf(filters, rows[1]?.[0]?.count as number) } : answer
  })
  edge.handle(getClient, async (call) => {
    const { principal, rows } = await call.read(
      clientDetail(call.organizationId, call.params.client_id, call.now),
    )
    const client = rows[0]?.[0] as ClientDetailRow | undefined
    if (!client) throw notFound('client')
    return toClient(client, principal)
  })
  edge.handle(findDuplicateClients, async (call) => {
    const { name, email, tax_number, except } = call.query
    const typed = foldText(name ?? '')
    const { principal, rows } = await call.read(
      duplicates(
        call.organizationId,
        email ? emailKey(email) : null,
        tax_number ? taxNumberKey(tax_number) || null : null,
        typed.length > 2 ? typed : null,
        except ?? null,
      ),
    )
    return {
      data: (rows[0] as DuplicateRow[]).map(({ because, ...row }) => ({
        client: toSummary(row, principal),
        because,
      })),
    }
  })
  edge.handle(listClientHistory, async (call) => {
    const { client_id } = call.params
    const page = call.page(call.query)
    const { principal, rows } = await call.read(
      clientIsThere(call.organizationId, client_id),
      clientHistory(call.organizationId, client_id, page, true),
      clientHistory(call.organizationId, client_id, page, false),
    )
    if (!rows[0]?.[0]) throw notFound('client')
    return edge.pages.answer(
      page,
      rows[mayReadMoney(principal) ? 1 : 2] as HistoryRow[],
      historyPosition,
      presentHistory,
    )
  })
  edge.handle(previewMerge, async (call) => {
    const { principal, rows } = await call.read(
      ...previewReads(call.organizationId, call.params.client_id, call.params.into_client_id),
    )
    return presentPreview(rows, call.params.client_id, call.params.into_client_id, principal)
  })
  edge.handle(listContacts, async (call) => {
    const { client_id } = call.params
    const { rows } = await call.read(
      clientIsThere(call.organizationId, client_id),
      contactsOf(call.organizationId, client_id),
    )
    if (!rows[0]?.[0]) throw notFound('client')
    return { data: (rows[1] as ContactRow[]).map(presentContact) }
  })
}
