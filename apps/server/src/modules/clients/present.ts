import type { Client, ClientSummary, Permission } from '@portico/contract'
import type { z } from 'zod'
import type { Principal } from '../../platform/principal.ts'
import type { ClientDetailRow, SummaryRow } from './reads.ts'
import { canBeInvoiced, transitionsFrom } from './rules.ts'

/** Jobs and imports may what the person who started them was allowed to. */
const can = (principal: Principal, permission: Permission): boolean =>
  principal.kind === 'system' || (principal.kind === 'member' && principal.permissions.has(permission))

export function toSummary(row: SummaryRow, principal: Principal): z.output<typeof ClientSummary> {
  const { id, refid, kind, name, email, phone, country, status, segment, is_portal_enabled, created_at } = row
  return {
    id,
    refid,
    kind,
    name,
    email,
    phone,
    country,
    status,
    segment,
    is_portal_enabled,
    created_at,
    ...(can(principal, 'clients.balance.read') && {
      balances: row.balances.map(({ currency, open }) => ({ currency, open: { amount: open, currency } })),
    }),
  }
}

export function toClient(row: ClientDetailRow, principal: Principal): z.output<typeof Client> {
  const { has_documents, balances, locale, also_known_as: _known, ...client } = row
  return {
    ...client,
    locale: locale as z.output<typeof Client>['locale'],
    abilities: {
      edit: can(principal, 'clients.client.edit'),
      delete: can(principal, 'clients.client.delete') && !has_documents,
      manage_contacts: can(principal, 'clients.contact.manage'),
      manage_portal: can(principal, 'clients.portal.manage'),
      create_invoice: can(principal, 'invoices.invoice.create') && canBeInvoiced(row.status),
      transitions: can(principal, 'clients.status.change') ? [...transitionsFrom(row.status)] : [],
    },
    ...(can(principal, 'clients.balance.read') && {
      balances: balances.map(({ currency, open, overdue, credit, oldest_due_date, open_invoices }) => ({
        currency,
        open: { amount: open, currency },
        overdue: { amount: overdue, currency },
        credit: { amount: credit, currency },
        oldest_due_date,
        open_invoices,
      })),
    }),
  }
}
