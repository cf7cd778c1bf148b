import { statement } from '../../platform/database/index.ts'
import { rowsToRead } from '../../platform/http/pages.ts'

export type ExchangeRateRow = {
  currency: string
  base_currency: string
  rate_date: string
  rate: string
  source: string
}
export type RateOn = { rate: string; rate_date: string; source: string }

/**
 * The rate of a currency on a date, `rateOn(organizationId, baseCurrency, currency, date)`: one unit of it in the base currency, the
 * latest stored on or before the date (`YYYY-MM-DD`). One row, or none where nothing is stored; the inverse of a stored pair is not
 * assumed. The base currency itself is 1, from no source but itself.
 */
export const rateOn = statement<RateOn>(
  `(select '1' as rate, $4::date as rate_date, 'base' as source where $2::text = $3::text)
   union all
   (select trim_scale(rate)::text, rate_date, source from exchange_rates
    where organization_id = $1 and base_currency = $2 and currency = $3 and rate_date <= $4::date and $2::text <> $3::text
    order by rate_date desc limit 1)`,
)

/** As `rateOn`, in the organization's base currency, on the date or (where it is null) on the organization's today: `look(organizationId, currency, date, now)`. */
export const lookUp = statement<ExchangeRateRow & { asked_for: string; has_rate: boolean }>(
  `select $2::text as currency, s.base_currency, q.date as asked_for, r.rate is not null or s.base_currency = $2 as has_rate,
     case when s.base_currency = $2 then q.date else r.rate_date end as rate_date,
     case when s.base_currency = $2 then '1' else r.rate end as rate,
     case when s.base_currency = $2 then 'base' else r.source end as source
   from organization_settings s
     cross join lateral (select coalesce($3::date, ($4::timestamptz at time zone s.timezone)::date) as date) q
     left join lateral (
       select trim_scale(e.rate)::text as rate, e.rate_date, e.source from exchange_rates e
       where e.organization_id = $1 and e.base_currency = s.base_currency and e.currency = $2 and e.rate_date <= q.date
       order by e.rate_date desc limit 1) r on true
   where s.organization_id = $1`,
)

const listColumns = 'currency, base_currency, rate_date, trim_scale(rate)::text as rate, source'
const ofBase =
  'organization_id = $1 and base_currency = (select base_currency from organization_settings where organization_id = $1)'

/** Rates into the current base currency, newest first; a few texts, so that each is prepared once. */
export function listRates(
  organizationId: string,
  currency: string | null,
  page: { limit: number; position: readonly (string | number | null)[] | null; isBackwards: boolean },
) {
  const values: unknown[] = [organizationId]
  let where = ofBase
  if (currency) where += ` and currency = $${values.push(currency)}`
  if (page.position) {
    const [date, code] = page.position
    where += ` and (rate_date, currency) ${page.isBackwards ? '>' : '<'} ($${values.push(date)}::date, $${values.push(code)}::text)`
  }
  const direction = page.isBackwards ? 'asc' : 'desc'
  return statement<ExchangeRateRow>(
    `select ${listColumns} from exchange_rates where ${where} order by rate_date ${direction}, currency ${direction} limit ${rowsToRead(page)}`,
  )(...values)
}

export const baseCurrency = statement<{ base_currency: string }>(
  'select base_currency from organization_settings where organization_id = $1',
)
export const storedRate = statement<ExchangeRateRow>(
  `select ${listColumns} from exchange_rates where organization_id = $1 and base_currency = $2 and currency = $3 and rate_date = $4 for update`,
)
export const storeRate = statement<ExchangeRateRow>(
  `insert into exchange_rates (organization_id, base_currency, currency, rate_date, rate, source, created_at) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (organization_id, base_currency, currency, rate_date) do update set rate = excluded.rate, source = excluded.source
   returning ${listColumns}`,
)
