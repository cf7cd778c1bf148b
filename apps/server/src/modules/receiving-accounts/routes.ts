import { createReceivingAccount, listReceivingAccounts, updateReceivingAccount } from '@portico/contract'
import type { Edge } from '../../platform/http/edge.ts'
import { accounts, type ReceivingAccountRow } from './reads.ts'
import { addAccount, changeAccount } from './service.ts'

export function registerRoutes(edge: Edge): void {
  edge.handle(listReceivingAccounts, async (call) => {
    const { currency, is_active } = call.query
    const { rows } = await call.read(
      accounts(call.organizationId, currency ?? null, is_active === undefined ? null : is_active === 'true'),
    )
    return { data: rows[0] as ReceivingAccountRow[] }
  })
  edge.handle(createReceivingAccount, async (call) => call.command((tx) => addAccount(tx, call.body)))
  edge.handle(updateReceivingAccount, async (call) =>
    call.command((tx) =>
      changeAccount(tx, call.params.receiving_account_id, call.expectedVersion, call.body),
    ),
  )
}
