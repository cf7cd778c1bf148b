import type { createReceivingAccount, updateReceivingAccount } from '@portico/contract'
import { isCurrency } from '@portico/money'
import type { z } from 'zod'
import { db, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, notFound, versionMismatch } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { accountById, lockAccount, type ReceivingAccountRow } from './reads.ts'

type NewAccount = z.output<NonNullable<typeof createReceivingAccount.body>>
type AccountChange = z.output<NonNullable<typeof updateReceivingAccount.body>>

export async function addAccount(tx: Tx, given: NewAccount): Promise<ReceivingAccountRow> {
  tx.allow('accounts.account.manage')
  if (!isCurrency(given.currency))
    throw fieldRefusal('/currency', 'unknown_currency', 'There is no such currency.')
  const account: ReceivingAccountRow = {
    id: newId(),
    details: [],
    steps: [],
    qr_payload: null,
    is_shown_to_clients: true,
    position: 0,
    ...given,
    is_active: true,
    version: 1,
  }
  await tx.all(
    db.insertInto('receiving_accounts').values({
      ...account,
      details: JSON.stringify(account.details),
      organization_id: tx.organizationId,
      created_at: tx.now,
      updated_at: tx.now,
    }),
  )
  tx.record({
    action: 'accounts.account_created',
    entityKind: 'receiving_account',
    entityId: account.id,
    after: account,
  })
  return account
}

/** The currency is not among what can change: payments have been posted in it. */
export async function changeAccount(
  tx: Tx,
  id: string,
  version: number,
  change: AccountChange,
): Promise<ReceivingAccountRow> {
  tx.allow('accounts.account.manage')
  const { organizationId } = tx
  const account = await tx.first(lockAccount(organizationId, id))
  if (!account) throw notFound('receiving account')
  if (account.version !== version) throw versionMismatch(account.version)
  const { details, ...rest } = change
  const [, rows] = await tx.batch([
    db
      .updateTable('receiving_accounts')
      .set({
        ...rest,
        ...(details && { details: JSON.stringify(details) }),
        updated_at: tx.now,
        version: version + 1,
      })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id),
    accountById(organizationId, id),
  ])
  const before = Object.fromEntries(
    Object.keys(change).map((key) => [key, account[key as keyof ReceivingAccountRow]]),
  )
  tx.record({
    action: 'accounts.account_changed',
    entityKind: 'receiving_account',
    entityId: id,
    before,
    after: change,
  })
  return rows[0] as ReceivingAccountRow
}
