import type { Client } from '@portico/contract'
import type { z } from 'zod'
import { db, type Tx } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import { toClient } from './present.ts'
import { clientDetail, lockWhole, type ClientState } from './reads.ts'
import { mayBecome, transitionsFrom } from './rules.ts'

/** Moves a client along the state machine; each step is an audit entry with where from, where to and why. */
export async function changeStatus(
  tx: Tx,
  id: string,
  to: ClientState,
  reason: string | null,
): Promise<z.output<typeof Client>> {
  tx.allow('clients.status.change')
  const { organizationId, now } = tx
  const client = await tx.first(lockWhole(organizationId, id))
  if (!client) throw notFound('client')
  if (!mayBecome(client.status, to)) {
    const choice = transitionsFrom(client.status).join(' or ')
    throw new Refusal(
      'status_transition_denied',
      client.status === to
        ? `${client.name} is ${to} already.`
        : `A client that is ${client.status} can only become ${choice}.`,
    )
  }
  const [, details] = await tx.batch([
    db
      .updateTable('clients')
      .set({ status: to, updated_at: now, version: client.version + 1 })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id),
    clientDetail(organizationId, id, now),
  ])
  tx.record({
    action: 'clients.status_changed',
    entityKind: 'client',
    entityId: id,
    clientId: id,
    before: { status: client.status },
    after: { status: to, ...(reason && { reason }) },
  })
  tx.announce('client.status_changed', { client_id: id })
  return toClient(details[0] as (typeof details)[number], tx.principal)
}
