import { z } from 'zod'
import { statement } from '../../platform/database/index.ts'
import { job, subscribe } from '../../platform/jobs/definitions.ts'
import { workIsDue } from '../../platform/jobs/due-work.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { searchTextOf } from '../../platform/search-text.ts'
import { sendWork } from './scheduled-sends.ts'

const batchSize = 1000

/**
 * Lets invoices be found by the name that their client has now. Issued documents go on saying the name as printed; only what lists search
 * follows. In batches, each a transaction of its own, so that nobody waits for a client with very many invoices.
 */
const followClientName = job({
  name: 'invoices.follow_client_name',
  payload: z.object({ client_id: z.string() }),
  async run({ organizationId, payload: { client_id: clientId }, parts }) {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const rows = await parts.database.withOrganization(
        organizationId,
        systemPrincipal('invoices'),
        async (tx) => {
          const [clients, found] = await tx.batch([
            clientName(organizationId, clientId),
            searched(organizationId, clientId, after, batchSize),
          ])
          const name = clients[0]?.name ?? ''
          const changed = found
            .map((row) => ({
              ...row,
              text: searchTextOf(row.number, row.purchase_order, row.payment_reference, name),
            }))
            .filter((row) => row.text !== row.search_text)
          if (changed.length > 0)
            tx.later(
              setSearchTexts(
                organizationId,
                changed.map(({ id }) => id),
                changed.map(({ text }) => text),
              ),
            )
          return found
        },
      )
      if (rows.length < batchSize) return
      after = rows.at(-1)?.id ?? after
    }
  },
})

const clientName = statement<{ name: string }>(
  'select name from clients where organization_id = $1 and id = $2',
)
const searched = statement<{
  id: string
  number: string | null
  purchase_order: string | null
  payment_reference: string | null
  search_text: string
}>(
  'select id, number, purchase_order, payment_reference, search_text from invoices where organization_id = $1 and client_id = $2 and id > $3 and deleted_at is null order by id limit $4 for update',
)
const setSearchTexts = statement(
  'update invoices i set search_text = t.search_text from unnest($2::uuid[], $3::text[]) as t (id, search_text) where i.organization_id = $1 and i.id = t.id',
)

/** Another time zone makes planned sendings due at other moments. */
const replanSends = job({
  name: 'invoices.replan_sends',
  payload: z.object({}),
  async run({ organizationId, parts }) {
    await parts.database.withOrganization(organizationId, systemPrincipal('invoices'), async (tx) =>
      workIsDue(tx, sendWork, tx.now),
    )
  },
})

export const subscriptions = [
  subscribe(
    'organization.updated',
    replanSends,
    () => ({}),
    () => 'invoices.replan_sends',
  ),
  subscribe(
    'client.updated',
    followClientName,
    (event) => ({ client_id: event.payload['client_id'] as string }),
    (event) => `invoices.follow_client_name:${event.payload['client_id']}`,
  ),
]
