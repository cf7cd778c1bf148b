import { statement } from '../../platform/database/index.ts'

export type MergeCounts = {
  contacts: number
  contacts_at_both: number
  drafts: number
  invoices: number
  payments: number
  receipts: number
  payment_references: number
  payment_proofs: number
}
/** What comes along with a client, and who stands at both: `mergeCounts(organizationId, mergedId, survivorId)`. */
export const mergeCounts = statement<MergeCounts>(
  `select
     (select count(*) from contacts k where k.organization_id = $1 and k.client_id = $2 and k.deleted_at is null) as contacts,
     (select count(*) from contacts k join contacts o on o.organization_id = $1 and o.client_id = $3 and o.deleted_at is null and o.email_key = k.email_key
      where k.organization_id = $1 and k.client_id = $2 and k.deleted_at is null) as contacts_at_both,
     (select count(*) from invoices i where i.organization_id = $1 and i.client_id = $2 and i.deleted_at is null and i.document_state = 'draft') as drafts,
     (select count(*) from invoices i where i.organization_id = $1 and i.client_id = $2 and i.deleted_at is null and i.document_state <> 'draft') as invoices,
     (select count(*) from payments p where p.organization_id = $1 and p.client_id = any (app.clients_of($2)) and p.withdrawn_at is null) as payments,
     (select count(*) from receipts r where r.organization_id = $1 and r.client_id = any (app.clients_of($2))) as receipts,
     (select count(*) from payment_references r where r.organization_id = $1 and r.client_id = $2) as payment_references,
     (select count(*) from payment_proofs p where p.organization_id = $1 and p.client_id = $2) as payment_proofs`,
)

export type BothBalances = {
  currency: string
  survivor_receivable: number
  merged_receivable: number
  survivor_credit: number
  merged_credit: number
}
/** `balancesOfBoth(organizationId, mergedId, survivorId)` */
export const balancesOfBoth = statement<BothBalances>(
  `select currency, coalesce(sum(receivable) filter (where client_id = $3), 0)::bigint as survivor_receivable, coalesce(sum(receivable) filter (where client_id = $2), 0)::bigint as merged_receivable,
     coalesce(sum(credit) filter (where client_id = $3), 0)::bigint as survivor_credit, coalesce(sum(credit) filter (where client_id = $2), 0)::bigint as merged_credit
   from client_balances where organization_id = $1 and client_id in ($2, $3) group by currency
   having sum(receivable) <> 0 or sum(credit) <> 0 order by currency`,
)
