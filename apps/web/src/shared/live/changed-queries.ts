import type { Change } from '@portico/contract/live.ts'
import type { QueryKey } from '@tanstack/react-query'

type Kind = Change['kind']

/** What a member's screens show of each kind of record: the first words of the keys, and whether single records of it follow their id. */
const shownBy: Record<Kind, readonly string[]> = {
  client: ['clients', 'duplicates'],
  contact: ['clients'],
  invoice: ['invoices', 'clients'],
  payment: ['payments', 'invoices', 'clients'],
  credit: ['payments', 'invoices', 'clients'],
  receipt: ['receipts'],
  payment_proof: ['payment-proofs', 'invoices'],
  member: ['members', 'roles', 'workspace'],
  invitation: ['invitations'],
  organization: ['workspace', 'me'],
  import: ['imports'],
  email: ['emails', 'invoices'],
  notification: ['notifications'],
}
/** The key under which single records of a kind are kept, as `[key, 'one', id]`. */
const singles: Partial<Record<Kind, string>> = {
  client: 'clients',
  invoice: 'invoices',
  payment: 'payments',
  receipt: 'receipts',
  email: 'emails',
}

/** Whether a member's query may show something else after these changes. */
export function showsChange(key: QueryKey, changes: readonly Change[]): boolean {
  const [first, second, third] = key as readonly unknown[]
  return changes.some(({ kind, id }) => {
    if (!shownBy[kind]?.includes(String(first))) return false
    // Another record of the same kind is not this one.
    return !(second === 'one' && singles[kind] === first && third !== id)
  })
}
