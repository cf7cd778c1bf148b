import { statement } from '../../platform/database/index.ts'

export type TaxRateRow = {
  id: string
  key: string
  name: string
  category: 'standard' | 'zero' | 'exempt' | 'reverse' | 'out_of_scope'
  percent: string
  exemption_reason: string | null
  valid_from: string
  valid_to: string | null
  is_current: boolean
  version: number
}

/** "Current" is judged by today in the organization's zone. */
const columns = (
  now: string,
) => `t.id, t.key, t.name, t.category, trim_scale(t.percent)::text as percent, t.exemption_reason, t.valid_from, t.valid_to, t.version,
  (t.valid_from <= today.date and (t.valid_to is null or t.valid_to >= today.date)) as is_current
  from tax_rates t, (select (${now}::timestamptz at time zone s.timezone)::date as date from organization_settings s where s.organization_id = $1) today`

/** `rates(organizationId, now, on)`: every row, or with a date only those valid on it. */
export const rates = statement<TaxRateRow>(
  `select ${columns('$2')} where t.organization_id = $1
     and ($3::date is null or (t.valid_from <= $3::date and (t.valid_to is null or t.valid_to >= $3::date)))
   order by t.key, t.valid_from desc`,
)
export const rateById = statement<TaxRateRow>(
  `select ${columns('$3')} where t.organization_id = $1 and t.id = $2`,
)
export const lockRate = statement<TaxRateRow>(
  `select ${columns('$3')} where t.organization_id = $1 and t.id = $2 for update of t`,
)
export const lockRatesOfKey = statement<{ id: string; valid_from: string; valid_to: string | null }>(
  'select id, valid_from, valid_to from tax_rates where organization_id = $1 and key = $2 order by valid_from for update',
)

export const endRate = statement(
  'update tax_rates set valid_to = $3::date, version = version + 1 where organization_id = $1 and id = $2',
)

export type TaxRateOn = Pick<TaxRateRow, 'id' | 'key' | 'name' | 'category' | 'percent' | 'exemption_reason'>

/** The rates that hold on a date (`YYYY-MM-DD`), at most one per key: `taxRatesOn(organizationId, date)`. */
export const taxRatesOn = statement<TaxRateOn>(
  `select id, key, name, category, trim_scale(percent)::text as percent, exemption_reason from tax_rates
   where organization_id = $1 and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date) order by key`,
)

/** Whether a key has any rate, current or not: `taxKeyExists(organizationId, key)` → one row or none. */
export const taxKeyExists = statement<{ key: string }>(
  'select key from tax_rates where organization_id = $1 and key = $2 limit 1',
)
