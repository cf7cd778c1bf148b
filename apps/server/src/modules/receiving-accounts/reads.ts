import { statement } from '../../platform/database/index.ts'

export type ReceivingAccountRow = {
  id: string
  kind: 'bank' | 'mobile_money' | 'cash' | 'other'
  name: string
  currency: string
  details: { label: string; value: string }[]
  steps: string[]
  qr_payload: string | null
  is_active: boolean
  is_shown_to_clients: boolean
  position: number
  version: number
}

const columns =
  'id, kind, name, currency, details, steps, qr_payload, is_active, is_shown_to_clients, position, version'
const inOrder = 'order by position, lower(name), id'

/** `accounts(organizationId, currency | null, isActive | null)`: a handful of rows per organization, so not paged. */
export const accounts = statement<ReceivingAccountRow>(
  `select ${columns} from receiving_accounts where organization_id = $1 and ($2::text is null or currency = $2) and ($3::boolean is null or is_active = $3) ${inOrder}`,
)

/**
 * The accounts in use that fit a document's currency, in the order to show: `accountsForCurrency(organizationId, currency)`. What is
 * shown to clients is the caller's choice by `is_shown_to_clients`.
 */
export const accountsForCurrency = statement<ReceivingAccountRow>(
  `select ${columns} from receiving_accounts where organization_id = $1 and currency = $2 and is_active ${inOrder}`,
)

/** One account, retired ones included, because old payments name them: `accountById(organizationId, id)`. */
export const accountById = statement<ReceivingAccountRow>(
  `select ${columns} from receiving_accounts where organization_id = $1 and id = $2`,
)
export const lockAccount = statement<ReceivingAccountRow>(
  `select ${columns} from receiving_accounts where organization_id = $1 and id = $2 for update`,
)
