import { db, statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'

const name = 'Imported payments'

/**
 * Where payments are kept whose account another system knew: one for each currency, retired, so that nobody chooses it, and never shown to
 * clients. Made when it is first needed.
 */
export async function importAccount(tx: Tx, currency: string): Promise<string> {
  const { organizationId } = tx
  const found = await tx.first(accountByName(organizationId, name, currency))
  if (found) return found.id
  const id = newId()
  await tx.all(
    db.insertInto('receiving_accounts').values({
      organization_id: organizationId,
      id,
      kind: 'other',
      name,
      currency,
      details: '[]',
      is_active: false,
      is_shown_to_clients: false,
      position: 1000,
      created_at: tx.now,
      updated_at: tx.now,
    }),
  )
  tx.record({
    action: 'accounts.account_created',
    entityKind: 'receiving_account',
    entityId: id,
    after: { kind: 'other', name, currency, is_active: false },
  })
  return id
}

const accountByName = statement<{ id: string }>(
  'select id from receiving_accounts where organization_id = $1 and name = $2 and currency = $3 order by id limit 1',
)
