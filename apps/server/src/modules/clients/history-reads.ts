import { historyOf, type HistoryRow, type Statement } from '../../platform/database/index.ts'
import type { PageRequest } from '../../platform/http/pages.ts'
import type { Principal } from '../../platform/principal.ts'

/**
 * What happened to a client, newest first. `withMoney` includes its documents and payments; without it only the client itself and its
 * people speak, so that who may not see amounts meets none here.
 */
export const clientHistory = (
  organizationId: string,
  clientId: string,
  page: PageRequest,
  withMoney: boolean,
): Statement<HistoryRow> =>
  historyOf(
    organizationId,
    page,
    (bind) =>
      `e.client_id = ${bind(clientId)}${withMoney ? '' : ` and e.entity_kind in ('client', 'contact')`}`,
  )

/** Amounts stand in the entries of documents, payments and balances. */
export const mayReadMoney = (principal: Principal): boolean =>
  principal.kind === 'member' &&
  (['invoices.invoice.read', 'payments.payment.read', 'clients.balance.read'] as const).every((permission) =>
    principal.permissions.has(permission),
  )
