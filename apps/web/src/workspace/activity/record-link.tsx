import { Link } from '@portico/ui'
import type { Schema } from '../../shared/api.ts'

type Ref = Schema<'RecordRef'>
type Named = { id: string; name: string } | null

const places: Record<string, (id: string, client: Named) => string | null> = {
  client: (id) => `/clients/${id}`,
  contact: (_, client) => client && `/clients/${client.id}?tab=contacts`,
  invoice: (id) => `/invoices/${id}`,
  payment: (id) => `/payments/${id}`,
  payment_proof: (id) => `/review?proof=${id}`,
  receipt: (id) => `/receipts/${id}`,
  price_item: () => '/prices',
  tax_rate: () => '/settings/tax',
  exchange_rate: () => '/settings/currencies',
  receiving_account: () => '/settings/accounts',
  membership: () => '/team',
  account: () => '/team',
  invitation: () => '/team?tab=invitations',
  organization: () => '/settings',
  import_batch: (id) => `/settings/imports/${id}`,
}

/** Where a record is shown, below `base`; null where it has no place of its own. */
export function recordHref(base: string, record: Ref, client: Named): string | null {
  const path = record.id ? places[record.kind]?.(record.id, client) : null
  return path ? base + path : null
}

/** A record by the name that people call it, leading to it. */
export function RecordLink({
  base,
  record,
  client,
  fallback,
}: {
  base: string
  record: Ref
  client: Named
  fallback: string
}) {
  const href = recordHref(base, record, client)
  const name = record.label ?? fallback
  return href ? <Link href={href}>{name}</Link> : <>{name}</>
}
