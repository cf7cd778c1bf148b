import { listExchangeRates, lookUpExchangeRate, setExchangeRate } from '@portico/contract'
import { isCurrency } from '@portico/money'
import type { Tx } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { baseCurrency, listRates, lookUp, storedRate, storeRate, type ExchangeRateRow } from './reads.ts'

export function registerRoutes(edge: Edge): void {
  edge.handle(listExchangeRates, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(listRates(call.organizationId, call.query.currency ?? null, page))
    return edge.pages.answer(
      page,
      rows[0] as ExchangeRateRow[],
      (row) => [row.rate_date, row.currency],
      (row) => row,
    )
  })
  edge.handle(lookUpExchangeRate, async (call) => {
    const { currency } = call.params
    const { rows } = await call.read(lookUp(call.organizationId, currency, call.query.on ?? null, call.now))
    const [found] = rows[0] as (ExchangeRateRow & { has_rate: boolean; asked_for: string })[]
    if (!found) throw notFound('organization')
    const { has_rate, asked_for, ...rate } = found
    if (!isCurrency(currency)) throw notFound('currency')
    if (!has_rate)
      throw new Refusal(
        'exchange_rate_missing',
        `No rate of ${currency} in ${rate.base_currency} is stored on or before ${asked_for}. Add one in the settings.`,
      )
    return rate
  })
  edge.handle(setExchangeRate, async (call) =>
    call.command((tx) => setRate(tx, call.params.currency, call.body)),
  )
}

/** Stores one unit of the currency in the base currency for a date; a rate of the same date is replaced, documents keep theirs. */
async function setRate(
  tx: Tx,
  currency: string,
  given: { rate: string; rate_date: string },
): Promise<ExchangeRateRow> {
  tx.allow('currencies.rate.manage')
  if (!isCurrency(currency)) throw notFound('currency')
  const settings = await tx.first(baseCurrency(tx.organizationId))
  const base = settings?.base_currency as string
  if (currency === base)
    throw new Refusal('currency_mismatch', `${base} is the base currency; its rate is always 1.`)
  const [before, after] = await tx.batch([
    storedRate(tx.organizationId, base, currency, given.rate_date),
    storeRate(tx.organizationId, base, currency, given.rate_date, given.rate, 'manual', tx.now),
  ])
  const stored = after[0] as ExchangeRateRow
  tx.record({
    action: 'currencies.rate_set',
    entityKind: 'exchange_rate',
    entityId: tx.organizationId,
    before: before[0] ?? null,
    after: stored,
  })
  return stored
}
